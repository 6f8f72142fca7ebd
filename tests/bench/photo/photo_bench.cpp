#include "app/photo/photo_work.h"
#include "forms/case/camera_view.h"
#include "services/assets.h"
#include "services/devices/camera/camera_process.h"
#include "services/devices/photo/photo_program.h"
#include "services/devices/photo/photo_wire.h"
#include "tests/photo/planted_pictures.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/utils.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

// usage: photo_bench APP_FOLDER    prints how long a 12-megapixel picture takes, and the preview

namespace
{

using namespace guitai;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

double medianOf(int rounds, const std::function<void()>& prepare, const std::function<void()>& work)
{
    auto times = std::vector<double>{};
    for (auto i = 0; i < rounds; ++i) {
        prepare();
        const auto begin = Clock::now();
        work();
        times.push_back(Milliseconds{Clock::now() - begin}.count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void measurePicture(const std::filesystem::path& programs)
{
    constexpr auto rounds = 11;
    const auto standard = parsePhotoStandard(Assets{}.load("photo.json"), "photo.json");
    const auto file = jpegOf(scene(drawnPeople().at(1), {3000, 4000}, 5.5), 92);
    const auto request =
        PhotoRequest{.source = {file, ".jpg", {}}, .part = {}, .standard = standard};
    std::printf("picture of 3000 x 4000 pixels, JPEG of %zu kB\n", file.size() / 1000);
    auto finder = FaceFinder{};
    std::printf("  check and crop: %.0f ms\n",
                medianOf(
                    rounds, [] {}, [&] { (void)workOn(request, finder); }));
    auto program = PhotoProgram{programs / "guitai-photo", standard};
    const auto make = [&] { (void)program.make(request.source, std::nullopt); };
    const auto warm = [&] {
        program.warmUp();
        std::this_thread::sleep_for(std::chrono::milliseconds{400});
    };
    std::printf("  through its own process, waiting: %.0f ms\n", medianOf(rounds, warm, make));
    std::printf("  through its own process, started for it: %.0f ms\n",
                medianOf(
                    rounds, [] {}, make));
}

/// Runs the preview for some seconds and watches for how long the UI thread is away.
class PreviewApp final : public wxApp
{
public:
    explicit PreviewApp(const std::filesystem::path& programs)
        : m_process(programs / "guitai-camera", "generated")
    {
    }

    bool OnInit() override
    {
        auto* frame = new wxFrame(nullptr, wxID_ANY, "preview", {}, wxSize(800, 600));
        m_view = new CameraView(frame, m_process);
        frame->Show();
        m_view->start();
        m_tick.Bind(wxEVT_TIMER, [this, frame](wxTimerEvent&) { tick(frame); });
        m_tick.Start(1);
        return true;
    }

private:
    void tick(wxFrame* frame)
    {
        const auto now = Clock::now();
        if (m_view->state() != CameraState::live)
            return;
        if (m_first == Clock::time_point{})
            m_first = m_last = now;
        m_longest = std::max(m_longest, Milliseconds{now - m_last}.count());
        m_last = now;
        const auto passed = std::chrono::duration<double>{now - m_first}.count();
        constexpr auto seconds = 5.0;
        if (passed < seconds)
            return;
        std::printf(
            "preview of 1280 x 720: %.1f pictures a second, UI thread away for %.1f ms at most\n",
            m_view->framesShown() / passed,
            m_longest);
        m_tick.Stop();
        m_view->stop();
        frame->Destroy();
    }

    CameraProcess m_process;
    CameraView* m_view = nullptr;
    wxTimer m_tick;
    Clock::time_point m_first, m_last;
    double m_longest = 0;
};

} // namespace

int main(int count, char** words)
{
    if (count != 2)
        return 2;
    measurePicture(words[1]);
    wxApp::SetInstance(new PreviewApp(words[1]));
    auto none = 1;
    return wxEntry(none, words);
}
