#include "tests/forms/counter/ui_watchdog.h"

#include <wx/app.h>

#include <algorithm>
#include <atomic>

namespace guitai
{

struct UiWatchdog::Pulse {
    std::atomic<bool> out = false;
    std::atomic<std::int64_t> longest = 0;
};

UiWatchdog::UiWatchdog()
    : m_pulse(std::make_shared<Pulse>()), m_thread([pulse = m_pulse](const std::stop_token& stop) {
          using Steady = std::chrono::steady_clock;
          while (!stop.stop_requested()) {
              if (!pulse->out.exchange(true))
                  wxTheApp->CallAfter([pulse, sent = Steady::now()] {
                      const auto waited = std::chrono::duration_cast<std::chrono::microseconds>(
                          Steady::now() - sent);
                      pulse->longest = std::max<std::int64_t>(pulse->longest, waited.count());
                      pulse->out = false;
                  });
              std::this_thread::sleep_for(std::chrono::milliseconds{1});
          }
      })
{
}

std::chrono::microseconds UiWatchdog::longest() const
{
    return std::chrono::microseconds{m_pulse->longest};
}

} // namespace guitai
