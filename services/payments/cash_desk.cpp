#include "services/payments/cash_desk.h"

#include "services/cases/case_events.h"
#include "services/payments/cash_count_json.h"
#include "services/payments/charge_fold.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::size_t longestReason = 200; ///< code points

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

/// A reason as it is kept; needed for a difference.
Result<std::string> differenceReason(const std::string& reason, Money difference)
{
    if (!trimmed(reason).empty())
        return parseText(reason, longestReason, "reason");
    if (difference != Money{})
        return Refusal{reasonNeeded, "reason", {}};
    return std::string{};
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
    writing.append(
        cashMovement(clerk, shift, subject.charge.id, quote.due, CashMovement::collected));
}

} // namespace

CashDesk::CashDesk(CaseDesk::Parts parts) : m_parts(std::move(parts)) {}

Result<Shift> CashDesk::openShift(const Actor& clerk, const CashCount& opening)
{
    if (const auto permitted = require(clerk, Operation::openShift); !permitted)
        return permitted.refusals();
    if (openShiftOf(clerk))
        return Refusal{shiftAlreadyOpen, "shift", {}};
    const auto total = totalOf(opening);
    if (!total)
        return Refusal{total.refusal().code, "opening", total.refusal().arguments};
    const auto id = m_parts.random.id();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(
            EventKind::shiftOpened,
            subjectOfShift(id),
            clerk,
            {{"id", id}, {"opening", countJson(opening)}, {"float_fen", total.value().inFen()}}));
    });
    return foldShift(m_parts.journal.eventsOf(subjectOfShift(id)));
}

std::optional<Shift> CashDesk::openShiftOf(const Actor& clerk)
{
    const auto id = openShiftIdOf(m_parts.journal, clerk.userId);
    if (id.empty())
        return std::nullopt;
    return foldShift(m_parts.journal.eventsOf(subjectOfShift(id)));
}

Result<Shift>
CashDesk::closeShift(const Actor& clerk, const CashCount& counted, const std::string& reason)
{
    if (const auto permitted = require(clerk, Operation::closeShift); !permitted)
        return permitted.refusals();
    const auto shift = openShiftOf(clerk);
    if (!shift)
        return Refusal{shiftNotOpen, "shift", {}};
    const auto total = totalOf(counted);
    if (!total)
        return total.refusals();
    const auto difference = total.value() - shift->expected();
    const auto why = differenceReason(reason, difference);
    if (!why)
        return why.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::shiftClosed,
                                subjectOfShift(shift->id),
                                clerk,
                                {{"id", shift->id},
                                 {"counted", countJson(counted)},
                                 {"counted_fen", total.value().inFen()},
                                 {"expected_fen", shift->expected().inFen()},
                                 {"difference_fen", difference.inFen()},
                                 {"reason", why.value()}}));
    });
    return foldShift(m_parts.journal.eventsOf(subjectOfShift(shift->id)));
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
    const auto shift = openShiftIdOf(m_parts.journal, clerk.userId);
    if (shift.empty())
        return Refusal{shiftNotOpen, "shift", {}};
    const auto quoted = quote(subject->charge.due, tendered);
    if (!quoted)
        return quoted.refusals();
    if (quoted.value().changeLooksWrong && !largeChangeConfirmed)
        return Refusal{changeLooksWrong, "tendered", {quoted.value().change.text()}};
    m_parts.journal.commit([&](JournalWriting& writing) {
        appendCash(writing, clerk, *subject, quoted.value(), shift);
    });
    return loadCase(m_parts.journal, acceptanceNumber).value();
}

} // namespace guitai
