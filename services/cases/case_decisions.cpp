#include "services/cases/case_desk.h"
#include "services/cases/case_events.h"
#include "services/payments/charge_lookup.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::size_t longestReason = 200; ///< code points

Refusal inState(const Case& subject)
{
    return {wrongState, "state", {std::string{nameOf(subject.state)}}};
}

/// A reason as it is kept; the empty text only where none is needed.
Result<std::string> parseReason(const std::string& reason, bool needed)
{
    if (trimmed(reason).empty()) {
        if (needed)
            return Refusal{reasonNeeded, "reason", {}};
        return std::string{};
    }
    return parseText(reason, longestReason, "reason");
}

bool isSamePerson(const Actor& actor, const std::string& userId, const std::string& personId)
{
    return actor.userId == userId || actor.personId == personId;
}

bool isPaid(const Case& subject)
{
    return (subject.charge.state == ChargeState::settled ||
            subject.charge.state == ChargeState::overpaid) &&
           subject.charge.tender != Tender::exempt;
}

/// Whether a sheet left the machine, or may have.
bool wasPrinted(const Case& subject)
{
    const auto papers = papersIn(subject);
    return std::ranges::any_of(papers,
                               [](const PaperRow& paper) { return paper.state != "failed"; });
}

/// None: the case has no such exception that waits.
const CaseException* openException(const Case& subject, ExceptionKind kind)
{
    const auto exception = std::ranges::find(subject.exceptions, kind, &CaseException::kind);
    return exception == subject.exceptions.end() || exception->decision ? nullptr : &*exception;
}

/// Why nobody may do anything about the exception now, if so.
std::optional<Refusal> openFault(const Case& subject, ExceptionKind kind)
{
    if (!openException(subject, kind))
        return Refusal{alreadyDecided, "exception", {}};
    if (subject.state != CaseState::awaitingApproval)
        return inState(subject);
    return std::nullopt;
}

/// Why `supervisor` may not decide the exception now, if so. Who took the case, asked for the
/// exception or answered for it has a part in it.
std::optional<Refusal>
decisionFault(const Case& subject, const Actor& supervisor, ExceptionKind kind)
{
    if (const auto fault = openFault(subject, kind))
        return fault;
    const auto& exception = *openException(subject, kind);
    const auto answered = std::ranges::any_of(exception.inquiries, [&](const Inquiry& inquiry) {
        return !inquiry.answer.empty() &&
               isSamePerson(supervisor, inquiry.clerk, inquiry.clerkPerson);
    });
    if (answered || isSamePerson(supervisor, subject.clerk, subject.clerkPerson) ||
        isSamePerson(supervisor, exception.requester, exception.requesterPerson))
        return Refusal{ownWork, "supervisor", {}};
    return std::nullopt;
}

nlohmann::json dropJson(const Case& subject,
                        const std::string& reason,
                        const std::string& shift,
                        const std::string& supervisor)
{
    return {{"case", subject.acceptanceNumber},
            {"reason", reason},
            {"amount_fen", subject.charge.due.inFen()},
            {"shift", shift},
            {"supervisor", supervisor}};
}

} // namespace

std::optional<Refusal>
secondPersonFault(const Case& subject, const Actor& actor, const Actor& supervisor)
{
    if (const auto permitted = require(supervisor, Operation::approveRefund); !permitted)
        return Refusal{notPermitted, "supervisor", permitted.refusal().arguments};
    if (isSamePerson(supervisor, actor.userId, actor.personId) ||
        isSamePerson(supervisor, subject.clerk, subject.clerkPerson))
        return Refusal{ownWork, "supervisor", {}};
    return std::nullopt;
}

Result<Case> CaseDesk::decide(const Actor& supervisor,
                              const std::string& acceptanceNumber,
                              ExceptionKind kind,
                              DecisionOutcome outcome,
                              const std::string& reason)
{
    if (const auto permitted = require(supervisor, Operation::decideException); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (const auto fault = decisionFault(found.value(), supervisor, kind))
        return *fault;
    const auto why = parseReason(reason, outcome == DecisionOutcome::rejected);
    if (!why)
        return why.refusals();
    auto decided = found.value();
    std::ranges::find(decided.exceptions, kind, &CaseException::kind)->decision =
        Decision{outcome, supervisor.userId, supervisor.personId, why.value(), {}};
    decided.state = stateAfterDecisions(decided);
    const auto shift = openShiftIdOf(m_parts.journal, decided.clerk);
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::approvalDecided,
                                subjectOfCase(acceptanceNumber),
                                supervisor,
                                {{"exception", nameOf(kind)},
                                 {"outcome", nameOf(outcome)},
                                 {"reason", why.value()},
                                 {"personId", supervisor.personId},
                                 {"state", nameOf(decided.state)}}));
        if (decided.state == CaseState::rejected)
            writing.append(newEvent(EventKind::chargeVoided,
                                    subjectOfCharge(acceptanceNumber),
                                    supervisor,
                                    dropJson(decided, why.value(), {}, supervisor.userId)));
        else if (decided.state == CaseState::awaitingPayment && decided.charge.due == Money{})
            appendExemption(writing, decided, supervisor, shift);
    });
    return load(acceptanceNumber);
}

Result<Case> CaseDesk::askBack(const Actor& supervisor,
                               const std::string& acceptanceNumber,
                               ExceptionKind kind,
                               const std::string& question)
{
    if (const auto permitted = require(supervisor, Operation::decideException); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (const auto fault = decisionFault(found.value(), supervisor, kind))
        return *fault;
    if (openException(found.value(), kind)->isAskedBack())
        return Refusal{askedAlready, "exception", {}};
    const auto asked = parseReason(question, true);
    if (!asked)
        return asked.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::inquiryMade,
                                subjectOfCase(acceptanceNumber),
                                supervisor,
                                {{"exception", nameOf(kind)},
                                 {"question", asked.value()},
                                 {"personId", supervisor.personId}}));
    });
    return load(acceptanceNumber);
}

Result<Case> CaseDesk::answerInquiry(const Actor& clerk,
                                     const std::string& acceptanceNumber,
                                     ExceptionKind kind,
                                     const std::string& answer)
{
    if (const auto permitted = require(clerk, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (const auto fault = openFault(found.value(), kind))
        return *fault;
    const auto& exception = *openException(found.value(), kind);
    if (!exception.isAskedBack())
        return Refusal{notAsked, "exception", {}};
    const auto& inquiry = exception.inquiries.back();
    if (isSamePerson(clerk, inquiry.supervisor, inquiry.supervisorPerson))
        return Refusal{ownWork, "clerk", {}};
    const auto given = parseReason(answer, true);
    if (!given)
        return given.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::inquiryAnswered,
                                subjectOfCase(acceptanceNumber),
                                clerk,
                                {{"exception", nameOf(kind)},
                                 {"answer", given.value()},
                                 {"personId", clerk.personId}}));
    });
    return load(acceptanceNumber);
}

Result<Case> CaseDesk::withdraw(const Actor& actor,
                                const Actor& supervisor,
                                const std::string& acceptanceNumber,
                                const std::string& reason,
                                VoucherReturn voucher)
{
    if (const auto permitted = require(actor, Operation::withdrawCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    const auto& subject = found.value();
    if (!isOpen(subject.state) || subject.state == CaseState::ready)
        return inState(subject);
    if (const auto fault = electronicFault(m_parts.journal, acceptanceNumber))
        return *fault;
    const auto why = parseReason(reason, true);
    if (!why)
        return why.refusals();
    const auto paid = isPaid(subject);
    if (paid)
        if (const auto fault = secondPersonFault(subject, actor, supervisor))
            return *fault;
    if (paid && wasPrinted(subject) && voucher == VoucherReturn::notReturned)
        return Refusal{voucherNotReturned, "voucher", {}};
    appendWithdrawal(actor, paid ? supervisor.userId : std::string{}, subject, why.value());
    return load(acceptanceNumber);
}

/// A drawer that was counted pays nothing back: the count would not hold any more.
bool CaseDesk::isDrawerOf(const std::string& shift, const Charge& charge)
{
    return charge.tender == Tender::cash && !shift.empty() && shift == charge.shift &&
           !foldShift(m_parts.journal.eventsOf(subjectOfShift(shift))).isCounted();
}

/// Cash goes back out of the drawer that took it, while that shift is open; later refunds are the
/// business of finance, and the charge stays "refund pending".
void CaseDesk::appendWithdrawal(const Actor& actor,
                                const std::string& supervisor,
                                const Case& subject,
                                const std::string& reason)
{
    const auto shift = openShiftIdOf(m_parts.journal, actor.userId);
    const auto& charge = subject.charge;
    const auto fromDrawer = isPaid(subject) && isDrawerOf(shift, charge);
    const auto number = subject.acceptanceNumber;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::caseWithdrawn,
                                subjectOfCase(number),
                                actor,
                                {{"reason", reason},
                                 {"supervisor", supervisor},
                                 {"state", nameOf(CaseState::withdrawn)}}));
        if (charge.state == ChargeState::open)
            writing.append(newEvent(EventKind::chargeVoided,
                                    subjectOfCharge(number),
                                    actor,
                                    dropJson(subject, reason, {}, supervisor)));
        if (!fromDrawer)
            return;
        auto refund = dropJson(subject, reason, shift, supervisor);
        refund["voucherReturned"] = wasPrinted(subject); // checked before
        writing.append(newEvent(EventKind::chargeRefunded, subjectOfCharge(number), actor, refund));
        writing.append(cashMovement(actor, shift, charge.id, charge.due, CashMovement::refund));
    });
}

Result<Case> CaseDesk::markReady(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (found.value().state != CaseState::accepted)
        return inState(found.value());
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::cardReady,
                                subjectOfCase(acceptanceNumber),
                                actor,
                                {{"state", nameOf(CaseState::ready)}}));
    });
    return load(acceptanceNumber);
}

Result<Case> CaseDesk::handOver(const Actor& actor,
                                const std::string& acceptanceNumber,
                                const std::string& receiver)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (found.value().state != CaseState::ready)
        return inState(found.value());
    const auto posted = found.value().draft.delivery.method == DeliveryMethod::post;
    auto members =
        nlohmann::json{{"state", nameOf(posted ? CaseState::posted : CaseState::collected)}};
    if (!posted || !receiver.empty()) {
        const auto name = parseName(receiver, "receiver");
        if (!name)
            return name.refusals();
        members["receiver"] = name.value();
    }
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(posted ? EventKind::cardPosted : EventKind::cardCollected,
                                subjectOfCase(acceptanceNumber),
                                actor,
                                members));
    });
    return load(acceptanceNumber);
}

} // namespace guitai
