#include "tests/forms/signs_in.h"

#include "forms/case/pages_view.h"
#include "forms/frame/hand_over_panel.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_page.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "services/rules/citizen_number.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/testing.h>
#include <wx/textctrl.h>

using namespace guitai;
using View = MainFrame::View;

namespace
{

RecordPage& record(FrameWindow& test)
{
    return dynamic_cast<RecordPage&>(test.frame->page(View::record));
}

wxString fact(FrameWindow& test, const wxString& word)
{
    for (const auto& [name, value] : record(test).facts().facts())
        if (name == word)
            return value;
    return "(no such fact)";
}

void answer(FrameWindow& test, const std::string& words)
{
    auto& ask = record(test).actions().askLine();
    REQUIRE(ask.IsShown());
    ask.field()->SetValue(toUi(words));
    ask.answer();
}

CaseState stateOf(FrameWindow& test, const Case& subject)
{
    return test.cases->load(subject.acceptanceNumber).value().state;
}

} // namespace

TEST_CASE("record page facts")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", childDraft());
    const auto number = childDraft().applicant.citizenNumber;
    test.work("zhang");
    test.frame->openRecord(child.acceptanceNumber);

    SUBCASE("the citizen number is masked until it is asked for, and again after that")
    {
        CHECK(fact(test, "Citizen number") == toUi(maskedCitizenNumber(number)));
        test.press(WXK_F7);
        CHECK(fact(test, "Citizen number") == toUi(number));
        const auto looked = test.cases->load(child.acceptanceNumber).value().history.back();
        CHECK(looked.kind == EventKind::personalDataViewed);
        CHECK(looked.actor == "zhang");
        record(test).conceal(); // as the timer does after ten seconds
        CHECK(fact(test, "Citizen number") == toUi(maskedCitizenNumber(number)));
    }
    SUBCASE("without copies there is nothing to view")
    {
        CHECK_THROWS(test.click("View the copies"));
    }
    SUBCASE("leaving the page masks it too")
    {
        test.press(WXK_F7);
        test.press(WXK_F12);
        CHECK(fact(test, "Citizen number") == toUi(maskedCitizenNumber(number)));
    }
    SUBCASE("guardian, fee and history stand there in words")
    {
        CHECK(fact(test, "Guardian").StartsWith(toUi("李春梅")));
        CHECK(fact(test, "Fee").StartsWith("0.00 yuan"));
        CHECK(record(test).shown()->history.size() >= 2);
    }
}

TEST_CASE("record page decisions")
{
    auto test = FrameWindow{};
    const auto waiting = test.confirmed("zhang", fingersDraft());
    const auto kind = waiting.exceptions.front().kind;

    SUBCASE("a supervisor at the own desk approves")
    {
        test.work("wang");
        test.frame->openRecord(waiting.acceptanceNumber);
        test.click("Approve");
        CHECK(stateOf(test, waiting) == CaseState::awaitingPayment);
    }
    SUBCASE("a rejection needs a reason")
    {
        test.work("wang");
        test.frame->openRecord(waiting.acceptanceNumber);
        test.click("Reject");
        CHECK(stateOf(test, waiting) == CaseState::awaitingApproval);
        answer(test, "证明材料不全");
        CHECK(stateOf(test, waiting) == CaseState::rejected);
    }
    SUBCASE("at the clerk's desk the supervisor signs in for it, the clerk stays signed in")
    {
        test.work("zhang");
        test.frame->openRecord(waiting.acceptanceNumber);
        wxTEST_DIALOG(record(test).actions().decide(kind, DecisionOutcome::approved),
                      SignsIn{"wang"});
        CHECK(stateOf(test, waiting) == CaseState::awaitingPayment);
        CHECK(test.frame->actor() == test.actor("zhang"));
    }
    SUBCASE("another clerk's sign-in does not decide")
    {
        test.work("zhang");
        test.frame->openRecord(waiting.acceptanceNumber);
        wxTEST_DIALOG(record(test).actions().decide(kind, DecisionOutcome::approved),
                      SignsIn{"li"});
        CHECK(stateOf(test, waiting) == CaseState::awaitingApproval);
    }
    SUBCASE("giving up decides nothing")
    {
        test.work("zhang");
        test.frame->openRecord(waiting.acceptanceNumber);
        wxTEST_DIALOG(record(test).actions().decide(kind, DecisionOutcome::approved), SignsIn{""});
        CHECK(stateOf(test, waiting) == CaseState::awaitingApproval);
    }
    SUBCASE("nobody decides on an own case, whatever the page does")
    {
        auto own = anyoneDraft();
        const auto taken = test.confirmed("wang", own);
        test.work("wang");
        test.frame->openRecord(taken.acceptanceNumber);
        wxTEST_DIALOG(
            record(test).actions().decide(taken.exceptions.front().kind, DecisionOutcome::approved),
            SignsIn{""});
        CHECK(stateOf(test, taken) == CaseState::awaitingApproval);
        CHECK_FALSE(test.frame->notice().empty());
    }
}

TEST_CASE("record page actions")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", childDraft());
    test.work("zhang");

    SUBCASE("what is not possible says why")
    {
        test.frame->openRecord(child.acceptanceNumber);
        const auto& actions = record(test).actions();
        CHECK(actions.button(CaseAction::reprint)->reason().Contains("not printed yet"));
        CHECK_FALSE(actions.button(CaseAction::handOver)->reason().empty());
        CHECK(actions.button(CaseAction::print)->reason().empty());
        record(test).actions().begin(CaseAction::handOver);
        CHECK_FALSE(actions.handOverPanel().IsShown());
        CHECK_FALSE(test.frame->notice().empty());
    }
    SUBCASE("what belongs to another state is out of sight")
    {
        test.frame->openRecord(child.acceptanceNumber);
        const auto& actions = record(test).actions();
        CHECK(actions.button(CaseAction::print)->IsShown());
        CHECK(actions.button(CaseAction::reprint)->IsShown());
        CHECK_FALSE(actions.button(CaseAction::handOver)->IsShown());
        CHECK_FALSE(actions.button(CaseAction::pay)->IsShown());
    }
    SUBCASE("the history names people, not accounts")
    {
        test.frame->openRecord(child.acceptanceNumber);
        const auto names = UserNames{test.people, *record(test).shown()};
        CHECK(names.of("zhang") == toUi(test.people.find("zhang")->displayName));
        CHECK(names.of("nobody-here") == "nobody-here");
    }
    SUBCASE("the first reprint needs a reason, the second a supervisor too")
    {
        REQUIRE(test.vouchers->issue(test.actor("zhang"), child.acceptanceNumber));
        test.frame->openRecord(child.acceptanceNumber);
        test.press(WXK_F9);
        answer(test, "   ");
        CHECK(test.tray.papers.size() == 1);
        answer(test, "申请人遗失");
        CHECK(test.tray.papers.size() == 2);
        test.press(WXK_F9);
        wxTEST_DIALOG(answer(test, "再次遗失"), SignsIn{""});
        CHECK(test.tray.papers.size() == 2);
        test.press(WXK_F9);
        wxTEST_DIALOG(answer(test, "再次遗失"), SignsIn{"wang"});
        CHECK(test.tray.papers.size() == 3);
    }
    SUBCASE("a jam is said and may be tried again")
    {
        REQUIRE(test.vouchers->issue(test.actor("zhang"), child.acceptanceNumber));
        test.frame->openRecord(child.acceptanceNumber);
        test.tray.jammed = true;
        test.press(WXK_F9);
        answer(test, "申请人遗失");
        CHECK(test.tray.papers.size() == 1);
        CHECK(test.frame->notice().Contains("printer"));
    }
    SUBCASE("Esc gives up a question before it leaves the page")
    {
        test.frame->openRecord(child.acceptanceNumber);
        record(test).actions().begin(CaseAction::withdraw);
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::record);
        CHECK_FALSE(record(test).actions().askLine().IsShown());
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::home);
    }
    SUBCASE("a free case is withdrawn with a reason")
    {
        test.frame->openRecord(child.acceptanceNumber);
        record(test).actions().begin(CaseAction::withdraw);
        answer(test, "申请人放弃");
        CHECK(stateOf(test, child) == CaseState::withdrawn);
    }
    SUBCASE("money that was taken goes back with a supervisor only")
    {
        const auto paid = test.confirmed("zhang", terminalDraft());
        REQUIRE(
            test.cash->payCash(test.actor("zhang"), paid.acceptanceNumber, paid.charge.due, false));
        test.frame->openRecord(paid.acceptanceNumber);
        record(test).actions().begin(CaseAction::withdraw);
        wxTEST_DIALOG(answer(test, "申请人放弃"), SignsIn{"li"});
        CHECK(stateOf(test, paid) == CaseState::accepted);
        record(test).actions().begin(CaseAction::withdraw);
        wxTEST_DIALOG(answer(test, "申请人放弃"), SignsIn{"wang"});
        CHECK(stateOf(test, paid) == CaseState::withdrawn);
    }
    SUBCASE("the card arrives and is handed over")
    {
        test.frame->openRecord(child.acceptanceNumber);
        record(test).actions().begin(CaseAction::markReady);
        CHECK(stateOf(test, child) == CaseState::ready);
        record(test).actions().begin(CaseAction::handOver);
        auto& panel = record(test).actions().handOverPanel();
        REQUIRE(panel.IsShown());
        CHECK(panel.receiver()->value() == Receiver::guardian);
        CHECK_FALSE(panel.oldCard()->IsShown());
        panel.answer();
        CHECK(stateOf(test, child) == CaseState::collected);
    }
}

TEST_CASE("record page shows the copies, and the journal knows who looked")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", test.withCopies("zhang", childDraft()));
    test.work("wang");
    test.frame->openRecord(child.acceptanceNumber);
    CHECK(fact(test, "Copies").Contains("2 pages"));
    test.click("View the copies");
    auto& pages = record(test).pages();
    REQUIRE(pages.isOpen());
    CHECK(pages.sheet().page().GetSize() == wxSize(800, 500));
    const auto looked = test.cases->load(child.acceptanceNumber).value().history.back();
    CHECK(looked.kind == EventKind::personalDataViewed);
    CHECK(looked.actor == "wang");
    CHECK(pages.takeKey(WXK_PAGEDOWN));
    CHECK(pages.sheet().page().GetSize() == wxSize(501, 800)); // it was turned
    CHECK_FALSE(pages.takeKey(WXK_DELETE));                    // for reading only
    test.press(WXK_ESCAPE);
    CHECK_FALSE(pages.isOpen());
    CHECK(test.frame->view() == View::record);
    CHECK(test.cases->load(child.acceptanceNumber).value().draft.copies == child.draft.copies);
}
