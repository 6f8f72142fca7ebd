#include "services/payments/shift_ledger.h"

#include "services/cases/case_events.h"

#include <algorithm>
#include <limits>
#include <set>

namespace guitai
{

namespace
{

constexpr std::size_t acceptanceNumberLength = 22;

/// The case as it stood after the event `last`.
std::optional<Case> caseAt(Journal& journal, const std::string& number, std::int64_t last)
{
    auto events = journal.eventsOf(subjectOfCase(number));
    const auto charge = journal.eventsOf(subjectOfCharge(number));
    events.insert(events.end(), charge.begin(), charge.end());
    std::erase_if(events, [last](const Event& event) { return event.sequence > last; });
    if (events.empty())
        return std::nullopt;
    std::ranges::sort(events, {}, &Event::sequence);
    return foldCase(events);
}

/// The yes of a second person to a refund out of this shift, in cash or electronic.
void addApprovals(ShiftLedger& ledger, const Case& subject, const Shift& shift)
{
    for (const auto& event : subject.history) {
        if (event.kind != EventKind::chargeRefunded && event.kind != EventKind::refundPlanned)
            continue;
        const auto payload = Payload{event};
        if (payload.text("shift") != shift.id || payload.text("supervisor").empty())
            continue;
        ledger.refunds.push_back({ReportedApproval::What::refund,
                                  payload.text("supervisor"),
                                  payload.text("reason"),
                                  payload.money("amount_fen"),
                                  event.at});
    }
}

std::optional<Tender> tenderOfChannel(const std::string& channel)
{
    if (channel == nameOf(GatewayChannel::weChat))
        return Tender::weChat;
    if (channel == nameOf(GatewayChannel::alipay))
        return Tender::alipay;
    return std::nullopt; // a platform's own tender comes with it
}

void addAttempts(ShiftLedger& ledger, Journal& journal, const Shift& shift)
{
    for (const auto& row : journal.attempts({.shift = shift.id})) {
        const auto state = attemptStateFrom(row.state);
        const auto tender = tenderOfChannel(row.channel);
        const auto isLater = shift.close && row.paidAt > shift.close->at;
        if (state && tender && !isLater)
            ledger.attempts.push_back({row.orderNumber, *tender, row.amount, *state});
    }
    std::ranges::sort(ledger.attempts, {}, &ReportedAttempt::orderNumber);
}

} // namespace

ShiftLedger ledgerOf(Journal& journal, const Shift& shift)
{
    const auto last =
        shift.close ? shift.close->sequence : std::numeric_limits<std::int64_t>::max();
    auto ledger = ShiftLedger{};
    auto numbers = std::set<std::string>{};
    for (const auto& entry : shift.entries)
        numbers.insert(entry.chargeId.substr(0, acceptanceNumberLength));
    for (const auto& number : numbers)
        if (auto subject = caseAt(journal, number, last)) {
            addApprovals(ledger, *subject, shift);
            ledger.cases.push_back(*std::move(subject));
        }
    addAttempts(ledger, journal, shift);
    for (const auto& user : journal.users())
        ledger.names[user.id] = user.displayName;
    return ledger;
}

} // namespace guitai
