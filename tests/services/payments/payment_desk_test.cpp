#include "services/cases/case_events.h"
#include "tests/services/payments/model/payment_world.h"

#include <doctest/doctest.h>

namespace guitai::payment_desk_test
{

using namespace std::chrono_literals;
using Code = Refusal::Code;

namespace
{

constexpr auto weChat = GatewayChannel::weChat;
constexpr auto alipay = GatewayChannel::alipay;
const auto weChatCode = std::string{"13012345678901234"};
const auto alipayCode = std::string{"28012345678901234"};

struct Desk {
    CaseOffice office{};
    PaymentWorld world{office, 1};
    std::string number = world.addCase();

    PaymentView view() { return world.desk().view(number).value(); }
    AttemptState state() { return world.attempt(number).state; }
    const Actor& clerk() const { return office.clerk; }
    Result<PaymentView> show(GatewayChannel channel)
    {
        auto shown = world.desk().showCode(clerk(), number, channel);
        world.run();
        return shown;
    }
    std::string order() { return world.attempt(number).orderNumber; }
    Result<Case> cash() { return office.cash().payCash(clerk(), number, Money::yuan(40), false); }
};

} // namespace

TEST_CASE("PaymentDesk::showCode")
{
    auto desk = Desk{};
    auto& world = desk.world;
    SUBCASE("shows a code, asks every two seconds and settles the case with the first answer")
    {
        REQUIRE(desk.show(weChat));
        CHECK(desk.view().stage == PaymentStage::codeShown);
        CHECK(desk.view().attempts.at(0).code == "code:" + desk.order());
        world.pass(10s);
        CHECK(desk.view().stage == PaymentStage::codeShown);
        CHECK(world.ledger.pay(desk.order()));
        world.pass(2s);
        CHECK(desk.view().stage == PaymentStage::paid);
        CHECK(desk.view().state == ChargeState::settled);
        CHECK(desk.view().attempts.at(0).code.empty());
        const auto subject = desk.office.cases().load(desk.number).value();
        CHECK(subject.state == CaseState::accepted);
        CHECK(subject.charge.tender == Tender::weChat);
        CHECK(subject.charge.orderNumber == desk.order());
        CHECK_FALSE(subject.charge.receiptNumber.empty());
        const auto shift = desk.office.cash().openShiftOf(desk.clerk()).value();
        CHECK(shift.weChat.collected == Money::yuan(40));
        CHECK(shift.weChat.charges == 1);
        CHECK(shift.expected() == Money::yuan(100)); // no cash
        CHECK(world.desk().workList().attempts.empty());
    }
    SUBCASE("writes the intent before anything is sent, and the content that was sent")
    {
        REQUIRE(world.desk().showCode(desk.clerk(), desk.number, weChat));
        CHECK(desk.state() == AttemptState::planned);
        CHECK(world.ledger.orders.empty());
        const auto tasks = world.handOut();
        REQUIRE(tasks.size() == 1);
        CHECK(desk.state() == AttemptState::creating);
        CHECK(tasks[0].intent.content == world.attempt(desk.number).content);
        CHECK(tasks[0].first);
        CHECK(world.ledger.orders.empty());
    }
    SUBCASE("refuses a second attempt, cash and a withdrawal while money may arrive")
    {
        REQUIRE(desk.show(weChat));
        CHECK(desk.show(alipay).refusal().code == Code::paymentOpen);
        CHECK(world.desk().payByCode(desk.clerk(), desk.number, weChatCode + "1").refusal().code ==
              Code::paymentOpen);
        CHECK(desk.cash().refusal().code == Code::paymentOpen);
        CHECK(desk.office.cases()
                  .withdraw(desk.clerk(), desk.office.supervisor, desk.number, "改日再来")
                  .refusal()
                  .code == Code::paymentOpen);
    }
    SUBCASE("refuses what is not to be paid")
    {
        CHECK(
            world.desk().showCode(desk.office.administrator, desk.number, weChat).refusal().code ==
            Code::notPermitted);
        CHECK(world.desk().showCode(desk.clerk(), "1", weChat).refusal().code == Code::noSuchCase);
        CHECK(world.desk()
                  .showCode(desk.clerk(), desk.number, GatewayChannel::platform)
                  .refusal()
                  .code == Code::channelUnavailable);
        CHECK(world.desk().showCode(desk.office.colleague, desk.number, weChat).refusal().code ==
              Code::shiftNotOpen);
        const auto free = desk.office.confirmed(firstTimeDraft());
        CHECK(world.desk().showCode(desk.clerk(), free.acceptanceNumber, weChat).refusal().code ==
              Code::nothingToPay);
        (void)desk.cash().value();
        CHECK(desk.show(weChat).refusal().code == Code::alreadySettled);
    }
    SUBCASE("takes a clock that is six minutes off for a reason not to begin")
    {
        REQUIRE(desk.show(weChat));
        world.setClock(6min);
        world.pass(2s);
        CHECK(world.alarms == std::vector{PaymentAlarm::clockWrong});
        const auto other = world.addCase();
        CHECK(world.desk().showCode(desk.clerk(), other, weChat).refusal().code ==
              Code::clockBlocksPayment);
        world.setClock(-6min); // somebody sets it right
        CHECK(world.desk().clockCheck()->level() == ClockCheck::Level::good);
    }
}

TEST_CASE("PaymentDesk::giveUp")
{
    auto desk = Desk{};
    auto& world = desk.world;
    SUBCASE("closes a WeChat code, and cash is free only with the proof")
    {
        REQUIRE(desk.show(weChat));
        const auto asked = world.desk().giveUp(desk.clerk(), desk.number).value();
        CHECK(asked.stage == PaymentStage::closing);
        CHECK_FALSE(asked.free);
        CHECK(asked.attempts.at(0).code.empty());
        CHECK(desk.cash().refusal().code == Code::paymentOpen);
        world.pass(10s);
        CHECK(desk.state() == AttemptState::closed);
        CHECK(desk.view().free);
        CHECK(world.ledger.orders.at(desk.order()).state == LedgerOrder::State::closed);
        CHECK(desk.cash());
    }
    SUBCASE("is harmless twice, and without an attempt")
    {
        CHECK(world.desk().giveUp(desk.clerk(), desk.number).value().free);
        REQUIRE(desk.show(weChat));
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        const auto events = desk.office.events();
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        CHECK(desk.office.events() == events);
    }
    SUBCASE("books a payment that came between the last question and the close")
    {
        REQUIRE(desk.show(weChat));
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        for (auto tasks = world.handOut(); !tasks.empty(); tasks = world.handOut()) {
            if (tasks[0].call == GatewayCall::close)
                world.ledger.pay(desk.order());
            (void)world.desk().received(tasks[0], world.perform(tasks[0]));
        }
        CHECK(desk.state() == AttemptState::paid);
        CHECK(desk.view().state == ChargeState::settled);
        CHECK(desk.cash().refusal().code == Code::alreadySettled);
    }
    SUBCASE("watches an unscanned Alipay code; what still comes is late and goes back")
    {
        REQUIRE(desk.show(alipay));
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        world.pass(2s);
        CHECK(desk.state() == AttemptState::watch);
        CHECK(desk.view().free);
        CHECK(desk.view().atRisk);
        (void)desk.cash().value();
        const auto order = desk.order();
        world.ledger.scan(order);
        CHECK(world.ledger.pay(order)); // the code was photographed
        world.pass(5min);
        CHECK(desk.state() == AttemptState::latePaid);
        CHECK(world.alarms == std::vector{PaymentAlarm::overpaid});
        CHECK(world.caseCharge(desk.number).state == ChargeState::overpaid);
        CHECK(world.desk().workList().attempts.size() == 1);
        const auto back = world.desk().requestRefund(desk.office.supervisor,
                                                     desk.office.supervisor,
                                                     chargeIdOf(desk.number),
                                                     order,
                                                     Money::yuan(40),
                                                     "重复支付");
        REQUIRE(back);
        world.pass(5min);
        CHECK(world.ledger.orders.at(order).refunded == Money::yuan(40));
        CHECK(world.caseCharge(desk.number).state == ChargeState::settled);
        CHECK(world.desk().workList().attempts.empty());
        CHECK(world.desk().workList().refunds.empty());
        CHECK(desk.view().attempts.at(0).stage == PaymentStage::refunded);
    }
    SUBCASE("takes no cash while late money is here, and takes it when that goes back")
    {
        REQUIRE(desk.show(alipay));
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        world.pass(2s);
        const auto order = desk.order();
        world.ledger.scan(order);
        REQUIRE(world.ledger.pay(order));
        world.pass(5min);
        REQUIRE(desk.state() == AttemptState::latePaid);
        CHECK_FALSE(desk.view().free);
        CHECK(desk.cash().refusal().code == Code::paymentOpen);
        CHECK(desk.show(weChat).refusal().code == Code::paymentOpen);
        REQUIRE(world.desk().requestRefund(desk.office.supervisor,
                                           desk.office.supervisor,
                                           chargeIdOf(desk.number),
                                           order,
                                           Money::yuan(40),
                                           "群众改付现金"));
        CHECK(desk.cash());
    }
    SUBCASE("waits for an unscanned Alipay code to expire where the policy says so")
    {
        world.policy.unscanned = UnscannedPolicy::wait;
        REQUIRE(desk.show(alipay));
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
        world.pass(5min);
        CHECK(desk.state() == AttemptState::closing);
        CHECK(desk.cash().refusal().code == Code::paymentOpen);
        SUBCASE("until expiry and its margin are over")
        {
            world.pass(3min);
            CHECK(desk.state() == AttemptState::closed);
            CHECK(desk.cash());
        }
        SUBCASE("unless a supervisor, who is not the clerk, frees it")
        {
            const auto order = desk.order();
            CHECK(world.desk().overrideWait(desk.clerk(), order, "急").refusal().code ==
                  Code::notPermitted);
            CHECK(world.desk().overrideWait(desk.office.supervisor, order, "").refusal().code ==
                  Code::reasonNeeded);
            CHECK(
                world.desk().overrideWait(desk.office.supervisor, order, "群众要走").value().free);
            CHECK(desk.cash());
        }
    }
    SUBCASE("voids what was never sent")
    {
        REQUIRE(world.desk().showCode(desk.clerk(), desk.number, weChat));
        CHECK(world.desk().giveUp(desk.clerk(), desk.number).value().free);
        CHECK(desk.state() == AttemptState::voided);
        world.pass(1min);
        CHECK(world.ledger.orders.empty());
    }
}

TEST_CASE("PaymentDesk::payByCode")
{
    auto desk = Desk{};
    auto& world = desk.world;
    const auto pay = [&](const std::string& code) {
        return world.desk().payByCode(desk.clerk(), desk.number, code);
    };
    SUBCASE("takes the payment")
    {
        REQUIRE(pay(weChatCode + "1\r\n"));
        world.run();
        CHECK(desk.state() == AttemptState::paid);
        CHECK(world.caseCharge(desk.number).tender == Tender::weChat);
    }
    SUBCASE("believes Alipay only after a query")
    {
        REQUIRE(pay(alipayCode + "1"));
        auto tasks = world.handOut();
        (void)world.desk().received(tasks.at(0), world.perform(tasks.at(0)));
        CHECK(desk.state() == AttemptState::userPaying);
        world.pass(5s);
        CHECK(desk.state() == AttemptState::paid);
    }
    SUBCASE("never keeps the code")
    {
        REQUIRE(pay(weChatCode + "1"));
        world.run();
        for (const auto& event : desk.office.journal().eventsFrom(1, 10000)) {
            CHECK(event.payload.find(weChatCode + "1") == std::string::npos);
            CHECK(event.payload.find("code_masked") == std::string::npos);
        }
        CHECK(world.attempt(desk.number).content.ends_with("13**************41"));
    }
    SUBCASE("reverses when nobody typed the password within 45 s")
    {
        REQUIRE(pay(weChatCode + "3"));
        world.pass(40s);
        CHECK(desk.state() == AttemptState::userPaying);
        world.pass(30s);
        CHECK(desk.state() == AttemptState::reversed);
        CHECK(desk.view().free);
        CHECK(world.ledger.orders.at(desk.order()).state == LedgerOrder::State::reversed);
    }
    SUBCASE("finds the payment behind a lost answer and a system error")
    {
        for (const auto* code : {"6", "8"}) {
            desk.number = world.addCase();
            REQUIRE(pay(weChatCode + code));
            world.pass(10s);
            CHECK(desk.state() == AttemptState::paid);
        }
    }
    SUBCASE("fails by a definite code only after the order was asked for")
    {
        REQUIRE(pay(weChatCode + "4"));
        auto tasks = world.handOut();
        (void)world.desk().received(tasks.at(0), world.perform(tasks.at(0)));
        CHECK(desk.state() == AttemptState::unknown); // unsigned
        world.pass(1s);
        CHECK(desk.state() == AttemptState::failed);
        REQUIRE(pay(alipayCode + "4"));
        world.run();
        CHECK(desk.state() == AttemptState::failed); // signed
        CHECK(desk.view().free);
    }
    SUBCASE("says what was scanned when it is no code of ours")
    {
        CHECK(pay("wxp://f2f0abc").refusal().code == Code::notAPaymentCode);
        CHECK(pay("１３０１２３４５６７８９０１２３４１").refusal().code == Code::notAPaymentCode);
        CHECK(pay("151234567890123456").refusal().code == Code::walletNotSupported);
        CHECK(pay("6212345678901234567").refusal().code == Code::walletNotSupported);
        CHECK(world.ledger.orders.empty());
    }
}

TEST_CASE("PaymentDesk calls unknown what the provider lets go of neither way")
{
    auto desk = Desk{};
    auto& world = desk.world;
    auto& cash = desk.office.cash();
    auto end = AttemptState::closed;
    SUBCASE("an order that cannot be closed")
    {
        REQUIRE(desk.show(weChat));
        world.between = [](const GatewayTask& task, const auto& call) -> GatewayReply {
            if (task.call != GatewayCall::close)
                return call();
            return GatewayAnswer<CloseReport>{.outcome = GatewayOutcome::refused,
                                              .problem = GatewayProblem::notAllowed};
        };
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
    }
    SUBCASE("a payment by code that cannot be reversed")
    {
        end = AttemptState::reversed;
        REQUIRE(world.desk().payByCode(desk.clerk(), desk.number, weChatCode + "3"));
        world.between = [](const GatewayTask& task, const auto& call) -> GatewayReply {
            if (task.call != GatewayCall::reverse)
                return call();
            return GatewayAnswer<ReverseReport>{.outcome = GatewayOutcome::refused,
                                                .problem = GatewayProblem::notAllowed};
        };
        world.run();
        (void)world.desk().giveUp(desk.clerk(), desk.number).value();
    }
    world.pass(5min);
    CHECK(world.desk().view(desk.number)->stage == PaymentStage::closing);
    const auto counted = cash.openShiftOf(desk.clerk()).value().opening;
    CHECK(cash.countDrawer(desk.clerk(), counted).refusal().code == Code::attemptsInFlight);
    world.pass(15min);
    CHECK(desk.state() == AttemptState::unknown);
    CHECK(std::ranges::count(world.alarms, PaymentAlarm::stuck) > 0);
    CHECK_FALSE(desk.view().free);
    const auto before = desk.office.events();
    world.pass(1h);
    CHECK(desk.office.events() < before + 30); // asked slowly
    CHECK(desk.state() == AttemptState::unknown);

    // a shift that ends, with a supervisor
    REQUIRE(cash.countDrawer(desk.clerk(), counted));
    CHECK(cash.closeShift(desk.clerk()).refusal().code == Code::attemptsUnknown);
    CHECK(cash.closeShift(desk.clerk(), {"支付机构不受理关单", desk.office.supervisor}));
    world.between = {};
    world.pass(2h);
    CHECK(desk.state() == end);
    CHECK(desk.view().free);
}

TEST_CASE("PaymentDesk asks no more often than the policy says")
{
    auto desk = Desk{};
    auto& world = desk.world;
    const auto other = world.addCase();
    for (const auto most : {1, 5}) {
        world.policy.callsPerSecond = most;
        world.crash();
        world.pass(2s);
        for (const auto& number : {desk.number, other})
            REQUIRE(world.desk().showCode(desk.clerk(), number, weChat));
        CHECK(world.handOut().size() == static_cast<std::size_t>(std::min(most, 2)));
        world.crash(); // what was handed out has no answer
        for (const auto& number : {desk.number, other}) {
            world.pass(2s);
            (void)world.desk().giveUp(desk.clerk(), number);
        }
        world.pass(20min);
        CHECK(world.desk().view(other)->free);
    }
}

TEST_CASE("PaymentDesk freezes what does not fit")
{
    auto desk = Desk{};
    auto& world = desk.world;
    REQUIRE(desk.show(weChat));
    world.ledger.pay(desk.order());
    SUBCASE("another amount under a good signature")
    {
        world.ledger.next = LedgerFault::otherAmount;
    }
    SUBCASE("another order under a good signature")
    {
        world.ledger.next = LedgerFault::otherOrder;
    }
    world.ledger.mayLie = true;
    world.pass(2s);
    CHECK(desk.view().stage == PaymentStage::frozen);
    CHECK(desk.view().state == ChargeState::open);
    CHECK(world.alarms == std::vector{PaymentAlarm::mismatch});
    CHECK(desk.cash().refusal().code == Code::paymentFrozen);
    CHECK(world.desk().giveUp(desk.clerk(), desk.number).refusal().code == Code::paymentFrozen);
    world.pass(1h);
    CHECK(desk.view().stage == PaymentStage::frozen);
    CHECK(world.desk().workList().attempts.size() == 1);
    CHECK(world.desk().release(desk.clerk(), desk.order(), "查过了").refusal().code ==
          Code::notPermitted);
    CHECK(world.desk().release(desk.office.supervisor, desk.order(), "查过了"));
    world.pass(5s);
    CHECK(desk.state() == AttemptState::paid);
    CHECK(world.desk().workList().attempts.empty());
}

TEST_CASE("PaymentDesk believes no answer without a signature")
{
    auto desk = Desk{};
    REQUIRE(desk.show(weChat));
    desk.world.ledger.next = LedgerFault::unsignedPaid;
    desk.world.pass(2s);
    CHECK(desk.view().stage == PaymentStage::codeShown);
    CHECK(desk.view().state == ChargeState::open);
}

TEST_CASE("a second payment and the withdrawal of its case may come in either order")
{
    for (const auto withdrawnFirst : {true, false})
        for (const auto lateGoesBackFirst : {true, false}) {
            INFO(withdrawnFirst, " ", lateGoesBackFirst);
            auto desk = Desk{};
            auto& world = desk.world;
            auto& office = desk.office;
            REQUIRE(desk.show(alipay));
            (void)world.desk().giveUp(desk.clerk(), desk.number).value();
            world.pass(2s);
            const auto late = desk.order();
            REQUIRE(desk.show(weChat));
            const auto first = desk.order();
            world.ledger.pay(first);
            world.pass(3s);
            const auto withdraw = [&] {
                (void)office.cases()
                    .withdraw(office.clerk, office.supervisor, desk.number, "申请人撤回")
                    .value();
            };
            if (withdrawnFirst)
                withdraw();
            world.ledger.scan(late);
            REQUIRE(world.ledger.pay(late));
            world.pass(4min);
            if (!withdrawnFirst)
                withdraw();
            CHECK(world.caseCharge(desk.number).state == ChargeState::refundPending);

            auto orders = std::vector{first, late};
            if (lateGoesBackFirst)
                std::ranges::reverse(orders);
            for (const auto& order : orders) {
                REQUIRE(world.desk().requestRefund(office.clerk,
                                                   office.supervisor,
                                                   chargeIdOf(desk.number),
                                                   order,
                                                   Money::yuan(40),
                                                   "申请人撤回"));
                world.pass(10min);
                CHECK(world.ledger.orders.at(order).refunded == Money::yuan(40));
                CHECK(office.cases().load(desk.number)); // readable all the way
            }
            CHECK(world.caseCharge(desk.number).state == ChargeState::refunded);
            CHECK(world.desk().workList().attempts.empty());
            CHECK(world.desk().workList().refunds.empty());
            CHECK(world.journal().verify().problems.empty());
        }
}

TEST_CASE("PaymentDesk::acceptLatePayment")
{
    auto desk = Desk{};
    auto& world = desk.world;
    REQUIRE(desk.show(alipay));
    const auto order = desk.order();
    (void)world.desk().giveUp(desk.clerk(), desk.number).value();
    world.pass(2s);
    world.ledger.scan(order);
    world.ledger.pay(order);
    world.pass(3min);
    REQUIRE(desk.state() == AttemptState::latePaid);
    CHECK(desk.view().stage == PaymentStage::paidLate);
    CHECK_FALSE(desk.view().free); // money lies there already
    CHECK(world.desk().acceptLatePayment(desk.clerk(), order, "群众已付").refusal().code ==
          Code::notPermitted);
    CHECK(world.desk().acceptLatePayment(desk.office.supervisor, order, "群众已付"));
    CHECK(desk.state() == AttemptState::paid);
    CHECK(desk.view().state == ChargeState::settled);
    CHECK(desk.office.cases().load(desk.number).value().state == CaseState::accepted);
    CHECK(world.desk().workList().attempts.empty());
    CHECK(
        world.desk().acceptLatePayment(desk.office.supervisor, order, "群众已付").refusal().code ==
        Code::wrongState);
}

TEST_CASE("PaymentDesk::requestRefund")
{
    auto desk = Desk{};
    auto& world = desk.world;
    auto& office = desk.office;
    REQUIRE(desk.show(weChat));
    const auto order = desk.order();
    world.ledger.pay(order);
    world.pass(3s);
    const auto charge = chargeIdOf(desk.number);
    const auto ask = [&](const Actor& actor, const Actor& approver, Money amount) {
        return world.desk().requestRefund(actor, approver, charge, order, amount, "申请人撤回");
    };
    CHECK(ask(office.clerk, office.supervisor, Money::yuan(40)).refusal().code ==
          Code::wrongState); // the case stands
    (void)office.cases()
        .withdraw(office.clerk, office.supervisor, desk.number, "申请人撤回")
        .value();
    SUBCASE("needs a second person, also under another name")
    {
        CHECK(ask(office.clerk, office.clerk, Money::yuan(40)).refusal().code ==
              Code::notPermitted);
        CHECK(ask(office.clerk, office.clerkAsSupervisor, Money::yuan(40)).refusal().code ==
              Code::ownWork);
        CHECK(ask(office.supervisor, office.supervisor, Money::yuan(40)).refusal().code ==
              Code::ownWork);
        CHECK(ask(office.clerk, office.supervisor, Money::yuan(41)).refusal() ==
              Refusal{Code::refundTooMuch, "amount", {"40.00"}});
    }
    SUBCASE("goes back by the same way, with one number for every retry")
    {
        world.ledger.next = LedgerFault::dropAfter;
        REQUIRE(ask(office.clerk, office.supervisor, Money::yuan(40)));
        CHECK(ask(office.clerk, office.supervisor, Money::yuan(40)).refusal().code ==
              Code::wrongState); // it is on its way
        CHECK(world.desk().workList().refunds.size() == 1);
        world.pass(5min);
        const auto& kept = world.ledger.orders.at(order);
        CHECK(kept.refunds == std::map<std::string, Money>{{order + "R01", Money::yuan(40)}});
        CHECK(world.caseCharge(desk.number).state == ChargeState::refunded);
        CHECK(desk.view().stage == PaymentStage::refunded);
        const auto shift = office.cash().openShiftOf(office.clerk).value();
        CHECK(shift.weChat.refunded == Money::yuan(40));
        CHECK(shift.expected() == Money::yuan(100));
        CHECK(world.desk().workList().refunds.empty());
    }
    SUBCASE("is the finance desk's where the policy leaves it no refund")
    {
        world.policy.weChat.days = 0;
        CHECK(ask(office.clerk, office.supervisor, Money::yuan(40)).refusal().code ==
              Code::channelUnavailable);
        const auto handed = world.desk().handToFinance(
            office.clerk, office.supervisor, charge, order, "非税收入由财务退付");
        REQUIRE(handed);
        CHECK(handed.value().handovers.size() == 1);
        CHECK(world.ledger.refunded() == Money{});
    }
    SUBCASE("in parts ends with the number that the channel allows")
    {
        world.policy.weChat.parts = 2;
        for (auto part = 0; part < 2; ++part) {
            REQUIRE(ask(office.clerk, office.supervisor, Money::yuan(10)));
            world.pass(5min);
        }
        CHECK(world.ledger.orders.at(order).refunded == Money::yuan(20));
        CHECK(ask(office.clerk, office.supervisor, Money::yuan(10)).refusal().code ==
              Code::channelUnavailable);
        REQUIRE(world.desk().handToFinance(
            office.clerk, office.supervisor, charge, order, "次数已满，由财务退付"));
        CHECK(world.ledger.orders.at(order).refunded == Money::yuan(20));
    }
    SUBCASE("waits for the merchant's funds on the work list")
    {
        world.ledger.next = LedgerFault::configuration;
        REQUIRE(ask(office.clerk, office.supervisor, Money::yuan(40)));
        world.pass(10s);
        CHECK(world.alarms == std::vector{PaymentAlarm::configuration});
        CHECK(world.desk().workList().refunds.size() == 1);
        world.pass(2h);
        CHECK(world.ledger.orders.at(order).refunded == Money::yuan(40));
    }
}

TEST_CASE("PaymentDesk::merge")
{
    auto desk = Desk{};
    auto& world = desk.world;
    const auto second = world.addCase();
    const auto third = world.addCase();
    const auto merged = world.desk().merge(desk.clerk(), {desk.number, second}).value();
    CHECK(merged.due == Money::yuan(80));
    CHECK(merged.items.size() == 2);
    SUBCASE("settles every case with one order")
    {
        REQUIRE(desk.show(weChat));
        CHECK(desk.office.cash()
                  .payCash(desk.clerk(), second, Money::yuan(40), false)
                  .refusal()
                  .code == Code::chargeLocked);
        world.ledger.pay(desk.order());
        world.pass(3s);
        for (const auto& number : {desk.number, second}) {
            CHECK(world.caseCharge(number).state == ChargeState::settled);
            CHECK(desk.office.cases().load(number).value().state == CaseState::accepted);
        }
        const auto shift = desk.office.cash().openShiftOf(desk.clerk()).value();
        CHECK(shift.weChat.collected == Money::yuan(80));
        CHECK(shift.weChat.charges == 2);
        CHECK(world.charge(desk.number).state == ChargeState::settled);

        // one of them withdrawn: a part goes back
        (void)desk.office.cases()
            .withdraw(desk.clerk(), desk.office.supervisor, second, "申请人撤回")
            .value();
        const auto order = world.ledger.orders.begin()->first;
        CHECK(world.desk()
                  .requestRefund(desk.clerk(),
                                 desk.office.supervisor,
                                 chargeIdOf(desk.number),
                                 order,
                                 Money::yuan(40),
                                 "撤回")
                  .refusal()
                  .code == Code::wrongState);
        REQUIRE(world.desk().requestRefund(desk.clerk(),
                                           desk.office.supervisor,
                                           chargeIdOf(second),
                                           order,
                                           Money::yuan(40),
                                           "撤回"));
        world.pass(10min);
        CHECK(world.ledger.orders.at(order).refunded == Money::yuan(40));
        CHECK(world.caseCharge(second).state == ChargeState::refunded);
        CHECK(world.caseCharge(desk.number).state == ChargeState::settled);
    }
    SUBCASE("locks its cases until it is taken apart")
    {
        CHECK(world.desk().merge(desk.clerk(), {second, third}).refusal() ==
              Refusal{Code::notMergeable, "acceptanceNumber", {second}});
        CHECK(desk.cash().refusal().code == Code::chargeLocked);
        REQUIRE(desk.show(weChat));
        CHECK(world.desk().takeApart(desk.clerk(), merged.chargeId).refusal().code ==
              Code::paymentOpen);
        (void)world.desk().giveUp(desk.clerk(), second).value();
        world.pass(10s);
        CHECK(world.desk().takeApart(desk.clerk(), merged.chargeId));
        CHECK(desk.cash());
        CHECK(world.desk().merge(desk.clerk(), {second, third}));
    }
    SUBCASE("takes two to five open charges")
    {
        CHECK(world.desk().merge(desk.clerk(), {third}).refusal().code == Code::missing);
        CHECK(world.desk().merge(desk.clerk(), {third, third}).refusal().code == Code::missing);
        auto six = std::vector<std::string>{};
        for (auto i = 0; i < 6; ++i)
            six.push_back(world.addCase());
        CHECK(world.desk().merge(desk.clerk(), six).refusal() ==
              Refusal{Code::tooManyItems, "acceptanceNumber", {"5"}});
        six.resize(3);
        world.policy.mergeMax = 2;
        CHECK(world.desk().merge(desk.clerk(), six).refusal() ==
              Refusal{Code::tooManyItems, "acceptanceNumber", {"2"}});
        world.policy.mergeMax = 3;
        CHECK(world.desk().merge(desk.clerk(), six));
    }
    SUBCASE("is no longer begun when it could outlive its day")
    {
        world.pass(24h);
        CHECK(desk.show(weChat).refusal().code == Code::chargeLocked);
    }
    SUBCASE("lives as long as the policy says")
    {
        world.policy.mergeValid = 2h;
        const auto shorter = world.desk().merge(desk.clerk(), {world.addCase(), world.addCase()});
        REQUIRE(shorter);
        const auto number = shorter.value().items.front().acceptanceNumber;
        world.pass(110min);
        CHECK(world.desk().showCode(desk.clerk(), number, weChat));
        world.pass(10min);
        (void)world.desk().giveUp(desk.clerk(), number);
        world.pass(10min);
        CHECK(world.desk().showCode(desk.clerk(), number, weChat).refusal().code ==
              Code::chargeLocked);
    }
    CHECK(world.journal().verify().problems.empty());
}

TEST_CASE("a new epoch keeps order numbers apart after a restore")
{
    auto desk = Desk{};
    REQUIRE(desk.show(weChat));
    const auto before = desk.order();
    desk.world.journal().commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::databaseRestored,
                                "window",
                                desk.office.administrator,
                                {{"day", "2026-11-23"}, {"part", 1}}));
    });
    const auto other = desk.world.addCase();
    REQUIRE(desk.world.desk().showCode(desk.clerk(), other, weChat));
    const auto after = desk.world.attempt(other).orderNumber;
    CHECK(before.substr(0, 5) == "52031");
    CHECK(after.substr(0, 5) == "52032");
}

} // namespace guitai::payment_desk_test
