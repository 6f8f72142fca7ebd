#include "tests/simulators/gateway/citizen.h"

namespace guitai::simulator
{

namespace
{

constexpr auto codeLife = std::chrono::hours{2}; // code_url and qr_code alike

bool pastLastMoment(const World& world, const Trade& trade)
{
    return trade.expiresAt && world.now() >= *trade.expiresAt;
}

void planPayment(World& world, const Trade& trade, std::chrono::seconds after, const char* action)
{
    world.ledger.add({.at = world.now() + after,
                      .action = action,
                      .provider = trade.provider,
                      .order = trade.order});
}

} // namespace

PhoneAnswer scan(World& world, Provider provider, const std::string& order, const std::string& user)
{
    auto trade = world.trade(provider, order);
    auto code = world.ledger.codeOf(provider, order);
    if (!trade || !code)
        return {.why = "no_such_code"};
    if (code->dead)
        return {.why = "code_void"};
    if (world.now() >= code->madeAt + codeLife)
        return {.why = "code_expired"};
    if (pastLastMoment(world, *trade))
        return {.why = "order_expired"};
    if (trade->state != TradeState::waiting && trade->state != TradeState::unscanned)
        return {.why = "not_payable"};
    // once one WeChat user has opened the code, another gets an error on the phone (2.5)
    if (!code->scannedBy.empty() && code->scannedBy != user)
        return {.why = "other_user"};
    code->scannedBy = user;
    world.ledger.put(*code);
    if (trade->state == TradeState::unscanned) {
        trade->state = TradeState::waiting;
        trade->providerNumber = world.providerNumber(provider, false);
    }
    trade->payer = user;
    world.ledger.put(*trade);
    return {.done = true};
}

void capture(World& world, Trade& trade)
{
    trade.state = TradeState::paid;
    trade.paidAt = world.now();
    if (trade.providerNumber.empty())
        trade.providerNumber = world.providerNumber(trade.provider, false);
    world.ledger.put(trade);
    for (auto part : world.ledger.partsOf(trade)) { // paid all or none
        part.payer = trade.payer;
        capture(world, part);
    }
}

PhoneAnswer pay(World& world, Provider provider, const std::string& order, const std::string& user)
{
    auto trade = world.trade(provider, order);
    if (!trade)
        return {.why = "no_such_order"};
    const auto byCode = trade->state == TradeState::typing;
    if (!byCode) {
        const auto code = world.ledger.codeOf(provider, order);
        if (!code || code->scannedBy.empty())
            if (const auto scanned = scan(world, provider, order, user); !scanned.done)
                return scanned;
        trade = world.trade(provider, order);
    }
    if (pastLastMoment(world, *trade))
        return {.why = "order_expired"};
    if (!byCode && trade->state != TradeState::waiting)
        return {.why = "not_payable"};
    if (!byCode && trade->payer != user)
        return {.why = "other_user"};
    capture(world, *trade);
    return {.done = true};
}

PhoneAnswer abandon(World& world, Provider provider, const std::string& order)
{
    auto trade = world.trade(provider, order);
    if (!trade)
        return {.why = "no_such_order"};
    world.ledger.forget(provider, order, "scan");
    world.ledger.forget(provider, order, "pay");
    if (trade->state == TradeState::typing && provider == Provider::weChat) {
        trade->state = TradeState::failed;
        world.ledger.put(*trade);
    }
    return {.done = true};
}

void followHabit(World& world, const Trade& trade)
{
    using Behaviour = Habit::Behaviour;
    const auto& habit = world.habit;
    if (habit.behaviour == Behaviour::none)
        return;
    world.ledger.forget(trade.provider, trade.order, "scan");
    world.ledger.forget(trade.provider, trade.order, "pay");
    if (habit.behaviour != Behaviour::payLate)
        planPayment(world, trade, habit.scanAfter, "scan");
    if (habit.behaviour != Behaviour::scanOnly) // who pays late photographed the code
        planPayment(world, trade, habit.payAfter, "pay");
}

CodeBehaviour behaviourOf(const std::string& digits)
{
    const auto ending = digits.substr(digits.size() < 2 ? 0 : digits.size() - 2);
    if (ending == "02")
        return CodeBehaviour::slowSuccess;
    if (ending == "03")
        return CodeBehaviour::slowAbandon;
    if (ending == "04")
        return CodeBehaviour::noFunds;
    if (ending == "05")
        return CodeBehaviour::expired;
    if (ending == "06")
        return CodeBehaviour::errorButPaid;
    if (ending == "07")
        return CodeBehaviour::errorUnpaid;
    if (ending == "08")
        return CodeBehaviour::droppedButPaid;
    return CodeBehaviour::success;
}

CodePayment takeByCode(World& world, Trade& trade, const std::string& digits)
{
    using Result = CodePayment::Result;
    const auto first = digits.size() < 2 ? std::string{} : digits.substr(0, 2);
    const auto numeric = digits.find_first_not_of("0123456789") == std::string::npos;
    const auto fitting =
        trade.provider == Provider::weChat
            ? digits.size() == 18 && first >= "10" && first <= "14"
            : digits.size() >= 16 && digits.size() <= 24 && first >= "25" && first <= "30";
    if (!numeric || !fitting)
        return {Result::notACode};
    if (world.ledger.orderOfPaymentCode(digits))
        return {Result::codeUsed};
    const auto behaviour = behaviourOf(digits);
    if (behaviour == CodeBehaviour::expired)
        return {Result::expired};
    if (behaviour == CodeBehaviour::errorUnpaid)
        return {Result::systemError};
    world.ledger.usePaymentCode(digits, trade.order);
    if (behaviour == CodeBehaviour::noFunds) {
        trade.state = TradeState::failed;
        if (trade.provider == Provider::weChat) // a query shows PAYERROR; Alipay keeps no trade
            world.ledger.put(trade);
        return {Result::noFunds};
    }
    trade.payer = "citizen";
    const auto asks =
        behaviour == CodeBehaviour::slowSuccess || behaviour == CodeBehaviour::slowAbandon ||
        (behaviour == CodeBehaviour::success && trade.total > world.rules.passwordAbove);
    if (asks) {
        trade.state = TradeState::typing;
        if (trade.provider == Provider::alipay)
            trade.providerNumber = world.providerNumber(trade.provider, false);
        world.ledger.put(trade);
        planPayment(world,
                    trade,
                    world.rules.typing,
                    behaviour == CodeBehaviour::slowAbandon ? "abandon" : "pay");
        return {Result::asking};
    }
    capture(world, trade);
    return {behaviour == CodeBehaviour::errorButPaid ? Result::systemError : Result::paid,
            behaviour == CodeBehaviour::droppedButPaid};
}

} // namespace guitai::simulator
