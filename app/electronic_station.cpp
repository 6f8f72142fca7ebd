#include "app/electronic_station.h"

#include "services/bytes.h"
#include "services/failure.h"
#include "services/payments/payment_file.h"

#include <wx/app.h>

#include <fstream>

namespace guitai
{

void WorkerJournal::post(std::function<void()> work)
{
    m_background.run(
        m_lifetime,
        [work = std::move(work)] {
            work();
            return Done{};
        },
        [](auto) {});
}

std::unique_ptr<ElectronicChannels> ElectronicChannels::ofStation(const Parts& parts)
{
    const auto file = parts.dataFolder / "payment.json";
    if (!std::filesystem::exists(file))
        return nullptr;
    const auto read = readPaymentFile(file);
    const auto* setup = std::get_if<PaymentSetup>(&read);
    if (!setup) {
        parts.log.error("payment.json cannot be used; `guitai-admin payment test` tells why");
        return nullptr;
    }
    auto made = std::make_unique<ElectronicChannels>();
    const auto around =
        PaymentChannels::Parts{parts.clock, parts.random, parts.log, made->m_stop.get_token()};
    made->m_channels = std::make_unique<PaymentChannels>(*setup, around);
    made->m_bills = std::make_unique<PaymentChannels>(*setup, around);
    for (const auto& [channel, problems] : made->m_channels->problems())
        parts.log.error("payment channel " + std::string{nameOf(channel)} +
                        " is left out; `guitai-admin payment test` tells why");
    if (made->gateways().empty())
        return nullptr;
    return made;
}

std::unique_ptr<ElectronicChannels> ElectronicChannels::ofPractice(const Parts& parts)
{
    const auto program = findSimulator();
    if (!program)
        throw ServiceFailure(ServiceFailure::Kind::notFound, "guitai-gateway-simulator");
    auto made = std::make_unique<ElectronicChannels>();
    const auto around =
        PaymentChannels::Parts{parts.clock, parts.random, parts.log, made->m_stop.get_token()};
    made->m_practice =
        std::make_unique<PracticeGateways>(*program, parts.dataFolder / "providers", around);
    made->m_bills = std::make_unique<PaymentChannels>(made->m_practice->setup(), around);
    return made;
}

PracticePhone* ElectronicChannels::practicePhone() const
{
    return m_practice ? &m_practice->phone() : nullptr;
}

std::map<GatewayChannel, PaymentGateway*> ElectronicChannels::gateways() const
{
    return m_practice ? m_practice->gateways() : m_channels->gateways();
}

struct ElectronicStation::Running {
    PaymentPolicy policy;
    WorkerJournal journal;
    std::unique_ptr<PaymentDesk> desk;
    std::unique_ptr<PaymentRunner> runner;

    Running(const Assets& assets, Background& background)
        : policy(loadPaymentPolicy(assets)), journal(background)
    {
    }
};

namespace
{

PaymentParts deskParts(const CaseDesk::Parts& desk,
                       const PaymentPolicy& policy,
                       const ElectronicChannels& channels,
                       Log& log)
{
    auto gateways = std::map<GatewayChannel, const PaymentGateway*>{};
    for (const auto& [channel, gateway] : channels.gateways())
        gateways[channel] = gateway;
    return {.journal = desk.journal,
            .policy = policy,
            .clock = desk.clock,
            .random = desk.random,
            .log = log,
            .identity = desk.identity,
            .time = desk.time,
            .gateways = std::move(gateways),
            .machine = machineName()};
}

} // namespace

ElectronicStation::ElectronicStation(std::unique_ptr<ElectronicChannels> channels,
                                     const Parts& parts)
    : m_channels(std::move(channels)), m_background(parts.workstation.background),
      m_running(std::make_shared<Running>(parts.assets, m_background)),
      m_payment{.desk = *(m_running->desk = std::make_unique<PaymentDesk>(
                              deskParts(parts.desk, m_running->policy, *m_channels, parts.log))),
                .wake =
                    [running = std::weak_ptr{m_running}] {
                        if (const auto alive = running.lock(); alive && alive->runner)
                            alive->runner->wake();
                    },
                .channels = m_running->desk->channels(),
                .takesPaymentCodes = m_running->desk->takesPaymentCodes(),
                .practice = m_channels->practicePhone()},
      m_bills{m_network, m_channels->billGateways(), m_running->policy.bills}
{
    const auto tell = [&feed = parts.workstation.feed](const PaymentChange& change) {
        wxTheApp->CallAfter([&feed, change] { feed.tell(change); });
    };
    const auto failed = [&log = parts.log](const ServiceFailure& failure) {
        log.error(std::string{"electronic payment: "} + failure.what());
    };
    m_background.run(
        m_lifetime,
        [running = m_running,
         gateways = m_channels->gateways(),
         &clock = parts.desk.clock,
         tell,
         failed] {
            running->desk->start();
            running->runner = std::make_unique<PaymentRunner>(
                *running->desk, gateways, running->journal, clock, tell, failed);
            running->runner->wake();
            return Done{};
        },
        [&log = parts.log](auto started) {
            try {
                started.get();
            } catch (const ServiceFailure& failure) {
                log.error(std::string{"electronic payment: "} + failure.what());
            }
        });
}

ElectronicStation::~ElectronicStation()
{
    m_channels->stop();
    // On the journal's thread and done when this returns, because the channels go next.
    auto ended = std::make_shared<std::promise<void>>();
    m_background.run(
        m_lifetime,
        [running = m_running, ended] {
            running->runner.reset();
            ended->set_value();
            return Done{};
        },
        [](auto) {});
    ended->get_future().wait();
}

std::string machineName()
{
    auto file = std::ifstream{"/etc/machine-id"};
    auto id = std::string{};
    if (!std::getline(file, id) || id.empty())
        return {};
    constexpr auto shownDigits = 16;
    return sha256(bytesOf("guitai order numbers " + id)).substr(0, shownDigits);
}

} // namespace guitai
