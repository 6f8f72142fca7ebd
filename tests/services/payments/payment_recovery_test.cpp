// The program is killed after each of the four steps of a call, and the journal is cut
// after each event: the sweep of the next start brings everything to the right end.
#include "services/cases/case_events.h"
#include "services/payments/charge_fold.h"
#include "tests/services/payments/model/payment_world.h"

#include <doctest/doctest.h>

namespace guitai::payment_recovery_test
{

using namespace std::chrono_literals;

namespace
{

/// Where the power goes: before the call is handed out, before it is made, before its answer is
/// recorded, after all.
enum class Cut { planned, handedOut, called, recorded };

struct Desk {
    CaseOffice office{};
    PaymentWorld world{office, 5};
    std::string number = world.addCase();

    AttemptState state() { return world.attempt(number).state; }
    std::string order() { return world.attempt(number).orderNumber; }
    LedgerOrder* kept()
    {
        const auto found = world.ledger.orders.find(order());
        return found == world.ledger.orders.end() ? nullptr : &found->second;
    }
    void cut(Cut cut)
    {
        if (cut != Cut::planned)
            for (const auto& task : world.handOut()) {
                if (cut == Cut::handedOut)
                    continue;
                const auto reply = world.perform(task);
                if (cut == Cut::recorded)
                    (void)world.desk().received(task, reply);
            }
        world.crash();
    }
    void show(GatewayChannel channel)
    {
        REQUIRE(world.desk().showCode(office.clerk, number, channel));
    }
    void finish()
    {
        (void)world.desk().giveUp(office.clerk, number).value();
        world.pass(1h);
    }
    void checkNothingHangs()
    {
        CHECK(world.desk().workList().attempts.empty());
        CHECK(world.desk().workList().refunds.empty());
        CHECK(world.journal().verify().problems.empty());
        world.journal().rebuildIndex();
        CHECK(world.journal().verify().problems.empty());
    }
};

} // namespace

TEST_CASE("killed around a create")
{
    for (const auto channel : {GatewayChannel::weChat, GatewayChannel::alipay})
        for (const auto cut : {Cut::planned, Cut::handedOut, Cut::called, Cut::recorded}) {
            auto desk = Desk{};
            INFO(nameOf(channel), " ", static_cast<int>(cut));
            desk.show(channel);
            desk.cut(cut);
            if (cut == Cut::planned)
                CHECK(desk.state() == AttemptState::voided);
            if (cut == Cut::recorded) // the code shows again
                CHECK(desk.world.desk().view(desk.number)->stage == PaymentStage::codeShown);
            desk.finish();
            CHECK(desk.world.desk().view(desk.number)->free);
            CHECK(desk.world.ledger.captured() == Money{});
            desk.checkNothingHangs();
        }
}

TEST_CASE("killed after the citizen paid")
{
    for (const auto cut : {Cut::planned, Cut::handedOut, Cut::called, Cut::recorded}) {
        auto desk = Desk{};
        INFO(static_cast<int>(cut));
        desk.show(GatewayChannel::weChat);
        desk.world.run();
        desk.world.ledger.pay(desk.order());
        desk.world.crash();
        desk.cut(cut);
        desk.world.pass(5s);
        CHECK(desk.state() == AttemptState::paid);
        CHECK(desk.world.caseCharge(desk.number).state == ChargeState::settled);
        CHECK(desk.world.ledger.orders.size() == 1);
        desk.checkNothingHangs();
    }
}

TEST_CASE("killed around a payment by code")
{
    for (const auto* code : {"130123456789012341", "280123456789012341", "130123456789012343"})
        for (const auto cut : {Cut::planned, Cut::handedOut, Cut::called, Cut::recorded}) {
            auto desk = Desk{};
            INFO(code, " ", static_cast<int>(cut));
            REQUIRE(desk.world.desk().payByCode(desk.office.clerk, desk.number, code));
            desk.cut(cut);
            desk.world.pass(10min);
            const auto* kept = desk.kept();
            const auto held = kept != nullptr && kept->captured() && kept->refunded == Money{};
            CHECK((desk.world.caseCharge(desk.number).state == ChargeState::settled) == held);
            CHECK(desk.world.ledger.orders.size() <= 1); // never sent again
            desk.checkNothingHangs();
        }
}

TEST_CASE("killed around a close and a reverse")
{
    for (const auto byCode : {false, true})
        for (const auto cut : {Cut::planned, Cut::handedOut, Cut::called, Cut::recorded})
            for (const auto pays : {false, true}) {
                auto desk = Desk{};
                INFO(byCode, " ", static_cast<int>(cut), " ", pays);
                auto& world = desk.world;
                if (byCode)
                    REQUIRE(world.desk().payByCode(
                        desk.office.clerk, desk.number, "280123456789012343"));
                else
                    desk.show(GatewayChannel::weChat);
                world.run();
                (void)world.desk().giveUp(desk.office.clerk, desk.number).value();
                if (pays)
                    world.ledger.pay(desk.order());
                desk.cut(cut);
                desk.cut(cut);
                world.pass(1h);
                const auto* kept = desk.kept();
                const auto held = kept->captured() && kept->refunded == Money{};
                CHECK((world.caseCharge(desk.number).state == ChargeState::settled) == held);
                CHECK(world.desk().view(desk.number)->free == !held);
                desk.checkNothingHangs();
            }
}

TEST_CASE("killed around a refund")
{
    for (const auto cut : {Cut::planned, Cut::handedOut, Cut::called, Cut::recorded}) {
        auto desk = Desk{};
        INFO(static_cast<int>(cut));
        auto& world = desk.world;
        desk.show(GatewayChannel::weChat);
        world.run();
        world.ledger.pay(desk.order());
        world.pass(3s);
        (void)desk.office.cases()
            .withdraw(desk.office.clerk, desk.office.supervisor, desk.number, "撤回")
            .value();
        REQUIRE(world.desk().requestRefund(desk.office.clerk,
                                           desk.office.supervisor,
                                           chargeIdOf(desk.number),
                                           desk.order(),
                                           Money::yuan(40),
                                           "撤回"));
        desk.cut(cut);
        world.pass(30min);
        CHECK(desk.kept()->refunded == Money::yuan(40));
        CHECK(desk.kept()->refunds.size() == 1);
        CHECK(world.caseCharge(desk.number).state == ChargeState::refunded);
        desk.checkNothingHangs();
    }
}

TEST_CASE("every beginning of a charge's history folds")
{
    auto desk = Desk{};
    auto& world = desk.world;
    desk.show(GatewayChannel::alipay);
    world.run();
    const auto first = desk.order();
    (void)world.desk().giveUp(desk.office.clerk, desk.number).value();
    world.pass(3s);
    REQUIRE(world.desk().payByCode(desk.office.clerk, desk.number, "130123456789012341"));
    world.run();
    world.ledger.scan(first);
    world.ledger.pay(first);
    world.pass(5min);
    REQUIRE(world.desk().requestRefund(desk.office.supervisor,
                                       desk.office.supervisor,
                                       chargeIdOf(desk.number),
                                       first,
                                       Money::yuan(40),
                                       "重复支付"));
    world.pass(10min);
    const auto events = world.journal().eventsOf(subjectOfCharge(desk.number));
    REQUIRE(events.size() > 10);
    for (auto length = std::size_t{1}; length <= events.size(); ++length) {
        const auto charge =
            foldCharge({events.begin(), events.begin() + static_cast<long>(length)});
        CHECK(charge.due == Money::yuan(40));
        // at no moment may two attempts keep the charge
        auto open = 0;
        for (const auto& attempt : charge.attempts)
            open += blocksCharge(attempt.state) ? 1 : 0;
        CHECK(open <= 1);
    }
    SUBCASE("and a history with a step left out does not")
    {
        auto damaged = 0;
        for (std::size_t left = 0; left < events.size(); ++left) {
            auto cut = events;
            cut.erase(cut.begin() + static_cast<long>(left));
            try {
                (void)foldCharge(cut);
            } catch (const ServiceFailure& failure) {
                CHECK(failure.kind() == ServiceFailure::Kind::damaged);
                ++damaged;
            }
        }
        CHECK(damaged > 3);
    }
}

TEST_CASE("a machine that was off over the weekend asks on Monday")
{
    using Text = std::string;
    for (const auto& how : {Text{"weChat"}, Text{"alipay"}, Text{"watched"}, Text{"paymentCode"}})
        for (const auto pays : {false, true}) {
            INFO(how, " ", pays);
            auto desk = Desk{};
            auto& world = desk.world;
            const auto is = [&how](const char* name) { return how == name; };
            if (is("paymentCode"))
                REQUIRE(
                    world.desk().payByCode(desk.office.clerk, desk.number, "130123456789012343"));
            else
                desk.show(is("weChat") ? GatewayChannel::weChat : GatewayChannel::alipay);
            world.run();
            if (is("watched")) {
                (void)world.desk().giveUp(desk.office.clerk, desk.number).value();
                world.pass(2s);
                REQUIRE(desk.state() == AttemptState::watch);
            }
            if (pays) {
                world.ledger.scan(desk.order());
                REQUIRE(world.ledger.pay(desk.order()));
            }
            desk.office.window.clock.pass(72h); // and nobody asks
            world.ledger.now += 72h;
            world.reboot();
            world.pass(15min);
            if (pays && is("watched"))
                CHECK(desk.state() == AttemptState::latePaid);
            else
                CHECK((world.caseCharge(desk.number).state == ChargeState::settled) == pays);
            CHECK_FALSE(blocksCharge(desk.state()));
            if (!pays || !is("watched"))
                desk.checkNothingHangs();
        }
}

TEST_CASE("a program that starts again asks, however long its machine has been running")
{
    for (const auto channel : {GatewayChannel::weChat, GatewayChannel::alipay}) {
        auto desk = Desk{};
        desk.world.pass(30h);
        desk.show(channel);
        desk.cut(Cut::handedOut);
        CHECK(desk.state() == AttemptState::unknown);
        desk.finish();
        CHECK(desk.world.desk().view(desk.number)->free);
        desk.checkNothingHangs();
    }
}

TEST_CASE("a reverse whose answers were lost for minutes is no payment")
{
    for (const auto* code : {"130123456789012343", "280123456789012343"})
        for (const auto restarts : {false, true}) {
            INFO(code, " ", restarts);
            auto desk = Desk{};
            auto& world = desk.world;
            REQUIRE(world.desk().payByCode(desk.office.clerk, desk.number, code));
            world.run();
            (void)world.desk().giveUp(desk.office.clerk, desk.number).value();
            REQUIRE(world.ledger.pay(desk.order())); // a moment too late
            world.between = [](const GatewayTask& task, const auto& call) -> GatewayReply {
                if (task.call != GatewayCall::reverse)
                    return GatewayAnswer<TradeReport>{.problem = GatewayProblem::noAnswer};
                (void)call(); // it arrives, and gives the money back
                return GatewayAnswer<ReverseReport>{.problem = GatewayProblem::noAnswer};
            };
            world.pass(4min);
            REQUIRE(desk.state() == AttemptState::unknown);
            REQUIRE(desk.kept()->refunded == desk.kept()->amount);
            world.between = {};
            if (restarts)
                world.crash();
            world.pass(10min);
            CHECK(desk.state() == AttemptState::reversed);
            CHECK(world.caseCharge(desk.number).state == ChargeState::open);
            CHECK(world.desk().view(desk.number)->free); // the citizen may pay again
            desk.checkNothingHangs();
        }
}

} // namespace guitai::payment_recovery_test
