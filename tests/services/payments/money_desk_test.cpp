#include "services/payments/money_desk.h"

#include "services/cases/case_events.h"
#include "tests/services/payments/model/payment_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

namespace guitai::money_desk_test
{

using namespace std::chrono_literals;
using Code = Refusal::Code;

namespace
{

constexpr auto weChat = GatewayChannel::weChat;
constexpr auto alipay = GatewayChannel::alipay;
const auto whole = Money::yuan(40);
const auto reason = std::string{"申请人撤回"};

struct Window {
    CaseOffice office{};
    PaymentWorld world{office, 1};
    std::string number = world.addCase();
    MoneyDesk money{{office.journal(),
                     exampleRules(),
                     office.printer,
                     office.window.clock,
                     office.window.random,
                     office.window.identity(),
                     {}}};

    std::string order() { return world.attempt(number).orderNumber; }
    std::string charge() const { return chargeIdOf(number); }
    std::vector<MoneyItem> list() { return money.workList(); }
    MoneyMatter only()
    {
        const auto items = list();
        REQUIRE(items.size() == 1);
        CHECK(items[0].acceptanceNumber == number);
        CHECK(items[0].amount == whole);
        CHECK_FALSE(items[0].name.empty());
        return items[0].matter;
    }
    void pay(GatewayChannel channel)
    {
        (void)world.desk().showCode(office.clerk, number, channel).value();
        world.run();
        world.ledger.scan(order());
        REQUIRE(world.ledger.pay(order()));
        world.pass(3s);
        REQUIRE(world.caseCharge(number).state == ChargeState::settled);
    }
    void withdraw()
    {
        (void)office.cases().withdraw(office.clerk, office.supervisor, number, reason).value();
    }
    Result<PaymentView> refund()
    {
        return world.desk().requestRefund(
            office.clerk, office.supervisor, charge(), order(), whole, reason);
    }
    Result<PaymentView> handOver(const std::string& why = "支付机构退不了")
    {
        return world.desk().handToFinance(office.clerk, office.supervisor, charge(), order(), why);
    }
    /// The provider's answer to the call that is due.
    void answer(RefundState state)
    {
        const auto tasks = world.handOut();
        REQUIRE(tasks.size() == 1);
        (void)world.desk().received(
            tasks[0],
            GatewayAnswer<RefundReport>{.outcome = GatewayOutcome::ok,
                                        .value = RefundReport{.state = state},
                                        .proven = true});
    }
    /// Paid late with a code that was withdrawn, as nobody has told the window yet.
    void payLate()
    {
        (void)world.desk().showCode(office.clerk, number, alipay).value();
        world.run();
        (void)world.desk().giveUp(office.clerk, number).value();
        world.pass(2s);
        REQUIRE(world.attempt(number).state == AttemptState::watch);
        world.ledger.scan(order());
        REQUIRE(world.ledger.pay(order()));
    }
};

} // namespace

TEST_CASE("MoneyDesk::workList")
{
    auto window = Window{};
    SUBCASE("is empty while money is simply taken")
    {
        CHECK(window.list().empty());
        (void)window.world.desk().showCode(window.office.clerk, window.number, weChat).value();
        window.world.run();
        CHECK(window.list().empty()); // somebody stands at the window with a telephone
        REQUIRE(window.world.ledger.pay(window.order()));
        window.world.pass(3s);
        CHECK(window.list().empty());
    }
    SUBCASE("follows a withdrawn code that is paid, and its refund, until the money is back")
    {
        window.payLate();
        CHECK(window.only() == MoneyMatter::watched);
        CHECK(choicesOf(MoneyMatter::watched) == MoneyChoices{.ask = true});
        CHECK_FALSE(window.list()[0].carriedOver);
        window.world.pass(5min);
        CHECK(window.only() == MoneyMatter::paidLate);
        CHECK(choicesOf(MoneyMatter::paidLate).accept);
        REQUIRE(window.refund());
        CHECK(window.only() == MoneyMatter::refundRuns);
        CHECK_FALSE(window.list()[0].refundNumber.empty());
        window.world.pass(10min);
        CHECK(window.list().empty());
    }
    SUBCASE("tells that somebody paid twice")
    {
        window.payLate();
        (void)window.office.cash()
            .payCash(window.office.clerk, window.number, whole, false)
            .value();
        window.world.pass(5min);
        CHECK(window.only() == MoneyMatter::paidTwice);
        CHECK_FALSE(choicesOf(MoneyMatter::paidTwice).accept);
    }
    SUBCASE("names what a withdrawn case is owed, and by which way")
    {
        window.pay(weChat);
        window.withdraw();
        CHECK(window.only() == MoneyMatter::refundOwed);
        CHECK(window.list()[0].channel == weChat);
        REQUIRE(window.refund());
        window.answer(RefundState::abnormal);
        CHECK(window.only() == MoneyMatter::refundStuck);
        CHECK(choicesOf(MoneyMatter::refundStuck).handOver);
    }
    SUBCASE("has what did not fit, until somebody looked")
    {
        (void)window.world.desk().showCode(window.office.clerk, window.number, weChat).value();
        window.world.run();
        window.world.ledger.pay(window.order());
        window.world.ledger.next = LedgerFault::otherAmount;
        window.world.pass(2s);
        CHECK(window.only() == MoneyMatter::frozen);
        CHECK(choicesOf(MoneyMatter::frozen) == MoneyChoices{.release = true});
        REQUIRE(window.world.desk().release(
            window.office.supervisor, window.order(), "已与支付平台核对"));
        window.world.pass(5s);
        CHECK(window.list().empty());
    }
    SUBCASE("says that a code is of a shift that was closed since")
    {
        window.payLate();
        auto& cash = window.office.cash();
        REQUIRE(cash.countDrawer(window.office.clerk, {{1000, 10}}));
        REQUIRE(cash.closeShift(window.office.clerk));
        CHECK(window.only() == MoneyMatter::watched);
        CHECK(window.list()[0].carriedOver);
    }
}

TEST_CASE("PaymentDesk::askNow")
{
    auto window = Window{};
    auto& desk = window.world.desk();
    window.payLate();
    window.world.run();
    REQUIRE(window.world.attempt(window.number).state == AttemptState::watch); // asked later
    CHECK(desk.askNow(window.office.administrator, window.order()).refusal().code ==
          Code::notPermitted);
    CHECK(desk.askNow(window.office.clerk, "X").refusal().code == Code::noSuchAttempt);
    REQUIRE(desk.askNow(window.office.clerk, window.order()));
    window.world.run();
    CHECK(window.world.attempt(window.number).state == AttemptState::latePaid);
    REQUIRE(desk.askNow(window.office.clerk, window.order())); // nothing to ask: does no harm
    window.world.run();
    CHECK(window.world.attempt(window.number).state == AttemptState::latePaid);
}

TEST_CASE("PaymentDesk::handToFinance")
{
    auto window = Window{};
    auto& office = window.office;
    window.pay(weChat);
    CHECK(window.handOver().refusal().code == Code::wrongState); // the case stands
    window.withdraw();
    SUBCASE("is not for what the provider still gives back")
    {
        CHECK(window.handOver().refusal().code == Code::refundFirst);
        REQUIRE(window.refund());
        CHECK(window.handOver().refusal().code == Code::refundRuns);
        window.answer(RefundState::processing);
        CHECK(window.handOver().refusal().code == Code::refundRuns);
    }
    SUBCASE("needs a second person and a reason")
    {
        REQUIRE(window.refund());
        window.answer(RefundState::abnormal);
        auto& desk = window.world.desk();
        const auto by = [&](const Actor& actor, const Actor& approver) {
            return desk.handToFinance(actor, approver, window.charge(), window.order(), reason)
                .refusal()
                .code;
        };
        CHECK(by(office.clerk, office.colleague) == Code::notPermitted);
        CHECK(by(office.clerk, office.clerkAsSupervisor) == Code::ownWork);
        CHECK(by(office.supervisor, office.supervisor) == Code::ownWork);
        CHECK(window.handOver(" ").refusal().code == Code::reasonNeeded);
        CHECK(window.only() == MoneyMatter::refundStuck);
    }
    SUBCASE("takes what the provider refused, and asks no more")
    {
        window.world.ledger.next = LedgerFault::configuration;
        REQUIRE(window.refund());
        window.world.run();
        CHECK(window.only() == MoneyMatter::refundRefused);
        const auto view = window.handOver().value();
        REQUIRE(view.handovers.size() == 1);
        CHECK(view.handovers[0].amount == whole);
        CHECK(view.handovers[0].requester == office.clerk.userId);
        CHECK(view.handovers[0].supervisor == office.supervisor.userId);
        CHECK(view.refunds.at(0).standing == RefundStanding::handedOver);
        CHECK(window.list().empty());
        window.world.pass(24h);
        CHECK(window.world.ledger.orders.at(window.order()).refunded == Money{});
        window.world.crash();
        window.world.pass(1h);
        CHECK(window.world.ledger.orders.at(window.order()).refunded == Money{});
        CHECK(window.refund().refusal().code == Code::wrongState); // not paid back twice
        CHECK(window.handOver().refusal().code == Code::wrongState);
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("gives way to a refund that the provider made all the same")
    {
        REQUIRE(window.refund());
        window.answer(RefundState::abnormal);
        window.world.pass(1s);
        REQUIRE(window.world.desk().askNow(office.clerk, window.order()));
        const auto asked = window.world.handOut();
        REQUIRE(asked.size() == 1);
        REQUIRE(window.handOver());
        (void)window.world.desk().received(
            asked[0],
            GatewayAnswer<RefundReport>{.outcome = GatewayOutcome::ok,
                                        .value = RefundReport{.state = RefundState::done},
                                        .proven = true});
        const auto file = window.money.file(window.number).value();
        CHECK(file.refunds.at(0).standing == RefundStanding::done);
        CHECK(file.state == ChargeState::refunded);
        CHECK(window.list().empty());
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("takes a payment that is too old to be refunded")
    {
        window.world.setClock(24h * 400);
        CHECK(window.refund().refusal().code == Code::channelUnavailable);
        REQUIRE(window.handOver());
        CHECK(window.list().empty());
        CHECK(window.money.file(window.number)->handovers.size() == 1);
    }
    SUBCASE("takes what ended at the provider without effect")
    {
        REQUIRE(window.refund());
        window.answer(RefundState::closed);
        CHECK(window.only() == MoneyMatter::refundOwed); // another refund, or the finance desk
        REQUIRE(window.handOver());
        CHECK(window.list().empty());
    }
}

TEST_CASE("late money that the finance desk gives back frees the voucher")
{
    auto window = Window{};
    auto& office = window.office;
    window.payLate();
    (void)office.cash().payCash(office.clerk, window.number, whole, false).value();
    window.world.pass(5min);
    REQUIRE(window.world.caseCharge(window.number).state == ChargeState::overpaid);
    window.world.ledger.next = LedgerFault::configuration;
    REQUIRE(window.refund());
    window.world.run();
    REQUIRE(window.handOver());
    CHECK(window.world.caseCharge(window.number).state == ChargeState::settled);
    CHECK(window.list().empty());
}

TEST_CASE("MoneyDesk::handCashToFinance")
{
    auto window = Window{};
    auto& office = window.office;
    const auto byHand = [&](const Actor& approver, const std::string& why) {
        return window.money.handCashToFinance(office.clerk, approver, window.number, why);
    };
    (void)office.cash().payCash(office.clerk, window.number, whole, false).value();
    CHECK(byHand(office.supervisor, reason).refusal().code == Code::wrongState);
    REQUIRE(office.cash().countDrawer(office.clerk, {{1000, 14}}));
    REQUIRE(office.cash().closeShift(office.clerk));
    window.withdraw();
    CHECK(window.only() == MoneyMatter::cashOwed);
    CHECK_FALSE(window.list()[0].channel);
    CHECK(byHand(office.clerkAsSupervisor, reason).refusal().code == Code::ownWork);
    CHECK(byHand(office.colleague, reason).refusal().code == Code::notPermitted);
    CHECK(byHand(office.supervisor, "").refusal().code == Code::reasonNeeded);
    CHECK(window.money.handCashToFinance(office.clerk, office.supervisor, "1", reason)
              .refusal()
              .code == Code::noSuchCase);
    const auto file = byHand(office.supervisor, reason).value();
    CHECK(file.open == Money{});
    CHECK(file.handovers.at(0).amount == whole);
    CHECK(window.list().empty());
    CHECK(byHand(office.supervisor, reason).refusal().code == Code::wrongState); // once
    CHECK(office.journal().verify().problems.empty());
}

TEST_CASE("MoneyDesk::file")
{
    auto window = Window{};
    CHECK_FALSE(window.money.file("1"));
    const auto unpaid = window.money.file(window.number).value();
    CHECK(unpaid.due == whole);
    CHECK_FALSE(unpaid.attempt);
    CHECK_FALSE(unpaid.matter);
    window.pay(alipay);
    const auto paid = window.money.file(window.number).value();
    CHECK(paid.attempt->stage == PaymentStage::paid);
    CHECK(paid.open == Money{}); // the case stands
    window.withdraw();
    const auto owed = window.money.file(window.number, window.order()).value();
    CHECK(owed.open == whole);
    CHECK(owed.matter == MoneyMatter::refundOwed);
    REQUIRE(window.refund());
    window.world.pass(10min);
    const auto back = window.money.file(window.number).value();
    CHECK(back.open == Money{});
    CHECK_FALSE(back.matter);
    CHECK(back.refunds.at(0).standing == RefundStanding::done);
    CHECK(back.refunds.at(0).supervisor == window.office.supervisor.userId);
    CHECK(back.state == ChargeState::refunded);
}

TEST_CASE("a payment is found by the last digits that a telephone shows")
{
    auto window = Window{};
    window.pay(weChat);
    const auto paid = *window.money.file(window.number)->attempt;
    const auto tailOf = [](const std::string& whole) { return whole.substr(whole.size() - 6); };
    const auto found = [&window](const std::string& digits) {
        auto orders = std::vector<std::string>{};
        for (const auto& file : window.money.bearing(digits))
            orders.push_back(file.attempt->orderNumber);
        return orders;
    };
    const auto ours = std::vector{paid.orderNumber};

    CHECK(found(tailOf(paid.providerNumber)) == ours);
    CHECK(found(tailOf(paid.orderNumber)) == ours);
    CHECK(found(paid.providerNumber) == ours);
    auto typed = tailOf(paid.orderNumber);
    std::ranges::transform(typed, typed.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    CHECK(found(" " + typed.substr(0, 3) + " " + typed.substr(3)) == ours);
    CHECK(found(tailOf(paid.orderNumber).substr(3)).empty()); // three digits say too little
    CHECK(found("not one of ours").empty());
    CHECK(found({}).empty());
    window.office.window.clock.pass(std::chrono::days{32});
    CHECK(found(paid.providerNumber).empty());
}

} // namespace guitai::money_desk_test
