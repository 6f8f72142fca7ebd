#include "services/approvals/request_events.h"
#include "services/approvals/request_evidence.h"
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

/// Why what was agreed to does not let the paid case be withdrawn by `actor` now.
std::optional<Refusal>
agreementFault(Journal& journal, const Case& subject, const Actor& actor, const Agreed& agreed)
{
    if (const auto holds = agreed.holdsFor(withdrawalEvidence(journal, subject, actor.userId));
        !holds)
        return holds.refusal();
    return secondPersonFault(journal, subject, actor, agreed.supervisor);
}

} // namespace

std::optional<Refusal> secondPersonFault(Journal& journal,
                                         const Case& subject,
                                         const Actor& actor,
                                         const std::optional<Actor>& supervisor)
{
    const auto operation = Operation::approveRefund;
    if (!supervisor || !require(*supervisor, operation))
        return Refusal{notPermitted, "supervisor", {std::string{nameOf(operation)}}};
    if (isSamePerson(*supervisor, actor.userId, actor.personId) ||
        isOneOf(*supervisor, partiesOf(journal, subject)))
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
                                const Agreement& agreement,
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
    auto agreed = agreedTo(m_parts.journal, agreement, aboutWithdrawal(acceptanceNumber), reason);
    if (!agreed)
        return agreed.refusals();
    const auto why = parseReason(agreed.value().reason, true);
    if (!why)
        return why.refusals();
    agreed.value().reason = why.value();
    if (!isPaid(subject))
        agreed.value().supervisor.reset();
    else if (const auto fault = agreementFault(m_parts.journal, subject, actor, agreed.value()))
        return *fault;
    if (isPaid(subject) && wasPrinted(subject) && voucher == VoucherReturn::notReturned)
        return Refusal{voucherNotReturned, "voucher", {}};
    appendWithdrawal(actor, agreed.value(), subject);
    return load(acceptanceNumber);
}

/// Cash goes back out of the drawer that took it, while that shift is open; later refunds are the
/// business of finance, and the charge stays "refund pending".
void CaseDesk::appendWithdrawal(const Actor& actor, const Agreed& agreed, const Case& subject)
{
    const auto& charge = subject.charge;
    const auto drawer =
        isPaid(subject) ? drawerFor(m_parts.journal, charge, actor.userId) : std::string{};
    const auto number = subject.acceptanceNumber;
    const auto supervisor = agreed.supervisor ? agreed.supervisor->userId : std::string{};
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::caseWithdrawn,
                                subjectOfCase(number),
                                actor,
                                {{"reason", agreed.reason},
                                 {"supervisor", supervisor},
                                 {"state", nameOf(CaseState::withdrawn)}}));
        agreed.append(writing, m_parts.journal, actor, aboutWithdrawal(number));
        appendLapse(writing, m_parts.journal, actor, aboutReprint(number));
        if (charge.state == ChargeState::open)
            writing.append(newEvent(EventKind::chargeVoided,
                                    subjectOfCharge(number),
                                    actor,
                                    dropJson(subject, agreed.reason, {}, supervisor)));
        if (drawer.empty())
            return;
        auto refund = dropJson(subject, agreed.reason, drawer, supervisor);
        refund["voucherReturned"] = wasPrinted(subject); // checked before
        writing.append(newEvent(EventKind::chargeRefunded, subjectOfCharge(number), actor, refund));
        writing.append(cashMovement(actor, drawer, charge.id, charge.due, CashMovement::refund));
    });
}

} // namespace guitai
