#include "tests/forms/case/case_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/modalhook.h>

#include <algorithm>

namespace guitai
{

TEST_CASE("what was typed is saved by itself within 300 milliseconds")
{
    auto window = CaseWindow{};
    window.start();
    window.press('2', wxMOD_ALT);
    window.type("applicant.name", "测试甲");
    CHECK(window.cases->drafts().empty());
    CaseWindow::settle(400);
    REQUIRE(window.cases->drafts().size() == 1);
    CHECK(window.cases->drafts().front().applicantName == "测试甲");
    CHECK(window.shell.saves >= 1);
}

TEST_CASE("leaving the page saves at once, and the draft resumes equal")
{
    auto window = CaseWindow{};
    window.start();
    window.take("declared", 0);
    window.press('2', wxMOD_ALT);
    window.type("applicant.citizenNumber", "1101 08");
    window.type("applicant.name", "阿卜杜拉·买买提");
    window.type("applicant.address", "北京市海淀区测试路1号");
    window.page->leave();
    REQUIRE(window.cases->drafts().size() == 1);
    const auto resumed =
        window.cases->resumeDraft(window.shell.clerk, window.cases->drafts()[0].id);
    REQUIRE(resumed);
    CHECK(resumed.value().declared == Category::under16);
    CHECK(resumed.value().applicant.name == "阿卜杜拉·买买提");

    window.start();
    window.page->open(resumed.value());
    window.page->enter();
    window.press('2', wxMOD_ALT);
    CHECK(dynamic_cast<NoteField&>(*window.field("applicant.name")).value() == "阿卜杜拉·买买提");
    window.page->leave();
    const auto again = window.cases->resumeDraft(window.shell.clerk, resumed.value().id);
    CHECK(again.value() == resumed.value());
}

TEST_CASE("F4 parks once, and an untouched draft is just left")
{
    auto window = CaseWindow{};
    window.start();
    SUBCASE("untouched")
    {
        window.press(WXK_F4);
        CHECK(window.shell.homes == 1);
        CHECK(window.cases->drafts().empty());
    }
    SUBCASE("with an entry")
    {
        window.take("declared", 1);
        window.press(WXK_F4);
        CHECK(window.shell.homes == 1);
        REQUIRE(window.cases->drafts().size() == 1);
        CHECK(window.cases->drafts().front().parked);
    }
}

TEST_CASE("discarding asks first")
{
    struct Answering final : wxModalDialogHook {
        int Enter(wxDialog*) override
        {
            ++questions;
            return answer;
        }
        int answer = wxID_NO;
        int questions = 0;
    };
    auto window = CaseWindow{};
    auto answering = Answering{};
    answering.Register();
    window.start();
    window.take("declared", 1);
    window.page->leave();
    SUBCASE("no keeps the draft")
    {
        window.click(window.side().discardButton());
        CHECK(window.cases->drafts().size() == 1);
        CHECK(window.shell.homes == 0);
    }
    SUBCASE("yes takes it away")
    {
        answering.answer = wxID_YES;
        window.click(window.side().discardButton());
        CHECK(window.cases->drafts().empty());
        CHECK(window.shell.homes == 1);
    }
    CHECK(answering.questions == 1);
    answering.Unregister();
}

TEST_CASE("a second case of the same person is shown with its number")
{
    auto window = CaseWindow{};
    auto draft = firstTimeDraft();
    draft.photo = window.keptPhoto();
    draft.confirmation.signature = window.keptSignature();
    const auto first = window.cases->confirm(window.shell.clerk, draft);
    REQUIRE(first);
    auto second = draft;
    std::reverse(second.id.begin(), second.id.end());
    window.page->open(second);
    window.page->enter();
    CaseWindow::settle();
    CHECK(window.rail().entry(Step::applicant).state != StepState::done);
    window.press('2', wxMOD_ALT);
    auto* goOn = dynamic_cast<wxButton*>(window.field("duplicateSeen"));
    REQUIRE(goOn);
    REQUIRE(goOn->IsShownOnScreen());
    window.click(goOn);
    CaseWindow::settle(400);
    const auto kept = window.cases->resumeDraft(window.shell.clerk, second.id);
    REQUIRE(kept);
    CHECK(kept.value().duplicateSeen == first.value().acceptanceNumber);
}

} // namespace guitai
