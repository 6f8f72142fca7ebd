#include "services/payments/report_desk.h"

#include "services/failure.h"
#include "services/payments/shift_ledger.h"
#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

namespace
{

/// Keeps what it was asked to print.
class FakeReportPrinter final : public ReportPrinter
{
public:
    Result<RenderedPaper> shiftPaper(const ReportHead& head, const ShiftReport& report) override
    {
        heads.push_back(head);
        shifts.push_back(report);
        return RenderedPaper{};
    }
    Result<RenderedPaper> dayPaper(const ReportHead& head, const DayReport&) override
    {
        heads.push_back(head);
        return RenderedPaper{};
    }

    Result<RenderedPaper> comparisonPaper(const ReportHead& head, const DayComparison&) override
    {
        heads.push_back(head);
        return RenderedPaper{};
    }

    std::vector<ReportHead> heads;
    std::vector<ShiftReport> shifts;
};

class ReportOffice : public CaseOffice
{
public:
    ReportOffice() : CaseOffice(TestWindow::exampleIdentity()) {}

    ReportDesk reports()
    {
        return {{journal(),
                 exampleRules(),
                 printer,
                 window.clock,
                 window.random,
                 window.identity(),
                 {}},
                reportPrinter,
                output,
                {}};
    }
    /// Counts what should be there and closes.
    Shift closeEven(const Actor& owner)
    {
        const auto expected = cash().openShiftOf(owner)->expected();
        (void)cash().countDrawer(owner, {{100, expected.inFen() / 100}}).value();
        return cash().closeShift(owner).value();
    }

    FakeReportPrinter reportPrinter;
};

} // namespace

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

TEST_CASE("ReportDesk::interim")
{
    auto office = ReportOffice{};
    (void)office.accepted();

    SUBCASE("tells nobody before the count what the clerk should find, but a supervisor")
    {
        CHECK(office.reports().interim(office.clerk, "hong").refusal().code == Code::notPermitted);
        CHECK(office.reports().interim(office.colleague, "hong").refusal().code ==
              Code::notPermitted);
        CHECK(office.reports().interim(office.clerkAsSupervisor, "hong").refusal() ==
              Refusal{Code::ownWork, "actor", {}});
        CHECK(office.reports().interim(office.administrator, "hong").refusal().code ==
              Code::notPermitted);
        CHECK(office.reports().interim(office.supervisor, "hong"));
        REQUIRE(office.cash().countDrawer(office.clerk, {}));
        CHECK(office.reports().interim(office.clerk, "hong"));
    }
    SUBCASE("has no effect on the shift")
    {
        const auto before = office.cash().openShiftOf(office.clerk).value();
        REQUIRE(office.reports().interim(office.supervisor, "hong"));
        CHECK(office.cash().openShiftOf(office.clerk) == before);
        CHECK(office.reports().interim(office.supervisor, "ma").refusal().code ==
              Code::shiftNotOpen);
    }
}

TEST_CASE("ReportDesk::printClosed")
{
    auto office = ReportOffice{};
    (void)office.accepted();
    const auto id = office.closeEven(office.clerk).id;
    auto desk = office.reports();
    const auto shift = [&] { return foldShift(office.journal().eventsOf("shift/" + id)); };

    SUBCASE("prints the original, then marked copies with a reason")
    {
        CHECK(desk.printClosed(office.clerk, 1).value().paper.copy == 0);
        CHECK(desk.printClosed(office.clerk, 1).refusal().code == Code::reasonNeeded);
        const auto copy = desk.printClosed(office.clerk, 1, "归档").value();
        CHECK(copy.paper.copy == 1);
        CHECK(copy.paper.state == "issued");
        CHECK(office.reportPrinter.heads.back().copy == 1);
        CHECK(office.reportPrinter.heads.back().reprintReason == "归档");
        CHECK(office.reportPrinter.shifts.front() == office.reportPrinter.shifts.back());
        CHECK(office.output.titles == std::vector<std::string>{"shift-1", "shift-1-copy-1"});
    }
    SUBCASE("does not count a sheet that never left")
    {
        office.output.mood = FakeOutput::Mood::jams;
        CHECK_THROWS_AS((void)desk.printClosed(office.clerk, 1), ServiceFailure);
        CHECK(shift().reports.front().state == "failed");
        office.output.mood = FakeOutput::Mood::works;
        CHECK(desk.printClosed(office.clerk, 1).value().paper.copy == 0);
    }
    SUBCASE("asks what became of a sheet when the machine stopped")
    {
        office.output.mood = FakeOutput::Mood::machineStops;
        CHECK_THROWS_AS((void)desk.printClosed(office.clerk, 1), FakeOutput::Stopped);
        office.output.mood = FakeOutput::Mood::works;
        CHECK(desk.printClosed(office.clerk, 1, "r").refusal().code == Code::unresolvedPrint);
        CHECK(desk.resolve(office.clerk, 1, true));
        CHECK(desk.resolve(office.clerk, 1, true).refusal().code == Code::alreadyDecided);
        CHECK(desk.printClosed(office.clerk, 1, "r").value().paper.copy == 1);
    }
    SUBCASE("knows its own numbers only")
    {
        CHECK(desk.printClosed(office.clerk, 0).refusal().code == Code::noSuchShift);
        CHECK(desk.printClosed(office.clerk, 2).refusal().code == Code::noSuchShift);
        CHECK(desk.printClosed(office.administrator, 1).refusal().code == Code::notPermitted);
    }
}

TEST_CASE("ReportDesk::day")
{
    auto office = ReportOffice{};
    (void)office.accepted();
    (void)office.closeEven(office.clerk);
    REQUIRE(office.cash().openShift(office.colleague, {{100, 140}}));
    REQUIRE(office.cash().moveCash(
        office.colleague, {DrawerMove::bankDeposit, {{100, 40}}, "解款", "周建国"}, office.clerk));
    (void)office.closeEven(office.colleague);
    const auto today = office.cases().today();

    const auto sum = office.reports().day(office.clerk, today).value();
    CHECK(sum.shifts.size() == 2);
    CHECK(sum.collectedTotal == Money::yuan(40));
    CHECK(sum.deposited == Money::yuan(40));
    CHECK(sum.difference == Money{});
    CHECK(office.reports()
              .day(office.clerk, std::chrono::sys_days{today} + std::chrono::days{1})
              .value()
              .shifts.empty());
    CHECK(office.reports().printDay(office.clerk, today));
}
