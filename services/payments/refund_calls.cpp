#include "services/payments/refund_calls.h"

#include "services/failure.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/payment_events.h"
#include "services/payments/payment_schedule.h"

#include <algorithm>

namespace guitai
{

namespace
{

using namespace std::chrono_literals;

struct RefundRuling {
    RefundStage stage{};
    bool send = false; ///< the same refund once more; else it is asked for
    bool inTrouble = false;
    bool slow = false;
    std::optional<PaymentAlarm> alarm = {};
};

RefundRuling afterReport(RefundState state)
{
    switch (state) {
    case RefundState::done:
        return {.stage = RefundStage::done};
    case RefundState::processing:
        return {.stage = RefundStage::processing};
    case RefundState::closed:
        return {.stage = RefundStage::closed, .alarm = PaymentAlarm::refundStuck};
    case RefundState::abnormal:
        return {.stage = RefundStage::abnormal, .slow = true, .alarm = PaymentAlarm::refundStuck};
    }
    return {.stage = RefundStage::sent};
}

RefundRuling afterRefund(const ElectronicRefund& refund,
                         GatewayCall call,
                         const GatewayAnswer<RefundReport>& answer)
{
    if (answer.ok() && answer.value && answer.proven)
        return afterReport(answer.value->state);
    auto ruling = RefundRuling{.stage = refund.stage, .alarm = alarmOf(answer.problem)};
    if (answer.problem == GatewayProblem::merchantFunds) { // the same again when topped up
        ruling.send = ruling.slow = true;
        ruling.alarm = PaymentAlarm::merchantFunds;
    } else if (call == GatewayCall::queryRefund && answer.problem == GatewayProblem::notFound) {
        ruling.send = refund.stage == RefundStage::sent; // not accepted
        ruling.inTrouble = true;
    } else if (answer.outcome == GatewayOutcome::refused || needsAPerson(answer.problem)) {
        ruling.slow = true;
        if (!ruling.alarm)
            ruling.alarm = PaymentAlarm::refundRefused;
    } else {
        // a 429 may have been accepted (F27): ask first. Not one byte left: the same at once.
        ruling.send = call == GatewayCall::refund && answer.problem == GatewayProblem::notSent;
        ruling.inTrouble = true;
    }
    return ruling;
}

CashMovement movementOf(GatewayChannel channel)
{
    return channel == GatewayChannel::alipay ? CashMovement::alipayRefund
                                             : CashMovement::weChatRefund;
}

/// Of an item, with the refund that is being recorded as done.
Money refundedOf(const ChargeRecord& charge, const std::string& itemId, const ElectronicRefund& now)
{
    auto sum = now.amount;
    for (const auto& refund : charge.refunds)
        if (refund.chargeId == itemId && refund.cause == RefundCause::withdrawn &&
            refund.stage == RefundStage::done)
            sum = sum + refund.amount;
    return sum;
}

/// Whether another late payment still stands when this refund is done.
bool staysOverpaid(const ChargeRecord& charge, const ElectronicRefund& now)
{
    return std::ranges::any_of(charge.attempts, [&](const Attempt& attempt) {
        const auto more = attempt.orderNumber == now.orderNumber ? now.amount : Money{};
        const auto gone =
            charge.refundedOf(attempt.orderNumber) + charge.handedOf(attempt.orderNumber) + more;
        return attempt.state == AttemptState::latePaid && gone < attempt.amount;
    });
}

std::string chargeAfter(const ChargeRecord& charge, const ElectronicRefund& refund)
{
    if (refund.cause == RefundCause::late && charge.state == ChargeState::overpaid &&
        !staysOverpaid(charge, refund))
        return std::string{nameOf(ChargeState::settled)};
    if (refund.cause == RefundCause::withdrawn && charge.isMerged() &&
        charge.refundedOf(refund.orderNumber) + refund.amount == charge.due)
        return std::string{nameOf(ChargeState::refunded)};
    return {};
}

} // namespace

RefundCalls::RefundCalls(const PaymentParts& parts, PaymentTimers& timers)
    : m_parts(parts), m_timers(timers)
{
}

void RefundCalls::watch(const ElectronicRefund& refund, const std::string& chargeId)
{
    auto& timer = m_timers.refunds[refund.refundNumber];
    timer.chargeId = chargeId;
    timer.at = now();
    timer.next = refund.stage == RefundStage::planned ? NextCall::create : NextCall::query;
}

std::optional<Moment> RefundCalls::pauseLeft(const ChargeRecord& charge,
                                             const ElectronicRefund& refund) const
{
    const auto pause = m_parts.policy.refundsOf(refund.channel).pause;
    for (const auto& other : charge.refunds) {
        const auto since = m_parts.clock.now() - other.changedAt;
        if (other.orderNumber == refund.orderNumber && other.refundNumber != refund.refundNumber &&
            other.stage != RefundStage::planned && since >= 0s && since < pause)
            return Moment{pause - since};
    }
    return std::nullopt;
}

std::optional<GatewayTask> RefundCalls::next(const std::string& refundNumber)
{
    auto& timer = m_timers.refunds.at(refundNumber);
    const auto charge = loadCharge(m_parts.journal, timer.chargeId);
    const auto* refund = charge ? charge->refund(refundNumber) : nullptr;
    if (refund == nullptr || !isUnderWay(refund->stage) || refund->frozen) {
        m_timers.refunds.erase(refundNumber);
        return std::nullopt;
    }
    const auto isPlanned = refund->stage == RefundStage::planned;
    if (const auto left = isPlanned ? pauseLeft(*charge, *refund) : std::nullopt) {
        timer.at = now() + *left;
        return std::nullopt;
    }
    if (!m_timers.limiter.take(now())) {
        timer.at = m_timers.limiter.freeAt(now());
        return std::nullopt;
    }
    if (isPlanned)
        m_parts.journal.commit([&](JournalWriting& writing) {
            writing.append(
                refundMoved(*refund, chargeSubject(charge->id), RefundStage::sent, "sent"));
        });
    const auto sends = isPlanned || timer.next == NextCall::create;
    timer.inFlight = true;
    return GatewayTask{.call = sends ? GatewayCall::refund : GatewayCall::queryRefund,
                       .channel = refund->channel,
                       .chargeId = charge->id,
                       .orderNumber = refund->orderNumber,
                       .refundNumber = refundNumber,
                       .intent = {.call = GatewayIntent::Call::refund,
                                  .orderNumber = refund->orderNumber,
                                  .refundNumber = refundNumber,
                                  .amount = refund->amount,
                                  .orderTotal = refund->orderTotal,
                                  .content = refund->content},
                       .refund = {.orderNumber = refund->orderNumber,
                                  .refundNumber = refundNumber,
                                  .amount = refund->amount,
                                  .orderTotal = refund->orderTotal},
                       .first = isPlanned};
}

void RefundCalls::lost(const GatewayTask& task)
{
    const auto found = m_timers.refunds.find(task.refundNumber);
    if (found == m_timers.refunds.end())
        return;
    found->second.inFlight = false;
    found->second.next = NextCall::query;
    found->second.at = now() + pauseInTrouble(++found->second.troubles, 10s);
}

void RefundCalls::record(const ChargeRecord& charge,
                         const ElectronicRefund& refund,
                         const GatewayTask& task,
                         const GatewayReply& reply,
                         RefundStage next,
                         std::optional<PaymentAlarm> alarm) const
{
    const auto& answer = std::get<GatewayAnswer<RefundReport>>(reply);
    const auto done = next == RefundStage::done;
    auto record = RefundRecord{.call = task.call,
                               .next = next,
                               .freeze = answer.problem == GatewayProblem::mismatch,
                               .alarm = alarm};
    if (answer.value && !record.freeze) {
        record.providerNumber = answer.value->providerNumber;
        if (done)
            record.doneAt = answer.value->doneAt;
    }
    if (done)
        record.charge = chargeAfter(charge, refund);
    const auto item = std::ranges::find(charge.items, refund.chargeId, &ChargeItem::chargeId);
    const auto actor = Actor{refund.requester, refund.requester, Role::clerk};
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(refundAnswered(refund, chargeSubject(charge.id), reply, record));
        if (!done)
            return;
        if (refund.cause == RefundCause::withdrawn && item != charge.items.end() &&
            refundedOf(charge, refund.chargeId, refund) == item->due)
            writing.append(newEvent(EventKind::chargeRefunded,
                                    subjectOfCharge(item->acceptanceNumber),
                                    actor,
                                    {{"case", item->acceptanceNumber},
                                     {"reason", refund.reason},
                                     {"amount_fen", item->due.inFen()},
                                     {"shift", ""},
                                     {"supervisor", refund.supervisor}}));
        const auto shift = openShiftIdOf(m_parts.journal, refund.requester);
        if (!shift.empty())
            writing.append(cashMovement(
                actor, shift, refund.chargeId, refund.amount, movementOf(refund.channel)));
    });
}

PaymentChange RefundCalls::received(const GatewayTask& task, const GatewayReply& reply)
{
    const auto before = loadCharge(m_parts.journal, task.chargeId);
    const auto* refund = before ? before->refund(task.refundNumber) : nullptr;
    const auto found = m_timers.refunds.find(task.refundNumber);
    if (refund == nullptr || found == m_timers.refunds.end())
        throw ServiceFailure(ServiceFailure::Kind::damaged, "an answer without its refund");
    auto& timer = found->second;
    timer.inFlight = false;
    timer.at = now() + 1s; // should the store fail, it is asked for again
    timer.next = NextCall::query;
    const auto& answer = std::get<GatewayAnswer<RefundReport>>(reply);
    const auto ruling = afterRefund(*refund, task.call, answer);
    if (!isUnderWay(refund->stage) && ruling.stage != RefundStage::done) { // handed over meanwhile
        m_timers.refunds.erase(found);
        return {before->id, viewOf(*before, m_parts.policy.countdown)};
    }
    const auto saysMore = ruling.stage != refund->stage || answer.problem != refund->problem ||
                          task.call == GatewayCall::refund;
    if (saysMore)
        record(*before, *refund, task, reply, ruling.stage, ruling.alarm);
    timer.next = ruling.send ? NextCall::create : NextCall::query;
    timer.troubles = ruling.inTrouble ? timer.troubles + 1 : 0;
    // Alipay: not before 10 s after the refund (3.6)
    auto pause = pauseOfRefund(refund->channel, timer.asked++);
    if (ruling.inTrouble)
        pause = pauseInTrouble(timer.troubles, 10s);
    else if (ruling.slow)
        pause = pauseInBackground(std::max(timer.asked + 3, 4));
    timer.at = now() + jittered(pause, m_parts.random);
    const auto after = saysMore ? loadCharge(m_parts.journal, task.chargeId).value() : *before;
    auto change = PaymentChange{after.id, viewOf(after, m_parts.policy.countdown)};
    if (ruling.alarm && saysMore)
        change.alarms.push_back(*ruling.alarm);
    return change;
}

} // namespace guitai
