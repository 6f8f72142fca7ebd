#include "tests/forms/signs_in.h"

#include "forms/frame/hand_over_panel.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_page.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/checkbox.h>
#include <wx/textctrl.h>

namespace guitai
{

namespace
{

/// The record of a case whose card has arrived, with the panel open.
HandOverPanel& openPanel(FrameWindow& test, const Case& subject)
{
    REQUIRE(test.cases->markReady(test.actor("zhang"), subject.acceptanceNumber));
    test.frame->openRecord(subject.acceptanceNumber);
    auto& page = dynamic_cast<RecordPage&>(test.frame->page(MainFrame::View::record));
    page.actions().begin(CaseAction::handOver);
    auto& panel = page.actions().handOverPanel();
    REQUIRE(panel.IsShown());
    return panel;
}

CaseState stateNow(FrameWindow& test, const Case& subject)
{
    return test.cases->load(subject.acceptanceNumber).value().state;
}

} // namespace

TEST_CASE("the hand-over asks for a proxy's papers and name")
{
    auto test = FrameWindow{};
    const auto child = test.confirmed("zhang", childDraft());
    test.work("zhang");
    auto& panel = openPanel(test, child);
    CHECK_FALSE(panel.papers()->IsShown());
    panel.receiver()->setValue(Receiver::anotherProxy);
    auto chosen = wxCommandEvent{wxEVT_CHOICE, panel.receiver()->GetId()};
    panel.receiver()->ProcessWindowEvent(chosen);
    CHECK(panel.papers()->IsShown());
    CHECK(panel.name()->IsShown());
    panel.answer();
    CHECK_FALSE(panel.problem().empty());
    CHECK(panel.name()->HasFocus());
    panel.name()->SetValue(wxString::FromUTF8("李建军"));
    panel.answer();
    CHECK(stateNow(test, child) == CaseState::ready);
    CHECK(panel.papers()->HasFocus());
    panel.papers()->SetValue(true);
    panel.answer();
    CHECK(stateNow(test, child) == CaseState::collected);
    CHECK_FALSE(panel.IsShown());
}

TEST_CASE("the hand-over asks what became of the old card, and Esc gives it up")
{
    auto test = FrameWindow{};
    auto draft = childDraft();
    draft.applicant.heldCardBefore = true;
    draft.kind = ApplicationKind::correction;
    draft.documents.insert({DocumentKind::oldCard, DocumentKind::changeProof});
    const auto waiting = test.confirmed("zhang", draft);
    REQUIRE(test.cases->decide(test.actor("wang"),
                               waiting.acceptanceNumber,
                               ExceptionKind::feeRelief,
                               DecisionOutcome::approved,
                               {}));
    test.work("zhang");
    auto& panel = openPanel(test, waiting);
    CHECK(panel.oldCard()->HasFocus());
    panel.answer();
    CHECK(stateNow(test, waiting) == CaseState::ready);
    CHECK_FALSE(panel.problem().empty());
    test.press(WXK_ESCAPE);
    CHECK_FALSE(panel.IsShown());
    auto& page = dynamic_cast<RecordPage&>(test.frame->page(MainFrame::View::record));
    page.actions().begin(CaseAction::handOver);
    panel.oldCard()->setValue(CardReturn::handedIn);
    panel.answer();
    CHECK(test.cases->load(waiting.acceptanceNumber).value().oldCardBack == CardReturn::handedIn);
}

} // namespace guitai
