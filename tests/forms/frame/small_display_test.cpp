#include "tests/forms/frame/frame_window.h"

#include "forms/approvals/approvals_page.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_page.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "tests/forms/case/case_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/bookctrl.h>
#include <wx/scrolwin.h>

namespace guitai
{

namespace
{

using View = MainFrame::View;

std::string nameOf(const wxWindow& window)
{
    const auto at = window.GetRect();
    return fromUi(window.GetClassInfo()->GetClassName()) + " \"" + fromUi(window.GetLabel()) +
           "\" at " + std::to_string(at.x) + "," + std::to_string(at.y) + " " +
           std::to_string(at.width) + "x" + std::to_string(at.height) + "; ";
}

/// Where the parts of a window may stand, in the coordinates of their positions. What a page
/// scrolls to is in it.
wxRect roomIn(const wxWindow& window)
{
    auto room = wxRect{window.GetClientSize()};
    if (const auto* scrolled = wxDynamicCast(&window, wxScrolledWindow)) {
        auto step = wxPoint{};
        scrolled->GetScrollPixelsPerUnit(&step.x, &step.y);
        const auto start = scrolled->GetViewStart();
        room = wxRect{wxPoint{-start.x * step.x, -start.y * step.y}, scrolled->GetVirtualSize()};
        if (step.x == 0)
            room.width = window.GetClientSize().GetWidth();
        if (step.y == 0)
            room.height = window.GetClientSize().GetHeight();
    }
    return room;
}

/// What stands on something else or is cut off; native controls look after their own parts.
std::string misplaced(const wxWindow& window)
{
    auto found = std::string{};
    const auto room = roomIn(window);
    auto taken = std::vector<wxRect>{};
    for (const auto* part : window.GetChildren()) {
        const auto place = part->GetRect();
        if (!part->IsShown() || part->IsTopLevel() || place.IsEmpty())
            continue;
        auto isOver = !room.Contains(place);
        for (const auto& other : taken)
            isOver = isOver || !place.Intersect(other).IsEmpty();
        if (isOver)
            found += nameOf(*part);
        taken.push_back(place);
        if (!wxDynamicCast(part, wxControl) || wxDynamicCast(part, wxBookCtrlBase))
            found += misplaced(*part);
    }
    return found;
}

/// A window as small as a display of 1920 by 1080 leaves at 200 %.
struct SmallDisplay : FrameWindow {
    SmallDisplay()
    {
        work("zhang");
        frame->SetClientSize(frame->FromDIP(wxSize(960, 540)));
    }
    std::string misplacedOn(View wanted)
    {
        REQUIRE(view() == wanted);
        CaseWindow::settle(20); // texts wrap, and what is around them follows
        REQUIRE(frame->GetClientSize() == frame->FromDIP(wxSize(960, 540)));
        return misplaced(*frame);
    }
    RecordPage& record() { return dynamic_cast<RecordPage&>(frame->page(View::record)); }
};

} // namespace

TEST_CASE("nothing is cut off or covered on a small display")
{
    auto test = SmallDisplay{};
    const auto waiting = test.confirmed("zhang", test.withCopies("zhang", fingersDraft()));
    const auto child = test.confirmed("zhang", childDraft());

    SUBCASE("on the start page, at the search, the money and the keys")
    {
        test.frame->goHome();
        CHECK(test.misplacedOn(View::home) == "");
        test.press(WXK_F3);
        CHECK(test.misplacedOn(View::search) == "");
        test.press(WXK_F10);
        CHECK(test.misplacedOn(View::money) == "");
        test.press(WXK_F1);
        CHECK(test.misplacedOn(View::keys) == "");
    }
    SUBCASE("on the supervisor's queue, also while it asks why")
    {
        test.frame->goApprovals();
        CHECK(test.misplacedOn(View::approvals) == "");
        test.press(WXK_F9);
        auto& page = dynamic_cast<ApprovalsPage&>(test.frame->page(View::approvals));
        REQUIRE(page.question().IsShown());
        CHECK(test.misplacedOn(View::approvals) == "");
    }
    SUBCASE("on a record, whatever it asks")
    {
        test.frame->openRecord(waiting.acceptanceNumber);
        CHECK(test.misplacedOn(View::record) == "");
        REQUIRE(test.vouchers->issue(test.actor("zhang"), child.acceptanceNumber));
        test.frame->openRecord(child.acceptanceNumber);
        test.record().actions().begin(CaseAction::reprint);
        CHECK(test.misplacedOn(View::record) == "");
        test.press(WXK_ESCAPE);
        REQUIRE(test.cases->markReady(test.actor("zhang"), child.acceptanceNumber));
        test.frame->openRecord(child.acceptanceNumber);
        test.record().actions().begin(CaseAction::handOver);
        CHECK(test.misplacedOn(View::record) == "");
    }
    SUBCASE("at the drawer")
    {
        test.press(WXK_F2);
        CHECK(test.misplacedOn(View::drawer) == "");
    }
    SUBCASE("on every step of a case")
    {
        test.press(WXK_F5);
        for (const auto step : {'1', '2', '3', '4', '5', '6', '7', '8'}) {
            CAPTURE(step);
            auto key = wxKeyEvent{wxEVT_CHAR_HOOK};
            key.m_keyCode = step;
            key.SetAltDown(true);
            test.frame->page(View::caseFlow).ProcessWindowEvent(key);
            CHECK(test.misplacedOn(View::caseFlow) == "");
        }
    }
}

} // namespace guitai
