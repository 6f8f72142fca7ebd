#include "tests/forms/case/waiting_office.h"

#include "forms/frame/worker_thread.h"
#include "tests/services/cases/example_draft.h"

#include <wx/app.h>
#include <wx/evtloop.h>

#include <atomic>
#include <thread>

namespace guitai
{

namespace
{

using Steady = std::chrono::steady_clock;
constexpr auto turn = 20;
constexpr auto startsWithin = std::chrono::seconds{30};

} // namespace

WaitingOffice::WaitingOffice()
    : m_window(std::make_unique<WorkerThread>()), simulator(m_window.window.clock)
{
    auto draft = terminalDraft(); // a lost card: 40 yuan
    draft.id = m_window.cases->newDraft(m_window.shell.clerk).value().id;
    draft.photo = m_window.keptPhoto();
    draft.confirmation.signature = m_window.keptSignature();
    const auto confirmed = m_window.cases->confirm(m_window.shell.clerk, draft).value();

    m_station = std::make_unique<ElectronicStation>(
        ElectronicChannels::ofStation(
            {simulator.process().clients(), m_window.window.clock, m_random, m_log}),
        ElectronicStation::Parts{m_window.parts(), Assets{}, m_window.station(), m_log});
    m_window.connect(m_station->payment());
    m_window.page->open(confirmed);
    m_window.frame->SendSizeEvent();
    m_window.page->enter();
    if (!liveUntil([this] { return isIdle(); }, startsWithin))
        throw std::runtime_error("the window does not come to rest");
}

void WaitingOffice::scanPhone(const std::string& paymentCode)
{
    m_window.type("tendered", paymentCode);
    m_window.press(WXK_RETURN);
}

void WaitingOffice::pass(std::chrono::seconds time)
{
    simulator.pass(time);
    m_window.station().background.run(
        Lifetime{},
        [wake = m_station->payment().wake] {
            wake();
            return Done{};
        },
        [](auto) {});
}

bool WaitingOffice::liveUntil(const std::function<bool()>& holds, std::chrono::seconds limit)
{
    auto loop = wxGUIEventLoop{};
    const auto active = wxEventLoopActivator{&loop};
    const auto until = Steady::now() + limit;
    while (!holds() && Steady::now() < until)
        loop.DispatchTimeout(turn);
    return holds();
}

std::string WaitingOffice::order()
{
    const auto& view = part().view();
    return view && !view->attempts.empty() ? view->attempts.front().orderNumber : std::string{};
}

struct UiWatchdog::Pulse {
    std::atomic<bool> out = false;
    std::atomic<std::int64_t> longest = 0;
};

UiWatchdog::UiWatchdog()
    : m_pulse(std::make_shared<Pulse>()), m_thread([pulse = m_pulse](const std::stop_token& stop) {
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
