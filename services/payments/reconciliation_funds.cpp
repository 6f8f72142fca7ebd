// The second level of a day's comparison: did the money of the trades arrive?
#include "services/payments/reconciliation_json.h"

#include "services/cases/case_events.h"
#include "services/payments/bills/fund_bill.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal badFunds(std::string_view fault, std::size_t line)
{
    return {badBill, "funds", {std::string{fault}, std::to_string(line)}};
}

} // namespace

/// The same comparison once more, with the account beside it: a sheet that is read again years
/// later shows both levels from one event.
Result<DayComparison> ReconciliationDesk::recordFunds(const Actor& actor,
                                                      GatewayChannel channel,
                                                      Date day,
                                                      const BillFile& funds)
{
    const auto before = lastComparison(channel, day);
    const auto trades = before ? fileOf(*before) : std::nullopt;
    if (!trades)
        return badFunds("noTrades", 0);
    if (funds.hash == BillFile::Hash::differs)
        return badFunds(nameOf(BillFault::damagedFile), 0);
    const auto check = checkFunds(*trades, funds);
    if (check.funds.fault != BillFault::none)
        return badFunds(nameOf(check.funds.fault), check.funds.line);
    auto compared = FundComparison{.sums = check.funds.sums,
                                   .billPaid = check.trades.sums.paid,
                                   .billRefunded = check.trades.sums.refunded,
                                   .hash = hashOf(funds),
                                   .comparedBy = actor.userId,
                                   .comparedAt = m_parts.clock.now()};
    if (before->funds && before->funds->hash == compared.hash)
        return *before;
    auto members = comparisonJson(before->sheet, channel);
    members["billHash"] = before->billHash;
    members["due"] = (m_parts.clock.now() + m_parts.rules.cash.differenceDue)
                         .time_since_epoch()
                         .count(); // of differences that are new; there are none
    members["comparedBy"] = before->comparedBy;
    members["comparedAt"] = before->comparedAt.time_since_epoch().count();
    members["funds"] = fundsJson(compared);
    m_parts.journal.commit([&](JournalWriting& writing) {
        keepFile(writing, funds, members["funds"]);
        writing.append(
            newEvent(EventKind::billCompared, subjectOfComparison(channel, day), actor, members));
    });
    return *lastComparison(channel, day);
}

} // namespace guitai
