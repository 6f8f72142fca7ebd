// Opening, counting, closing and handing over a drawer.
#include "services/approvals/request_evidence.h"
#include "services/cases/case_events.h"
#include "services/payments/cash_checks.h"
#include "services/payments/cash_count_json.h"
#include "services/payments/cash_desk.h"
#include "services/payments/z_numbers.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// Attempts that refuse a close; "planned" ones were not sent yet and would be.
bool isInFlight(AttemptState state)
{
    return state == AttemptState::planned ||
           (moneyMayArrive(state) && state != AttemptState::unknown);
}

bool isUnknown(AttemptState state)
{
    return state == AttemptState::unknown;
}

Money magnitude(Money amount)
{
    return amount < Money{} ? Money{} - amount : amount;
}

void appendOpening(JournalWriting& writing,
                   const Actor& clerk,
                   const std::string& id,
                   const CashCount& opening,
                   const nlohmann::json& more)
{
    auto members = nlohmann::json{{"id", id},
                                  {"opening", countJson(opening)},
                                  {"float_fen", totalOf(opening).value().inFen()}};
    members.update(more);
    writing.append(newEvent(EventKind::shiftOpened, subjectOfShift(id), clerk, members));
}

} // namespace

struct CashDesk::End {
    Shift shift;
    Money difference;
    std::string reason;
    Agreed agreed;
    std::vector<std::string> carried;
    std::string taker = {};

    /// The close and its number, which is drawn in the same transaction.
    void append(JournalWriting& writing, Journal& journal, const Actor& clerk) const
    {
        const auto& count = shift.counts.back();
        const auto number = lastZNumber(journal).number + 1;
        writing.append(newEvent(EventKind::shiftClosed,
                                subjectOfShift(shift.id),
                                clerk,
                                {{"id", shift.id},
                                 {"counted", countJson(count.counted)},
                                 {"counted_fen", count.total.inFen()},
                                 {"expected_fen", shift.expected().inFen()},
                                 {"difference_fen", difference.inFen()},
                                 {"reason", reason},
                                 {"supervisor", agreed.supervisor ? agreed.supervisor->userId : ""},
                                 {"carried", carried},
                                 {"taker", taker},
                                 {"number", number}}));
        writing.append(newEvent(
            EventKind::shiftNumbered,
            std::string{zSubject},
            clerk,
            {{"number", number}, {"shift", shift.id}, {"float_fen", count.total.inFen()}}));
        agreed.append(writing, journal, clerk, aboutDifference(shift.id));
    }
};

Shift CashDesk::load(const std::string& id)
{
    return foldShift(m_parts.journal.eventsOf(subjectOfShift(id)));
}

std::optional<Shift> CashDesk::openShiftOf(const Actor& clerk)
{
    const auto id = openShiftIdOf(m_parts.journal, clerk.userId);
    return id.empty() ? std::nullopt : std::optional{load(id)};
}

/// The actor's open drawer that was not counted yet.
Result<Shift> CashDesk::workingShift(const Actor& clerk, Operation operation)
{
    if (const auto permitted = require(clerk, operation); !permitted)
        return permitted.refusals();
    const auto shift = openShiftOf(clerk);
    if (!shift)
        return Refusal{shiftNotOpen, "shift", {}};
    if (shift->isCounted())
        return Refusal{drawerCounted, "shift", {}};
    return *shift;
}

Result<Shift>
CashDesk::openShift(const Actor& clerk, const CashCount& opening, const std::string& reason)
{
    if (const auto permitted = require(clerk, Operation::openShift); !permitted)
        return permitted.refusals();
    if (openShiftOf(clerk))
        return Refusal{shiftAlreadyOpen, "shift", {}};
    const auto total = totalOf(opening);
    if (!total)
        return Refusal{total.refusal().code, "opening", total.refusal().arguments};
    const auto last = lastZNumber(m_parts.journal);
    auto more = nlohmann::json::object();
    if (!trimmed(reason).empty()) {
        const auto why = cashReason(reason, "reason");
        if (!why)
            return why.refusals();
        more["reason"] = why.value();
    } else if (last.number > 0 && total.value() != last.closingFloat) {
        return Refusal{floatDiffers, "opening", {last.closingFloat.text()}};
    }
    const auto id = m_parts.random.id();
    m_parts.journal.commit(
        [&](JournalWriting& writing) { appendOpening(writing, clerk, id, opening, more); });
    return load(id);
}

Result<Shift> CashDesk::countDrawer(const Actor& clerk,
                                    const CashCount& counted,
                                    const std::optional<Actor>& witness)
{
    if (const auto permitted = require(clerk, Operation::closeShift); !permitted)
        return permitted.refusals();
    const auto shift = openShiftOf(clerk);
    if (!shift)
        return Refusal{shiftNotOpen, "shift", {}};
    const auto total = totalOf(counted);
    if (!total)
        return total.refusals();
    if (const auto open = attemptsIn(shift->id, isInFlight); !open.empty())
        return Refusal{attemptsInFlight, "shift", {std::to_string(open.size())}};
    if (shift->isCounted() || witness)
        if (const auto fault = secondPersonFault(clerk, witness, Operation::witnessCash, "witness"))
            return *fault;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::shiftCounted,
                                subjectOfShift(shift->id),
                                clerk,
                                {{"counted", countJson(counted)},
                                 {"counted_fen", total.value().inFen()},
                                 {"witness", witness ? witness->userId : std::string{}}}));
    });
    return load(shift->id);
}

std::vector<ShiftAttempt> CashDesk::storedAttempts(const std::string& shift)
{
    auto attempts = std::vector<ShiftAttempt>{};
    for (const auto& row : m_parts.journal.attempts({.shift = shift, .unresolvedOnly = true}))
        if (const auto state = attemptStateFrom(row.state))
            attempts.push_back({row.orderNumber, *state});
    return attempts;
}

std::vector<std::string> CashDesk::attemptsIn(const std::string& shift,
                                              bool (*wanted)(AttemptState))
{
    auto numbers = std::vector<std::string>{};
    for (const auto& attempt : m_attempts ? m_attempts(shift) : storedAttempts(shift))
        if (wanted(attempt.state))
            numbers.push_back(attempt.orderNumber);
    std::ranges::sort(numbers);
    return numbers;
}

/// Who agreed, and that it was to this count.
Result<Agreed> CashDesk::agreementOf(const Shift& shift,
                                     const ShiftClosing& closing,
                                     const std::vector<std::string>& carried)
{
    const auto agreement = closing.request.empty() ? Agreement{closing.supervisor}
                                                   : Agreement::byRequest(closing.request);
    auto agreed = agreedTo(m_parts.journal, agreement, aboutDifference(shift.id), closing.reason);
    if (!agreed)
        return agreed;
    if (const auto holds = agreed.value().holdsFor(differenceEvidence(shift, carried)); !holds)
        return holds.refusals();
    return agreed;
}

Result<CashDesk::End> CashDesk::endOf(const Actor& clerk, const ShiftClosing& closing)
{
    if (const auto permitted = require(clerk, Operation::closeShift); !permitted)
        return permitted.refusals();
    const auto shift = openShiftOf(clerk);
    if (!shift)
        return Refusal{shiftNotOpen, "shift", {}};
    if (!shift->isCounted())
        return Refusal{notCounted, "counted", {}};
    if (const auto open = attemptsIn(shift->id, isInFlight); !open.empty())
        return Refusal{attemptsInFlight, "shift", {std::to_string(open.size())}};
    auto end = End{*shift, {}, {}, {}, attemptsIn(shift->id, isUnknown)};
    end.difference = shift->counts.back().total - shift->expected();
    const auto agreed = agreementOf(*shift, closing, end.carried);
    if (!agreed)
        return agreed.refusals();
    end.agreed = agreed.value();
    const auto& supervisor = end.agreed.supervisor;
    const auto& limit = m_parts.rules.cash.difference;
    if (!supervisor && !end.carried.empty())
        return Refusal{attemptsUnknown, "supervisor", {std::to_string(end.carried.size())}};
    if (!supervisor && magnitude(end.difference) > limit)
        return Refusal{supervisorNeeded, "supervisor", {end.difference.text(), limit.text()}};
    if (supervisor)
        if (const auto fault =
                secondPersonFault(clerk, supervisor, Operation::approveClose, "supervisor"))
            return *fault;
    const auto isEven = end.difference == Money{} && end.carried.empty();
    if (!isEven || !trimmed(end.agreed.reason).empty()) {
        const auto why = cashReason(end.agreed.reason, "reason");
        if (!why)
            return why.refusals();
        end.reason = why.value();
    }
    return end;
}

Result<Shift> CashDesk::closeShift(const Actor& clerk, const ShiftClosing& closing)
{
    const auto end = endOf(clerk, closing);
    if (!end)
        return end.refusals();
    m_parts.journal.commit(
        [&](JournalWriting& writing) { end.value().append(writing, m_parts.journal, clerk); });
    return load(end.value().shift.id);
}

Result<Handover>
CashDesk::handOver(const Actor& giver, const Actor& taker, const ShiftClosing& closing)
{
    auto end = endOf(giver, closing);
    if (!end)
        return end.refusals();
    end.value().taker = taker.userId;
    if (const auto fault = secondPersonFault(giver, taker, Operation::openShift, "taker"))
        return *fault;
    if (openShiftOf(taker))
        return Refusal{shiftAlreadyOpen, "taker", {}};
    const auto& shift = end.value().shift;
    const auto id = m_parts.random.id();
    m_parts.journal.commit([&](JournalWriting& writing) {
        end.value().append(writing, m_parts.journal, giver);
        appendOpening(writing, taker, id, shift.counts.back().counted, {{"from", shift.id}});
    });
    return Handover{load(shift.id), load(id)};
}

} // namespace guitai
