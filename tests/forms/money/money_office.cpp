#include "tests/forms/money/money_office.h"

#include "forms/text.h"
#include "tests/services/cases/example_draft.h"

#include <stdexcept>

namespace guitai
{

namespace
{

template <class T>
T* below(wxWindow* window)
{
    for (auto* child : window->GetChildren()) {
        if (!child->IsShown())
            continue;
        if (auto* found = dynamic_cast<T*>(child))
            return found;
        if (auto* found = below<T>(child))
            return found;
    }
    return nullptr;
}

} // namespace

MoneyOffice::MoneyOffice()
    : simulator(window.window.clock), phone(simulator.process(), window.window.random),
      m_channels(simulator.setup(), {window.window.clock, window.window.random, m_log}),
      m_policy(loadPaymentPolicy(Assets{})),
      m_desk(paymentParts(window.window, m_policy, m_channels, m_log)),
      m_payment{.desk = m_desk,
                .wake = [] {},
                .channels = m_desk.channels(),
                .takesPaymentCodes = m_desk.takesPaymentCodes(),
                .practice = &phone}
{
    phone.adopt(PracticeHabit::doesNothing);
    m_desk.start();
    window.station->electronic = &m_payment;
    window.work("zhang");
}

std::string MoneyOffice::openCase()
{
    const auto number = window.confirmed("zhang", terminalDraft()).acceptanceNumber;
    window.frame->openCase(number);
    CaseWindow::settle();
    part().practice()->habit()->setValue(PracticeHabit::doesNothing);
    part().practice()->adopt();
    return number;
}

ElectronicPart& MoneyOffice::part()
{
    auto* found = below<ElectronicPart>(&window.frame->page(MainFrame::View::caseFlow));
    if (!found)
        throw std::runtime_error("no payment step in sight");
    return *found;
}

MoneyPage& MoneyOffice::list()
{
    return dynamic_cast<MoneyPage&>(window.frame->page(MainFrame::View::money));
}

RefundPage& MoneyOffice::payment()
{
    return dynamic_cast<RefundPage&>(window.frame->page(MainFrame::View::payment));
}

void MoneyOffice::work()
{
    for (const auto& change : runDue(m_desk, m_channels.gateways()))
        window.station->feed.tell(change);
    CaseWindow::settle();
}

void MoneyOffice::pass(std::chrono::seconds time)
{
    simulator.pass(time);
    work();
}

bool MoneyOffice::passUntil(const std::function<bool()>& holds)
{
    return guitai::passUntil([this](std::chrono::seconds time) { pass(time); }, holds);
}

std::string MoneyOffice::order()
{
    const auto& view = part().view();
    return view && !view->attempts.empty() ? view->attempts.front().orderNumber : std::string{};
}

void MoneyOffice::paidByTelephone(const std::string& number, GatewayChannel channel)
{
    part().showCode(channel);
    work();
    const auto paid = order();
    if (!phone.pay(channel, paid) ||
        !passUntil([&] { return stored(number).state == CaseState::accepted; }))
        throw std::runtime_error("the telephone did not pay");
}

void MoneyOffice::switchedToCash(const std::string& number)
{
    part().showCode(GatewayChannel::alipay);
    work();
    part().giveUp();
    if (!passUntil([&] { return part().isFree(); }))
        throw std::runtime_error("the code was not closed");
    if (!window.cash->payCash(window.actor("zhang"), number, Money::yuan(50), false))
        throw std::runtime_error("cash was refused");
}

} // namespace guitai
