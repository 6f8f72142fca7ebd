#include "forms/approvals/approvals_page.h"
#include "forms/approvals/request_standing.h"
#include "forms/drawer/drawer_page.h"
#include "forms/frame/home_page.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_page.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/list_table.h"
#include "services/cases/case_events.h"
#include "tests/forms/below.h"
#include "tests/forms/signs_in.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/textctrl.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

/// Zhang's window, with a paid case whose voucher was printed and printed again.
struct Desk : FrameWindow {
    std::string number;

    Desk()
    {
        work("zhang");
        const auto zhang = actor("zhang");
        const auto paid = confirmed("zhang", terminalDraft());
        number = paid.acceptanceNumber;
        if (!cash->payCash(zhang, number, paid.charge.due, false) ||
            !vouchers->issue(zhang, number) || !vouchers->reprint(zhang, number, "破损"))
            throw std::runtime_error("no sheets");
    }

    RecordPage& record() { return dynamic_cast<RecordPage&>(frame->page(View::record)); }
    HomePage& home() { return dynamic_cast<HomePage&>(frame->page(View::home)); }
    ApprovalsPage& queue() { return dynamic_cast<ApprovalsPage&>(frame->page(View::approvals)); }
    /// On the record page: begins the action, gives the reason, sends it.
    void send(CaseAction action, const std::string& reason)
    {
        frame->openRecord(number);
        record().actions().begin(action);
        auto& ask = record().actions().askLine();
        REQUIRE(ask.IsShown());
        ask.field()->SetValue(toUi(reason));
        wxTEST_DIALOG(ask.answer(), SendsIt{});
    }
    void become(const std::string& who)
    {
        frame->signOut();
        signIn(who);
    }
    /// The first in the queue, looked at.
    void lookAtFirst()
    {
        frame->goApprovals();
        REQUIRE_FALSE(queue().list().rows().empty());
        queue().list().select(0);
        window.clock.pass(std::chrono::seconds{1});
    }
    /// What the start page says first, opened.
    void openFirstOfHome()
    {
        frame->goHome();
        doNothing();
        REQUIRE_FALSE(home().waiting().rows().empty());
        home().waiting().open(0);
    }
    std::vector<RequestView> waiting() { return requests->waiting(); }
};

} // namespace

TEST_CASE("a second copy is sent to the supervisor, approved there and printed")
{
    auto test = Desk{};
    test.send(CaseAction::reprint, "居民淋湿，旧件已收回");
    REQUIRE(test.waiting().size() == 1);
    CHECK(test.tray.papers.size() == 2);
    CHECK(test.shows("waits for the supervisor since"));
    test.click("Print what happens next"); // for the person who goes home
    REQUIRE(test.reportPrinter.notices.size() == 1);
    CHECK(test.reportPrinter.notices[0].asked->subject == aboutReprint(test.number));
    CHECK(test.tray.papers.size() == 3);
    test.tray.papers.pop_back();

    test.become("wang");
    test.window.clock.pass(std::chrono::minutes{7});
    test.lookAtFirst();
    CHECK(test.queue().list().rows()[0].cells[0].Contains("7"));
    CHECK(test.shows("2 sheets were printed so far."));
    CHECK(test.shows(toUi("居民淋湿，旧件已收回")));
    SUBCASE("approved: Enter prints it, once")
    {
        test.press(WXK_F8);
        CHECK(test.waiting().empty());
        test.become("zhang");
        test.openFirstOfHome();
        REQUIRE(test.view() == View::record);
        CHECK(test.shows("approved by"));
        CHECK(test.find("Print the approved copy")->HasFocus());
        test.click("Print the approved copy");
        test.doNothing();
        CHECK(test.tray.papers.size() == 3);
        CHECK(test.vouchers->papersOf(test.number).back().reason == "居民淋湿，旧件已收回");
        CHECK_THROWS(test.click("Print the approved copy"));
        CHECK_THROWS(test.click("Print what happens next"));
    }
    SUBCASE("asked back, answered and rejected: the clerk reads why")
    {
        test.click("Ask back...");
        test.queue().question().field()->SetValue(toUi("旧件何在？"));
        test.queue().question().answer();
        CHECK(test.queue().list().rows()[0].cells[2].Contains("asked back"));
        test.become("zhang");
        test.openFirstOfHome();
        test.click("Answer the supervisor...");
        auto* standing = below<RequestStanding>(test.record());
        auto* question = standing ? below<AskLine>(*standing) : nullptr;
        REQUIRE(question);
        CHECK(question->field()->HasFocus());
        question->field()->SetValue(toUi("在抽屉里"));
        question->answer();
        test.become("wang");
        test.lookAtFirst();
        CHECK(test.shows(toUi("在抽屉里")));
        test.press(WXK_F9);
        test.queue().question().field()->SetValue(toUi("旧件尚可用"));
        test.queue().question().answer();
        CHECK(test.waiting().empty());
        test.become("zhang");
        test.frame->openRecord(test.number);
        CHECK(test.shows(toUi("旧件尚可用")));
        CHECK(test.tray.papers.size() == 2);
    }
}

TEST_CASE("a withdrawal is sent, approved among others at once, and pays the money back")
{
    auto test = Desk{};
    test.send(CaseAction::withdraw, "本人放弃");
    test.send(CaseAction::reprint, "居民遗失");
    test.become("wang");
    test.lookAtFirst();
    CHECK(test.shows("go back out of the drawer"));
    test.queue().list().select(1);
    test.window.clock.pass(std::chrono::seconds{1});
    test.click("Approve all that were seen");
    CHECK(test.waiting().empty());

    test.become("zhang");
    test.frame->openRecord(test.number);
    // Both were approved: Enter prints, and never gives money back.
    CHECK(test.find("Print the approved copy")->HasFocus());
    test.click("Withdraw as approved");
    CHECK(test.cases->load(test.number).value().state == CaseState::accepted);
    CHECK(test.shows("Is the printed voucher here?"));
    CHECK(test.find("Give up")->HasFocus());
    test.click("It is here: withdraw");
    test.doNothing();
    const auto done = test.cases->load(test.number).value();
    CHECK(done.state == CaseState::withdrawn);
    CHECK(done.charge.state == ChargeState::refunded);
    // What was approved besides has nothing to print any more.
    CHECK_THROWS(test.click("Print the approved copy"));
}

TEST_CASE("a difference of the drawer is sent, approved, and the shift closes")
{
    auto test = Desk{};
    test.frame->goDrawer();
    REQUIRE(test.view() == View::drawer);
    test.click("Give the count"); // nothing: 40 yuan too few
    test.type("Reason", "找错一笔");
    {
        wxTEST_DIALOG(test.click("Close the shift"), SendsIt{});
    }
    REQUIRE(test.waiting().size() == 1);
    CHECK(test.shows("waits for the supervisor since"));
    CHECK_THROWS(test.click("Print what happens next")); // it concerns no resident

    test.become("wang");
    test.lookAtFirst();
    CHECK(test.shows("40.00 too little"));
    test.press(WXK_F8);
    test.become("zhang");
    test.openFirstOfHome();
    REQUIRE(test.view() == View::drawer);
    CHECK(test.shows("approved by"));
    test.click("Close the shift");
    CHECK_FALSE(test.cash->openShiftOf(test.actor("zhang")));
    CHECK(test.window.journal().verify().problems.empty());
}
