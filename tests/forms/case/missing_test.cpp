#include "tests/forms/case/case_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

namespace guitai
{

TEST_CASE("F8 walks over what is missing and puts the focus on exactly that field")
{
    auto window = CaseWindow{};
    auto draft = childDraft();
    draft.declared.reset();
    draft.applicant.name.clear();
    draft.applicant.heldCardBefore.reset();
    draft.guardian->phone.clear();
    draft.documents.erase(DocumentKind::guardianCard);
    draft.photo.reset();
    draft.leftHand = {};
    draft.delivery.method.reset();
    draft.confirmation = {};
    window.page->open(draft);
    window.page->enter();
    CaseWindow::settle();

    const auto expectNext = [&](Step step, const std::string& path) {
        CAPTURE(path);
        CHECK(window.currentStep() == step);
        CHECK(window.focusedPath() == path);
        window.press(WXK_F8);
    };
    expectNext(Step::applicant, "applicant.name"); // where the page is entered
    expectNext(Step::applicant, "applicant.heldCardBefore");
    expectNext(Step::guardian, "guardian.phone");
    expectNext(Step::documents, "documents.guardianCard");
    expectNext(Step::photo, "photo");
    expectNext(Step::fingerprints, "leftHand.result");
    expectNext(Step::delivery, "delivery.method");
    expectNext(Step::confirmation, "confirmation.read");
}

TEST_CASE("a line of the box goes to its field")
{
    auto window = CaseWindow{};
    auto draft = childDraft();
    draft.applicant.address.clear();
    draft.guardian->name.clear();
    window.page->open(draft);
    window.page->enter();
    CaseWindow::settle();
    auto* box = window.side().missing();
    REQUIRE(box->items().size() == 2);
    CHECK(box->headline().Contains("2"));
    window.click(box->lineButton(1));
    CHECK(window.currentStep() == Step::guardian);
    CHECK(window.focusedPath() == "guardian.name");
    window.click(box->lineButton(0));
    CHECK(window.focusedPath() == "applicant.address");
}

TEST_CASE("Enter goes on to the next empty field and then to the next step")
{
    auto window = CaseWindow{};
    auto draft = childDraft();
    draft.applicant.name.clear();
    draft.applicant.address.clear();
    draft.guardian->name.clear();
    window.page->open(draft);
    window.page->enter();
    CaseWindow::settle();
    CHECK(window.focusedPath() == "applicant.name");
    window.press(WXK_RETURN);
    CHECK(window.focusedPath() == "applicant.address");
    window.type("applicant.address", "北京市海淀区测试路2号");
    window.press(WXK_RETURN);
    CHECK(window.focusedPath() == "applicant.name");
    window.type("applicant.name", "测试丁");
    window.press(WXK_RETURN);
    CHECK(window.currentStep() == Step::guardian);
}

TEST_CASE("what stops the print stands under its button")
{
    auto window = CaseWindow{};
    window.start();
    CHECK(!window.side().printButton()->IsThisEnabled());
    CHECK(window.side().why().Contains("F8"));
    window.press(WXK_F9);
    CHECK(window.output.papers.empty());
    CHECK(window.shell.notices.size() == 1);
}

TEST_CASE("steps that do not apply are shown as not needed, later ones cannot be reached")
{
    auto window = CaseWindow{};
    window.page->open(firstTimeDraft());
    window.page->enter();
    CHECK(window.rail().entry(Step::guardian).state == StepState::notNeeded);
    CHECK(window.rail().entry(Step::applicant).state == StepState::done);
    CHECK(window.rail().entry(Step::voucher).state == StepState::later);
    const auto before = window.currentStep();
    window.press('0', wxMOD_ALT);
    CHECK(window.currentStep() == before);
    CHECK(window.rail().spoken(Step::guardian).Contains("not needed"));
}

} // namespace guitai
