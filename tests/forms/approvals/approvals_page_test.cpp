#include "forms/approvals/approvals_page.h"

#include "forms/case/pages_view.h"
#include "forms/frame/home_page.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_page.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/list_table.h"
#include "forms/wording/words.h"
#include "tests/forms/frame/frame_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <wx/textctrl.h>

using namespace guitai;

namespace
{

/// Two cases that a supervisor must decide, taken by Zhang ten minutes apart.
struct Queue {
    FrameWindow window;
    std::string fingers, terminal;

    Queue()
    {
        fingers = window.confirmed("zhang", fingersDraft()).acceptanceNumber;
        window.window.clock.pass(std::chrono::minutes{10});
        terminal = window.confirmed("zhang", anyoneDraft()).acceptanceNumber;
        window.window.clock.pass(std::chrono::minutes{5});
    }
    ApprovalsPage& open(const std::string& who)
    {
        window.work(who);
        window.frame->goApprovals();
        return page();
    }
    /// As long as a person looks at a case.
    void look() { window.window.clock.pass(std::chrono::seconds{1}); }
    ApprovalsPage& page()
    {
        return dynamic_cast<ApprovalsPage&>(window.frame->page(MainFrame::View::approvals));
    }
    CaseState stateOf(const std::string& number)
    {
        return window.cases->load(number).value().state;
    }
    std::string decidedBy(const std::string& number)
    {
        return window.cases->load(number).value().exceptions.front().decision->supervisor;
    }
};

} // namespace

TEST_CASE("the queue shows what waits, the longest first, with its evidence")
{
    auto queue = Queue{};
    auto& page = queue.open("wang");
    REQUIRE(page.list().rows().size() == 2);
    CHECK(page.list().rows()[0].key == queue.fingers);
    CHECK(page.list().rows()[0].cells[0].Contains("15"));
    CHECK(page.list().rows()[1].cells[0].Contains("5"));
    page.list().select(0);
    CHECK(queue.window.shows(words::name(ExceptionKind::fingersNotObtainable)));
    page.list().select(1);
    CHECK(queue.window.shows(toUi(anyoneDraft().clerkReason)));
    CHECK(page.seen() == 2);
}

TEST_CASE("a supervisor decides in the queue")
{
    auto queue = Queue{};
    auto& page = queue.open("wang");
    page.list().select(0);

    SUBCASE("approves the one in front")
    {
        queue.look();
        queue.window.press(WXK_F8);
        queue.window.press(WXK_F8); // still down: the next one was not looked at
        CHECK(queue.stateOf(queue.fingers) == CaseState::awaitingPayment);
        CHECK(queue.decidedBy(queue.fingers) == "wang");
        CHECK(queue.stateOf(queue.terminal) == CaseState::awaitingApproval);
        CHECK(page.list().rows().size() == 1);
    }
    SUBCASE("approves all that were looked at, once there are several")
    {
        CHECK_THROWS(queue.window.click("Approve all that were seen")); // only one was
        page.list().select(1);
        queue.look();
        queue.window.click("Approve all that were seen");
        CHECK(queue.stateOf(queue.fingers) == CaseState::awaitingPayment);
        CHECK(queue.stateOf(queue.terminal) == CaseState::awaitingPayment);
        CHECK(page.list().rows().empty());
    }
    SUBCASE("rejects with a reason, never without one")
    {
        queue.window.press(WXK_F9);
        REQUIRE(page.question().IsShown());
        page.question().answer();
        CHECK(queue.stateOf(queue.fingers) == CaseState::awaitingApproval);
        page.question().field()->SetValue(wxString::FromUTF8("证明材料不全"));
        page.question().answer();
        CHECK(queue.stateOf(queue.fingers) == CaseState::rejected);
        CHECK(page.list().rows().size() == 1);
    }
    SUBCASE("learns that somebody was faster")
    {
        REQUIRE(queue.window.cases->decide(queue.window.actor("wang"),
                                           queue.fingers,
                                           ExceptionKind::fingersNotObtainable,
                                           DecisionOutcome::rejected,
                                           "材料不全"));
        queue.look();
        queue.window.press(WXK_F8);
        CHECK(queue.stateOf(queue.fingers) == CaseState::rejected);
        CHECK(page.list().rows().size() == 1);
    }
}

TEST_CASE("nobody decides about an own case in the queue")
{
    auto window = FrameWindow{};
    const auto own = window.confirmed("wang", fingersDraft()).acceptanceNumber;
    window.work("wang");
    window.frame->goApprovals();
    auto& page = dynamic_cast<ApprovalsPage&>(window.frame->page(MainFrame::View::approvals));
    page.list().select(0);
    window.window.clock.pass(std::chrono::seconds{1});
    window.press(WXK_F8);
    CHECK(window.cases->load(own).value().state == CaseState::awaitingApproval);
    CHECK(!window.frame->notice().empty());
}

TEST_CASE("several at once leave what is refused as it was")
{
    auto queue = Queue{};
    const auto byClerk = approveAll(
        {*queue.window.cases}, queue.window.actor("li"), {queue.fingers, queue.terminal});
    CHECK(byClerk.approved == 0);
    CHECK(byClerk.refused.size() == 2);
    const auto outcome = approveAll({*queue.window.cases},
                                    queue.window.actor("wang"),
                                    {queue.fingers, queue.terminal, "1101085202026112302999"});
    CHECK(outcome.approved == 2);
    REQUIRE(outcome.refused.size() == 1);
    CHECK(outcome.refused.front().code == Refusal::Code::noSuchCase);
    CHECK(queue.stateOf(queue.fingers) == CaseState::awaitingPayment);
}

TEST_CASE("a supervisor asks back, the clerk answers, the supervisor decides")
{
    auto queue = Queue{};
    auto& page = queue.open("wang");
    page.list().select(0);
    queue.window.click("Ask back...");
    page.question().field()->SetValue(toUi("有无医院证明？"));
    page.question().answer();
    CHECK(page.list().rows()[0].cells[2].Contains("asked back"));
    CHECK(queue.window.shows(toUi("有无医院证明？")));
    CHECK(queue.stateOf(queue.fingers) == CaseState::awaitingApproval);

    queue.window.frame->signOut();
    queue.window.work("zhang");
    auto& home = dynamic_cast<HomePage&>(queue.window.frame->page(MainFrame::View::home));
    REQUIRE_FALSE(home.waiting().rows().empty());
    CHECK(home.waiting().rows()[0].key == queue.fingers);
    home.waiting().open(0);
    queue.window.click("Answer the supervisor...");
    auto& record = dynamic_cast<RecordPage&>(queue.window.frame->page(MainFrame::View::record));
    record.actions().askLine().field()->SetValue(toUi("有，已附"));
    record.actions().askLine().answer();
    const auto answered = queue.window.cases->load(queue.fingers).value();
    CHECK(answered.exceptions.front().inquiries.front().answer == "有，已附");
    CHECK_FALSE(isAskedBack(answered));

    queue.window.frame->signOut();
    queue.window.signIn("wang");
    queue.window.frame->goApprovals();
    auto& again = queue.page();
    again.list().select(0);
    CHECK(queue.window.shows(toUi("有，已附")));
    queue.look();
    queue.window.press(WXK_F8);
    CHECK(queue.decidedBy(queue.fingers) == "wang");
}

TEST_CASE("a supervisor looks at the copies before deciding")
{
    auto queue = Queue{};
    auto draft = childDraft();
    draft.guardian->relation = Relation::maternalGrandmother;
    draft.guardian->citizenNumber =
        numberOf("110108", std::chrono::year{1961} / std::chrono::May / 2, 228);
    draft.guardian->ground = "parentsDead";
    draft.documents.insert(DocumentKind::parentsProof);
    const auto number =
        queue.window.confirmed("zhang", queue.window.withCopies("zhang", draft)).acceptanceNumber;
    auto& page = queue.open("wang");
    page.list().select(0);
    CHECK_THROWS(queue.window.click("View the copies")); // this one has none
    page.list().select(2);
    queue.window.click("View the copies");
    REQUIRE(page.pages().isOpen());
    CHECK(page.pages().title().Contains("1 of 2"));
    const auto looked = queue.window.cases->load(number).value().history.back();
    CHECK(looked.kind == EventKind::personalDataViewed);
    CHECK(looked.actor == "wang");
    queue.window.press(WXK_ESCAPE);
    CHECK_FALSE(page.pages().isOpen());
    queue.look();
    queue.window.press(WXK_F8);
    CHECK(queue.stateOf(number) == CaseState::accepted);
}
