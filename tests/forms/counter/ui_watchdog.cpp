#include "tests/forms/counter/ui_watchdog.h"

#include <wx/app.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <string>

#include <unistd.h>

namespace guitai
{

namespace
{

using std::chrono::microseconds;

/// How long this thread was ready to run and no processor was free, since it began (Linux, "sched
/// statistics"). 0 where the kernel does not tell.
microseconds waitedForProcessor(const std::string& statistics)
{
    auto running = std::int64_t{};
    auto waiting = std::int64_t{};
    std::ifstream{statistics} >> running >> waiting;
    return std::chrono::duration_cast<microseconds>(std::chrono::nanoseconds{waiting});
}

} // namespace

struct UiWatchdog::Pulse {
    std::string statistics; ///< file about the UI thread
    std::atomic<bool> out = false;
    std::atomic<std::int64_t> longest = 0;

    /// Asks the UI thread for a sign of life and measures how long that takes.
    void ping(const std::shared_ptr<Pulse>& self)
    {
        using Steady = std::chrono::steady_clock;
        if (out.exchange(true))
            return;
        wxTheApp->CallAfter([self, sent = Steady::now(), before = waitedForProcessor(statistics)] {
            const auto waited = std::chrono::duration_cast<microseconds>(Steady::now() - sent);
            const auto others = waitedForProcessor(self->statistics) - before;
            self->longest = std::max<std::int64_t>(self->longest, (waited - others).count());
            self->out = false;
        });
    }
};

UiWatchdog::UiWatchdog() : m_pulse(std::make_shared<Pulse>())
{
    m_pulse->statistics = "/proc/self/task/" + std::to_string(gettid()) + "/schedstat";
    m_thread = std::jthread{[pulse = m_pulse](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            pulse->ping(pulse);
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    }};
}

microseconds UiWatchdog::longest() const
{
    return microseconds{m_pulse->longest};
}

} // namespace guitai
