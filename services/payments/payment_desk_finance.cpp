// What neither the window nor the provider can give back, and what a person wants to know now.
#include "services/approvals/request_evidence.h"
#include "services/payments/payment_desk.h"
#include "services/payments/payment_events.h"
#include "services/payments/refund_rules.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// The charge's state when `amount` of the attempt is no longer here: a second payment that went
/// to the finance desk keeps no voucher back.
std::string chargeAfter(const ChargeRecord& charge, const Attempt& attempt, Money amount)
{
    if (charge.state != ChargeState::overpaid || attempt.state != AttemptState::latePaid)
        return {};
    const auto stays = std::ranges::any_of(charge.attempts, [&](const Attempt& other) {
        const auto left = charge.refundedOf(other.orderNumber) + charge.handedOf(other.orderNumber);
        const auto gone = other.orderNumber == attempt.orderNumber ? left + amount : left;
        return other.state == AttemptState::latePaid && gone < other.amount;
    });
    return stays ? std::string{} : std::string{nameOf(ChargeState::settled)};
}

} // namespace

Result<FinanceHandover> PaymentDesk::handoverNow(const ChargeRecord& charge,
                                                 const Attempt& attempt,
                                                 const std::string& chargeId)
{
    const auto isLate = attempt.state == AttemptState::latePaid;
    auto handover = FinanceHandover{.chargeId = isLate ? charge.id : chargeId,
                                    .orderNumber = attempt.orderNumber};
    const auto* refund = newestRefund(charge, attempt, handover.chargeId);
    if (refund != nullptr && isUnderWay(refund->stage)) {
        if (!isFinances(*refund))
            return Refusal{refundRuns, "payment", {}};
        handover.refundNumber = refund->refundNumber;
        handover.amount = refund->amount;
        return handover;
    }
    handover.amount = refundable(m_parts.journal, charge, attempt, chargeId);
    if (handover.amount == Money{})
        return Refusal{wrongState, "state", {std::string{nameOf(attempt.state)}}};
    const auto endedInVain = refund != nullptr && refund->stage == RefundStage::closed;
    if (!endedInVain && takesRefund(charge, attempt))
        return Refusal{refundFirst, "payment", {}};
    return handover;
}

std::optional<Refusal> PaymentDesk::returnFault(RefundStep step,
                                                const std::string& chargeId,
                                                const std::string& orderNumber)
{
    const auto charge = chargeOfOrder(orderNumber);
    const auto* attempt = charge ? charge->attempt(orderNumber) : nullptr;
    if (attempt == nullptr)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    if (step == RefundStep::provider && !takesRefund(*charge, *attempt))
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(attempt->channel)}}};
    if (step != RefundStep::finance)
        return std::nullopt;
    const auto given = handoverNow(*charge, *attempt, chargeId);
    return given ? std::nullopt : std::optional{given.refusal()};
}

Result<PaymentView> PaymentDesk::handToFinance(const Actor& actor,
                                               const Agreement& agreement,
                                               const std::string& chargeId,
                                               const std::string& orderNumber,
                                               const std::string& reason)
{
    const auto subject =
        returnedSubject(actor, agreement, {RefundStep::finance, chargeId, orderNumber, reason});
    if (!subject)
        return subject.refusals();
    const auto& [charge, attempt, why, agreed, approver, about] = subject.value();
    auto given = handoverNow(charge, attempt, chargeId);
    if (!given)
        return given.refusals();
    auto& handover = given.value();
    handover.reason = why;
    handover.requester = actor.userId;
    handover.supervisor = approver.userId;
    const auto now = paymentEvidence(attempt, handover.amount, handover.amount);
    if (const auto holds = agreed.holdsFor(now); !holds)
        return holds.refusals();
    const auto told = refundHandedOver(actor,
                                       approver,
                                       handover,
                                       chargeSubject(charge.id),
                                       chargeAfter(charge, attempt, handover.amount));
    m_parts.journal.commit([&, &agreed = agreed, &about = about](JournalWriting& writing) {
        writing.append(told);
        agreed.append(writing, m_parts.journal, actor, about);
    });
    return viewNow(charge.id);
}

Result<PaymentView> PaymentDesk::askNow(const Actor& clerk, const std::string& orderNumber)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto charge = chargeOfOrder(orderNumber);
    const auto* attempt = charge ? charge->attempt(orderNumber) : nullptr;
    if (attempt == nullptr)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    if (attempt->frozen)
        return Refusal{paymentFrozen, "payment", {}};
    const auto now = m_parts.clock.sinceBoot();
    const auto ask = [now](CallTimer& timer) {
        if (!timer.inFlight)
            timer.at = now;
    };
    if (!attempt->captured() && attempt->state != AttemptState::voided) {
        if (!m_timers.attempts.contains(orderNumber))
            m_attempts.watch(*attempt, NextCall::query);
        auto& timer = m_timers.attempts.at(orderNumber);
        timer.byHand = true;
        ask(timer);
    }
    for (const auto& refund : charge->refunds) {
        if (refund.orderNumber != orderNumber || !isUnderWay(refund.stage) || refund.frozen)
            continue;
        if (!m_timers.refunds.contains(refund.refundNumber))
            m_refunds.watch(refund, charge->id);
        ask(m_timers.refunds.at(refund.refundNumber));
    }
    return viewNow(charge->id);
}

} // namespace guitai
