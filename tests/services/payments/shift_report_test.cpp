#include "services/payments/shift_report.h"

#include "services/payments/shift_ledger.h"
#include "tests/services/payments/report_office.h"

#include <doctest/doctest.h>

namespace guitai::shift_report_test
{

TEST_CASE("shiftReport")
{
    auto office = ReportOffice{};

    SUBCASE("sums fees by kind, exemptions by ground, and the drawer")
    {
        const auto paid = office.accepted();
        (void)office.confirmed(childDraft()); // free, with its ground
        REQUIRE(office.vouchers().issue(office.clerk, paid.acceptanceNumber));
        const auto report = office.reports().interim(office.supervisor, "hong").value();
        REQUIRE(report.collected.size() == 1);
        CHECK(report.collected.front().tender == Tender::cash);
        CHECK(report.collected.front().count == 1);
        CHECK(report.collectedTotal == Money::yuan(40));
        REQUIRE(report.exempt.size() == 1);
        CHECK(report.exempt.front().count == 1);
        CHECK(report.expected == Money::yuan(140));
        CHECK(report.firstVoucher == paid.acceptanceNumber);
        CHECK(report.lastVoucher == paid.acceptanceNumber);
        CHECK(report.vouchers == 1);
        CHECK(report.clerk == "洪民警");
        CHECK_FALSE(report.isFinal());
        CHECK_FALSE(report.difference);
    }
    SUBCASE("lists refunds with who agreed, and the voucher that came back")
    {
        const auto number = office.accepted().acceptanceNumber;
        REQUIRE(office.vouchers().issue(office.clerk, number));
        REQUIRE(office.cases().withdraw(
            office.clerk, office.supervisor, number, "本人放弃", VoucherReturn::returned));
        const auto report = office.reports().interim(office.supervisor, "hong").value();
        CHECK(report.collectedTotal == Money::yuan(40));
        CHECK(report.refunds == std::vector<RefundedLine>{{Tender::cash, 1, Money::yuan(40)}});
        CHECK(report.cashCollected == Money::yuan(40));
        CHECK(report.cashRefunded == Money::yuan(40));
        CHECK(report.expected == Money::yuan(100));
        CHECK(report.voidVouchers == std::vector{number});
        REQUIRE(report.approvals.size() == 1);
        CHECK(report.approvals.front().who == "罗所长");
        CHECK(report.approvals.front().reason == "本人放弃");
    }
    SUBCASE("carries movements, counts, difference and agreement of the close")
    {
        (void)office.accepted();
        auto& cash = office.cash();
        REQUIRE(cash.moveCash(office.clerk,
                              {DrawerMove::safeDrop, {{2000, 2}}, "午间入柜", "罗所长"},
                              office.colleague));
        REQUIRE(cash.openDrawer(office.clerk, "换零"));
        REQUIRE(cash.countDrawer(office.clerk, {{1000, 9}}));
        REQUIRE(cash.countDrawer(office.clerk, {{1000, 9}}, office.colleague));
        REQUIRE(cash.closeShift(office.clerk, {"短款待查", office.supervisor}));
        const auto report = office.reports().closed(office.clerk, 1).value();
        CHECK(report.number == 1);
        CHECK(report.movedOut == Money::yuan(40));
        CHECK(report.movements.front().second == "马民警");
        CHECK(report.expected == Money::yuan(100));
        CHECK(report.difference == Money::yuan(-10));
        CHECK(report.differenceReason == "短款待查");
        CHECK(report.counts.size() == 2);
        CHECK(report.openings.size() == 1);
        using enum ReportedApproval::What;
        auto what = std::vector<ReportedApproval::What>{};
        for (const auto& approval : report.approvals)
            what.push_back(approval.what);
        CHECK(what == std::vector{cashOut, recount, close});
        CHECK(report.seal.size() == 64);
    }
    SUBCASE("of a closed shift never changes, whatever happens to its cases later")
    {
        const auto number = office.accepted().acceptanceNumber;
        REQUIRE(office.vouchers().issue(office.clerk, number));
        (void)office.closeEven(office.clerk);
        const auto before = office.reports().closed(office.clerk, 1).value();
        REQUIRE(office.cases().withdraw(
            office.clerk, office.supervisor, number, "本人放弃", VoucherReturn::returned));
        office.restart();
        CHECK(office.reports().closed(office.clerk, 1).value() == before);
    }
    SUBCASE("keeps what was carried over as unknown, and shows late payments")
    {
        auto shift = Shift{};
        shift.id = "s";
        shift.close.emplace();
        shift.close->carried = {"a12345"};
        shift.close->number = 4;
        const auto ledger = ShiftLedger{
            .cases = {},
            .attempts = {{"a12345", Tender::weChat, Money::yuan(20), AttemptState::paid},
                         {"b12345", Tender::alipay, Money::yuan(40), AttemptState::latePaid},
                         {"c12345", Tender::alipay, Money::yuan(40), AttemptState::unknown}},
            .refunds = {},
            .names = {}};
        const auto report = shiftReport(shift, ledger);
        REQUIRE(report.unknown.size() == 1);
        CHECK(report.unknown.front().orderNumber == "a12345");
        REQUIRE(report.late.size() == 1);
        CHECK(report.late.front().orderNumber == "b12345");
        shift.close.reset();
        CHECK(shiftReport(shift, ledger).unknown.front().orderNumber == "c12345");
    }
}

} // namespace guitai::shift_report_test
