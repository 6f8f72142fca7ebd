#include "services/payments/payment_desk.h"

#include "services/failure.h"
#include "services/payments/order_number.h"
#include "services/payments/payment_code.h"
#include "services/payments/payment_events.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace guitai
{

namespace
{

using enum Refusal::Code;
using namespace std::chrono_literals;

constexpr auto alphabet = std::string_view{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
constexpr std::int64_t counters = 1'000'000; ///< then again from 0: the day is in the number, too

/// Windows 1 to 35 have a letter of their own in order numbers.
std::optional<char> deviceOf(const std::string& window)
{
    auto number = std::size_t{0};
    std::from_chars(window.data(), window.data() + window.size(), number);
    return number >= 1 && number < alphabet.size() ? std::optional{alphabet[number]} : std::nullopt;
}

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
    m_timers.attempts.at(row.orderNumber).reverseOut = isReversing;
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

// --- what a clerk does

/// Why the case takes no electronic payment now, if so.
std::optional<Refusal> PaymentDesk::caseFault(const ChargeItem& item, const std::string& lockedBy)
{
    const auto subject = loadCase(m_parts.journal, item.acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto& charge = subject->charge;
    if (charge.due == Money{})
        return Refusal{nothingToPay, "payment", {}};
    if (charge.state == ChargeState::settled || charge.state == ChargeState::overpaid)
        return Refusal{alreadySettled, "payment", {}};
    if (subject->state == CaseState::awaitingApproval)
        return Refusal{approvalPending, "exception", {}};
    if (charge.state != ChargeState::open || subject->state != CaseState::awaitingPayment)
        return Refusal{wrongState, "state", {std::string{nameOf(subject->state)}}};
    if (charge.lockedBy != lockedBy)
        return Refusal{chargeLocked, "payment", {}};
    return std::nullopt;
}

std::optional<Refusal> PaymentDesk::channelFault(GatewayChannel channel) const
{
    if (!m_parts.gateways.contains(channel) || !tenderOf(channel) ||
        !deviceOf(m_parts.identity.window))
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(channel)}}};
    const auto check = clockCheck();
    if (check && check->level() == ClockCheck::Level::block)
        return Refusal{clockBlocksPayment, "channel", {}};
    return std::nullopt;
}

Result<ChargeRecord> PaymentDesk::chargeToPay(const Actor& clerk,
                                              const std::string& acceptanceNumber)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    auto charge = collectingCharge(m_parts.journal, acceptanceNumber);
    if (!charge)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    for (const auto& item : charge->items)
        if (const auto fault = caseFault(item, charge->isMerged() ? charge->id : std::string{}))
            return *fault;
    if (const auto* attempt = charge->blocking())
        return Refusal{attempt->frozen ? paymentFrozen : paymentOpen, "payment", {}};
    if (charge->hasSurplus())
        return Refusal{paymentOpen, "payment", {}};
    if (charge->isMerged() && m_parts.clock.now() + m_parts.policy.codeLife > charge->validUntil)
        return Refusal{chargeLocked, "payment", {}};
    if (openShiftIdOf(m_parts.journal, clerk.userId).empty())
        return Refusal{shiftNotOpen, "shift", {}};
    return *std::move(charge);
}

Result<PaymentView> PaymentDesk::showCode(const Actor& clerk,
                                          const std::string& acceptanceNumber,
                                          GatewayChannel channel)
{
    const auto charge = chargeToPay(clerk, acceptanceNumber);
    if (!charge)
        return charge.refusals();
    if (const auto fault = channelFault(channel))
        return *fault;
    return begin(clerk, charge.value(), {.channel = channel, .mode = AttemptMode::code});
}

Result<PaymentView> PaymentDesk::payByCode(const Actor& clerk,
                                           const std::string& acceptanceNumber,
                                           const std::string& scanned)
{
    const auto charge = chargeToPay(clerk, acceptanceNumber);
    if (!charge)
        return charge.refusals();
    const auto code = paymentCodeFrom(scanned);
    auto wish = Wish{
        .mode = AttemptMode::paymentCode, .paymentCode = code.digits, .maskedCode = code.masked()};
    switch (code.route) {
    case PaymentCodeRoute::weChat:
        wish.channel = GatewayChannel::weChat;
        break;
    case PaymentCodeRoute::alipay:
        wish.channel = GatewayChannel::alipay;
        break;
    case PaymentCodeRoute::weChatHongKong:
    case PaymentCodeRoute::unionPay:
    case PaymentCodeRoute::alipayFace:
        return Refusal{walletNotSupported, "paymentCode", {}};
    case PaymentCodeRoute::notAPaymentCode:
    case PaymentCodeRoute::unknown:
        return Refusal{notAPaymentCode, "paymentCode", {}};
    }
    if (const auto fault = channelFault(wish.channel))
        return *fault;
    if (!m_parts.gateways.at(wish.channel)->traits().payByCode)
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(wish.channel)}}};
    return begin(clerk, charge.value(), wish);
}

std::string PaymentDesk::titleOf(const ChargeRecord& charge)
{
    if (charge.isMerged())
        return m_parts.policy.mergedTitle;
    return loadCase(m_parts.journal, charge.items.front().acceptanceNumber)
        ->charge.lines.front()
        .title;
}

Instant PaymentDesk::expiryOf(const Wish& wish) const
{
    const auto& policy = m_parts.policy;
    if (wish.mode == AttemptMode::code && wish.channel == GatewayChannel::alipay)
        return m_parts.clock.now() + policy.countdown; // whole minutes; 5.3
    return m_parts.clock.now() + policy.codeLife;
}

GatewayIntent
PaymentDesk::intentOf(const ChargeRecord& charge, const Wish& wish, const OrderCounter& counter)
{
    const auto at = m_parts.clock.now();
    const auto number = orderNumber(
        {.station = m_parts.orderPrefix,
         .device = deviceOf(m_parts.identity.window).value(),
         .epoch = counter.epoch,
         .day = m_parts.time.dateOf(at),
         .counter = static_cast<unsigned>(counter.last),
         .attempt = static_cast<unsigned>(std::min<std::size_t>(charge.attempts.size() + 1, 35))});
    const auto& gateway = *m_parts.gateways.at(wish.channel);
    const auto title = titleOf(charge);
    if (wish.mode == AttemptMode::code)
        return gateway.intendCreate({.orderNumber = number,
                                     .amount = charge.due,
                                     .description = title,
                                     .createdAt = at,
                                     .expiresAt = expiryOf(wish)});
    return gateway.intendPayByCode({.orderNumber = number,
                                    .amount = charge.due,
                                    .description = title,
                                    .paymentCode = wish.paymentCode,
                                    .createdAt = at,
                                    .expiresAt = expiryOf(wish)});
}

/// Number, content and the plan are one transaction (payments.md 6.2): a number is never used for
/// another content.
Result<PaymentView>
PaymentDesk::begin(const Actor& clerk, const ChargeRecord& charge, const Wish& wish)
{
    auto intent = GatewayIntent{};
    m_parts.journal.commit([&](JournalWriting& writing) {
        auto counter = writing.orderCounter();
        counter.last = (counter.last + 1) % counters;
        intent = intentOf(charge, wish, counter);
        writing.append(attemptPlanned(clerk,
                                      charge,
                                      {.number = counter,
                                       .intent = intent,
                                       .paymentCode = wish.paymentCode,
                                       .maskedCode = wish.maskedCode,
                                       .channel = wish.channel,
                                       .mode = wish.mode,
                                       .expiresAt = expiryOf(wish),
                                       .shift = openShiftIdOf(m_parts.journal, clerk.userId)},
                                      m_parts.clock));
    });
    const auto planned = loadCharge(m_parts.journal, charge.id).value();
    m_attempts.watch(*planned.attempt(intent.orderNumber), NextCall::create);
    if (wish.mode == AttemptMode::paymentCode)
        m_attempts.keepContent(intent.orderNumber, intent.content);
    return viewOf(planned, m_parts.policy.countdown);
}

Result<PaymentView> PaymentDesk::giveUp(const Actor& clerk, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto charge = collectingCharge(m_parts.journal, acceptanceNumber);
    if (!charge)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto* attempt = charge->blocking();
    if (attempt == nullptr)
        return viewOf(*charge, m_parts.policy.countdown);
    if (attempt->frozen)
        return Refusal{paymentFrozen, "payment", {}};
    const auto byCode = attempt->mode == AttemptMode::paymentCode;
    const auto isWithdrawn =
        attempt->state == AttemptState::closing || attempt->state == AttemptState::reversing;
    if (attempt->state == AttemptState::planned)
        m_attempts.step(clerk, *attempt, AttemptState::voided, AttemptCause::givenUp);
    else if (!isWithdrawn)
        m_attempts.step(clerk,
                        *attempt,
                        byCode ? AttemptState::reversing : AttemptState::closing,
                        AttemptCause::givenUp);
    return viewNow(charge->id);
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
