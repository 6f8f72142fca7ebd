#include "services/payments/payment_desk.h"

#include "services/failure.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/payment_events.h"

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

using namespace std::chrono_literals;

std::chrono::milliseconds wallOffset(const Clock& clock)
{
    return clock.now().time_since_epoch() - clock.sinceBoot();
}

} // namespace

PaymentDesk::PaymentDesk(Parts parts)
    : m_parts(std::move(parts)), m_timers(m_parts.policy.callsPerSecond),
      m_attempts(m_parts, m_timers), m_refunds(m_parts, m_timers)
{
    if (m_parts.orderPrefix.empty())
        m_parts.orderPrefix = m_parts.identity.agency.substr(6, 3);
}

// --- start

void PaymentDesk::noteDevice()
{
    if (m_parts.machine.empty())
        return;
    m_parts.journal.commit([&](JournalWriting& writing) {
        if (writing.orderCounter().machine != m_parts.machine)
            writing.append(newEvent(
                EventKind::deviceChanged, "window", systemActor(), {{"machine", m_parts.machine}}));
    });
}

void PaymentDesk::sweep(const AttemptRow& row)
{
    const auto charge = loadCharge(m_parts.journal, row.chargeId);
    const auto* attempt = charge ? charge->attempt(row.orderNumber) : nullptr;
    if (attempt == nullptr)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "an attempt without its charge");
    if (attempt->frozen)
        return;
    if (attempt->state == AttemptState::planned) // nothing was sent: that needs another commit
        return m_attempts.step(
            systemActor(), *attempt, AttemptState::voided, AttemptCause::restarted);
    if (attempt->state == AttemptState::creating)
        return m_attempts.step(
            systemActor(), *attempt, AttemptState::unknown, AttemptCause::restarted);
    const auto isReversing = attempt->state == AttemptState::reversing;
    m_attempts.watch(*attempt, isReversing ? NextCall::reverse : NextCall::query);
    m_timers.attempts.at(row.orderNumber).reverseOut = attempt->reverseBegun;
}

void PaymentDesk::start()
{
    noteDevice();
    const auto recently =
        m_parts.clock.now() - m_parts.policy.watchAfterEnd - m_parts.policy.codeLife;
    auto rows = m_parts.journal.attempts({.unresolvedOnly = true});
    for (const auto& row : m_parts.journal.attempts({.createdFrom = recently}))
        if (std::ranges::find(rows, row) == rows.end())
            rows.push_back(row);
    for (const auto& row : rows)
        sweep(row);
    for (const auto& row : m_parts.journal.refunds({.unresolvedOnly = true})) {
        const auto charge = chargeOfOrder(row.orderNumber);
        if (const auto* refund = charge ? charge->refund(row.refundNumber) : nullptr)
            m_refunds.watch(*refund, charge->id);
    }
}

// --- what pages ask

std::vector<GatewayChannel> PaymentDesk::channels() const
{
    auto all = std::vector<GatewayChannel>{};
    for (const auto& [channel, gateway] : m_parts.gateways)
        if (tenderOf(channel))
            all.push_back(channel);
    return all;
}

bool PaymentDesk::takesPaymentCodes() const
{
    return std::ranges::any_of(m_parts.gateways,
                               [](const auto& one) { return one.second->traits().payByCode; });
}

std::optional<PaymentView> PaymentDesk::view(const std::string& acceptanceNumber)
{
    const auto charge = collectingCharge(m_parts.journal, acceptanceNumber);
    return charge ? std::optional{viewOf(*charge, m_parts.policy.countdown)} : std::nullopt;
}

std::optional<PaymentView> PaymentDesk::viewOfCharge(const std::string& chargeId)
{
    const auto charge = loadCharge(m_parts.journal, chargeId);
    return charge ? std::optional{viewOf(*charge, m_parts.policy.countdown)} : std::nullopt;
}

PaymentView PaymentDesk::viewNow(const std::string& chargeId)
{
    return viewOfCharge(chargeId).value();
}

PaymentWork PaymentDesk::workList()
{
    return {m_parts.journal.attempts({.unresolvedOnly = true}),
            m_parts.journal.refunds({.unresolvedOnly = true})};
}

std::optional<ClockCheck> PaymentDesk::clockCheck() const
{
    if (!m_clockCheck)
        return std::nullopt;
    // what the wall clock was moved by since the answer
    const auto moved =
        std::chrono::round<std::chrono::seconds>(wallOffset(m_parts.clock) - m_wallAtCheck);
    return ClockCheck{m_clockCheck->difference - moved};
}

std::optional<ChargeRecord> PaymentDesk::chargeOfOrder(const std::string& orderNumber)
{
    const auto rows = m_parts.journal.attempts({.orderNumber = orderNumber});
    return rows.empty() || orderNumber.empty() ? std::nullopt
                                               : loadCharge(m_parts.journal, rows[0].chargeId);
}

// --- the driver

std::vector<GatewayTask> PaymentDesk::due()
{
    const auto now = m_parts.clock.sinceBoot();
    auto tasks = std::vector<GatewayTask>{};
    const auto collect = [&](std::map<std::string, CallTimer>& timers, const auto& nextOf) {
        auto numbers = std::vector<std::string>{};
        for (const auto& [number, timer] : timers)
            if (!timer.inFlight && timer.at <= now)
                numbers.push_back(number);
        for (const auto& number : numbers) {
            timers.at(number).at = now + 1s; // should the store fail
            if (auto task = nextOf(number))
                tasks.push_back(*std::move(task));
        }
    };
    try {
        collect(m_timers.attempts,
                [&](const std::string& number) { return m_attempts.next(number, m_changes); });
        collect(m_timers.refunds,
                [&](const std::string& number) { return m_refunds.next(number); });
    } catch (const ServiceFailure&) {
        if (tasks.empty()) // what was handed out is under way all the same
            throw;
    }
    return tasks;
}

std::optional<Moment> PaymentDesk::nextDue() const
{
    auto next = std::optional<Moment>{};
    for (const auto* timers : {&m_timers.attempts, &m_timers.refunds})
        for (const auto& [number, timer] : *timers)
            if (!timer.inFlight && (!next || timer.at < *next))
                next = timer.at;
    return next;
}

void PaymentDesk::noteClock(const ClockCheck& check, PaymentChange& change)
{
    m_clockCheck = check;
    m_wallAtCheck = wallOffset(m_parts.clock);
    const auto level = check.level();
    if (std::exchange(m_clockLevel, level) == level || level == ClockCheck::Level::good)
        return;
    change.alarms.push_back(level == ClockCheck::Level::block ? PaymentAlarm::clockWrong
                                                              : PaymentAlarm::clockWarning);
}

PaymentChange PaymentDesk::received(const GatewayTask& task, const GatewayReply& reply)
{
    auto change = task.refundNumber.empty() ? m_attempts.received(task, reply)
                                            : m_refunds.received(task, reply);
    if (const auto clock = headOf(reply).clock)
        noteClock(*clock, change);
    for (const auto alarm : change.alarms)
        m_parts.log.warning("payment " + task.orderNumber + ": " + std::string{nameOf(alarm)});
    return change;
}

void PaymentDesk::lost(const GatewayTask& task)
{
    if (task.refundNumber.empty())
        m_attempts.lost(task);
    else
        m_refunds.lost(task);
}

std::vector<PaymentChange> PaymentDesk::takeChanges()
{
    return std::exchange(m_changes, {});
}

} // namespace guitai
