#include "forms/case/photo_step.h"

#include "forms/text.h"
#include "tests/forms/case/case_window.h"
#include "tests/forms/case/held_background.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <wx/imagjpeg.h>
#include <wx/mstream.h>
#include <wx/stopwatch.h>
#include <wx/wfstream.h>

#include <csignal>
#include <fstream>
#include <functional>

using namespace guitai;

namespace
{

/// The photo step of a child's case that lacks nothing but the photo.
struct PhotoDesk {
    CaseWindow window;
    PhotoStep* step = nullptr;

    explicit PhotoDesk(
        std::unique_ptr<Background> background = std::make_unique<InlineBackground>())
        : window(std::move(background))
    {
        openCase();
    }

    void openCase()
    {
        auto draft = childDraft();
        draft.photo.reset();
        draft.confirmation = {};
        window.page->open(draft);
        window.page->enter();
        window.press('5', wxMOD_ALT);
        step = &dynamic_cast<PhotoStep&>(window.step());
    }

    const Draft& draft() const { return step->session().draft(); }

    void typeFile(const std::filesystem::path& file)
    {
        window.type("photo", file.string());
        window.press(WXK_RETURN);
    }

    /// The girl's photo on another ground, moved down, in a file.
    std::filesystem::path fileOf(const wxColour& ground, int down)
    {
        const auto girl = Assets{}.load("examples/photo-girl.jpg");
        auto stream = wxMemoryInputStream(girl.data(), girl.size());
        auto image = wxImage{};
        wxJPEGHandler{}.LoadFile(&image, stream);
        for (auto y = 0; y < image.GetHeight(); ++y)
            for (auto x = 0; x < image.GetWidth(); ++x)
                if (image.GetRed(x, y) > 240 && image.GetBlue(x, y) > 240 && y < 250)
                    image.SetRGB(x, y, ground.Red(), ground.Green(), ground.Blue());
        image.Resize(
            image.GetSize(), wxPoint(0, down), ground.Red(), ground.Green(), ground.Blue());
        const auto file = window.photoFile().parent_path() / "faulty.jpg";
        auto out = wxFileOutputStream(toUi(file.string()));
        wxJPEGHandler{}.SaveFile(&image, out, false);
        return file;
    }

    std::vector<std::string> missing()
    {
        auto fields = std::vector<std::string>{};
        for (const auto& item : window.side().missing()->items())
            if (item.refusal.field == "photo")
                fields.emplace_back(nameOf(item.refusal.code));
        return fields;
    }

    bool until(const std::function<bool()>& what)
    {
        const auto watch = wxStopWatch{};
        while (!what() && watch.Time() < 10'000)
            CaseWindow::settle(20);
        return what();
    }
};

} // namespace

TEST_CASE("a photo outside of the standard is shown, held back and overruled with a reason")
{
    auto desk = PhotoDesk{};
    desk.typeFile(desk.fileOf(wxColour(120, 160, 220), 0));
    REQUIRE(desk.draft().photo);
    REQUIRE(desk.draft().photo->faults.size() == 1);
    CHECK(desk.draft().photo->faults.front().check == PhotoCheckKind::background);
    CHECK(desk.missing() == std::vector<std::string>{"photoCheckFailed"});
    // Listed first, drawn on the picture, told in words.
    CHECK(desk.step->checks().rows().front().verdict == PhotoVerdict::failed);
    REQUIRE(desk.step->frame().marks().size() == 1);
    CHECK(desk.step->frame().marks().front().label == words::name(PhotoCheckKind::background));
    SUBCASE("the clerk gives a reason, and a supervisor is to decide")
    {
        desk.window.press('O', wxMOD_ALT);
        desk.window.click(desk.step->button(PhotoStep::Button::overrule));
        desk.step->ask().field()->SetValue(toUi(std::string{"戴头巾"}));
        desk.window.press(WXK_RETURN);
        CHECK(desk.draft().photo->faults.front().reason == "戴头巾");
        CHECK(desk.missing().empty());
        const auto& exceptions = desk.step->session().derived().exceptions;
        CHECK(exceptions == std::vector{ExceptionKind::photoCheckOverruled});
        CHECK(desk.step->checks().rows().front().overruled);
    }
    SUBCASE("an empty reason is none")
    {
        desk.window.click(desk.step->button(PhotoStep::Button::overrule));
        desk.window.press(WXK_RETURN);
        CHECK(desk.missing().size() == 1);
    }
    SUBCASE("another photo takes its place")
    {
        desk.typeFile(desk.window.photoFile());
        CHECK(desk.draft().photo->faults.empty());
        CHECK(desk.missing().empty());
        CHECK(desk.step->frame().marks().empty());
    }
}

TEST_CASE("a photo whose answer comes late")
{
    auto background = std::make_unique<HeldBackground>();
    auto& answers = *background;
    auto desk = PhotoDesk{std::move(background)};
    answers.hold();
    desk.typeFile(desk.fileOf(wxColour(120, 160, 220), 0));
    SUBCASE("is kept with its faults when the clerk left the step and came back")
    {
        answers.answer(); // it was read
        answers.answer(); // and checked; now it is being stored
        desk.window.press('6', wxMOD_ALT);
        desk.window.press('5', wxMOD_ALT);
        answers.release();
        REQUIRE(desk.draft().photo);
        CHECK(desk.draft().photo->faults.size() == 1);
    }
    SUBCASE("is nothing to the next case, which takes its own")
    {
        desk.openCase();
        answers.release();
        CHECK_FALSE(desk.draft().photo);
        desk.typeFile(desk.window.photoFile());
        REQUIRE(desk.draft().photo);
        CHECK(desk.draft().photo->faults.empty());
    }
}

TEST_CASE("every fault of a photo needs its own reason")
{
    auto desk = PhotoDesk{};
    desk.typeFile(desk.fileOf(wxColour(120, 160, 220), 16));
    REQUIRE(desk.draft().photo);
    REQUIRE(desk.draft().photo->faults.size() >= 2);
    desk.window.click(desk.step->button(PhotoStep::Button::overrule));
    for (const auto& fault : std::vector(desk.draft().photo->faults)) {
        CHECK(desk.missing().size() >= 1);
        CHECK(desk.step->ask().IsShown());
        desk.step->ask().field()->SetValue(toUi("because of " + std::string{nameOf(fault.check)}));
        desk.window.press(WXK_RETURN);
    }
    CHECK(desk.missing().empty());
    CHECK_FALSE(desk.step->ask().IsShown());
}

TEST_CASE("the frame is moved with the keys, and the part taken with Enter")
{
    auto desk = PhotoDesk{};
    desk.typeFile(desk.window.photoFile(1000, 1300));
    REQUIRE(desk.draft().photo);
    const auto first = desk.draft().photo->image;
    desk.window.click(desk.step->button(PhotoStep::Button::adjust));
    REQUIRE(desk.step->frame().isCropping());
    auto right = wxKeyEvent(wxEVT_KEY_DOWN);
    right.m_keyCode = WXK_RIGHT;
    for (auto i = 0; i < 6; ++i)
        const_cast<PhotoFrame&>(desk.step->frame()).HandleWindowEvent(right);
    desk.window.press(WXK_RETURN);
    CHECK_FALSE(desk.step->frame().isCropping());
    CHECK(desk.draft().photo->image != first);
}

TEST_CASE("the camera's picture becomes the photo with Enter")
{
    auto desk = PhotoDesk{};
    desk.window.click(desk.step->button(PhotoStep::Button::camera));
    REQUIRE(desk.until([&] { return desk.step->camera()->state() == CameraState::live; }));
    SUBCASE("taken")
    {
        desk.window.press(WXK_RETURN);
        REQUIRE(desk.draft().photo);
        CHECK(desk.draft().photo->faults.empty());
        CHECK(desk.step->camera()->state() == CameraState::off);
    }
    SUBCASE("vanished and back")
    {
        const auto away = desk.window.cameraFile.string() + ".away";
        std::filesystem::rename(desk.window.cameraFile, away);
        REQUIRE(desk.until([&] { return desk.step->camera()->state() == CameraState::lost; }));
        CHECK(desk.step->verdict() == _("The camera is gone. Look at its cable: the picture comes "
                                        "back by itself."));
        desk.window.press(WXK_RETURN); // takes nothing
        CHECK_FALSE(desk.draft().photo);
        std::filesystem::rename(away, desk.window.cameraFile);
        REQUIRE(desk.until([&] { return desk.step->camera()->state() == CameraState::live; }));
        desk.window.press(WXK_RETURN);
        CHECK(desk.draft().photo);
    }
    SUBCASE("off when the step is left")
    {
        desk.window.press('4', wxMOD_ALT);
        CHECK(desk.step->camera()->state() == CameraState::off);
    }
}
