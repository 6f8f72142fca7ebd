#include "tests/forms/frame/frame_window.h"

#include "forms/frame/home_page.h"
#include "forms/text.h"
#include "forms/widgets/list_table.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/testing.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

HomePage& home(FrameWindow& test)
{
    return dynamic_cast<HomePage&>(test.frame->page(View::home));
}

} // namespace

TEST_CASE("home page lists")
{
    auto test = FrameWindow{};

    SUBCASE("an empty day says so, three times")
    {
        test.work("zhang");
        CHECK(test.shows("Nothing waits for anybody."));
        CHECK(test.shows("No case is half done."));
        CHECK(test.shows("No case was taken today yet."));
    }
    SUBCASE("today's cases, the newest state of each")
    {
        const auto taken = test.confirmed("zhang", childDraft());
        test.work("zhang");
        const auto& rows = home(test).today().rows();
        REQUIRE(rows.size() == 1);
        CHECK(rows.front().key == taken.acceptanceNumber);
        CHECK(rows.front().cells.at(1) == toUi("王小满"));
        CHECK(rows.front().cells.at(4) == toUi(groupedAcceptanceNumber(taken.acceptanceNumber)));
    }
    SUBCASE("yesterday's cases are not today's")
    {
        test.confirmed("zhang", childDraft());
        test.window.clock.pass(std::chrono::hours{24});
        test.work("zhang");
        CHECK(home(test).today().rows().empty());
    }
    SUBCASE("own drafts and everybody's parked ones, nobody else's open one")
    {
        auto own = childDraft();
        auto parked = firstTimeDraft();
        auto others = anyoneDraft();
        REQUIRE(test.cases->saveDraft(test.actor("zhang"), own));
        REQUIRE(test.cases->saveDraft(test.actor("li"), parked));
        REQUIRE(test.cases->parkDraft(test.actor("li"), parked.id));
        REQUIRE(test.cases->saveDraft(test.actor("li"), others));
        test.work("zhang");
        auto keys = std::vector<std::string>{};
        for (const auto& row : home(test).drafts().rows())
            keys.push_back(row.key);
        CHECK(keys.size() == 2);
        CHECK(std::ranges::find(keys, own.id) != keys.end());
        CHECK(std::ranges::find(keys, parked.id) != keys.end());
    }
    SUBCASE("a draft opens on the case page")
    {
        REQUIRE(test.cases->saveDraft(test.actor("zhang"), childDraft()));
        test.work("zhang");
        home(test).drafts().open(0);
        CHECK(test.view() == View::caseFlow);
    }
    SUBCASE("what waits for approval and for payment")
    {
        test.confirmed("zhang", terminalDraft());
        test.confirmed("zhang", fingersDraft());
        test.work("wang");
        const auto& rows = home(test).waiting().rows();
        REQUIRE(rows.size() == 2);
        CHECK(rows.front().cells.front() == "Approval");
        CHECK(rows.back().cells.front() == "Payment");
    }
}

TEST_CASE("home page asks whether a paper came out")
{
    auto test = FrameWindow{};
    const auto taken = test.confirmed("zhang", childDraft());
    test.tray.powerCut = true;
    CHECK_THROWS_AS((void)test.vouchers->issue(test.actor("zhang"), taken.acceptanceNumber),
                    std::runtime_error);
    test.tray.powerCut = false;
    test.work("zhang");
    REQUIRE(test.shows("What waits"));
    const auto& rows = home(test).waiting().rows();
    REQUIRE_FALSE(rows.empty());

    SUBCASE("no: the voucher can be printed")
    {
        wxTEST_DIALOG(home(test).waiting().open(0), wxExpectModal<wxMessageDialog>(wxID_NO));
        CHECK(test.vouchers->unresolved().empty());
        CHECK(static_cast<bool>(
            test.vouchers->mayIssue(test.actor("zhang"), taken.acceptanceNumber)));
    }
    SUBCASE("yes: it counts as printed")
    {
        wxTEST_DIALOG(home(test).waiting().open(0), wxExpectModal<wxMessageDialog>(wxID_YES));
        CHECK(test.vouchers->unresolved().empty());
        CHECK_FALSE(static_cast<bool>(
            test.vouchers->mayIssue(test.actor("zhang"), taken.acceptanceNumber)));
    }
    SUBCASE("looking first changes nothing")
    {
        wxTEST_DIALOG(home(test).waiting().open(0), wxExpectModal<wxMessageDialog>(wxID_CANCEL));
        CHECK(test.vouchers->unresolved().size() == 1);
    }
}

TEST_CASE("home page of an administrator")
{
    auto test = FrameWindow{};
    test.confirmed("zhang", childDraft());
    test.signIn("zhao");
    CHECK(home(test).today().rows().empty());
    test.press(WXK_F5);
    CHECK(test.view() == View::home);
    CHECK_FALSE(test.frame->notice().empty());
    test.press(WXK_F3);
    CHECK(test.view() == View::home);
}
