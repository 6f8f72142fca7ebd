#include "services/payments/cash_desk.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/failing_journal.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

TEST_CASE("CashDesk::openShift")
{
    auto office = CaseOffice{};

    SUBCASE("counts the float by denomination")
    {
        const auto shift =
            office.cash().openShift(office.clerk, {{2000, 5}, {1000, 10}, {10, 3}}).value();
        CHECK(shift.open);
        CHECK(shift.clerk == "hong");
        CHECK(shift.openingFloat == Money::fen(20030));
        CHECK(shift.expected() == Money::fen(20030));
        office.restart();
        CHECK(office.cash().openShiftOf(office.clerk) == shift);
    }
    SUBCASE("gives every clerk one drawer")
    {
        REQUIRE(office.cash().openShift(office.clerk, {}));
        CHECK(office.cash().openShift(office.clerk, {}).refusal().code == Code::shiftAlreadyOpen);
        CHECK(office.cash().openShift(office.colleague, {}));
    }
    SUBCASE("refuses a wrong count by its field")
    {
        CHECK(office.cash().openShift(office.clerk, {{300, 1}}).refusal() ==
              Refusal{Code::malformed, "opening", {}});
        CHECK_FALSE(office.cash().openShiftOf(office.clerk));
    }
}

TEST_CASE("CashDesk::payCash")
{
    auto office = CaseOffice{};
    const auto number = office.confirmed(terminalDraft()).acceptanceNumber;
    auto& desk = office.cash();

    SUBCASE("settles charge, drawer and case together")
    {
        office.openShift(office.clerk);
        const auto shift = desk.openShiftOf(office.clerk)->id;
        const auto before = office.events();
        const auto paid = desk.payCash(office.clerk, number, Money::yuan(50), false).value();
        CHECK(office.events() == before + 3);
        CHECK(paid.state == CaseState::accepted);
        CHECK(paid.charge.state == ChargeState::settled);
        CHECK(paid.charge.tender == Tender::cash);
        CHECK(paid.charge.tendered == Money::yuan(50));
        CHECK(paid.charge.change == Money::yuan(10));
        CHECK(paid.charge.shift == shift);
        CHECK(paid.charge.settledAt == office.window.clock.now());
        const auto drawer = desk.openShiftOf(office.clerk).value();
        CHECK(drawer.cashCollected == Money::yuan(40)); // what was due, not what was handed over
        CHECK(drawer.cashCharges == 1);
        CHECK(drawer.expected() == Money::yuan(140));
        CHECK(office.journal().openShiftOf("hong")->cashCollected == drawer.cashCollected);
    }
    SUBCASE("takes no money twice")
    {
        office.openShift(office.clerk);
        REQUIRE(desk.payCash(office.clerk, number, Money::yuan(40), false));
        const auto before = office.events();
        CHECK(desk.payCash(office.clerk, number, Money::yuan(40), false).refusal().code ==
              Code::alreadySettled);
        CHECK(office.events() == before);
    }
    SUBCASE("needs an open drawer")
    {
        CHECK(desk.payCash(office.clerk, number, Money::yuan(40), false).refusal().code ==
              Code::shiftNotOpen);
        office.openShift(office.colleague);
        CHECK(desk.payCash(office.clerk, number, Money::yuan(40), false).refusal().code ==
              Code::shiftNotOpen);
        CHECK(desk.payCash(office.colleague, number, Money::yuan(40), false));
    }
    SUBCASE("refuses too little, and large change until it is confirmed")
    {
        office.openShift(office.clerk);
        CHECK(desk.payCash(office.clerk, number, Money::yuan(20), false).refusal() ==
              Refusal{Code::tenderedTooLittle, "tendered", {"20.00"}});
        CHECK(desk.payCash(office.clerk, number, Money::yuan(200), false).refusal() ==
              Refusal{Code::changeLooksWrong, "tendered", {"160.00"}});
        CHECK(desk.payCash(office.clerk, number, Money::yuan(200), true));
    }
    SUBCASE("waits for the supervisor and stops with the case")
    {
        office.openShift(office.clerk);
        const auto waiting = office.confirmed(fingersDraft()).acceptanceNumber;
        CHECK(desk.payCash(office.clerk, waiting, Money::yuan(20), false).refusal().code ==
              Code::approvalPending);
        REQUIRE(office.cases().withdraw(office.clerk, office.clerk, number, "本人放弃"));
        CHECK(desk.payCash(office.clerk, number, Money::yuan(40), false).refusal().code ==
              Code::wrongState);
        CHECK(desk.payCash(office.clerk, "1101085202026112302999", Money::yuan(40), false)
                  .refusal()
                  .code == Code::noSuchCase);
    }
    SUBCASE("leaves nothing when the disk fails at any step")
    {
        office.openShift(office.clerk);
        const auto before = office.events();
        for (int step = 0; step < 4; ++step) {
            auto failing = FailingJournal{office.window.journal(), step};
            office.replaceJournal(failing);
            CHECK_THROWS_AS(
                (void)office.cash().payCash(office.clerk, number, Money::yuan(40), false),
                ServiceFailure);
            office.restart();
            CHECK(office.events() == before);
            CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(100));
            CHECK(office.cases().load(number).value().charge.state == ChargeState::open);
        }
        CHECK(office.cash().payCash(office.clerk, number, Money::yuan(40), false));
    }
}

TEST_CASE("CashDesk::closeShift")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();

    SUBCASE("closes on an even count without a reason")
    {
        (void)office.accepted();
        const auto closed = desk.closeShift(office.clerk, {{10000, 1}, {2000, 2}}, "").value();
        CHECK_FALSE(closed.open);
        CHECK(closed.close.value().total == Money::yuan(140));
        CHECK(closed.close.value().difference == Money{});
        CHECK_FALSE(desk.openShiftOf(office.clerk));
        CHECK(desk.closeShift(office.clerk, {}, "").refusal().code == Code::shiftNotOpen);
        CHECK(desk.openShift(office.clerk, {}));
    }
    SUBCASE("wants a reason for a difference and does not tell it before")
    {
        (void)office.accepted();
        const auto refused = desk.closeShift(office.clerk, {{10000, 1}}, "");
        CHECK(refused.refusal() == Refusal{Code::reasonNeeded, "reason", {}});
        CHECK(desk.openShiftOf(office.clerk));
        const auto closed = desk.closeShift(office.clerk, {{10000, 1}}, "少收一笔").value();
        CHECK(closed.close.value().difference == Money::yuan(-40));
        CHECK(closed.close.value().reason == "少收一笔");
    }
    SUBCASE("counts free cases of the shift")
    {
        office.openShift(office.clerk);
        const auto child = office.confirmed(childDraft());
        CHECK(child.charge.shift == desk.openShiftOf(office.clerk)->id);
        CHECK(desk.openShiftOf(office.clerk)->exemptCharges == 1);
        CHECK(desk.openShiftOf(office.clerk)->cashCharges == 0);
    }
    SUBCASE("sends a refund after the close to finance")
    {
        const auto number = office.accepted().acceptanceNumber;
        REQUIRE(desk.closeShift(office.clerk, {{10000, 1}, {2000, 2}}, ""));
        office.openShift(office.clerk);
        const auto withdrawn =
            office.cases().withdraw(office.clerk, office.supervisor, number, "本人放弃").value();
        CHECK(withdrawn.charge.state == ChargeState::refundPending);
        CHECK(desk.openShiftOf(office.clerk)->expected() == Money::yuan(100));
    }
}

TEST_CASE("foldShift")
{
    const auto clerk = Actor{"hong", "p-hong", Role::clerk};
    const auto event = [&](EventKind kind, const nlohmann::json& members) {
        const auto made = newEvent(kind, "shift/s1", clerk, members);
        auto stored = Event{};
        stored.kind = made.kind;
        stored.subject = made.subject;
        stored.actor = made.actor;
        stored.payload = made.payload;
        return stored;
    };
    const auto opened = event(EventKind::shiftOpened,
                              {{"id", "s1"}, {"opening", {{"1000", 10}}}, {"float_fen", 10000}});
    const auto moved = [&](const std::string& kind, int fen) {
        return event(EventKind::cashMoved, {{"charge", "c"}, {"amount_fen", fen}, {"kind", kind}});
    };
    const auto closed = [&](int counted, int expected, int difference) {
        return event(EventKind::shiftClosed,
                     {{"id", "s1"},
                      {"counted", nlohmann::json::object()},
                      {"counted_fen", counted},
                      {"expected_fen", expected},
                      {"difference_fen", difference},
                      {"reason", ""}});
    };

    SUBCASE("adds what was collected and takes off what went back")
    {
        const auto shift = foldShift(
            {opened, moved("collected", 4000), moved("collected", 2000), moved("refund", 4000)});
        CHECK(shift.expected() == Money::yuan(120));
        CHECK(shift.cashCharges == 2);
    }
    SUBCASE("refuses any other path as damage")
    {
        CHECK_THROWS_AS(foldShift({}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({moved("collected", 4000)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, opened}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("refund", 4000)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("collected", 0)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, moved("gift", 100)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(10000, 10000, 0), moved("collected", 4000)}),
                        ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(9000, 10000, 0)}), ServiceFailure);
        CHECK_THROWS_AS(foldShift({opened, closed(9000, 9000, 0)}), ServiceFailure);
        CHECK_FALSE(foldShift({opened, closed(9000, 10000, -1000)}).open);
    }
}
