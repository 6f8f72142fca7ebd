#include "forms/drawer/drawer_page.h"
#include "forms/drawer/papers_panel.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/wrapped_text.h"
#include "services/cases/case_events.h"
#include "tests/forms/signs_in.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/textctrl.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

/// Everything that is written anywhere in a window, shown or hidden: labels, fields, facts.
void collect(const wxWindow* window, wxString& words)
{
    words += window->GetLabel() + "\n";
    if (const auto* field = dynamic_cast<const wxTextCtrl*>(window))
        words += field->GetValue() + "\n";
    if (const auto* text = dynamic_cast<const WrappedText*>(window))
        words += text->text() + "\n";
    if (const auto* facts = dynamic_cast<const FactList*>(window))
        for (const auto& [name, value] : facts->facts())
            words += name + " " + value + "\n";
    for (const auto* child : window->GetChildren())
        collect(child, words);
}

wxString everythingIn(const wxWindow& window)
{
    auto words = wxString{};
    collect(&window, words);
    return words;
}

/// A drawer with a float of 317 yuan, and 40 yuan that somebody paid: 357 should be there.
struct Drawer : FrameWindow {
    Drawer()
    {
        const auto zhang = actor("zhang");
        if (!cash->openShift(zhang, {{10000, 3}, {1000, 1}, {500, 1}, {100, 2}}))
            throw std::runtime_error("no shift");
        const auto owed = confirmed("zhang", terminalDraft());
        if (!cash->payCash(zhang, owed.acceptanceNumber, Money::yuan(40), false))
            throw std::runtime_error("not paid");
        signIn("zhang");
        press(WXK_F2);
    }

    void count(const CashCount& pieces)
    {
        for (const auto& [denomination, number] : pieces)
            type("Pieces of " + std::to_string(denomination / 100) + " yuan",
                 std::to_string(number));
        click("Give the count");
    }
    std::optional<Shift> open() { return cash->openShiftOf(actor("zhang")); }
    std::vector<ListedShift> shifts() { return reports->list(actor("zhang"), 10).value(); }
};

const auto rightCount = CashCount{{10000, 3}, {2000, 2}, {1000, 1}, {500, 1}, {100, 2}};
const auto tenShort = CashCount{{10000, 3}, {2000, 2}, {500, 1}, {100, 2}};

} // namespace

TEST_CASE("the drawer is counted blind")
{
    auto test = Drawer{};
    REQUIRE(test.view() == View::drawer);
    REQUIRE(test.open()->expected() == Money::yuan(357));

    SUBCASE("what should be there stands nowhere in the window before the count is given")
    {
        for (const auto* piece : {"1", "3", "35"}) { // also not while it is typed
            test.type("Pieces of 100 yuan", piece);
            CHECK_FALSE(everythingIn(*test.frame).Contains("357"));
        }
        test.type("Pieces of 100 yuan", "3");
        CHECK(test.shows("300.00 yuan"));
        test.press(WXK_F9); // no paper tells it either
        CHECK_FALSE(everythingIn(*test.frame).Contains("357"));
        CHECK(test.reportPrinter.shifts.empty());
    }
    SUBCASE("and stands there right after, with the difference in words")
    {
        test.count(tenShort);
        CHECK(everythingIn(*test.frame).Contains("357 yuan"));
        CHECK(test.shows("10 yuan less than expected."));
        CHECK(test.open()->isCounted());
    }
    SUBCASE("a count that was given is kept; another one needs a witness")
    {
        test.count(tenShort);
        test.press(WXK_ESCAPE);
        test.press(WXK_F2);
        CHECK(test.shows("10 yuan less than expected."));
        test.click("Count again, with a witness");
        {
            wxTEST_DIALOG(test.count(rightCount), SignsIn(""));
        }
        CHECK(test.open()->counts.size() == 1);
        {
            wxTEST_DIALOG(test.click("Give the count"), SignsIn("li"));
        }
        CHECK(test.open()->counts.size() == 2);
        CHECK(test.open()->counts.back().witness == "li");
        CHECK(test.shows("The drawer holds what it should."));
    }
    SUBCASE("what is no count is pointed at and gives none")
    {
        test.type("Pieces of 1 yuan", "2x");
        test.click("Give the count");
        CHECK(test.shows("A count is digits only."));
        CHECK_FALSE(test.open()->isCounted());
    }
}

TEST_CASE("closing the shift")
{
    auto test = Drawer{};

    SUBCASE("an even drawer closes alone, and its report is ready to be printed")
    {
        test.count(rightCount);
        test.click("Close the shift");
        CHECK_FALSE(test.open().has_value());
        CHECK_FALSE(test.frame->shift().has_value());
        auto& page = dynamic_cast<DrawerPage&>(test.frame->page(View::drawer));
        REQUIRE(page.papers().chosen().has_value());
        CHECK(page.papers().chosen()->kind == PaperChoice::Kind::closed);
        CHECK(page.papers().pageCount() == 1);
        const auto papersBefore = test.tray.papers.size();
        test.press(WXK_F9);
        CHECK(test.tray.papers.size() == papersBefore + 1);

        // The report equals the drawer, to the fen and to the piece.
        const auto& report = test.reportPrinter.shifts.back();
        CHECK(report.number == 1);
        CHECK(report.openingFloat == Money::yuan(317));
        CHECK(report.cashCollected == Money::yuan(40));
        CHECK(report.expected == Money::yuan(357));
        REQUIRE(report.counts.size() == 1);
        CHECK(report.counts.back().counted == rightCount);
        CHECK(report.difference == Money{});
    }
    SUBCASE("a difference asks for its reason, then for a supervisor who is somebody else")
    {
        test.count(tenShort);
        test.click("Close the shift");
        CHECK(test.shows("Say why the count differs"));
        CHECK(test.open().has_value());
        test.type("Reason", "多找了十元");
        {
            wxTEST_DIALOG(test.click("Close the shift"), SignsIn(""));
        }
        CHECK(test.open().has_value());
        {
            wxTEST_DIALOG(test.click("Close the shift"), SignsIn("li")); // a clerk may not
        }
        CHECK(test.open().has_value());
        {
            wxTEST_DIALOG(test.click("Close the shift"), SignsIn("wang"));
        }
        CHECK_FALSE(test.open().has_value());
        const auto report = test.reports->closed(test.actor("wang"), 1).value();
        CHECK(report.difference == Money::yuan(-10));
        CHECK(report.differenceReason == "多找了十元");
        REQUIRE(report.approvals.size() == 1);
        CHECK(report.approvals.front().who == "王建国");
    }
    SUBCASE("the drawer is handed over: the next clerk signs in and goes on with what was counted")
    {
        test.count(rightCount);
        {
            wxTEST_DIALOG(test.click("Hand over to the next clerk"), SignsIn("zhang"));
        }
        CHECK(test.open().has_value()); // nobody takes the own drawer
        {
            wxTEST_DIALOG(test.click("Hand over to the next clerk"), SignsIn("li"));
        }
        CHECK_FALSE(test.open().has_value());
        const auto next = test.cash->openShiftOf(test.actor("li"));
        REQUIRE(next.has_value());
        CHECK(next->opening == rightCount);
        CHECK(test.reports->closed(test.actor("wang"), 1).value().taker == "李强");
    }
}

TEST_CASE("a close with electronic payments")
{
    auto test = FrameWindow{};
    const auto zhang = test.actor("zhang");
    const auto shift = test.cash->openShift(zhang, {}).value();
    test.attempts = {{"B07A1260115000123A1K", AttemptState::shown}};
    test.signIn("zhang");
    test.press(WXK_F2);

    SUBCASE("is blocked while one is under way, in words, and counts nothing")
    {
        test.click("Give the count");
        CHECK(test.shows("1 payments are still under way"));
        CHECK_FALSE(test.cash->openShiftOf(zhang)->isCounted());
    }
    SUBCASE("carries an unknown one over when a supervisor says so, with the reason")
    {
        test.attempts.front().state = AttemptState::unknown;
        test.click("Give the count");
        test.click("Close the shift");
        CHECK(test.shows("The outcome of 1 payments is unknown"));
        test.type("Reason", "微信未答复，次日对账");
        {
            wxTEST_DIALOG(test.click("Close the shift"), SignsIn("wang"));
        }
        CHECK_FALSE(test.cash->openShiftOf(zhang).has_value());
        const auto closed =
            foldShift(test.window.journal().eventsOf(subjectOfShift(shift.id))).close;
        REQUIRE(closed.has_value());
        CHECK(closed->carried == std::vector<std::string>{"B07A1260115000123A1K"});
        CHECK(closed->supervisor == "wang");
    }
}
