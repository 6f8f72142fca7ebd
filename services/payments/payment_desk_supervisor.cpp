// What needs a second person, and what joins cases in one order.
#include "services/approvals/request_evidence.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/order_number.h"
#include "services/payments/payment_desk.h"
#include "services/payments/payment_events.h"
#include "services/payments/refund_rules.h"

#include <algorithm>
#include <set>

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal inState(AttemptState state)
{
    return {wrongState, "state", {std::string{nameOf(state)}}};
}

} // namespace

Result<PaymentDesk::Subject> PaymentDesk::subjectOf(const Actor& supervisor,
                                                    const std::string& orderNumber,
                                                    const std::string& reason)
{
    if (const auto permitted = require(supervisor, Operation::approveRefund); !permitted)
        return permitted.refusals();
    const auto charge = chargeOfOrder(orderNumber);
    const auto* attempt = charge ? charge->attempt(orderNumber) : nullptr;
    if (attempt == nullptr)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    if (isPerson(m_parts.journal, supervisor, attempt->clerk))
        return Refusal{ownWork, "supervisor", {}};
    const auto why = refundReason(reason);
    if (!why)
        return why.refusals();
    return Subject{*charge, *attempt, why.value()};
}

Result<PaymentView> PaymentDesk::acceptLatePayment(const Actor& supervisor,
                                                   const std::string& orderNumber,
                                                   const std::string& reason)
{
    const auto subject = subjectOf(supervisor, orderNumber, reason);
    if (!subject)
        return subject.refusals();
    const auto& charge = subject.value().charge;
    const auto& attempt = subject.value().attempt;
    if (attempt.state != AttemptState::latePaid || attempt.frozen)
        return inState(attempt.state);
    if (charge.underWayOf(orderNumber) + charge.refundedOf(orderNumber) > Money{})
        return Refusal{alreadyDecided, "orderNumber", {}};
    if (const auto* open = charge.blocking(); open != nullptr)
        return Refusal{paymentOpen, "payment", {}};
    if (!waitsForMoney(m_parts.journal, charge))
        return Refusal{alreadySettled, "payment", {}};
    auto step = AttemptStep{.next = AttemptState::paid,
                            .cause = AttemptCause::accepted,
                            .reason = subject.value().reason,
                            .supervisor = supervisor.userId};
    if (charge.isMerged())
        step.charge = nameOf(ChargeState::settled);
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(attemptMoved(supervisor, attempt, step));
        appendSettlement(writing, m_parts.journal, charge, attempt);
    });
    return viewNow(charge.id);
}

Result<PaymentView> PaymentDesk::overrideWait(const Actor& supervisor,
                                              const std::string& orderNumber,
                                              const std::string& reason)
{
    const auto subject = subjectOf(supervisor, orderNumber, reason);
    if (!subject)
        return subject.refusals();
    const auto& attempt = subject.value().attempt;
    const auto mayOverride = attempt.state == AttemptState::closing && !attempt.scanned &&
                             !attempt.frozen && attempt.channel == GatewayChannel::alipay;
    if (!mayOverride)
        return inState(attempt.state);
    m_attempts.step(
        supervisor, attempt, AttemptState::watch, AttemptCause::overridden, subject.value().reason);
    return viewNow(attempt.chargeId);
}

Result<PaymentView> PaymentDesk::release(const Actor& supervisor,
                                         const std::string& orderNumber,
                                         const std::string& reason)
{
    const auto subject = subjectOf(supervisor, orderNumber, reason);
    if (!subject)
        return subject.refusals();
    const auto& attempt = subject.value().attempt;
    if (!attempt.frozen)
        return inState(attempt.state);
    // from "shown" the way leads through "closing": nobody scans a code that was frozen
    auto next = attempt.state;
    if (attempt.state == AttemptState::shown)
        next = AttemptState::closing;
    else if (moneyMayArrive(attempt.state))
        next = AttemptState::unknown;
    m_attempts.step(supervisor, attempt, next, AttemptCause::released, subject.value().reason);
    return viewNow(attempt.chargeId);
}

// --- refunds

/// A second person for what was paid; one approval for what the system found itself (7.6).
std::optional<Refusal> PaymentDesk::approvalFault(const Actor& actor,
                                                  const std::optional<Actor>& approver,
                                                  const Attempt& attempt) const
{
    if (const auto permitted = require(actor, Operation::withdrawCase); !permitted)
        return permitted.refusal();
    const auto operation = Operation::approveRefund;
    if (!approver || !require(*approver, operation))
        return Refusal{notPermitted, "supervisor", {std::string{nameOf(operation)}}};
    const auto isLate = attempt.state == AttemptState::latePaid;
    const auto samePerson =
        actor.userId == approver->userId || actor.personId == approver->personId;
    if (isPerson(m_parts.journal, *approver, attempt.clerk) || (samePerson && !isLate))
        return Refusal{ownWork, "supervisor", {}};
    return std::nullopt;
}

Result<PaymentDesk::Subject>
PaymentDesk::returnedSubject(const Actor& actor, const Agreement& agreement, const Return& wanted)
{
    const auto charge = chargeOfOrder(wanted.orderNumber);
    const auto* attempt = charge ? charge->attempt(wanted.orderNumber) : nullptr;
    if (attempt == nullptr)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    const auto about = aboutPayment(*charge, *attempt, wanted.chargeId, wanted.step);
    const auto agreed = agreedTo(m_parts.journal, agreement, about, wanted.reason);
    if (!agreed)
        return agreed.refusals();
    const auto& approver = agreed.value().supervisor;
    if (const auto fault = approvalFault(actor, approver, *attempt))
        return *fault;
    const auto why = refundReason(agreed.value().reason);
    if (!why)
        return why.refusals();
    return Subject{*charge, *attempt, why.value(), agreed.value(), *approver, about};
}

bool PaymentDesk::takesRefund(const ChargeRecord& charge, const Attempt& attempt) const
{
    const auto& limits = m_parts.policy.refundsOf(attempt.channel);
    const auto age = m_parts.clock.now() - attempt.paidAt.value_or(attempt.createdAt);
    const auto made =
        std::ranges::count(charge.refunds, attempt.orderNumber, &ElectronicRefund::orderNumber);
    return limits.days > 0 && age <= std::chrono::days{limits.days} &&
           m_parts.gateways.contains(attempt.channel) && made < limits.parts;
}

ElectronicRefund PaymentDesk::plannedRefund(const ChargeRecord& charge,
                                            const Attempt& attempt,
                                            const std::string& chargeId,
                                            Money amount)
{
    auto count = 1U;
    for (const auto& refund : charge.refunds)
        if (refund.orderNumber == attempt.orderNumber)
            ++count;
    const auto isLate = attempt.state == AttemptState::latePaid;
    return {.refundNumber = refundNumber(attempt.orderNumber, count),
            .orderNumber = attempt.orderNumber,
            .chargeId = isLate ? charge.id : chargeId,
            .channel = attempt.channel,
            .amount = amount,
            .orderTotal = attempt.amount,
            .reason = {},
            .cause = isLate ? RefundCause::late : RefundCause::withdrawn,
            .stage = RefundStage::planned,
            .requester = {},
            .supervisor = {},
            .requestedAt = {},
            .changedAt = {}};
}

Result<PaymentView> PaymentDesk::requestRefund(const Actor& actor,
                                               const Agreement& agreement,
                                               const std::string& chargeId,
                                               const std::string& orderNumber,
                                               Money amount,
                                               const std::string& reason)
{
    const auto subject =
        returnedSubject(actor, agreement, {RefundStep::provider, chargeId, orderNumber, reason});
    if (!subject)
        return subject.refusals();
    const auto& [charge, attempt, why, agreed, approver, about] = subject.value();
    const auto most = refundable(m_parts.journal, charge, attempt, chargeId);
    if (attempt.frozen || most == Money{})
        return inState(attempt.state);
    if (amount <= Money{} || amount > most)
        return Refusal{refundTooMuch, "amount", {most.text()}};
    if (const auto holds = agreed.holdsFor(paymentEvidence(attempt, amount, most)); !holds)
        return holds.refusals();
    if (!takesRefund(charge, attempt))
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(attempt.channel)}}};
    auto refund = plannedRefund(charge, attempt, chargeId, amount);
    refund.reason = why;
    refund.requester = actor.userId;
    refund.supervisor = approver.userId;
    refund.shift = openShiftIdOf(m_parts.journal, actor.userId);
    refund.content = m_parts.gateways.at(attempt.channel)
                         ->intendRefund({.orderNumber = orderNumber,
                                         .refundNumber = refund.refundNumber,
                                         .amount = amount,
                                         .orderTotal = attempt.amount,
                                         .reason = refund.reason})
                         .content;
    m_parts.journal.commit(
        [&, &charge = charge, &agreed = agreed, &about = about](JournalWriting& writing) {
            writing.append(refundPlanned(actor, refund, chargeSubject(charge.id)));
            agreed.append(writing, m_parts.journal, actor, about);
        });
    m_refunds.watch(refund, charge.id);
    return viewNow(charge.id);
}

// --- several cases in one order

Result<PaymentView> PaymentDesk::merge(const Actor& clerk,
                                       const std::vector<std::string>& acceptanceNumbers)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto distinct = std::set<std::string>(acceptanceNumbers.begin(), acceptanceNumbers.end());
    if (distinct.size() < 2 || distinct.size() != acceptanceNumbers.size())
        return Refusal{missing, "acceptanceNumber", {}};
    const auto most = m_parts.policy.mergeMax;
    if (acceptanceNumbers.size() > static_cast<std::size_t>(most))
        return Refusal{tooManyItems, "acceptanceNumber", {std::to_string(most)}};
    auto sum = Money{};
    auto items = nlohmann::json::array();
    for (const auto& number : acceptanceNumbers) {
        const auto own = loadCharge(m_parts.journal, chargeIdOf(number));
        if (!own || caseFault(own->items.front(), {}) || own->blocking() != nullptr ||
            own->hasSurplus())
            return Refusal{notMergeable, "acceptanceNumber", {number}};
        items.push_back({{"case", number}, {"charge", own->id}, {"due_fen", own->due.inFen()}});
        sum = sum + own->due;
    }
    auto id = std::string{};
    for (auto n = 1; id.empty() || !m_parts.journal.eventsOf(chargeSubject(id)).empty(); ++n)
        id = acceptanceNumbers.front() + "-M" + std::to_string(n);
    const auto until = m_parts.clock.now() + m_parts.policy.mergeValid;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::chargesMerged,
                                chargeSubject(id),
                                clerk,
                                {{"id", id},
                                 {"items", items},
                                 {"due_fen", sum.inFen()},
                                 {"validUntil", until.time_since_epoch().count()}}));
        for (const auto& number : acceptanceNumbers)
            writing.append(
                newEvent(EventKind::chargeLocked, subjectOfCharge(number), clerk, {{"into", id}}));
    });
    return viewNow(id);
}

Result<Done> PaymentDesk::takeApart(const Actor& clerk, const std::string& chargeId)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto charge = loadCharge(m_parts.journal, chargeId);
    if (!charge || !charge->isMerged())
        return Refusal{noSuchCase, "charge", {}};
    if (charge->state != ChargeState::open)
        return Refusal{alreadySettled, "payment", {}};
    if (const auto* attempt = charge->blocking())
        return Refusal{attempt->frozen ? paymentFrozen : paymentOpen, "payment", {}};
    m_parts.journal.commit([&](JournalWriting& writing) {
        for (const auto& item : charge->items)
            if (const auto own = loadCharge(m_parts.journal, item.chargeId);
                own && own->lockedBy == chargeId)
                writing.append(newEvent(EventKind::chargeUnlocked,
                                        chargeSubject(item.chargeId),
                                        clerk,
                                        {{"into", chargeId}}));
    });
    return Done{};
}

} // namespace guitai
