#include "services/approvals/request_desk.h"

#include "services/approvals/request_events.h"
#include "services/approvals/request_evidence.h"
#include "services/cases/case_events.h"
#include "services/payments/cash_checks.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/refund_rules.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

Money sizeOf(Money amount)
{
    return amount < Money{} ? Money{} - amount : amount;
}

/// A reason is kept as the desk that it is for keeps it, or what was approved could not be done:
/// the provider shows a refund's to the payer, a copy has little room.
Result<std::string> requestReason(const RequestSubject& subject, const std::string& reason)
{
    if (subject.kind == RequestKind::refund && subject.step != RefundStep::withdraw)
        return refundReason(reason);
    auto kept = cashReason(reason, "reason");
    if (!kept || subject.kind != RequestKind::reprint)
        return kept;
    return parseText(kept.value(), longestReprintReason, "reason");
}

} // namespace

// --- asking

Result<ApprovalRequest> RequestDesk::askReprint(const Actor& clerk,
                                                const std::string& acceptanceNumber,
                                                const std::string& reason)
{
    return ask(clerk, aboutReprint(acceptanceNumber), {}, reason);
}

Result<ApprovalRequest> RequestDesk::askWithdrawal(const Actor& clerk,
                                                   const std::string& acceptanceNumber,
                                                   const std::string& reason)
{
    return ask(clerk, aboutWithdrawal(acceptanceNumber), {}, reason);
}

std::optional<RequestSubject> RequestDesk::subjectOf(const Refund& refund)
{
    if (refund.orderNumber.empty())
        return refund.step == RefundStep::withdraw ? aboutWithdrawal(refund.acceptanceNumber)
                                                   : aboutCash(refund.acceptanceNumber);
    const auto rows = m_parts.journal.attempts({.orderNumber = refund.orderNumber});
    const auto charge =
        rows.empty() ? std::nullopt : loadCharge(m_parts.journal, rows.front().chargeId);
    const auto* attempt = charge ? charge->attempt(refund.orderNumber) : nullptr;
    if (attempt == nullptr)
        return std::nullopt;
    return aboutPayment(*charge, *attempt, refund.chargeId, refund.step);
}

Result<ApprovalRequest>
RequestDesk::askRefund(const Actor& clerk, const Refund& refund, const std::string& reason)
{
    const auto inParts = refund.step == RefundStep::provider && !refund.orderNumber.empty();
    if (refund.amount && !inParts)
        return Refusal{malformed, "amount", {}};
    const auto subject = subjectOf(refund);
    if (!subject)
        return Refusal{noSuchAttempt, "orderNumber", {}};
    return ask(clerk, *subject, refund.amount, reason);
}

Result<ApprovalRequest> RequestDesk::askClose(const Actor& clerk, const std::string& reason)
{
    const auto shift = openShiftIdOf(m_parts.journal, clerk.userId);
    if (shift.empty()) {
        if (const auto permitted = require(clerk, Operation::closeShift); !permitted)
            return permitted.refusals();
        return Refusal{shiftNotOpen, "shift", {}};
    }
    return ask(clerk, aboutDifference(shift), {}, reason);
}

/// A difference within the limit is the clerk's own to explain.
std::optional<Refusal> RequestDesk::needFault(const RequestEvidence& evidence) const
{
    const auto* difference = std::get_if<DifferenceEvidence>(&evidence);
    if (difference != nullptr && difference->carried.empty() &&
        sizeOf(difference->difference()) <= m_parts.rules.cash.difference)
        return Refusal{noApprovalNeeded, "request", {}};
    return std::nullopt;
}

Result<ApprovalRequest> RequestDesk::ask(const Actor& clerk,
                                         const RequestSubject& subject,
                                         std::optional<Money> amount,
                                         const std::string& reason)
{
    if (const auto permitted = require(clerk, askingOperation(subject.kind)); !permitted)
        return permitted.refusals();
    auto& journal = m_parts.journal;
    const auto matter = matterNow(journal, subject, clerk.userId, amount);
    if (!matter)
        return matter.refusals();
    if (const auto fault = needFault(matter.value().evidence))
        return *fault;
    const auto why = requestReason(subject, reason);
    if (!why)
        return why.refusals();
    const auto open = openRequest(journal, subject);
    if (open && open->subject == subject && !isStale(*open))
        return Refusal{requestOpen, "request", {}};
    const auto request = ApprovalRequest{.id = m_parts.random.id(),
                                         .subject = subject,
                                         .evidence = matter.value().evidence,
                                         .reason = why.value(),
                                         .requester = clerk.userId,
                                         .requesterPerson = clerk.personId,
                                         .parties = matter.value().parties};
    journal.commit([&](JournalWriting& writing) {
        appendLapse(writing, journal, clerk, subject);
        writing.append(newEvent(
            EventKind::requestMade, subjectOfRequest(request.id), clerk, requestJson(request)));
    });
    return *loadRequest(journal, request.id);
}

// --- deciding

bool RequestDesk::isStale(const ApprovalRequest& request)
{
    const auto* refund = std::get_if<RefundEvidence>(&request.evidence);
    const auto amount = refund != nullptr ? std::optional{refund->amount} : std::nullopt;
    const auto now = matterNow(m_parts.journal, request.subject, request.requester, amount);
    return !now || now.value().evidence != request.evidence;
}

Result<ApprovalRequest> RequestDesk::decidable(const Actor& supervisor, const std::string& id)
{
    auto request = loadRequest(m_parts.journal, id);
    if (!request) {
        if (const auto permitted = require(supervisor, Operation::decideException); !permitted)
            return permitted.refusals();
        return Refusal{noSuchRequest, "request", {}};
    }
    if (const auto permitted = require(supervisor, decidingOperation(request->subject.kind));
        !permitted)
        return permitted.refusals();
    if (request->state != RequestState::waiting)
        return Refusal{alreadyDecided, "request", {}};
    if (hasPartIn(supervisor, *request))
        return Refusal{ownWork, "supervisor", {}};
    return *std::move(request);
}

Result<ApprovalRequest>
RequestDesk::note(EventKind kind, const Actor& actor, const std::string& id, nlohmann::json members)
{
    members["personId"] = actor.personId;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(kind, subjectOfRequest(id), actor, std::move(members)));
    });
    return *loadRequest(m_parts.journal, id);
}

Result<ApprovalRequest> RequestDesk::decide(const Actor& supervisor,
                                            const std::string& id,
                                            DecisionOutcome outcome,
                                            const std::string& reason)
{
    const auto request = decidable(supervisor, id);
    if (!request)
        return request.refusals();
    if (outcome == DecisionOutcome::approved && isStale(request.value()))
        return Refusal{requestStale, "request", {}};
    auto why = std::string{};
    if (outcome == DecisionOutcome::rejected || !trimmed(reason).empty()) {
        const auto parsed = cashReason(reason, "reason");
        if (!parsed)
            return parsed.refusals();
        why = parsed.value();
    }
    return note(
        EventKind::requestDecided, supervisor, id, {{"outcome", nameOf(outcome)}, {"reason", why}});
}

Result<ApprovalRequest>
RequestDesk::askBack(const Actor& supervisor, const std::string& id, const std::string& question)
{
    const auto request = decidable(supervisor, id);
    if (!request)
        return request.refusals();
    if (request.value().isAskedBack())
        return Refusal{askedAlready, "request", {}};
    const auto asked = cashReason(question, "reason");
    if (!asked)
        return asked.refusals();
    return note(EventKind::requestQuestioned, supervisor, id, {{"question", asked.value()}});
}

Result<ApprovalRequest>
RequestDesk::answer(const Actor& clerk, const std::string& id, const std::string& text)
{
    const auto request = loadRequest(m_parts.journal, id);
    if (const auto permitted =
            require(clerk, request ? askingOperation(request->subject.kind) : Operation::takeCase);
        !permitted)
        return permitted.refusals();
    if (!request)
        return Refusal{noSuchRequest, "request", {}};
    if (request->state != RequestState::waiting)
        return Refusal{alreadyDecided, "request", {}};
    if (!request->isAskedBack())
        return Refusal{notAsked, "request", {}};
    const auto& inquiry = request->inquiries.back();
    if (isOneOf(clerk, {{inquiry.supervisor, inquiry.supervisorPerson}}))
        return Refusal{ownWork, "clerk", {}};
    const auto given = cashReason(text, "reason");
    if (!given)
        return given.refusals();
    return note(EventKind::requestAnswered, clerk, id, {{"answer", given.value()}});
}

} // namespace guitai
