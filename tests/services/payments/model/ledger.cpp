#include "tests/services/payments/model/ledger.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guitai
{

using State = LedgerOrder::State;
using Outcome = GatewayOutcome;
using Fault = GatewayProblem;

LedgerFault Ledger::fault()
{
    if (next)
        return *std::exchange(next, std::nullopt);
    if (below(100) >= faultPercent)
        return LedgerFault::none;
    using enum LedgerFault;
    static constexpr auto honest = std::array{notSent,
                                              dropBefore,
                                              dropAfter,
                                              dropAfter,
                                              serverError,
                                              slowDown,
                                              untrusted,
                                              unsignedPaid,
                                              configuration};
    const auto chosen = honest[static_cast<std::size_t>(below(honest.size()))];
    if (mayLie && below(2) == 0)
        return below(4) != 0 ? otherAmount : otherOrder;
    return chosen;
}

int Ledger::below(int most)
{
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(most));
}

Money Ledger::amountOf(const GatewayIntent& intent)
{
    if (!tamper)
        return intent.amount;
    ++lies;
    return Money::fen(1);
}

std::string Ledger::number(const char* prefix)
{
    return prefix + std::to_string(m_random() % 1'000'000'000) + "-" + std::to_string(++m_numbers);
}

bool Ledger::mayPay(const LedgerOrder& order) const
{
    const auto waits =
        order.state == State::open || order.state == State::code || order.state == State::paying;
    return waits && now < order.expiresAt;
}

void Ledger::scan(const std::string& order)
{
    auto& one = orders.at(order);
    if (one.state == State::code && now < one.expiresAt)
        one.state = State::open;
}

bool Ledger::pay(const std::string& order)
{
    auto& one = orders.at(order);
    if (!mayPay(one))
        return false;
    one.state = State::paid;
    one.paidAt = now;
    one.providerNumber = number("42");
    return true;
}

void Ledger::abandon(const std::string& order)
{
    auto& one = orders.at(order);
    if (one.state == State::paying)
        one.state = State::failed;
}

Money Ledger::captured() const
{
    auto sum = Money{};
    for (const auto& [number, order] : orders)
        if (order.captured() || order.refunded > Money{})
            sum = sum + order.amount;
    return sum;
}

Money Ledger::refunded() const
{
    auto sum = Money{};
    for (const auto& [number, order] : orders)
        sum = sum + order.refunded;
    return sum;
}

// --- one channel

GatewayTraits LedgerGateway::traits() const
{
    return {.channel = m_channel,
            .payByCode = true,
            .unscannedCanBeClosed = !isAlipay(),
            .codePayPoll = std::chrono::seconds{isAlipay() ? 3 : 5},
            .reverseNotBefore = std::chrono::seconds{isAlipay() ? 0 : 15}};
}

GatewayIntent LedgerGateway::intendCreate(const CodeOrder& order) const
{
    return {.call = GatewayIntent::Call::create,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = order.orderNumber + "|" + order.amount.text() + "|" +
                       std::to_string((order.expiresAt - order.createdAt).count())};
}

GatewayIntent LedgerGateway::intendPayByCode(const CodePayOrder& order) const
{
    return {.call = GatewayIntent::Call::payByCode,
            .orderNumber = order.orderNumber,
            .amount = order.amount,
            .orderTotal = order.amount,
            .content = order.orderNumber + "|" + order.amount.text() + "|" + order.paymentCode};
}

GatewayIntent LedgerGateway::intendRefund(const RefundOrder& order) const
{
    return {.call = GatewayIntent::Call::refund,
            .orderNumber = order.orderNumber,
            .refundNumber = order.refundNumber,
            .amount = order.amount,
            .orderTotal = order.orderTotal,
            .content = order.refundNumber + "|" + order.amount.text()};
}

template <class T>
GatewayAnswer<T> LedgerGateway::no(GatewayProblem problem) const
{
    // WeChat Pay signs no error; Alipay signs those of the business
    return {.outcome = Outcome::refused, .problem = problem, .proven = isAlipay()};
}

template <class T, class Process>
GatewayAnswer<T> LedgerGateway::answer(const char* call, Process process)
{
    const auto fault = m_ledger.fault();
    const auto unknown = [&](GatewayProblem problem) {
        return GatewayAnswer<T>{.problem = problem};
    };
    auto made = GatewayAnswer<T>{};
    m_ledger.tamper = fault == LedgerFault::otherAmount; // somebody in between rewrites an order
    switch (fault) {
    case LedgerFault::notSent:
        return unknown(Fault::notSent);
    case LedgerFault::dropBefore:
        return unknown(Fault::noAnswer);
    case LedgerFault::serverError:
        return unknown(Fault::serverTrouble);
    case LedgerFault::configuration:
        return unknown(Fault::configuration);
    case LedgerFault::dropAfter:
        process();
        return unknown(Fault::noAnswer);
    case LedgerFault::slowDown:
        process();
        return unknown(Fault::slowDown);
    case LedgerFault::untrusted:
        process();
        return unknown(Fault::untrusted);
    case LedgerFault::none:
    case LedgerFault::unsignedPaid:
    case LedgerFault::otherAmount:
    case LedgerFault::otherOrder:
        made = process();
        break;
    }
    made.exchange.call = call;
    made.exchange.status = 200;
    made.clock = ClockCheck{m_ledger.now - m_ledger.stationNow};
    if constexpr (std::is_same_v<T, TradeReport>) {
        if (fault == LedgerFault::unsignedPaid)
            return {.outcome = Outcome::ok,
                    .value = TradeReport{.state = TradeState::paid,
                                         .providerNumber = "forged",
                                         .total = made.value ? made.value->total : std::nullopt}};
        if (made.value && fault == LedgerFault::otherOrder) {
            ++m_ledger.lies;
            made.outcome = Outcome::unknown;
            made.problem = Fault::mismatch;
        }
        // a gateway that forgot to compare: the desk looks once more
        if (made.value && fault == LedgerFault::otherAmount && moneyArrived(made.value->state)) {
            ++m_ledger.lies;
            made.value->total = Money::fen(1);
        }
    }
    return made;
}

GatewayAnswer<CodeToShow> LedgerGateway::create(const GatewayIntent& intent)
{
    return answer<CodeToShow>("create", [&]() -> GatewayAnswer<CodeToShow> {
        auto found = m_ledger.orders.find(intent.orderNumber);
        if (found == m_ledger.orders.end()) {
            const auto life = std::stoll(intent.content.substr(intent.content.rfind('|') + 1));
            found =
                m_ledger.orders
                    .emplace(intent.orderNumber,
                             LedgerOrder{.channel = m_channel,
                                         .content = intent.content,
                                         .amount = m_ledger.amountOf(intent),
                                         .state = isAlipay() ? State::code : State::open,
                                         .createdAt = m_ledger.now,
                                         .expiresAt = m_ledger.now + std::chrono::seconds{life}})
                    .first;
        }
        auto& order = found->second;
        if (order.content != intent.content)
            return no<CodeToShow>(Fault::numberUsed);
        if (order.state == State::closed)
            return no<CodeToShow>(Fault::orderClosed);
        if (order.state == State::paid)
            return no<CodeToShow>(Fault::alreadyPaid);
        if (isAlipay() && ++order.codes > 2)
            return no<CodeToShow>(Fault::numberUsed);
        return {.outcome = Outcome::ok,
                .value = CodeToShow{"code:" + intent.orderNumber},
                .proven = true};
    });
}

GatewayAnswer<TradeReport> LedgerGateway::tradeOf(const LedgerOrder& order) const
{
    auto report = TradeReport{.total = order.amount};
    if (order.captured()) {
        report.providerNumber = order.providerNumber;
        report.paidAt = order.paidAt;
    }
    const auto all = order.refunded == order.amount;
    switch (order.state) {
    case State::code:
        return no<TradeReport>(Fault::notFound);
    case State::open:
        report.state = isAlipay() ? TradeState::scanned : TradeState::open;
        break;
    case State::paying:
        report.state = isAlipay() ? TradeState::scanned : TradeState::paying;
        break;
    case State::paid:
        // WeChat Pay says REFUND for a part, too; Alipay only for all of it
        report.state =
            (isAlipay() ? all : order.refunded > Money{}) ? TradeState::refunded : TradeState::paid;
        break;
    case State::closed:
        report.state = TradeState::closed;
        break;
    case State::reversed:
        report.state = isAlipay() ? TradeState::closed : TradeState::reversed;
        break;
    case State::failed:
        report.state = isAlipay() ? TradeState::scanned : TradeState::failed;
        break;
    }
    return {.outcome = Outcome::ok, .value = report, .proven = true};
}

GatewayAnswer<TradeReport> LedgerGateway::query(const OrderRef& order)
{
    return answer<TradeReport>("query", [&]() -> GatewayAnswer<TradeReport> {
        const auto found = m_ledger.orders.find(order.orderNumber);
        if (found == m_ledger.orders.end())
            return no<TradeReport>(Fault::notFound);
        return tradeOf(found->second);
    });
}

GatewayAnswer<CloseReport> LedgerGateway::close(const OrderRef& order)
{
    return answer<CloseReport>("close", [&]() -> GatewayAnswer<CloseReport> {
        const auto found = m_ledger.orders.find(order.orderNumber);
        if (found == m_ledger.orders.end() || found->second.state == State::code)
            return no<CloseReport>(Fault::notFound);
        auto& one = found->second;
        if (one.state == State::paid)
            return no<CloseReport>(Fault::alreadyPaid);
        if (one.byPaymentCode)
            return no<CloseReport>(Fault::notAllowed);
        if (m_ledger.below(10) == 0 && m_ledger.now < one.createdAt + std::chrono::seconds{30})
            return no<CloseReport>(Fault::tooEarly);
        one.state = State::closed;
        return {.outcome = Outcome::ok, .value = CloseReport{}, .proven = true};
    });
}

/// The last digit of a code says how its owner pays.
GatewayAnswer<TradeReport> LedgerGateway::payByCode(const GatewayIntent& intent)
{
    return answer<TradeReport>("payByCode", [&]() -> GatewayAnswer<TradeReport> {
        auto found = m_ledger.orders.find(intent.orderNumber);
        if (found != m_ledger.orders.end()) {
            if (found->second.content != intent.content)
                return no<TradeReport>(Fault::numberUsed);
            return tradeOf(found->second);
        }
        const auto how = intent.content.back();
        if (how == '4')
            return no<TradeReport>(Fault::payerCannotPay);
        if (how == '5')
            return no<TradeReport>(Fault::codeRefused);
        auto order = LedgerOrder{.channel = m_channel,
                                 .content = intent.content,
                                 .amount = m_ledger.amountOf(intent),
                                 .state = State::paying,
                                 .byPaymentCode = true,
                                 .createdAt = m_ledger.now,
                                 .expiresAt = m_ledger.now + std::chrono::minutes{5}};
        auto& kept = m_ledger.orders.emplace(intent.orderNumber, order).first->second;
        const auto paysAtOnce = how == '1' || how == '6' || how == '8';
        if (paysAtOnce)
            m_ledger.pay(intent.orderNumber);
        if (how == '6')
            return {.problem = Fault::serverTrouble};
        if (how == '7') {
            kept.state = State::failed;
            return {.problem = Fault::serverTrouble};
        }
        if (how == '8')
            return {.problem = Fault::noAnswer};
        if (paysAtOnce)
            return tradeOf(kept);
        if (!isAlipay() && m_ledger.below(2) == 0)
            return {.problem = Fault::unfinished}; // 202
        return {.outcome = Outcome::ok,
                .value = TradeReport{.state = TradeState::paying},
                .proven = true};
    });
}

GatewayAnswer<ReverseReport> LedgerGateway::reverse(const OrderRef& order)
{
    return answer<ReverseReport>("reverse", [&]() -> GatewayAnswer<ReverseReport> {
        using Effect = ReverseReport::Effect;
        const auto done = [&](Effect effect) {
            return GatewayAnswer<ReverseReport>{
                .outcome = Outcome::ok,
                .value = ReverseReport{.effect = isAlipay() ? effect : Effect::unspecified},
                .proven = true};
        };
        const auto found = m_ledger.orders.find(order.orderNumber);
        if (found == m_ledger.orders.end())
            return isAlipay() ? done(Effect::nothing) : no<ReverseReport>(Fault::notFound);
        auto& one = found->second;
        if (m_ledger.below(8) == 0)
            return {.outcome = Outcome::ok,
                    .value = ReverseReport{.effect = Effect::unspecified, .repeat = true},
                    .proven = true};
        if (one.state == State::paid) {
            one.refunded = one.amount;
            return done(Effect::refunded);
        }
        one.state = State::reversed;
        return done(Effect::closed);
    });
}

GatewayAnswer<RefundReport> LedgerGateway::refund(const GatewayIntent& intent)
{
    return answer<RefundReport>("refund", [&]() -> GatewayAnswer<RefundReport> {
        const auto found = m_ledger.orders.find(intent.orderNumber);
        if (found == m_ledger.orders.end() || !found->second.captured())
            return no<RefundReport>(Fault::notAllowed);
        auto& order = found->second;
        if (!order.refunds.contains(intent.refundNumber)) {
            if (order.refunded + intent.amount > order.amount)
                return no<RefundReport>(Fault::notAllowed);
            if (m_ledger.refundsNeedFunds && m_ledger.below(3) == 0)
                return no<RefundReport>(Fault::merchantFunds);
            order.refunds[intent.refundNumber] = intent.amount;
            order.refunded = order.refunded + intent.amount;
        }
        const auto state = m_ledger.below(2) == 0 ? RefundState::done : RefundState::processing;
        return {.outcome = Outcome::ok, .value = RefundReport{.state = state}, .proven = true};
    });
}

GatewayAnswer<RefundReport> LedgerGateway::queryRefund(const RefundRef& refund)
{
    return answer<RefundReport>("queryRefund", [&]() -> GatewayAnswer<RefundReport> {
        const auto found = m_ledger.orders.find(refund.orderNumber);
        if (found == m_ledger.orders.end() || !found->second.refunds.contains(refund.refundNumber))
            return no<RefundReport>(Fault::notFound);
        return {.outcome = Outcome::ok,
                .value = RefundReport{.state = RefundState::done, .doneAt = m_ledger.now},
                .proven = true};
    });
}

GatewayAnswer<BillFile> LedgerGateway::bill(Date)
{
    return {.outcome = Outcome::refused, .problem = Fault::notReady};
}

GatewayAnswer<BillFile> LedgerGateway::fundBill(Date)
{
    return {.outcome = Outcome::refused, .problem = Fault::unsupported};
}

GatewayAnswer<CloseReport> LedgerGateway::probe()
{
    return {.outcome = Outcome::ok, .value = CloseReport{}, .proven = true};
}

} // namespace guitai
