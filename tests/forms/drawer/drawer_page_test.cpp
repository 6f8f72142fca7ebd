#include "forms/drawer/drawer_page.h"

#include "forms/case/option_list.h"
#include "forms/drawer/papers_panel.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/list_table.h"
#include "tests/forms/signs_in.h"

#include <doctest/doctest.h>
#include <wx/textctrl.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

DrawerPage& page(FrameWindow& test)
{
    return dynamic_cast<DrawerPage&>(test.frame->page(View::drawer));
}

/// The row of this paper, opened as Enter does.
void openPaper(FrameWindow& test, const wxString& what)
{
    auto& list = page(test).papers().list();
    for (std::size_t i = 0; i < list.rows().size(); ++i)
        if (list.rows()[i].cells.front().Contains(what))
            return list.open(i);
    FAIL("no such paper: " << what);
}

wxString stateOf(FrameWindow& test, const wxString& what)
{
    for (const auto& row : page(test).papers().list().rows())
        if (row.cells.front().Contains(what))
            return row.cells[1];
    return "(no such paper)";
}

template <class Control>
Control* controlBelow(wxWindow* window)
{
    for (auto* child : window->GetChildren()) {
        if (!child->IsShown())
            continue;
        if (auto* found = dynamic_cast<Control*>(child))
            return found;
        if (auto* below = controlBelow<Control>(child))
            return below;
    }
    return nullptr;
}

void answer(FrameWindow& test, const std::string& words)
{
    auto* ask = controlBelow<AskLine>(&page(test));
    REQUIRE(ask != nullptr);
    ask->field()->SetValue(toUi(words));
    ask->answer();
}

void takeOption(FrameWindow& test, std::size_t index)
{
    auto* options = controlBelow<OptionList>(&page(test));
    REQUIRE(options != nullptr);
    options->take(index);
}

} // namespace

TEST_CASE("cash in and out of the drawer")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.press(WXK_F2);
    test.click("Cash in or out");
    const auto shift = [&] { return *test.cash->openShiftOf(test.actor("zhang")); };

    SUBCASE("change is brought in: a reason, no second person, a slip")
    {
        test.type("Pieces of 1 yuan", "50");
        test.click("Record and show the slip");
        CHECK(shift().movements.empty()); // no reason yet
        test.type("Reason", "领取零钱");
        test.click("Record and show the slip");
        REQUIRE(shift().movements.size() == 1);
        CHECK(shift().movements.front().amount == Money::yuan(50));
        REQUIRE(page(test).papers().chosen().has_value());
        CHECK(page(test).papers().chosen()->kind == PaperChoice::Kind::slip);
        test.press(WXK_F9);
        CHECK(stateOf(test, "Slip 1") == "printed");
        CHECK(test.reportPrinter.slips.back().movement.reason == "领取零钱");
    }
    SUBCASE("what leaves needs a receiver and a second person")
    {
        REQUIRE(test.cash->moveCash(test.actor("zhang"), {DrawerMove::in, {{10000, 3}}, "备用"}));
        takeOption(test, 1); // to the bank
        test.type("Pieces of 100 yuan", "2");
        test.type("Reason", "解款");
        test.click("Record and show the slip");
        CHECK(shift().movements.size() == 1);
        test.type("Who receives it", "周建国");
        {
            wxTEST_DIALOG(test.click("Record and show the slip"), SignsIn(""));
        }
        CHECK(shift().movements.size() == 1);
        {
            wxTEST_DIALOG(test.click("Record and show the slip"), SignsIn("li"));
        }
        REQUIRE(shift().movements.size() == 2);
        CHECK(shift().movements.back().kind == DrawerMove::bankDeposit);
        CHECK(shift().movements.back().second == "li");
        CHECK(test.reportPrinter.slips.back().movement.second == "李强");
    }
    SUBCASE("more than the drawer holds is refused in words")
    {
        takeOption(test, 2);
        test.type("Pieces of 100 yuan", "2");
        test.type("Reason", "入柜");
        test.type("Who receives it", "周建国");
        {
            wxTEST_DIALOG(test.click("Record and show the slip"), SignsIn("li"));
        }
        CHECK(test.shows("The drawer does not hold that much."));
        CHECK(shift().movements.empty());
    }
}

TEST_CASE("a bad note, and the drawer opened without a sale")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.press(WXK_F2);
    const auto shift = [&] { return *test.cash->openShiftOf(test.actor("zhang")); };

    SUBCASE("a counterfeit is recorded with how it was noticed, and moves nothing")
    {
        const auto before = shift().expected();
        test.click("Bad note");
        test.click("Record it");
        CHECK(shift().incidents.empty());
        test.type("How it was noticed", "水印模糊");
        test.type("To whom it was handed", "罗所长");
        test.type("Number of the note", "TJ55720198");
        test.click("Record it");
        REQUIRE(shift().incidents.size() == 1);
        CHECK(shift().incidents.front().denomination == 10000);
        CHECK(shift().incidents.front().fault == NoteFault::counterfeit);
        CHECK(shift().expected() == before);
        CHECK(test.valueOf("Number of the note").empty());
    }
    SUBCASE("an opening is recorded with its reason")
    {
        test.click("Open without a sale");
        answer(test, "换零钱");
        REQUIRE(shift().openings.size() == 1);
        CHECK(shift().openings.front().reason == "换零钱");
    }
}

TEST_CASE("the papers of the drawer")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.press(WXK_F2);
    test.click("Reports and slips");

    SUBCASE("the interim report of an uncounted drawer is for a supervisor, and not shown")
    {
        openPaper(test, "Interim report");
        CHECK(page(test).papers().pageCount() == 0);
        {
            wxTEST_DIALOG(test.click("Print it"), SignsIn("li"));
        }
        CHECK(test.reportPrinter.shifts.empty());
        {
            wxTEST_DIALOG(test.click("Print it"), SignsIn("wang"));
        }
        CHECK(test.reportPrinter.shifts.size() == 1);
        CHECK(page(test).papers().pageCount() == 0);
        CHECK(stateOf(test, "Interim report") == "printed");
    }
    SUBCASE("a copy of a report asks why")
    {
        REQUIRE(test.cash->countDrawer(test.actor("zhang"), {}));
        REQUIRE(test.cash->closeShift(test.actor("zhang")));
        test.click("Reports and slips");
        openPaper(test, "Shift report Z1");
        test.click("Print it");
        CHECK(stateOf(test, "Shift report Z1") == "printed");
        openPaper(test, "Shift report Z1");
        test.click("Print it");
        CHECK(test.tray.papers.size() == 1);
        answer(test, "归档");
        CHECK(test.tray.papers.size() == 2);
        CHECK(test.reportPrinter.heads.back().copy == 1);
        CHECK(stateOf(test, "Shift report Z1") == "printed 2 times");
    }
    SUBCASE("a paper that was being printed when the program stopped is asked about, an X too")
    {
        test.tray.powerCut = true;
        CHECK_THROWS((void)test.reports->printInterim(test.actor("wang"), "zhang"));
        test.tray.powerCut = false;
        test.click("Reports and slips");
        CHECK(stateOf(test, "Interim report") == "Did it come out?");
        openPaper(test, "Interim report");
        CHECK(test.shows("The program stopped while this paper was printed."));
        test.click("It did not");
        CHECK(stateOf(test, "Interim report").empty());
        CHECK_FALSE(test.shows("The program stopped while this paper was printed."));
    }
    SUBCASE("the day has a report")
    {
        openPaper(test, "Report of the day");
        test.click("Print it");
        CHECK(test.reportPrinter.days.size() >= 1);
        CHECK(test.tray.papers.size() == 1);
    }
}

TEST_CASE("who comes to the drawer's page")
{
    auto test = FrameWindow{};
    SUBCASE("without a shift there are papers, and the rest says why not")
    {
        test.signIn("wang");
        test.press(WXK_F2);
        CHECK(test.view() == View::drawer);
        CHECK(test.find("Count and close, No shift is open") != nullptr);
        CHECK(test.find("Papers") != nullptr);
    }
    SUBCASE("an administrator never does")
    {
        test.signIn("zhao");
        test.press(WXK_F2);
        CHECK(test.view() == View::home);
    }
}
