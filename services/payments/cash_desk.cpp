#include "services/payments/cash_desk.h"

#include "services/cases/case_events.h"
#include "services/payments/charge_lookup.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// Why the case takes no money now, if so.
std::optional<Refusal> paymentFault(const Case& subject)
{
    switch (subject.charge.state) {
    case ChargeState::settled:
    case ChargeState::overpaid:
        return Refusal{alreadySettled, "payment", {}};
    case ChargeState::refundPending:
    case ChargeState::refunded:
    case ChargeState::voided:
        return Refusal{wrongState, "state", {std::string{nameOf(subject.state)}}};
    case ChargeState::open:
        break;
    }
    if (subject.state == CaseState::awaitingApproval)
        return Refusal{approvalPending, "exception", {}};
    return std::nullopt;
}

void appendCash(JournalWriting& writing,
                const Actor& clerk,
                const Case& subject,
                const CashQuote& quote,
                const std::string& shift)
{
    const auto& number = subject.acceptanceNumber;
    writing.append(newEvent(EventKind::chargeSettled,
                            subjectOfCharge(number),
                            clerk,
                            {{"case", number},
                             {"tender", nameOf(Tender::cash)},
                             {"due_fen", quote.due.inFen()},
                             {"tendered_fen", quote.tendered.inFen()},
                             {"change_fen", quote.change.inFen()},
                             {"shift", shift},
                             {"receiptNumber", receiptNumberOf(number)}}));
    writing.append(newEvent(EventKind::caseAccepted,
                            subjectOfCase(number),
                            clerk,
                            {{"state", nameOf(CaseState::accepted)}}));
    writing.append(cashMovement(
        clerk, shift, subject.charge.id, quote.due, CashMovement::collected, quote.tendered));
}

} // namespace

CashDesk::CashDesk(CaseDesk::Parts parts, AttemptsOfShift attempts)
    : m_parts(std::move(parts)), m_attempts(std::move(attempts))
{
}

Result<Case> CashDesk::payCash(const Actor& clerk,
                               const std::string& acceptanceNumber,
                               Money tendered,
                               bool largeChangeConfirmed)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (const auto fault = paymentFault(*subject))
        return *fault;
    if (const auto fault = electronicFault(m_parts.journal, acceptanceNumber))
        return *fault;
    const auto charge = loadCharge(m_parts.journal, chargeIdOf(acceptanceNumber));
    if (charge && charge->hasSurplus()) // late money: it is given back or accepted first
        return Refusal{paymentOpen, "payment", {}};
    const auto shift = workingShift(clerk, Operation::collectCash);
    if (!shift)
        return shift.refusals();
    const auto quoted = quoteCash(subject->charge.due, tendered, m_parts.rules.cash);
    if (!quoted)
        return quoted.refusals();
    if (quoted.value().changeLooksWrong && !largeChangeConfirmed)
        return Refusal{changeLooksWrong, "tendered", {quoted.value().change.text()}};
    m_parts.journal.commit([&](JournalWriting& writing) {
        appendCash(writing, clerk, *subject, quoted.value(), shift.value().id);
    });
    return loadCase(m_parts.journal, acceptanceNumber).value();
}

} // namespace guitai
