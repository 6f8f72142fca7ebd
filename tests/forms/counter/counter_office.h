#pragma once

#include "app/electronic_station.h"
#include "forms/case/payment_step.h"
#include "forms/case/step_state.h"
#include "forms/frame/home_page.h"
#include "forms/money/money_page.h"
#include "forms/money/refund_page.h"
#include "tests/forms/counter/clerk_keys.h"
#include "tests/forms/frame/frame_window.h"
#include "tests/support/gateway_simulator.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// The whole window as the program makes it, with its threads and the real clients before the
/// providers' simulator as a process of its own; the clerk uses the keyboard. Only the clock is the
/// test's.
class CounterOffice
{
public:
    /// So many confirmed cases wait for 40 yuan each.
    explicit CounterOffice(int cases = 1);
    ~CounterOffice();
    CounterOffice(const CounterOffice&) = delete;
    CounterOffice& operator=(const CounterOffice&) = delete;

    // what the clerk does, from key to key
    /// Zhang signs in and opens the shift with `float206`.
    void beginDay();
    /// From the start page to the payment step of what waits in this line of its list.
    void openWaiting(int line = 0);
    /// A colleague answers the question for a second person.
    void agree(const std::string& colleague);
    void goHome();
    /// Whatever a clerk may want while something is under way: the money's list, the search, the
    /// drawer, and back to the case.
    void lookAround();

    // the window
    ElectronicPart& part();
    std::optional<PaymentStage> stage();
    std::string order(); ///< that the page shows
    Step currentStep();
    HomePage& home();
    MoneyPage& money();
    RefundPage& refundPage();
    MainFrame::View view() const { return window.view(); }
    bool isIdle() const { return !window.station->background.busy(); }

    /// Time passes, and the driver looks for what is due.
    void pass(std::chrono::seconds time);
    /// Passes time in small steps until `holds`, at most ten minutes; false: it never held.
    bool passUntil(const std::function<bool()>& holds);
    /// Asks on the journal's thread, as the window does.
    template <class Work>
    auto ask(Work work);
    /// The case that was opened last, as the journal has it.
    Case stored();

    static const std::vector<std::string> float206; ///< pieces, from 100 yuan down

    FrameWindow window;
    GatewaySimulator simulator;
    ClerkKeys keys;

private:
    CaseFlowPage& flow();
    void waitForRest();

    SeededRandom m_random; ///< the window's own belongs to its worker
    NoLog m_log;
    std::unique_ptr<ElectronicStation> m_station;
    std::string m_opened; ///< acceptance number
};

template <class Work>
auto CounterOffice::ask(Work work)
{
    auto result = std::optional<std::invoke_result_t<Work>>{};
    const auto asking = Lifetime{};
    window.station->background.run(
        asking, std::move(work), [&result](auto answer) { result = answer.get(); });
    if (!liveUntil([&] { return result.has_value(); }, std::chrono::seconds{30}))
        throw std::runtime_error("the journal's thread does not answer");
    return *std::move(result);
}

} // namespace guitai
