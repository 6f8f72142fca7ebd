#include "tests/services/payments/model/payment_world.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/charge_lookup.h"

#include <stdexcept>

namespace guitai
{

PaymentWorld::PaymentWorld(CaseOffice& office, std::uint64_t seed)
    : ledger(seed), m_office(office), m_random(seed), m_weChat(ledger, GatewayChannel::weChat),
      m_alipay(ledger, GatewayChannel::alipay), m_gateways{{GatewayChannel::weChat, &m_weChat},
                                                           {GatewayChannel::alipay, &m_alipay}}
{
    ledger.now = ledger.stationNow = office.window.clock.now();
    office.openShift(office.clerk);
    openDesk();
}

PaymentWorld::~PaymentWorld() = default;

void PaymentWorld::openDesk()
{
    m_desk = std::make_unique<PaymentDesk>(PaymentParts{
        .journal = m_office.journal(),
        .policy = policy,
        .clock = m_office.window.clock,
        .random = m_random,
        .log = m_log,
        .identity = m_office.window.identity(),
        .gateways = {{GatewayChannel::weChat, &m_weChat}, {GatewayChannel::alipay, &m_alipay}},
        .machine = "machine-1"});
    m_desk->start();
}

/// Copies of one real confirmation: making each from its photo and signature would take the model
/// test's time.
std::string PaymentWorld::addCase()
{
    static auto serial = 100;
    static auto pattern = std::map<const CaseOffice*, std::string>{};
    auto& first = pattern[&m_office];
    if (first.empty() || m_office.journal().eventsOf(subjectOfCase(first)).empty()) {
        first = m_office.confirmed(terminalDraft()).acceptanceNumber;
        return first;
    }
    return m_office.copied(first, ++serial % 99'999 + 1);
}

void PaymentWorld::tick(std::chrono::milliseconds time)
{
    const auto whole = std::chrono::ceil<std::chrono::seconds>(time);
    m_office.window.clock.pass(whole);
    ledger.now += whole;
    ledger.stationNow = m_office.window.clock.now();
}

std::vector<GatewayTask> PaymentWorld::handOut()
{
    try {
        return m_desk->due();
    } catch (const ServiceFailure&) {
        ++outages;
        return {};
    }
}

GatewayReply PaymentWorld::perform(const GatewayTask& task)
{
    const auto call = [&] { return guitai::perform(*m_gateways.at(task.channel), task); };
    return between ? between(task, call) : call();
}

void PaymentWorld::run()
{
    for (auto rounds = 0; rounds < 50; ++rounds) {
        const auto tasks = handOut();
        for (const auto& task : tasks)
            try {
                for (const auto alarm : m_desk->received(task, perform(task)).alarms)
                    alarms.push_back(alarm);
            } catch (const ServiceFailure&) {
                ++outages;
            }
        for (const auto& change : m_desk->takeChanges())
            alarms.insert(alarms.end(), change.alarms.begin(), change.alarms.end());
        if (tasks.empty())
            return;
    }
    // the limiter ends every loop long before
    throw std::logic_error("a call that is due again and again");
}

void PaymentWorld::pass(std::chrono::seconds time)
{
    using namespace std::chrono_literals;
    run();
    while (time > 0s) {
        const auto next = m_desk->nextDue();
        const auto now = m_office.window.clock.sinceBoot();
        auto step = next ? std::chrono::ceil<std::chrono::seconds>(*next - now) : time;
        step = std::clamp(step, 1s, time);
        tick(step);
        time -= step;
        run();
    }
}

void PaymentWorld::crash()
{
    m_desk.reset();
    openDesk();
}

void PaymentWorld::reboot()
{
    m_desk.reset();
    const auto before = m_office.window.clock.now();
    m_office.window.clock.reboot();
    ledger.now += m_office.window.clock.now() - before;
    ledger.stationNow = m_office.window.clock.now();
    openDesk();
}

void PaymentWorld::setClock(std::chrono::seconds difference)
{
    m_office.window.clock.jumpWall(difference);
    ledger.stationNow = m_office.window.clock.now();
}

ChargeRecord PaymentWorld::charge(const std::string& acceptanceNumber)
{
    return collectingCharge(journal(), acceptanceNumber).value();
}

Attempt PaymentWorld::attempt(const std::string& acceptanceNumber)
{
    return charge(acceptanceNumber).attempts.back();
}

Charge PaymentWorld::caseCharge(const std::string& acceptanceNumber)
{
    return loadCase(journal(), acceptanceNumber)->charge;
}

} // namespace guitai
