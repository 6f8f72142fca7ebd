#include "tests/forms/reconciliation/bill_office.h"

#include "tests/forms/case/payment_office.h"
#include "tests/services/cases/example_draft.h"

#include <stdexcept>

namespace guitai
{

BillOffice::BillOffice()
    : simulator(window.clock), channels(simulator.setup(), {window.clock, window.random, m_quiet}),
      bills{m_network, channels.gateways()}, m_policy(loadPaymentPolicy(Assets{})),
      m_desk(paymentParts(window, m_policy, channels, m_quiet))
{
    station->bills = &bills;
    m_desk.start();
    if (!cash->openShift(actor("zhang"), {}))
        throw std::runtime_error("no shift");
}

void BillOffice::work()
{
    (void)runDue(m_desk, channels.gateways());
}

std::string BillOffice::pay(GatewayChannel channel)
{
    const auto number = confirmed("zhang", terminalDraft()).acceptanceNumber;
    const auto shown = m_desk.showCode(actor("zhang"), number, channel);
    if (!shown)
        throw std::runtime_error("no code: " + std::string{nameOf(shown.refusal().code)});
    work();
    const auto order = shown.value().attempts.front().orderNumber;
    for (const auto* action : {"scan", "pay"})
        if (!simulator.citizen(action, channel, order))
            throw std::runtime_error(action + (": " + simulator.why()));
    constexpr auto tries = 30;
    for (auto i = 0; i < tries; ++i) {
        pass(std::chrono::seconds{2});
        work();
        if (cases->load(number).value().state == CaseState::accepted)
            return order;
    }
    throw std::runtime_error("the payment was not noticed");
}

std::string BillOffice::payElsewhere(GatewayChannel channel)
{
    auto& gateway = *channels.gateways().at(channel);
    const auto now = window.clock.now();
    const auto order = CodeOrder{.orderNumber = "ELSEWHERE0001",
                                 .amount = Money::yuan(20),
                                 .description = "居民身份证工本费",
                                 .createdAt = now,
                                 .expiresAt = now + std::chrono::minutes{5}};
    if (!gateway.create(gateway.intendCreate(order)).ok())
        throw std::runtime_error("no order elsewhere");
    for (const auto* action : {"scan", "pay"})
        if (!simulator.citizen(action, channel, order.orderNumber))
            throw std::runtime_error(action + (": " + simulator.why()));
    return order.orderNumber;
}

ReconciliationPage& BillOffice::page()
{
    return dynamic_cast<ReconciliationPage&>(frame->page(MainFrame::View::reconciliation));
}

} // namespace guitai
