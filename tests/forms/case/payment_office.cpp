#include "tests/forms/case/payment_office.h"

#include "tests/services/cases/example_draft.h"

namespace guitai
{

PaymentParts paymentParts(TestWindow& window,
                          const PaymentPolicy& policy,
                          const PaymentChannels& channels,
                          Log& log)
{
    auto gateways = std::map<GatewayChannel, const PaymentGateway*>{};
    for (const auto& [channel, gateway] : channels.gateways())
        gateways[channel] = gateway;
    return {.journal = window.journal(),
            .policy = policy,
            .clock = window.clock,
            .random = window.random,
            .log = log,
            .identity = window.identity(),
            .gateways = std::move(gateways)};
}

bool passUntil(const std::function<void(std::chrono::seconds)>& pass,
               const std::function<bool()>& holds)
{
    constexpr auto steps = 300;
    for (auto i = 0; i < steps; ++i) {
        if (holds())
            return true;
        pass(std::chrono::seconds{2});
    }
    return holds();
}

PaymentOffice::PaymentOffice()
    : simulator(m_window.window.clock),
      m_channels(simulator.setup(), {m_window.window.clock, m_window.window.random, m_log}),
      m_policy(loadPaymentPolicy(Assets{})),
      m_desk(paymentParts(m_window.window, m_policy, m_channels, m_log)),
      m_payment{.desk = m_desk,
                .wake = [] {},
                .channels = m_desk.channels(),
                .takesPaymentCodes = m_desk.takesPaymentCodes()}
{
    m_desk.start();
    m_window.connect(m_payment);
    auto draft = terminalDraft(); // a lost card: 40 yuan
    draft.id = m_window.cases->newDraft(m_window.shell.clerk).value().id;
    draft.photo = m_window.keptPhoto();
    draft.confirmation.signature = m_window.keptSignature();
    const auto confirmed = m_window.cases->confirm(m_window.shell.clerk, draft);
    if (!confirmed)
        throw std::runtime_error("the example draft was refused");
    m_number = confirmed.value().acceptanceNumber;
    m_window.page->open(confirmed.value());
    m_window.frame->SendSizeEvent();
    m_window.page->enter();
    CaseWindow::settle();
}

void PaymentOffice::work()
{
    for (const auto& change : runDue(m_desk, m_channels.gateways()))
        m_window.feed().tell(change);
    CaseWindow::settle();
}

void PaymentOffice::pass(std::chrono::seconds time)
{
    simulator.pass(time);
    work();
}

bool PaymentOffice::passUntil(const std::function<bool()>& holds)
{
    return guitai::passUntil([this](std::chrono::seconds time) { pass(time); }, holds);
}

std::string PaymentOffice::order()
{
    const auto& view = part().view();
    return view && !view->attempts.empty() ? view->attempts.front().orderNumber : std::string{};
}

Case PaymentOffice::stored()
{
    return m_window.cases->load(m_number).value();
}

bool PaymentOffice::cashIsOffered()
{
    return step().tendered()->IsShownOnScreen();
}

} // namespace guitai
