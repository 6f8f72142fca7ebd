// What the answers about attempts do, and what the journal keeps of them.
#include "services/payments/attempt_calls.h"

#include "services/payments/order_number.h"
#include "services/payments/payment_events.h"

#include <algorithm>

namespace guitai
{

namespace
{

/// The report of a query or of a payment by code.
const TradeReport* tradeOf(const GatewayReply& reply)
{
    const auto* answer = std::get_if<GatewayAnswer<TradeReport>>(&reply);
    return answer != nullptr && answer->value ? &*answer->value : nullptr;
}

std::string codeOf(const GatewayReply& reply)
{
    const auto* answer = std::get_if<GatewayAnswer<CodeToShow>>(&reply);
    return answer != nullptr && answer->ok() && answer->value ? answer->value->text : std::string{};
}

/// The charge's state by this answer, when it changes.
std::string chargeAfter(const ChargeRecord& charge, const Ruling& ruling)
{
    if (ruling.state == AttemptState::paid && charge.isMerged())
        return std::string{nameOf(ChargeState::settled)};
    const auto second = ruling.captured && ruling.state == AttemptState::latePaid;
    if (second && charge.state == ChargeState::settled)
        return std::string{nameOf(ChargeState::overpaid)};
    return {};
}

Actor clerkOf(const Attempt& attempt)
{
    return {attempt.clerk, attempt.clerk, Role::clerk};
}

CashMovement movementOf(GatewayChannel channel)
{
    return channel == GatewayChannel::alipay ? CashMovement::alipay : CashMovement::weChat;
}

/// The provider gave the money back by itself when we reversed: a payment and a refund.
ElectronicRefund refundByProvider(const Attempt& attempt)
{
    return {.refundNumber = reversalNumber(attempt.orderNumber),
            .orderNumber = attempt.orderNumber,
            .chargeId = attempt.chargeId,
            .channel = attempt.channel,
            .amount = attempt.amount,
            .orderTotal = attempt.amount,
            .reason = {},
            .cause = RefundCause::reversed,
            .stage = RefundStage::done,
            .requester = systemUser,
            .supervisor = {},
            .requestedAt = {},
            .changedAt = {}};
}

} // namespace

bool waitsForMoney(Journal& journal, const ChargeRecord& charge)
{
    if (charge.state != ChargeState::open)
        return false;
    return std::ranges::all_of(charge.items, [&](const ChargeItem& item) {
        const auto subject = loadCase(journal, item.acceptanceNumber);
        const auto lock = charge.isMerged() ? charge.id : std::string{};
        return subject && subject->state == CaseState::awaitingPayment &&
               subject->charge.state == ChargeState::open && subject->charge.lockedBy == lock;
    });
}

void appendSettlement(JournalWriting& writing,
                      Journal& journal,
                      const ChargeRecord& charge,
                      const Attempt& attempt)
{
    const auto actor = clerkOf(attempt);
    const auto shift = openShiftIdOf(journal, attempt.clerk);
    for (const auto& item : charge.items) {
        const auto& number = item.acceptanceNumber;
        writing.append(newEvent(EventKind::chargeSettled,
                                subjectOfCharge(number),
                                actor,
                                {{"case", number},
                                 {"tender", nameOf(tenderOf(attempt.channel).value())},
                                 {"due_fen", item.due.inFen()},
                                 {"tendered_fen", item.due.inFen()},
                                 {"change_fen", 0},
                                 {"order", attempt.orderNumber},
                                 {"shift", shift},
                                 {"receiptNumber", receiptNumberOf(number)}}));
        writing.append(newEvent(EventKind::caseAccepted,
                                subjectOfCase(number),
                                actor,
                                {{"state", nameOf(CaseState::accepted)}}));
        if (!shift.empty())
            writing.append(
                cashMovement(actor, shift, item.chargeId, item.due, movementOf(attempt.channel)));
    }
}

Ruling
AttemptCalls::rule(const Attempt& attempt, const GatewayTask& task, const GatewayReply& reply) const
{
    const auto& timer = m_timers.attempts.at(attempt.orderNumber);
    const auto situation = Situation{.attempt = attempt,
                                     .traits = traitsOf(attempt.channel),
                                     .age = ageOf(attempt),
                                     .pastExpiry = isPastExpiry(attempt, headOf(reply).clock),
                                     .overdue = isOverdue(attempt),
                                     .unscanned = m_parts.policy.unscanned,
                                     .payByCode = m_parts.policy.payByCode,
                                     .creates = timer.creates,
                                     .firstSend = task.first,
                                     .reverseOut = timer.reverseOut,
                                     .reverseDone = timer.reverseDone};
    switch (task.call) {
    case GatewayCall::create:
        return afterCreate(situation, std::get<GatewayAnswer<CodeToShow>>(reply));
    case GatewayCall::payByCode:
        return afterPayByCode(situation, std::get<GatewayAnswer<TradeReport>>(reply));
    case GatewayCall::close:
        return afterClose(situation, std::get<GatewayAnswer<CloseReport>>(reply));
    case GatewayCall::reverse:
        return afterReverse(situation, std::get<GatewayAnswer<ReverseReport>>(reply));
    case GatewayCall::query:
    case GatewayCall::refund:
    case GatewayCall::queryRefund:
        break;
    }
    return afterQuery(situation, std::get<GatewayAnswer<TradeReport>>(reply));
}

bool AttemptCalls::canSettle(const ChargeRecord& charge, const Attempt& attempt) const
{
    return moneyMayArrive(attempt.state) && waitsForMoney(m_parts.journal, charge);
}

/// Looked at once more where the money is booked: the amount is ours, and
/// the provider's number stands at no other attempt. Anything else freezes and is never paid.
void AttemptCalls::guardMoney(const ChargeRecord& charge,
                              const Attempt& attempt,
                              const GatewayReply& reply,
                              Ruling& ruling) const
{
    if (!ruling.captured)
        return;
    if (attempt.captured()) { // booked before
        ruling.captured = ruling.gaveBack = false;
        ruling.state = attempt.state;
        return;
    }
    const auto* trade = tradeOf(reply);
    const auto freeze = [&](PaymentAlarm alarm) {
        ruling = {.state = attempt.state,
                  .next = NextCall::none,
                  .pace = Pace::background,
                  .freeze = true,
                  .trusted = true,
                  .reverseOut = ruling.reverseOut,
                  .reverseDone = ruling.reverseDone,
                  .alarm = alarm};
    };
    if (trade == nullptr || !headOf(reply).proven || trade->total != attempt.amount ||
        trade->providerNumber.empty())
        return freeze(PaymentAlarm::mismatch);
    for (const auto& other :
         m_parts.journal.attempts({.channel = std::string{nameOf(attempt.channel)},
         .providerNumber = trade->providerNumber}))
        if (other.orderNumber != attempt.orderNumber)
            return freeze(PaymentAlarm::doubleNumber);
    if (ruling.gaveBack)
        return;
    if (canSettle(charge, attempt))
        return;
    ruling.state = AttemptState::latePaid;
    ruling.alarm =
        charge.state == ChargeState::settled ? PaymentAlarm::overpaid : PaymentAlarm::latePayment;
}

void AttemptCalls::record(const ChargeRecord& charge,
                          const Attempt& attempt,
                          const GatewayTask& task,
                          const GatewayReply& reply,
                          const Ruling& ruling,
                          int unrecorded) const
{
    requireStep(attempt, ruling.state);
    auto record =
        AnswerRecord{.ruling = ruling,
                     .call = task.call,
                     .unrecorded = unrecorded,
                     .code = ruling.state == AttemptState::shown ? codeOf(reply) : std::string{},
                     .charge = chargeAfter(charge, ruling)};
    if (ruling.captured) {
        record.report = *tradeOf(reply);
        record.paidAt = record.report->paidAt.value_or(m_parts.clock.now());
    }
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(attemptAnswered(attempt, reply, record));
        if (ruling.captured && ruling.state == AttemptState::paid)
            appendSettlement(writing, m_parts.journal, charge, attempt);
        if (ruling.captured && ruling.gaveBack)
            writing.append(
                refundPlanned(systemActor(), refundByProvider(attempt), chargeSubject(charge.id)));
    });
}

PaymentChange AttemptCalls::received(const GatewayTask& task, const GatewayReply& reply)
{
    const auto before = charge(task.chargeId);
    const auto* attempt = before.attempt(task.orderNumber);
    const auto found = m_timers.attempts.find(task.orderNumber);
    if (attempt == nullptr || found == m_timers.attempts.end())
        return {before.id, viewOf(before, m_parts.policy.countdown)};
    auto& timer = found->second;
    timer.inFlight = false;
    timer.at = now() + std::chrono::seconds{1}; // should the store fail, the call is due again
    if (attempt->frozen)
        return {before.id, viewOf(before, m_parts.policy.countdown)};
    auto ruling = rule(*attempt, task, reply);
    guardMoney(before, *attempt, reply, ruling);
    const auto head = headOf(reply);
    timer.wasNotSent = timer.wasNotSent && head.problem == GatewayProblem::notSent;
    const auto saysMore = ruling.state != attempt->state || ruling.freeze || ruling.captured ||
                          (ruling.answered && !attempt->answered) ||
                          (ruling.scanned && !attempt->scanned) ||
                          (ruling.refusalSeen && !attempt->refusalSeen) ||
                          head.problem != attempt->problem || task.call != GatewayCall::query;
    if (saysMore)
        record(before, *attempt, task, reply, ruling, timer.unrecorded);
    timer.unrecorded = saysMore ? 0 : timer.unrecorded + 1;
    schedule(*attempt, ruling, timer);
    const auto after = saysMore ? charge(task.chargeId) : before;
    auto change = PaymentChange{after.id, viewOf(after, m_parts.policy.countdown)};
    if (ruling.alarm && saysMore)
        change.alarms.push_back(*ruling.alarm);
    return change;
}

} // namespace guitai
