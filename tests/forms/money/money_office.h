#pragma once

#include "app/practice_gateway/simulated_phone.h"
#include "forms/case/electronic_part.h"
#include "forms/money/money_page.h"
#include "forms/money/refund_page.h"
#include "tests/forms/case/payment_office.h"
#include "tests/forms/signs_in.h"

#include <functional>
#include <string>

namespace guitai
{

/// The whole window with its people, over the real clients and the providers' simulator as a
/// process of its own; the clerk Zhang works there. Time passes when the test says so.
class MoneyOffice
{
public:
    MoneyOffice();

    /// A confirmed case that owes 40 yuan, brought to the payment step.
    std::string openCase();
    ElectronicPart& part();
    MoneyPage& list();
    RefundPage& payment();

    void work();
    void pass(std::chrono::seconds time);
    /// Passes time in small steps until `holds`, at most ten minutes; false: it never held.
    bool passUntil(const std::function<bool()>& holds);

    // what happened at the window
    void paidByTelephone(const std::string& number, GatewayChannel channel);
    /// A code that was withdrawn while nobody had scanned it, then cash.
    void switchedToCash(const std::string& number);
    std::string order();
    Case stored(const std::string& number) { return window.cases->load(number).value(); }

    FrameWindow window;
    GatewaySimulator simulator;
    SimulatedPhone phone;

private:
    NoLog m_log;
    PaymentChannels m_channels;
    PaymentPolicy m_policy;
    PaymentDesk m_desk;
    ElectronicPayment m_payment;
};

} // namespace guitai
