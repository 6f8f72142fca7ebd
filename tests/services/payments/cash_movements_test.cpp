#include "services/payments/cash_desk.h"
#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

namespace guitai::cash_movements_test
{

using Code = Refusal::Code;

TEST_CASE("CashDesk::moveCash")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    const auto deposit = DrawerOrder{DrawerMove::bankDeposit, {{1000, 4}}, "当日解款", "周建国"};

    SUBCASE("needs an open drawer")
    {
        CHECK(desk.moveCash(office.clerk, {DrawerMove::in, {{100, 1}}, "r"}).refusal().code ==
              Code::shiftNotOpen);
    }
    office.openShift(office.clerk);
    SUBCASE("brings change in, with a reason and a slip")
    {
        const auto shift =
            desk.moveCash(office.clerk, {DrawerMove::in, {{500, 4}, {100, 30}}, "补充零钱"})
                .value();
        CHECK(shift.expected() == Money::yuan(150));
        CHECK(shift.movements.front().slip == 1);
        CHECK(shift.movements.front().pieces == CashCount{{500, 4}, {100, 30}});
        CHECK(desk.moveCash(office.clerk, {DrawerMove::in, {{100, 1}}, ""}).refusal() ==
              Refusal{Code::reasonNeeded, "reason", {}});
    }
    SUBCASE("lets cash out to a receiver, before a second person")
    {
        const auto shift = desk.moveCash(office.clerk, deposit, office.colleague).value();
        CHECK(shift.expected() == Money::yuan(60));
        CHECK(shift.movements.front().receiver == "周建国");
        CHECK(shift.movements.front().second == "ma");
        office.restart();
        CHECK(office.cash().openShiftOf(office.clerk) == shift);
    }
    SUBCASE("refuses every way out without receiver or second person")
    {
        for (const auto kind : {DrawerMove::out, DrawerMove::safeDrop, DrawerMove::bankDeposit}) {
            auto order = deposit;
            order.kind = kind;
            const auto code = [&](const std::optional<Actor>& second) {
                return desk.moveCash(office.clerk, order, second).refusal().code;
            };
            CHECK(code({}) == Code::witnessNeeded);
            CHECK(code(office.clerk) == Code::ownWork);
            CHECK(code(office.clerkAsSupervisor) == Code::ownWork);
            CHECK(code(office.administrator) == Code::notPermitted);
            order.receiver.clear();
            CHECK(desk.moveCash(office.clerk, order, office.colleague).refusal().field ==
                  "receiver");
        }
        CHECK(desk.openShiftOf(office.clerk)->movements.empty());
    }
    SUBCASE("refuses nothing, unknown notes, and more than is there")
    {
        CHECK(desk.moveCash(office.clerk, {DrawerMove::in, {}, "r"}).refusal() ==
              Refusal{Code::missing, "pieces", {}});
        CHECK(desk.moveCash(office.clerk, {DrawerMove::in, {{300, 1}}, "r"}).refusal() ==
              Refusal{Code::malformed, "pieces", {}});
        auto all = deposit;
        all.pieces = {{10000, 2}};
        CHECK(desk.moveCash(office.clerk, all, office.colleague).refusal() ==
              Refusal{Code::moreThanInDrawer, "pieces", {}});
    }
    SUBCASE("puts a mistake right by the opposite line")
    {
        REQUIRE(desk.moveCash(office.clerk, deposit, office.colleague));
        REQUIRE(desk.moveCash(office.clerk, {DrawerMove::in, {{1000, 4}}, "误记冲回"}));
        const auto shift = desk.openShiftOf(office.clerk).value();
        CHECK(shift.movements.size() == 2);
        CHECK(shift.expected() == Money::yuan(100));
    }
}

TEST_CASE("CashDesk::openDrawer")
{
    auto office = CaseOffice{};
    office.openShift(office.clerk);
    CHECK(office.cash().openDrawer(office.clerk, " ").refusal().code == Code::reasonNeeded);
    const auto shift = office.cash().openDrawer(office.clerk, "换零").value();
    CHECK(shift.openings.front().reason == "换零");
    CHECK(shift.expected() == Money::yuan(100));
}

TEST_CASE("CashDesk::recordIncident")
{
    auto office = CaseOffice{};
    auto& desk = office.cash();
    office.openShift(office.clerk);
    const auto note =
        NoteIncident{NoteFault::counterfeit, 10000, "TJ55720198", "点钞时水印不清", "罗所长"};

    SUBCASE("keeps what was found and to whom it went, and moves nothing")
    {
        const auto shift = desk.recordIncident(office.clerk, note).value();
        CHECK(shift.incidents.front().serialNumber == "TJ55720198");
        CHECK(shift.incidents.front().officer == "罗所长");
        CHECK(shift.expected() == Money::yuan(100));
    }
    SUBCASE("is possible at the count, where the shortage shows")
    {
        REQUIRE(desk.countDrawer(office.clerk, {{1000, 9}}));
        REQUIRE(desk.recordIncident(office.clerk, {NoteFault::torn, 1000, "", "缺角", "罗所长"}));
        const auto closed = desk.closeShift(office.clerk, {"残币上交", office.supervisor}).value();
        CHECK(closed.close->difference == Money::yuan(-10));
        CHECK(closed.incidents.size() == 1);
    }
    SUBCASE("refuses what is no note and what says too little")
    {
        auto bad = note;
        bad.denomination = 300;
        CHECK(desk.recordIncident(office.clerk, bad).refusal() ==
              Refusal{Code::malformed, "denomination", {}});
        bad = note;
        bad.noticed.clear();
        CHECK(desk.recordIncident(office.clerk, bad).refusal().field == "noticed");
        bad = note;
        bad.officer.clear();
        CHECK(desk.recordIncident(office.clerk, bad).refusal().field == "officer");
        bad = note;
        bad.serialNumber = std::string(21, 'A');
        CHECK(desk.recordIncident(office.clerk, bad).refusal().code == Code::tooLong);
    }
}

TEST_CASE("A refund in cash within the shift")
{
    auto office = CaseOffice{};
    const auto number = office.accepted().acceptanceNumber;
    const auto withdraw = [&](VoucherReturn voucher) {
        return office.cases().withdraw(
            office.clerk, office.supervisor, number, "本人放弃", voucher);
    };

    SUBCASE("wants the printed voucher back")
    {
        REQUIRE(office.vouchers().issue(office.clerk, number));
        CHECK(withdraw(VoucherReturn::notReturned).refusal() ==
              Refusal{Code::voucherNotReturned, "voucher", {}});
        CHECK(office.cash().openShiftOf(office.clerk)->expected() == Money::yuan(140));
        CHECK(withdraw(VoucherReturn::returned));
        const auto shift = office.cash().openShiftOf(office.clerk).value();
        CHECK(shift.expected() == Money::yuan(100));
        CHECK(shift.entries.back().kind == CashMovement::refund);
    }
    SUBCASE("needs none that was never printed")
    {
        CHECK(withdraw(VoucherReturn::notReturned));
    }
}

} // namespace guitai::cash_movements_test
