#pragma once

#include "forms/case/payment_step.h"
#include "services/payments/payment_runner.h"
#include "tests/forms/case/case_window.h"
#include "tests/support/gateway_simulator.h"

namespace guitai
{

/// What a payment desk of the window needs, over these channels.
PaymentParts paymentParts(TestWindow& window,
                          const PaymentPolicy& policy,
                          const PaymentChannels& channels,
                          Log& log);

/// Passes time in small steps until `holds`, at most ten minutes; false: it never held.
bool passUntil(const std::function<void(std::chrono::seconds)>& pass,
               const std::function<bool()>& holds);

/// The payment step of a case that owes 40 yuan, over the real clients and the providers' simulator
/// as a process of its own. Time passes when the test says so.
class PaymentOffice
{
public:
    PaymentOffice();

    PaymentStep& step() { return dynamic_cast<PaymentStep&>(m_window.step()); }
    ElectronicPart& part() { return *step().electronic(); }
    /// Makes the calls that are due and tells the window.
    void work();
    void pass(std::chrono::seconds time);
    bool passUntil(const std::function<bool()>& holds);
    /// The order that the page shows.
    std::string order();
    /// What the journal says of the case.
    Case stored();
    std::vector<ProviderTrade> trades() { return simulator.ledger(); }
    bool cashIsOffered();

    CaseWindow& window() { return m_window; }
    CitizenView& citizen() { return m_window.shell.citizen; }

private:
    CaseWindow m_window;

public:
    GatewaySimulator simulator;

private:
    NoLog m_log;
    PaymentChannels m_channels;
    PaymentPolicy m_policy;
    PaymentDesk m_desk;
    ElectronicPayment m_payment;
    std::string m_number;
};

} // namespace guitai
