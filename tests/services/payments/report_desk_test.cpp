#include "services/payments/report_desk.h"

#include "services/failure.h"
#include "tests/services/payments/report_office.h"

#include <doctest/doctest.h>

namespace guitai::report_desk_test
{

using Code = Refusal::Code;

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
        const auto paper = shift().reports.front().id;
        CHECK(desk.resolve(office.clerk, id, paper, true));
        CHECK(desk.resolve(office.clerk, id, paper, true).refusal().code == Code::alreadyDecided);
        CHECK(desk.printClosed(office.clerk, 1, "r").value().paper.copy == 1);
    }
    SUBCASE("knows its own numbers only")
    {
        CHECK(desk.printClosed(office.clerk, 0).refusal().code == Code::noSuchShift);
        CHECK(desk.printClosed(office.clerk, 2).refusal().code == Code::noSuchShift);
        CHECK(desk.printClosed(office.administrator, 1).refusal().code == Code::notPermitted);
    }
}

TEST_CASE("ReportDesk::printInterim after a stop")
{
    auto office = ReportOffice{};
    (void)office.accepted();
    auto desk = office.reports();
    office.output.mood = FakeOutput::Mood::machineStops;
    CHECK_THROWS_AS((void)desk.printInterim(office.supervisor, "hong"), FakeOutput::Stopped);
    office.output.mood = FakeOutput::Mood::works;
    const auto listed = desk.list(office.clerk, 10).value().front();
    REQUIRE(listed.papers.size() == 1);
    CHECK(listed.papers.front().isUnresolved());

    SUBCASE("the next one may be printed, for it has no number")
    {
        CHECK(desk.printInterim(office.supervisor, "hong"));
    }
    SUBCASE("somebody answers, also when the shift is closed by then")
    {
        (void)office.closeEven(office.clerk);
        const auto& id = listed.papers.front().id;
        CHECK(desk.resolve(office.clerk, listed.id, id, false));
        CHECK(desk.list(office.clerk, 10).value().front().papers.front().state == "failed");
        CHECK(desk.resolve(office.clerk, listed.id, id, true).refusal().code ==
              Code::alreadyDecided);
    }
    SUBCASE("nobody answers for what is not there")
    {
        CHECK(desk.resolve(office.clerk, "none", "none", true).refusal().code == Code::noSuchShift);
        CHECK(desk.resolve(office.administrator, listed.id, "none", true).refusal().code ==
              Code::notPermitted);
    }
}

TEST_CASE("ReportDesk::printSlip")
{
    auto office = ReportOffice{};
    (void)office.accepted();
    auto& cash = office.cash();
    REQUIRE(cash.moveCash(office.clerk, {DrawerMove::in, {{100, 50}}, "补充零钱"}));
    const auto id = cash.moveCash(office.clerk,
                                  {DrawerMove::safeDrop, {{2000, 2}}, "午间入柜", "罗所长"},
                                  office.colleague)
                        .value()
                        .id;
    auto desk = office.reports();

    SUBCASE("says who saw it, by the displayed name")
    {
        const auto paper = desk.printSlip(office.clerk, id, 2).value();
        CHECK(paper.slip == 2);
        CHECK(paper.copy == 0);
        CHECK(paper.state == "issued");
        const auto& slip = office.reportPrinter.slips.back();
        CHECK(slip.clerk == "洪民警");
        CHECK(slip.movement.slip == 2);
        CHECK(slip.movement.amount == Money::yuan(40));
        CHECK(slip.movement.second == "马民警");
    }
    SUBCASE("prints each slip once, then marked copies with a reason")
    {
        REQUIRE(desk.printSlip(office.clerk, id, 1));
        CHECK(desk.printSlip(office.clerk, id, 2).value().copy == 0);
        CHECK(desk.printSlip(office.clerk, id, 1).refusal().code == Code::reasonNeeded);
        CHECK(desk.printSlip(office.clerk, id, 1, "遗失").value().copy == 1);
        CHECK(office.reportPrinter.heads.back().copy == 1);
    }
    SUBCASE("is no copy of the Z report, nor the other way round")
    {
        REQUIRE(desk.printSlip(office.clerk, id, 1));
        (void)office.closeEven(office.clerk);
        CHECK(desk.printClosed(office.clerk, 1).value().paper.copy == 0);
        CHECK(desk.printSlip(office.clerk, id, 2).value().copy == 0);
    }
    SUBCASE("knows the slips of the shift only")
    {
        CHECK(desk.printSlip(office.clerk, id, 3).refusal().code == Code::noSuchShift);
        CHECK(desk.printSlip(office.clerk, id, 0).refusal().code == Code::noSuchShift);
        CHECK(desk.printSlip(office.administrator, id, 1).refusal().code == Code::notPermitted);
    }
}

TEST_CASE("ReportDesk::list and preview")
{
    auto office = ReportOffice{};
    (void)office.accepted();
    auto desk = office.reports();
    using Kind = PaperChoice::Kind;

    SUBCASE("a list has the newest first and tells nothing of what should be in a drawer")
    {
        (void)office.closeEven(office.clerk);
        REQUIRE(office.cash().openShift(office.colleague, {{100, 140}}));
        const auto list = desk.list(office.clerk, 10).value();
        REQUIRE(list.size() == 2);
        CHECK(list.front().name == "马民警");
        CHECK(list.front().isOpen());
        CHECK(list.back().number == 1);
        CHECK(desk.list(office.clerk, 1).value().size() == 1);
        CHECK(desk.list(office.administrator, 10).refusal().code == Code::notPermitted);
    }
    SUBCASE("a preview is allowed as the paper is, and leaves nothing behind")
    {
        const auto before = office.events();
        const auto interim = PaperChoice{.kind = Kind::interim, .clerk = "hong"};
        CHECK(desk.preview(office.clerk, interim, 72).refusal().code == Code::notPermitted);
        CHECK(desk.preview(office.supervisor, interim, 72).value().size() == 1);
        CHECK(desk.preview(office.clerk, {.kind = Kind::closed, .number = 1}, 72).refusal().code ==
              Code::noSuchShift);
        CHECK(desk.preview(office.clerk, {.kind = Kind::day, .date = office.cases().today()}, 72));
        CHECK(office.events() == before);
    }
    SUBCASE("prints what was chosen")
    {
        (void)office.closeEven(office.clerk);
        REQUIRE(desk.print(office.clerk, {.kind = Kind::closed, .number = 1}, {}));
        CHECK(desk.print(office.clerk, {.kind = Kind::closed, .number = 1}, {}).refusal().code ==
              Code::reasonNeeded);
        CHECK(desk.print(office.clerk, {.kind = Kind::day, .date = office.cases().today()}, {}));
        CHECK(office.output.titles.size() == 2);
    }
    SUBCASE("the Z of a drawer that was handed over names who took it")
    {
        REQUIRE(office.cash().countDrawer(office.clerk, {{100, 140}}));
        REQUIRE(office.cash().handOver(office.clerk, office.colleague));
        CHECK(desk.closed(office.clerk, 1).value().taker == "马民警");
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

} // namespace guitai::report_desk_test
