#include "forms/case/documents_step.h"
#include "forms/text.h"
#include "tests/forms/case/case_window.h"
#include "tests/forms/case/held_background.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <wx/stopwatch.h>
#include <wx/textctrl.h>

#include <fstream>
#include <functional>

using namespace guitai;

namespace
{

constexpr auto card = DocumentKind::guardianCard;

/// The documents step of a child's case, on the guardian's card.
struct PaperDesk {
    CaseWindow window;
    DocumentsStep* step = nullptr;

    explicit PaperDesk(
        std::unique_ptr<Background> background = std::make_unique<InlineBackground>())
        : window(std::move(background))
    {
        openCase();
    }

    void openCase()
    {
        auto draft = childDraft();
        draft.id = window.cases->newDraft(window.shell.clerk).value().id;
        draft.confirmation = {};
        window.page->open(draft);
        window.page->enter();
        window.press('4', wxMOD_ALT);
        step = &dynamic_cast<DocumentsStep&>(window.step());
        window.field("documents.guardianCard")->SetFocus();
        CaseWindow::settle();
        step->copies().choose(card);
    }

    CopiesPart& copies() { return step->copies(); }
    const Draft& draft() const { return step->session().draft(); }
    std::size_t count() const
    {
        const auto found = draft().copies.find(card);
        return found == draft().copies.end() ? 0 : found->second.size();
    }
    const DocumentPage& page(std::size_t number) const { return draft().copies.at(card)[number]; }

    void typeFile(const std::filesystem::path& file)
    {
        copies().path()->SetFocus();
        copies().path()->SetValue(toUi(file.string()));
        window.press(WXK_RETURN);
    }
    void addPages(int many)
    {
        for (auto i = 0; i < many; ++i)
            typeFile(window.photoFile(900 + i, 700));
    }
    bool until(const std::function<bool()>& what)
    {
        const auto watch = wxStopWatch{};
        while (!what() && watch.Time() < 10'000)
            CaseWindow::settle(20);
        return what();
    }
    std::vector<std::string> missing()
    {
        auto codes = std::vector<std::string>{};
        for (const auto& item : window.side().missing()->items())
            if (item.step == Step::documents)
                codes.emplace_back(nameOf(item.refusal.code));
        return codes;
    }
};

} // namespace

TEST_CASE("a page of a copy comes from a file and is in the draft at once")
{
    auto desk = PaperDesk{};
    desk.addPages(2);
    REQUIRE(desk.count() == 2);
    CHECK(desk.page(0).width == 900);
    CHECK(desk.page(1).width == 901);
    CHECK(desk.copies().verdict().Contains("2"));
    CHECK(desk.copies().path()->GetValue().empty());
    CHECK(desk.window.cases->attachment(desk.page(1).image));
    // As after a crash: what was kept is in the stored draft.
    desk.window.page->leave();
    const auto stored = desk.window.cases->resumeDraft(desk.window.shell.clerk, desk.draft().id);
    REQUIRE(stored);
    CHECK(stored.value().copies == desk.draft().copies);
}

TEST_CASE("a page whose answer comes late is nothing to the next case, which takes its own")
{
    auto background = std::make_unique<HeldBackground>();
    auto& answers = *background;
    auto desk = PaperDesk{std::move(background)};
    answers.hold();
    desk.addPages(1);
    desk.openCase();
    answers.release();
    CHECK(desk.count() == 0);
    desk.addPages(1);
    CHECK(desk.count() == 1);
}

TEST_CASE("a file that is no page is refused in words, and the pages stay")
{
    auto desk = PaperDesk{};
    desk.addPages(1);
    const auto bad = desk.window.photoFile().parent_path() / "letter.jpg";
    std::ofstream{bad} << "%PDF-1.7";
    desk.typeFile(bad);
    CHECK(desk.copies().verdict() == words::sentence({Refusal::Code::photoNotJpeg, "copies"}));
    desk.typeFile(desk.window.photoFile(640, 200));
    CHECK(desk.copies().verdict() ==
          words::sentence({Refusal::Code::scanTooSmall, "copies", {"640", "200"}}));
    desk.typeFile(bad.parent_path() / "nothing.png");
    CHECK(desk.copies().verdict() == words::sentence({Refusal::Code::fileUnreadable, "photo"}));
    CHECK(desk.count() == 1);
}

TEST_CASE("pages are looked at, turned, replaced and removed with keys")
{
    auto desk = PaperDesk{};
    desk.addPages(3);
    desk.copies().openPages();
    CaseWindow::settle();
    auto& pages = desk.copies().pages();
    REQUIRE(pages.isOpen());
    CHECK(pages.sheet().page().GetWidth() == 900);

    SUBCASE("turned over, by a quarter, at full size")
    {
        desk.window.press(WXK_PAGEDOWN);
        CHECK(pages.sheet().page().GetWidth() == 901);
        desk.window.press(WXK_RIGHT);
        desk.window.press(WXK_RIGHT); // there is no fourth
        CHECK(pages.at() == 2);
        desk.window.press(WXK_PAGEUP);
        desk.window.press('T');
        CHECK(desk.page(1).turns == 1);
        CHECK(pages.sheet().page().GetSize() == wxSize(700, 901));
        CHECK(pages.sheet().isWhole());
        desk.window.press('Z');
        CHECK_FALSE(pages.sheet().isWhole());
        desk.window.press(WXK_DOWN);
        CHECK(pages.sheet().offset().y > 0);
        desk.window.press(WXK_ESCAPE);
        CHECK_FALSE(pages.isOpen());
        CHECK(desk.window.field("documents.guardianCard")->IsShownOnScreen());
        CHECK(desk.window.focusedPath() == "documents.guardianCard");
    }
    SUBCASE("Enter leads through them and out")
    {
        for (auto i = 0; i < 3; ++i)
            desk.window.press(WXK_RETURN);
        CHECK_FALSE(pages.isOpen());
        CHECK(desk.window.currentStep() == Step::documents);
    }
    SUBCASE("one removed")
    {
        desk.window.press(WXK_DELETE);
        REQUIRE(desk.count() == 2);
        CHECK(desk.page(0).width == 901);
        CHECK(pages.sheet().page().GetWidth() == 901);
        desk.window.press(WXK_DELETE);
        desk.window.press(WXK_DELETE);
        CHECK_FALSE(pages.isOpen());
        CHECK(desk.draft().copies.empty());
    }
    SUBCASE("one replaced by the next file")
    {
        desk.window.press(WXK_PAGEDOWN);
        desk.window.press('P');
        CHECK_FALSE(pages.isOpen());
        desk.typeFile(desk.window.photoFile(1000, 800));
        REQUIRE(desk.count() == 3);
        CHECK(desk.page(1).width == 1000);
        desk.addPages(1); // and only that one
        CHECK(desk.count() == 4);
    }
    SUBCASE("kept after all")
    {
        desk.window.press('P');
        desk.window.press(WXK_ESCAPE);
        desk.addPages(1);
        CHECK(desk.count() == 4);
        CHECK(desk.page(0).width == 900);
    }
}

TEST_CASE("the camera takes page after page")
{
    auto desk = PaperDesk{};
    desk.copies().openCamera();
    auto* capture = desk.copies().capture();
    REQUIRE(capture);
    REQUIRE(desk.until([&] { return capture->camera().state() == CameraState::live; }));
    desk.window.press(WXK_RETURN);
    desk.window.press(WXK_RETURN);
    CHECK(desk.count() == 2);
    CHECK(capture->sentence().Contains("2"));
    desk.window.press(WXK_ESCAPE);
    CHECK_FALSE(capture->isOpen());
    CHECK(capture->camera().state() == CameraState::off);
    CHECK(desk.window.currentStep() == Step::documents);
    desk.copies().openCamera();
    desk.window.press('5', wxMOD_ALT);
    CHECK(capture->camera().state() == CameraState::off); // nobody's papers stay in view
}

TEST_CASE("a copy that the station requires is missing until it is kept")
{
    auto desk = PaperDesk{};
    CHECK(desk.missing().empty());
    desk.window.rules.copies.papers[card] = CopyNeed::required;
    desk.window.tick("documents.guardianCard");
    desk.window.tick("documents.guardianCard");
    CHECK(desk.missing() == std::vector<std::string>{"copyMissing"});
    desk.addPages(1);
    CHECK(desk.missing().empty());
    desk.window.rules.copies.pagesPerPaper = 1;
    desk.addPages(1);
    CHECK(desk.count() == 1);
}

TEST_CASE("copies cost the quick way no key")
{
    auto desk = PaperDesk{};
    desk.window.press(WXK_RETURN);
    CHECK(desk.window.currentStep() == Step::photo);
}
