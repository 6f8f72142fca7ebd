#include "services/payments/cash_desk.h"

#include "services/failure.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/failing_journal.h"

#include <doctest/doctest.h>

namespace guitai::cash_desk_test
{

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

} // namespace guitai::cash_desk_test
