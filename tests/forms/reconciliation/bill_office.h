#pragma once

#include "forms/bill_download.h"
#include "forms/reconciliation/reconciliation_page.h"
#include "services/payments/payment_desk.h"
#include "tests/forms/frame/frame_window.h"
#include "tests/support/gateway_simulator.h"

#include <string>

namespace guitai
{

/// The whole window beside the providers' simulator, with its bills to be fetched. It is nine
/// o'clock, and the clerk zhang has an open shift with an empty drawer.
class BillOffice : public FrameWindow
{
public:
    BillOffice();

    /// A case of 40 yuan is paid by telephone; returns its order.
    std::string pay(GatewayChannel channel);
    /// Somebody pays at the same merchant an order that is not in the window's journal.
    std::string payElsewhere(GatewayChannel channel);
    void pass(std::chrono::seconds time) { simulator.pass(time); }
    ReconciliationPage& page();

    Date today() const { return StationTime{}.dateOf(window.clock.now()); }

    GatewaySimulator simulator;
    PaymentChannels channels;
    BillDownload bills;

private:
    void work();

    InlineBackground m_network;
    NoLog m_quiet;
    PaymentPolicy m_policy;
    PaymentDesk m_desk;
};

} // namespace guitai
