#include "services/failure.h"
#include "services/payments/cash_desk.h"
#include "services/payments/z_numbers.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/failing_journal.h"

#include <doctest/doctest.h>

namespace guitai::cash_shift_test
{

using Code = Refusal::Code;

namespace
{

const auto evenCount = CashCount{{10000, 1}, {2000, 2}}; ///< 100 float, 40 collected

/// The desk with attempts that a test sets.
class DeskWithAttempts
{
public:
    explicit DeskWithAttempts(CaseOffice& office)
        : m_desk({office.journal(),
                  exampleRules(),
                  office.printer,
                  office.window.clock,
                  office.window.random,
                  office.window.identity(),
                  {}},
                 [this](const std::string&) { return attempts; })
    {
    }

    CashDesk& desk() { return m_desk; }
    std::vector<ShiftAttempt> attempts;

private:
    CashDesk m_desk;
};

} // namespace

TEST_CASE("CashDesk::openShift after a close")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    office.openShift(office.clerk);
    REQUIRE(desk.countDrawer(office.clerk, {{1000, 10}}));
    REQUIRE(desk.closeShift(office.clerk));

    SUBCASE("takes the float that the last drawer held")
    {
        const auto opened = desk.openShift(office.colleague, {{5000, 2}}).value();
        CHECK(opened.openingFloat == Money::yuan(100));
        CHECK(opened.openingReason.empty());
    }
    SUBCASE("wants a reason for another float and keeps it")
    {
        CHECK(desk.openShift(office.clerk, {{5000, 1}}).refusal() ==
              Refusal{Code::floatDiffers, "opening", {"100.00"}});
        CHECK(desk.openShift(office.clerk, {{5000, 1}}, " \t").refusal().code ==
              Code::floatDiffers);
        const auto opened = desk.openShift(office.clerk, {{5000, 1}}, "财务核定备用金").value();
        CHECK(opened.openingReason == "财务核定备用金");
    }
}

TEST_CASE("CashDesk::countDrawer")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();

    SUBCASE("needs an open drawer and a count of real money")
    {
        CHECK(desk.countDrawer(office.clerk, {}).refusal().code == Code::shiftNotOpen);
        office.openShift(office.clerk);
        CHECK(desk.countDrawer(office.clerk, {{300, 1}}).refusal() ==
              Refusal{Code::malformed, "counted", {}});
    }
    SUBCASE("is kept before anybody is told what should be there")
    {
        (void)office.accepted();
        const auto before = office.events();
        const auto counted = desk.countDrawer(office.clerk, {{10000, 1}}).value();
        CHECK(office.events() == before + 1);
        CHECK(counted.open);
        office.restart();
        CHECK(office.cash().openShiftOf(office.clerk)->counts == counted.counts);
    }
    SUBCASE("again only with a witness, who is somebody else")
    {
        (void)office.accepted();
        REQUIRE(desk.countDrawer(office.clerk, {{10000, 1}}));
        const auto with = [&](const std::optional<Actor>& witness) {
            return desk.countDrawer(office.clerk, evenCount, witness).refusal().code;
        };
        CHECK(with(std::nullopt) == Code::witnessNeeded);
        CHECK(with(office.clerk) == Code::ownWork);
        CHECK(with(office.clerkAsSupervisor) == Code::ownWork);
        CHECK(with(office.administrator) == Code::notPermitted);
        const auto again = desk.countDrawer(office.clerk, evenCount, office.colleague).value();
        CHECK(again.counts.size() == 2);
        CHECK(again.counts.back().witness == "ma");
        CHECK(desk.closeShift(office.clerk).value().close->difference == Money{});
    }
    SUBCASE("stops the drawer: nothing may be repaired after it")
    {
        const auto number = office.accepted().acceptanceNumber;
        const auto other = office.confirmed(fingersDraft());
        const auto& unpaid = other.acceptanceNumber;
        for (const auto& exception : other.exceptions)
            REQUIRE(office.cases().decide(
                office.supervisor, unpaid, exception.kind, DecisionOutcome::approved, ""));
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        CHECK(desk.payCash(office.clerk, unpaid, Money::yuan(40), false).refusal().code ==
              Code::drawerCounted);
        CHECK(desk.moveCash(office.clerk, {DrawerMove::in, {{100, 1}}, "r"}).refusal().code ==
              Code::drawerCounted);
        CHECK(desk.openDrawer(office.clerk, "r").refusal().code == Code::drawerCounted);
        const auto withdrawn =
            office.cases().withdraw(office.clerk, office.supervisor, number, "本人放弃").value();
        CHECK(withdrawn.charge.state == ChargeState::refundPending); // finance pays it back
        CHECK(desk.closeShift(office.clerk).value().close->difference == Money{});
    }
}

TEST_CASE("CashDesk::closeShift")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    (void)office.accepted();
    const auto close = [&](const std::string& reason, const std::optional<Actor>& supervisor) {
        return desk.closeShift(office.clerk, {reason, supervisor});
    };

    SUBCASE("comes after the count")
    {
        CHECK(desk.closeShift(office.clerk).refusal() == Refusal{Code::notCounted, "counted", {}});
        CHECK(desk.closeShift(office.colleague).refusal().code == Code::shiftNotOpen);
    }
    SUBCASE("takes an even count without a reason")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        const auto closed = close("", {}).value();
        CHECK_FALSE(closed.open);
        CHECK(closed.close->total == Money::yuan(140));
        CHECK(closed.close->difference == Money{});
        CHECK(closed.close->supervisor.empty());
        CHECK_FALSE(desk.openShiftOf(office.clerk));
        CHECK(close("", {}).refusal().code == Code::shiftNotOpen);
    }
    SUBCASE("wants a supervisor for more than the limit, who is another person")
    {
        REQUIRE(desk.countDrawer(office.clerk, {{10000, 1}}));
        CHECK(close("少收一笔", {}).refusal() ==
              Refusal{Code::supervisorNeeded, "supervisor", {"-40.00", "0.00"}});
        CHECK(close("少收一笔", office.colleague).refusal().code == Code::notPermitted);
        CHECK(close("少收一笔", office.clerkAsSupervisor).refusal() ==
              Refusal{Code::ownWork, "supervisor", {}});
        CHECK(close("", office.supervisor).refusal() == Refusal{Code::reasonNeeded, "reason", {}});
        CHECK(desk.openShiftOf(office.clerk));
        const auto closed = close("少收一笔", office.supervisor).value();
        CHECK(closed.close->difference == Money::yuan(-40));
        CHECK(closed.close->reason == "少收一笔");
        CHECK(closed.close->supervisor == "luo");
    }
    SUBCASE("leaves a difference up to the limit to the clerk's reason")
    {
        auto rules = exampleRules();
        rules.cash.difference = Money::yuan(1);
        auto lenient = CashDesk{{office.journal(),
                                 rules,
                                 office.printer,
                                 office.window.clock,
                                 office.window.random,
                                 office.window.identity(),
                                 {}}};
        REQUIRE(lenient.countDrawer(office.clerk, {{10000, 1}, {2000, 2}, {100, 1}}));
        CHECK(lenient.closeShift(office.clerk).refusal().code == Code::reasonNeeded);
        const auto closed = lenient.closeShift(office.clerk, {"多找回", {}}).value();
        CHECK(closed.close->difference == Money::yuan(1));
        CHECK(closed.close->supervisor.empty());
    }
    SUBCASE("numbers the Z reports of the window without gaps")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        CHECK(close("", {}).value().close->number == 1);
        REQUIRE(desk.openShift(office.colleague, evenCount));
        REQUIRE(desk.openShift(office.clerk, {}, "两人同班"));
        REQUIRE(desk.countDrawer(office.clerk, {}));
        CHECK(close("", {}).value().close->number == 2);
        REQUIRE(desk.countDrawer(office.colleague, evenCount));
        CHECK(desk.closeShift(office.colleague).value().close->number == 3);
        office.restart();
        CHECK(lastZNumber(office.journal()).number == 3);
        CHECK(lastZNumber(office.journal()).closingFloat == Money::yuan(140));
    }
    SUBCASE("keeps the seal of the journal's last event")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        const auto closed = close("", {}).value();
        const auto events = office.journal().eventsOf("shift/" + closed.id);
        CHECK(closed.close->seal == events.back().hash);
        CHECK(closed.close->seal.size() == 64);
    }
    SUBCASE("is whole or not at all, whenever the disk fails")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        const auto before = office.events();
        for (int step = 0; step < 3; ++step) {
            auto failing = FailingJournal{office.window.journal(), step};
            office.replaceJournal(failing);
            CHECK_THROWS_AS((void)office.cash().closeShift(office.clerk), ServiceFailure);
            office.restart();
            CHECK(office.events() == before);
        }
        CHECK(office.cash().closeShift(office.clerk).value().close->number == 1);
    }
    SUBCASE("sends a refund after it to finance")
    {
        const auto number = office.cases().search({}).rows.front().acceptanceNumber;
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        REQUIRE(close("", {}));
        REQUIRE(desk.openShift(office.clerk, evenCount));
        const auto withdrawn =
            office.cases().withdraw(office.clerk, office.supervisor, number, "本人放弃").value();
        CHECK(withdrawn.charge.state == ChargeState::refundPending);
        CHECK(desk.openShiftOf(office.clerk)->expected() == Money::yuan(140));
    }
}

TEST_CASE("CashDesk::closeShift with electronic attempts")
{
    auto office = CaseOffice{};
    auto window = DeskWithAttempts{office};
    auto& desk = window.desk();
    office.openShift(office.clerk);
    using enum AttemptState;

    SUBCASE("waits for everything that is in flight, before the count and after it")
    {
        for (const auto state :
             {planned, creating, shown, charging, userPaying, closing, reversing}) {
            window.attempts = {{"B07A1260115000123A1K", state}};
            CHECK(desk.countDrawer(office.clerk, {{1000, 10}}).refusal() ==
                  Refusal{Code::attemptsInFlight, "shift", {"1"}});
        }
        window.attempts.clear();
        REQUIRE(desk.countDrawer(office.clerk, {{1000, 10}}));
        window.attempts = {{"a12345", shown}, {"b12345", closing}};
        CHECK(desk.closeShift(office.clerk, {"r", office.supervisor}).refusal() ==
              Refusal{Code::attemptsInFlight, "shift", {"2"}});
    }
    SUBCASE("is not held up by what is over")
    {
        for (const auto state : {watch, closed, reversed, failed, paid, latePaid, voided})
            window.attempts.push_back({"B07A1260115000123A1K", state});
        REQUIRE(desk.countDrawer(office.clerk, {{1000, 10}}));
        CHECK(desk.closeShift(office.clerk).value().close->carried.empty());
    }
    SUBCASE("lets a supervisor carry unknown ones over, with a reason")
    {
        window.attempts = {{"b12345", unknown}, {"a12345", unknown}, {"c12345", paid}};
        REQUIRE(desk.countDrawer(office.clerk, {{1000, 10}}));
        CHECK(desk.closeShift(office.clerk, {"网络中断", {}}).refusal() ==
              Refusal{Code::attemptsUnknown, "supervisor", {"2"}});
        CHECK(desk.closeShift(office.clerk, {"", office.supervisor}).refusal().code ==
              Code::reasonNeeded);
        const auto closed = desk.closeShift(office.clerk, {"网络中断", office.supervisor}).value();
        CHECK(closed.close->carried == std::vector<std::string>{"a12345", "b12345"});
    }
}

TEST_CASE("CashDesk::handOver of a drawer")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    (void)office.accepted();

    SUBCASE("closes and opens at once, with the same money")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount, office.colleague));
        const auto done = desk.handOver(office.clerk, office.colleague).value();
        CHECK_FALSE(done.closed.open);
        CHECK(done.opened.clerk == "ma");
        CHECK(done.opened.opening == evenCount);
        CHECK(done.opened.takenFrom == done.closed.id);
        CHECK_FALSE(desk.openShiftOf(office.clerk));
        CHECK(desk.openShiftOf(office.colleague) == done.opened);
    }
    SUBCASE("needs the count, and a taker who is another person without a drawer")
    {
        CHECK(desk.handOver(office.clerk, office.colleague).refusal().code == Code::notCounted);
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        CHECK(desk.handOver(office.clerk, office.clerkAsSupervisor).refusal() ==
              Refusal{Code::ownWork, "taker", {}});
        CHECK(desk.handOver(office.clerk, office.administrator).refusal().code ==
              Code::notPermitted);
        REQUIRE(desk.openShift(office.colleague, {}));
        CHECK(desk.handOver(office.clerk, office.colleague).refusal() ==
              Refusal{Code::shiftAlreadyOpen, "taker", {}});
        CHECK(desk.openShiftOf(office.clerk));
    }
    SUBCASE("is held by a difference as any close is")
    {
        REQUIRE(desk.countDrawer(office.clerk, {{10000, 1}}));
        CHECK(desk.handOver(office.clerk, office.colleague).refusal().code ==
              Code::supervisorNeeded);
        CHECK(desk.handOver(office.clerk, office.colleague, {"少收一笔", office.supervisor}));
    }
    SUBCASE("leaves one drawer open, whenever the disk fails")
    {
        REQUIRE(desk.countDrawer(office.clerk, evenCount));
        for (int step = 0; step < 4; ++step) {
            auto failing = FailingJournal{office.window.journal(), step};
            office.replaceJournal(failing);
            CHECK_THROWS_AS((void)office.cash().handOver(office.clerk, office.colleague),
                            ServiceFailure);
            office.restart();
            CHECK(office.cash().openShiftOf(office.clerk));
            CHECK_FALSE(office.cash().openShiftOf(office.colleague));
        }
    }
}

} // namespace guitai::cash_shift_test
