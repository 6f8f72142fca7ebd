#include "services/payments/payment_view.h"

#include <algorithm>

namespace guitai
{

namespace
{

PaymentStage stageOfPaid(const ChargeRecord& charge, const Attempt& attempt, PaymentStage kept)
{
    if (charge.refundedOf(attempt.orderNumber) == attempt.amount)
        return PaymentStage::refunded;
    if (charge.underWayOf(attempt.orderNumber) > Money{})
        return PaymentStage::refunding;
    return kept;
}

Money refundableOf(const ChargeRecord& charge, const Attempt& attempt)
{
    if (attempt.state != AttemptState::paid && attempt.state != AttemptState::latePaid)
        return {};
    return charge.keptOf(attempt);
}

AttemptView
attemptView(const ChargeRecord& charge, const Attempt& attempt, std::chrono::seconds countdown)
{
    const auto mayScan = attempt.state == AttemptState::shown && !attempt.frozen;
    return {.orderNumber = attempt.orderNumber,
            .channel = attempt.channel,
            .mode = attempt.mode,
            .state = attempt.state,
            .stage = stageOf(charge, attempt),
            .amount = attempt.amount,
            .code = mayScan ? attempt.code : std::string{},
            .shownFrom = attempt.createdAt,
            .shownUntil = attempt.createdAt + countdown,
            .providerNumber = attempt.providerNumber,
            .problem = attempt.problem,
            .paidAt = attempt.paidAt,
            .refunded = charge.refundedOf(attempt.orderNumber),
            .refundable = refundableOf(charge, attempt)};
}

RefundView refundView(const ElectronicRefund& refund)
{
    return {.refundNumber = refund.refundNumber,
            .orderNumber = refund.orderNumber,
            .amount = refund.amount,
            .stage = refund.stage,
            .reason = refund.reason,
            .problem = refund.refusal != GatewayProblem::none ? refund.refusal : refund.problem,
            .standing = standingOf(refund),
            .requester = refund.requester,
            .supervisor = refund.supervisor,
            .requestedAt = refund.requestedAt,
            .doneAt = refund.doneAt};
}

/// The attempt that blocks the charge, else the one that settled it, else the newest.
const Attempt* telling(const ChargeRecord& charge)
{
    if (const auto* blocking = charge.blocking())
        return blocking;
    if (const auto* settling = charge.attempt(charge.settledBy))
        return settling;
    return charge.attempts.empty() ? nullptr : &charge.attempts.back();
}

} // namespace

std::string_view nameOf(PaymentStage stage)
{
    switch (stage) {
    case PaymentStage::none:
        return "none";
    case PaymentStage::preparing:
        return "preparing";
    case PaymentStage::codeShown:
        return "codeShown";
    case PaymentStage::scanned:
        return "scanned";
    case PaymentStage::userPaying:
        return "userPaying";
    case PaymentStage::paid:
        return "paid";
    case PaymentStage::closing:
        return "closing";
    case PaymentStage::closed:
        return "closed";
    case PaymentStage::unknown:
        return "unresolved";
    case PaymentStage::watched:
        return "watched";
    case PaymentStage::paidLate:
        return "paidLate";
    case PaymentStage::refunding:
        return "refunding";
    case PaymentStage::refunded:
        return "refunded";
    case PaymentStage::frozen:
        return "frozen";
    }
    return "unknown";
}

std::string_view nameOf(PaymentAlarm alarm)
{
    switch (alarm) {
    case PaymentAlarm::mismatch:
        return "mismatch";
    case PaymentAlarm::doubleNumber:
        return "doubleNumber";
    case PaymentAlarm::configuration:
        return "configuration";
    case PaymentAlarm::clockWarning:
        return "clockWarning";
    case PaymentAlarm::clockWrong:
        return "clockWrong";
    case PaymentAlarm::untrusted:
        return "untrusted";
    case PaymentAlarm::programFault:
        return "programFault";
    case PaymentAlarm::latePayment:
        return "latePayment";
    case PaymentAlarm::overpaid:
        return "overpaid";
    case PaymentAlarm::stuck:
        return "stuck";
    case PaymentAlarm::merchantFunds:
        return "merchantFunds";
    case PaymentAlarm::refundStuck:
        return "refundStuck";
    case PaymentAlarm::refundRefused:
        return "refundRefused";
    }
    return "unknown";
}

RefundStanding standingOf(const ElectronicRefund& refund)
{
    using enum RefundStanding;
    switch (refund.stage) {
    case RefundStage::done:
        return done;
    case RefundStage::closed:
    case RefundStage::voided:
        return notMade;
    case RefundStage::handedOver:
        return handedOver;
    case RefundStage::planned:
    case RefundStage::sent:
    case RefundStage::processing:
    case RefundStage::abnormal:
        break;
    }
    if (refund.frozen)
        return frozen;
    if (refund.stage == RefundStage::abnormal)
        return stuck;
    if (refund.stage == RefundStage::processing)
        return processing;
    if (refund.refusal != GatewayProblem::none)
        return refund.refusal == GatewayProblem::merchantFunds ? waitsForFunds : refused;
    if (refund.stage == RefundStage::planned)
        return decided;
    return refund.problem == GatewayProblem::none ? sent : unknown;
}

PaymentStage stageOf(const ChargeRecord& charge, const Attempt& attempt)
{
    if (attempt.frozen)
        return PaymentStage::frozen;
    switch (attempt.state) {
    case AttemptState::planned:
    case AttemptState::creating:
        return PaymentStage::preparing;
    case AttemptState::shown:
        return attempt.scanned ? PaymentStage::scanned : PaymentStage::codeShown;
    case AttemptState::charging:
    case AttemptState::userPaying:
        return PaymentStage::userPaying;
    case AttemptState::closing:
    case AttemptState::reversing:
        return PaymentStage::closing;
    case AttemptState::unknown:
        return PaymentStage::unknown;
    case AttemptState::watch:
        return PaymentStage::watched;
    case AttemptState::closed:
    case AttemptState::reversed:
    case AttemptState::failed:
    case AttemptState::voided:
        return PaymentStage::closed;
    case AttemptState::paid:
        return stageOfPaid(charge, attempt, PaymentStage::paid);
    case AttemptState::latePaid:
        return stageOfPaid(charge, attempt, PaymentStage::paidLate);
    }
    return PaymentStage::unknown;
}

PaymentView viewOf(const ChargeRecord& charge, std::chrono::seconds countdown)
{
    auto view = PaymentView{
        .chargeId = charge.id, .items = charge.items, .due = charge.due, .state = charge.state};
    const auto* attempt = telling(charge);
    view.stage = attempt == nullptr ? PaymentStage::none : stageOf(charge, *attempt);
    view.free = charge.state == ChargeState::open && charge.blocking() == nullptr &&
                charge.lockedBy.empty() && !charge.hasSurplus();
    view.atRisk = std::ranges::any_of(
        charge.attempts, [](const Attempt& one) { return one.state == AttemptState::watch; });
    for (auto one = charge.attempts.rbegin(); one != charge.attempts.rend(); ++one)
        view.attempts.push_back(attemptView(charge, *one, countdown));
    for (auto one = charge.refunds.rbegin(); one != charge.refunds.rend(); ++one)
        view.refunds.push_back(refundView(*one));
    view.handovers.assign(charge.handovers.rbegin(), charge.handovers.rend());
    return view;
}

} // namespace guitai
