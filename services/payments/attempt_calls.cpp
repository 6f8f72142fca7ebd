// Which call is next, and when.
#include "services/payments/attempt_calls.h"

#include "services/failure.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/payment_events.h"
#include "services/payments/payment_schedule.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace guitai
{

namespace
{

using namespace std::chrono_literals;

/// How long after the time for a payment by code its reverse waits for a last answer.
constexpr auto lastAnswer = 10s;
/// After a restart only the provider's clock tells the time that passed: more margin than any
/// station clock may be wrong.
constexpr auto clockMargin = 240s;

GatewayCall callOf(NextCall next)
{
    switch (next) {
    case NextCall::create:
        return GatewayCall::create;
    case NextCall::payByCode:
        return GatewayCall::payByCode;
    case NextCall::close:
        return GatewayCall::close;
    case NextCall::reverse:
        return GatewayCall::reverse;
    case NextCall::none:
    case NextCall::query:
        return GatewayCall::query;
    }
    return GatewayCall::query;
}

GatewayIntent intentFrom(const Attempt& attempt, const std::string& content)
{
    const auto byCode = attempt.mode == AttemptMode::paymentCode;
    return {.call = byCode ? GatewayIntent::Call::payByCode : GatewayIntent::Call::create,
            .orderNumber = attempt.orderNumber,
            .amount = attempt.amount,
            .orderTotal = attempt.amount,
            .content = content};
}

} // namespace

void requireStep(const Attempt& attempt, AttemptState next)
{
    if (!mayBecome(attempt.state, next))
        throw std::logic_error("an attempt from " + std::string{nameOf(attempt.state)} + " to " +
                               std::string{nameOf(next)});
}

AttemptCalls::AttemptCalls(const PaymentParts& parts, PaymentTimers& timers)
    : m_parts(parts), m_timers(timers)
{
}

void AttemptCalls::watch(const Attempt& attempt, NextCall next)
{
    auto& timer = m_timers.attempts[attempt.orderNumber];
    timer.chargeId = attempt.chargeId;
    timer.next = next;
    timer.at = now();
    timer.since = now();
    timer.trustedAt = now();
    timer.wasNotSent = attempt.state == AttemptState::planned;
}

void AttemptCalls::keepContent(const std::string& orderNumber, const std::string& content)
{
    m_contents[orderNumber] = content;
}

ChargeRecord AttemptCalls::charge(const std::string& chargeId) const
{
    auto found = loadCharge(m_parts.journal, chargeId);
    if (!found)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a charge without events");
    return *std::move(found);
}

GatewayTraits AttemptCalls::traitsOf(GatewayChannel channel) const
{
    const auto found = m_parts.gateways.find(channel);
    return found == m_parts.gateways.end() ? GatewayTraits{.channel = channel}
                                           : found->second->traits();
}

std::chrono::seconds AttemptCalls::ageOf(const Attempt& attempt) const
{
    const auto& clock = m_parts.clock;
    if (attempt.bootId == clock.bootId())
        return std::chrono::floor<std::chrono::seconds>(clock.sinceBoot() -
                                                        Moment{attempt.sinceBootMs});
    return std::max(clock.now() - attempt.createdAt, 0s);
}

/// While the machine runs nobody can set the time since its start. Afterwards the wall clock counts
/// only as far as the provider's own `Date` agrees.
bool AttemptCalls::isPastExpiry(const Attempt& attempt,
                                const std::optional<ClockCheck>& check) const
{
    const auto life = attempt.expiresAt - attempt.createdAt + m_parts.policy.expiryMargin;
    if (attempt.bootId == m_parts.clock.bootId())
        return ageOf(attempt) >= life;
    return check &&
           m_parts.clock.now() + check->difference >= attempt.createdAt + life + clockMargin;
}

bool AttemptCalls::isOverdue(const Attempt& attempt) const
{
    const auto life = attempt.expiresAt - attempt.createdAt + m_parts.policy.expiryMargin;
    return ageOf(attempt) >= life + m_parts.policy.stuckAfter;
}

/// What is not settled is asked for at every start, however old it is: a machine that was off over
/// a weekend asks on Monday.
bool AttemptCalls::isOver(const Attempt& attempt, const CallTimer& timer) const
{
    using enum AttemptState;
    switch (attempt.state) {
    case paid:
    case latePaid:
    case voided:
        return true;
    case closed:
    case reversed:
    case failed: // only a provider's error makes money of it; the bill finds the rest (5.1)
        return ageOf(attempt) >=
               attempt.expiresAt - attempt.createdAt + m_parts.policy.watchAfterEnd;
    case planned:
    case creating:
    case shown:
    case charging:
    case userPaying:
    case closing:
    case reversing: // time leads on from each of these
        return attempt.frozen;
    case unknown:
    case watch:
        return attempt.frozen || now() - timer.since >= backgroundEnds;
    }
    return true;
}

bool AttemptCalls::stepByTime(const Attempt& attempt, CallTimer& timer)
{
    using enum AttemptState;
    const auto age = ageOf(attempt);
    const auto isStuck = now() - timer.trustedAt >= m_parts.policy.stuckAfter;
    const auto byCode = attempt.mode == AttemptMode::paymentCode;
    switch (attempt.state) {
    case shown:
        if (age < m_parts.policy.countdown)
            return false;
        step(systemActor(), attempt, closing, AttemptCause::expired);
        return true;
    case charging:
    case userPaying:
    case unknown:
        if (!byCode || attempt.givenUp || age < m_parts.policy.payByCode + lastAnswer ||
            timer.asked == 0) // a start asks before anything else (6.4)
            return false;
        step(systemActor(), attempt, reversing, AttemptCause::timedOut);
        return true;
    case closing:
    case reversing:
        if (!isStuck && !isOverdue(attempt))
            return false;
        step(systemActor(), attempt, unknown, AttemptCause::stuck);
        return true;
    case planned:
    case creating:
    case watch:
    case closed:
    case reversed:
    case failed:
    case paid:
    case latePaid:
    case voided:
        return false;
    }
    return false;
}

void AttemptCalls::step(const Actor& actor,
                        const Attempt& attempt,
                        AttemptState next,
                        AttemptCause cause,
                        const std::string& reason)
{
    requireStep(attempt, next);
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(
            attemptMoved(actor, attempt, {.next = next, .cause = cause, .reason = reason}));
    });
    const auto [found, isNew] = m_timers.attempts.try_emplace(attempt.orderNumber);
    auto& timer = found->second;
    if (isNew) // by the sweep of a start
        timer.since = now();
    timer.chargeId = attempt.chargeId;
    timer.at = now();
    timer.asked = timer.troubles = timer.atOnce = 0;
    timer.trustedAt = now();
    // query, close, query (5.4); a reverse is safe without asking first, and the last question of a
    // payment by code was answered before or will not be
    timer.next = next == AttemptState::reversing ? NextCall::reverse : NextCall::query;
}

std::optional<GatewayTask> AttemptCalls::next(const std::string& orderNumber,
                                              std::vector<PaymentChange>& changes)
{
    auto& timer = m_timers.attempts.at(orderNumber);
    const auto before = charge(timer.chargeId);
    const auto* attempt = before.attempt(orderNumber);
    if (attempt == nullptr || (isOver(*attempt, timer) && !std::exchange(timer.byHand, false))) {
        m_timers.attempts.erase(orderNumber);
        m_contents.erase(orderNumber);
        return std::nullopt;
    }
    if (!stepByTime(*attempt, timer))
        return task(*attempt, timer);
    const auto after = charge(timer.chargeId);
    changes.push_back({after.id, viewOf(after, m_parts.policy.countdown)});
    if (after.attempt(orderNumber)->state == AttemptState::unknown)
        changes.back().alarms.push_back(PaymentAlarm::stuck);
    return task(*after.attempt(orderNumber), timer);
}

std::optional<GatewayTask> AttemptCalls::task(const Attempt& attempt, CallTimer& timer)
{
    const auto traits = traitsOf(attempt.channel);
    if (timer.next == NextCall::reverse && ageOf(attempt) < traits.reverseNotBefore) {
        timer.at = now() + traits.reverseNotBefore - ageOf(attempt);
        return std::nullopt;
    }
    if (!m_timers.limiter.take(now())) {
        timer.at = m_timers.limiter.freeAt(now());
        return std::nullopt;
    }
    if (attempt.state == AttemptState::planned)
        return firstTask(attempt, timer);
    auto call = callOf(timer.next);
    if (call == GatewayCall::payByCode &&
        (!m_contents.contains(attempt.orderNumber) || ageOf(attempt) >= m_parts.policy.payByCode))
        call = GatewayCall::query; // the code is gone or too old; the order is asked for
    auto task = taskFor(attempt, call);
    task.first = timer.wasNotSent;
    if (call == GatewayCall::create)
        ++timer.creates;
    if (call == GatewayCall::reverse)
        timer.reverseOut = true;
    timer.inFlight = true;
    return task;
}

/// Step 1 of 6.3: from this commit on the request may be out.
std::optional<GatewayTask> AttemptCalls::firstTask(const Attempt& attempt, CallTimer& timer)
{
    const auto byCode = attempt.mode == AttemptMode::paymentCode;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(
            attemptMoved(systemActor(),
                         attempt,
                         {.next = byCode ? AttemptState::charging : AttemptState::creating,
                          .cause = AttemptCause::sent}));
    });
    auto task = taskFor(attempt, byCode ? GatewayCall::payByCode : GatewayCall::create);
    task.first = true;
    timer.wasNotSent = true; // until an answer says more
    timer.creates = 1;
    timer.inFlight = true;
    return task;
}

GatewayTask AttemptCalls::taskFor(const Attempt& attempt, GatewayCall call) const
{
    auto task = GatewayTask{.call = call,
                            .channel = attempt.channel,
                            .chargeId = attempt.chargeId,
                            .orderNumber = attempt.orderNumber,
                            .order = {attempt.orderNumber, attempt.amount}};
    if (call == GatewayCall::create)
        task.intent = intentFrom(attempt, attempt.content);
    if (call == GatewayCall::payByCode)
        task.intent = intentFrom(attempt, m_contents.at(attempt.orderNumber));
    return task;
}

void AttemptCalls::lost(const GatewayTask& task)
{
    const auto found = m_timers.attempts.find(task.orderNumber);
    if (found == m_timers.attempts.end())
        return;
    auto& timer = found->second;
    timer.inFlight = false;
    timer.wasNotSent = false;
    timer.at = now() + pauseInTrouble(++timer.troubles, 1s);
    if (task.call == GatewayCall::payByCode)
        timer.next = NextCall::query;
}

Pause AttemptCalls::usualPause(const Attempt& attempt,
                               AttemptState state,
                               const CallTimer& timer) const
{
    using enum AttemptState;
    const auto traits = traitsOf(attempt.channel);
    switch (state) {
    case planned:
    case creating:
    case shown:
        return pauseWhileShown(ageOf(attempt));
    case charging:
    case userPaying:
        return pauseWhilePaying(traits, timer.asked);
    case reversing:
        return pauseWhilePaying(traits, timer.asked);
    case closing:
        return 5s;
    case unknown:
        if (attempt.mode == AttemptMode::paymentCode && !attempt.givenUp)
            return pauseWhilePaying(traits, timer.asked);
        return jittered(pauseInBackground(timer.asked), m_parts.random);
    case watch:
    case closed:
    case reversed:
    case failed:
    case paid:
    case latePaid:
    case voided:
        return jittered(pauseInBackground(timer.asked), m_parts.random);
    }
    return 5s;
}

/// Answers that lead to the next call at once may follow each other a few times only.
void AttemptCalls::schedule(const Attempt& attempt, const Ruling& ruling, CallTimer& timer)
{
    constexpr auto mostAtOnce = 6;
    constexpr auto earlyCloses = std::array<Pause, 2>{60s, 5min}; // F8
    const auto moved = ruling.state != attempt.state;
    timer.next = ruling.next;
    timer.reverseOut = ruling.reverseOut;
    timer.reverseDone = ruling.reverseDone;
    timer.asked = moved ? 0 : timer.asked + 1;
    timer.atOnce = ruling.pace == Pace::atOnce ? timer.atOnce + 1 : 0;
    timer.troubles = ruling.pace == Pace::trouble ? timer.troubles + 1 : 0;
    if (ruling.trusted || moved)
        timer.trustedAt = now();
    const auto usual = usualPause(attempt, ruling.state, timer);
    auto pause = usual;
    if (ruling.pace == Pace::atOnce)
        pause = timer.atOnce > mostAtOnce ? Pause{5s} : Pause{0};
    else if (ruling.pace == Pace::trouble)
        pause =
            jittered(pauseInTrouble(timer.troubles, std::min(usual, Pause{5s})), m_parts.random);
    else if (ruling.pace == Pace::background)
        pause = jittered(pauseInBackground(timer.asked), m_parts.random);
    else if (ruling.pace == Pace::closeLater)
        timer.closeNotBefore =
            now() + earlyCloses[static_cast<std::size_t>(std::min(timer.earlyCloses++, 1))];
    if (timer.next == NextCall::close && now() < timer.closeNotBefore) {
        timer.next = NextCall::query;
        pause = usual;
    }
    timer.at = now() + pause;
}

} // namespace guitai
