#pragma once

#include "app/electronic_station.h"
#include "forms/case/payment_step.h"
#include "tests/forms/case/case_window.h"
#include "tests/support/gateway_simulator.h"

namespace guitai
{

/// The payment step of a case that owes 40 yuan, with the threads of the real window: the journal's
/// worker and the driver that waits for the providers. Only the clock is the test's.
class WaitingOffice
{
public:
    WaitingOffice();

    CaseWindow& window() { return m_window; }
    ElectronicPart& part() { return *step().electronic(); }
    /// What the second line of a scanner's code does.
    void scanPhone(const std::string& paymentCode);
    /// Time passes, and the driver looks for what is due.
    void pass(std::chrono::seconds time);
    /// Lets the window live until `holds`; false: not within `limit`.
    bool liveUntil(const std::function<bool()>& holds, std::chrono::seconds limit);
    bool isIdle() { return !m_window.station().background.busy(); }
    std::string order();

private:
    PaymentStep& step() { return dynamic_cast<PaymentStep&>(m_window.step()); }

    CaseWindow m_window;

public:
    GatewaySimulator simulator;

private:
    SeededRandom m_random; ///< the window's own belongs to its worker
    NoLog m_log;
    std::unique_ptr<ElectronicStation> m_station;
};

/// How long the UI thread was not able to take anything, at the longest: pinged all the time.
class UiWatchdog
{
public:
    UiWatchdog();
    std::chrono::microseconds longest() const;

private:
    struct Pulse;
    std::shared_ptr<Pulse> m_pulse;
    std::jthread m_thread;
};

} // namespace guitai
