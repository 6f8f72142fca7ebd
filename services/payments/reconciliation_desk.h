#pragma once

#include "services/cases/case_desk.h"
#include "services/payments/bills/fund_bill.h"
#include "services/payments/gateway.h"
#include "services/payments/reconciliation.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// A difference that somebody has to bring to an end.
struct WorkItem {
    Difference difference;
    std::string owner; ///< user id; empty: nobody was asked yet
    std::string note;  ///< to the owner
    Instant due{};
    std::string resolution; ///< empty: open
    std::string approver;   ///< user id
    Instant resolvedAt{};

    bool isResolved() const { return !resolution.empty(); }
    bool operator==(const WorkItem&) const = default;
};

/// The second level of a day: what the trades add up to beside what moved on the account. Both are
/// the merchant's, so other windows' orders are in both.
struct FundComparison {
    FundSums sums;
    Money billPaid; ///< by the trade bill
    Money billRefunded;
    std::string hash; ///< SHA-256 of the fund bill; empty: nothing moved
    std::string comparedBy;
    Instant comparedAt{};

    bool agrees() const { return billPaid == sums.taken && billRefunded == sums.givenBack; }
    bool operator==(const FundComparison&) const = default;
};

/// The last comparison of one day and channel, and what became of its differences.
struct DayComparison {
    GatewayChannel channel{};
    Reconciliation sheet;
    std::string billHash; ///< SHA-256 of the file; empty for a day without trade
    std::string comparedBy;
    Instant comparedAt{};
    std::vector<WorkItem> items;              ///< open differences, in the order of the sheet
    std::optional<FundComparison> funds = {}; ///< no value: not compared with this trade bill

    bool operator==(const DayComparison&) const = default;
};

/// A compared day in a list.
struct ComparedDay {
    GatewayChannel channel{};
    Date day{};
    std::int64_t open = 0; ///< differences that are not settled

    bool operator==(const ComparedDay&) const = default;
};

/// The provider keeps two: what was ordered, and what moved on the merchant's account.
enum class BillBook { trades, funds };

/// Who compares when the window does it by itself. A colon cannot stand in a user's name.
inline constexpr std::string_view windowItself = "window:itself";

/// Folds the events of "reconciliation/CHANNEL/DAY". Throws ServiceFailure(damaged).
DayComparison foldComparison(const std::vector<Event>& events);

/// Compares a channel's bill with the window's records. Changes no ledger: what is
/// to be done becomes a work item, which another person than its owner lets end.
class ReconciliationDesk
{
public:
    /// `prefix` begins the order numbers of this window; other lines are counted only. No value:
    /// the beginning of the window's newest order.
    ReconciliationDesk(CaseDesk::Parts parts, std::optional<std::string> prefix = {});

    /// Keeps the raw file with its hash, then compares. The same file and records again give the
    /// same sheet and no further event; another file of the day replaces the sheet, and work on
    /// differences that are still there goes on. `badBill` (arguments: fault, line) keeps nothing.
    ///
    /// The book of funds tells whether the trades of the day, whose bill was compared before,
    /// arrived on the account. It changes no difference: the account is the finance office's.
    /// `badBill` also with "noTrades", when there is nothing to compare with.
    Result<DayComparison> compare(const Actor& actor,
                                  GatewayChannel channel,
                                  Date day,
                                  const BillFile& file,
                                  BillBook book = BillBook::trades);
    /// The same for a bill that the window fetched by itself; its differences belong to nobody
    /// until a supervisor assigns them.
    Result<DayComparison> compareFetched(GatewayChannel channel,
                                         Date day,
                                         const BillFile& file,
                                         BillBook book = BillBook::trades);
    /// The days before `today`, oldest first, whose bill was not compared: the day before, and
    /// within a week those on which this window took or gave back money by the channel.
    std::vector<Date> missingDays(GatewayChannel channel, Date today);
    /// The compared days of the month before `today` on which something is still open, newest
    /// first.
    Result<std::vector<ComparedDay>> openDays(const Actor& actor, Date today);
    /// No value: that day was not compared yet.
    Result<std::optional<DayComparison>> load(const Actor& actor, GatewayChannel channel, Date day);
    /// `note` tells the owner what to look at; it may be empty.
    Result<Done> assign(const Actor& actor,
                        GatewayChannel channel,
                        Date day,
                        const std::string& id,
                        const std::string& owner,
                        Instant due,
                        const std::string& note = {});
    /// `approver` is another person than the item's owner; what belongs to nobody is assigned first
    /// (`missing`, "owner").
    Result<Done> resolve(const Actor& approver,
                         GatewayChannel channel,
                         Date day,
                         const std::string& id,
                         const std::string& resolution);

private:
    Result<DayComparison> record(
        const Actor& actor, GatewayChannel channel, Date day, const BillFile& file, BillBook book);
    Result<DayComparison>
    recordTrades(const Actor& actor, GatewayChannel channel, Date day, const BillFile& file);
    Result<DayComparison>
    recordFunds(const Actor& actor, GatewayChannel channel, Date day, const BillFile& funds);
    bool hasTrade(GatewayChannel channel, Date day);
    std::string prefix();
    std::vector<LocalTrade>
    recordsAround(GatewayChannel channel, Date day, const std::vector<BillLine>& bill);
    LocalTrade tradeFrom(const AttemptRow& row);
    Result<std::vector<BillLine>> linesOf(const BillFile& file, GatewayChannel channel);
    std::vector<BillLine> storedBill(GatewayChannel channel, Date day);
    std::optional<DayComparison> lastComparison(GatewayChannel channel, Date day);
    /// The file that a comparison was made with.
    std::optional<BillFile> fileOf(const DayComparison& comparison);
    Result<WorkItem> openItem(GatewayChannel channel, Date day, const std::string& id);

    CaseDesk::Parts m_parts;
    std::optional<std::string> m_prefix;
};

} // namespace guitai
