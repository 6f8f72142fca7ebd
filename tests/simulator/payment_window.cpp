#include "tests/simulator/payment_window.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/payment_channels.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace guitai
{

namespace fs = std::filesystem;
using namespace std::chrono_literals;

void Tray::put(const Bytes& pdf, const std::string& /*title*/)
{
    m_watch("print", CallStep::intended);
    fs::create_directories(m_folder);
    std::ofstream{m_folder / std::to_string(papers()), std::ios::binary}.write(
        reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    m_watch("print", CallStep::answered);
}

std::size_t Tray::papers() const
{
    if (!fs::is_directory(m_folder))
        return 0;
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{m_folder}, fs::directory_iterator{}));
}

PaymentWindow::PaymentWindow(Parts parts)
    : m_parts(std::move(parts)),
      m_random(static_cast<std::uint64_t>(m_parts.clock.sinceBoot().count())),
      m_tray(m_parts.outbox, [this](std::string_view call, CallStep step) { mark(call, step); }),
      m_open(openJournal(m_parts.place, m_parts.clock)),
      m_channels(m_parts.setup, {m_parts.clock, m_random, m_log})
{
    m_journal.emplace(*m_open.journal, [this] { recorded(); });
    auto pure = std::map<GatewayChannel, const PaymentGateway*>{};
    for (const auto& [channel, gateway] : m_channels.gateways()) {
        m_watched.push_back(std::make_unique<WatchedGateway>(
            *gateway, [this](std::string_view call, CallStep step) { mark(call, step); }));
        m_gateways[channel] = m_watched.back().get();
        pure[channel] = gateway;
    }
    const auto caseParts = CaseDesk::Parts{
        *m_journal, exampleRules(), m_printer, m_parts.clock, m_random, m_open.identity, {}};
    m_cases = std::make_unique<CaseDesk>(caseParts);
    m_cash = std::make_unique<CashDesk>(caseParts);
    m_vouchers = std::make_unique<VoucherDesk>(
        caseParts,
        m_printer,
        m_tray,
        StationTexts{"北京市公安局海淀分局", "010-00000000", "测试路2号"});
    m_desk = std::make_unique<PaymentDesk>(PaymentParts{.journal = *m_journal,
                                                        .policy = m_parts.policy,
                                                        .clock = m_parts.clock,
                                                        .random = m_random,
                                                        .log = m_log,
                                                        .identity = m_open.identity,
                                                        .gateways = std::move(pure),
                                                        .machine = m_parts.machine});
    m_desk->start();
}

void PaymentWindow::mark(std::string_view call, CallStep step)
{
    if (step == CallStep::intended)
        ++m_calls;
    if (m_parts.watch)
        m_parts.watch(call, step);
    if (step == CallStep::answered)
        m_unrecorded = call;
}

void PaymentWindow::recorded()
{
    if (const auto call = std::exchange(m_unrecorded, {}); !call.empty()) {
        mark(call, CallStep::recorded);
        m_untold.push_back(call);
    }
}

void PaymentWindow::tell()
{
    recorded(); // an answer that says nothing new is not written
    for (const auto& call : std::exchange(m_untold, {}))
        mark(call, CallStep::told);
}

Charge PaymentWindow::charge(const std::string& acceptanceNumber)
{
    return loadCase(*m_journal, acceptanceNumber).value().charge;
}

bool PaymentWindow::runOnce()
{
    const auto before = m_calls;
    try {
        runDue(*m_desk, m_gateways);
    } catch (const ServiceFailure&) {
        ++outages;
    }
    tell();
    return m_calls != before;
}

void PaymentWindow::run()
{
    for (auto rounds = 0; rounds < 50; ++rounds)
        if (!runOnce())
            return;
    throw std::logic_error("a call that is due again and again");
}

void PaymentWindow::pass(std::chrono::seconds time)
{
    run();
    while (time > 0s) {
        const auto next = m_desk->nextDue();
        const auto now = m_parts.clock.sinceBoot();
        auto step = next ? std::chrono::ceil<std::chrono::seconds>(*next - now) : time;
        step = std::clamp(step, 1s, time);
        m_parts.providers.pass(step);
        time -= step;
        run();
    }
}

bool PaymentWindow::passUntil(const std::function<bool()>& holds)
{
    run();
    for (auto waited = 0s; waited < 20min && !holds(); waited += 2s)
        pass(2s);
    return holds();
}

void PaymentWindow::print(const std::string& acceptanceNumber)
{
    for (const auto& paper : m_vouchers->unresolved()) // the clerk looks into the tray
        (void)m_vouchers->resolve(clerk, paper.id, m_tray.papers() > 0).value();
    const auto papers = m_vouchers->papersOf(acceptanceNumber);
    if (std::ranges::none_of(papers, [](const auto& paper) { return paper.state == "issued"; }))
        (void)m_vouchers->issue(clerk, acceptanceNumber).value();
    tell();
}

std::vector<std::string> makePaymentData(const fs::path& folder, int cases)
{
    auto office = CaseOffice{};
    office.openShift(office.clerk);
    auto numbers = std::vector{office.confirmed(terminalDraft()).acceptanceNumber};
    while (static_cast<int>(numbers.size()) < cases)
        numbers.push_back(office.copied(numbers.front(), 100 + static_cast<int>(numbers.size())));
    const auto from = office.window.place().folder;
    office.window.close();
    fs::create_directories(folder);
    fs::copy(from, folder, fs::copy_options::recursive);
    return numbers;
}

Money heldElectronically(const Charge& charge)
{
    const auto electronic = charge.tender == Tender::weChat || charge.tender == Tender::alipay;
    const auto holds = charge.state == ChargeState::settled ||
                       charge.state == ChargeState::overpaid ||
                       charge.state == ChargeState::refundPending;
    return electronic && holds ? charge.due : Money{};
}

} // namespace guitai
