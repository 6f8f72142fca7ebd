#pragma once

#include "services/cases/case_desk.h"
#include "services/payments/gateway.h"
#include "services/payments/reconciliation.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A difference that somebody has to bring to an end.
struct WorkItem {
    Difference difference;
    std::string owner; ///< user id
    Instant due{};
    std::string resolution; ///< empty: open
    std::string approver;   ///< user id
    Instant resolvedAt{};

    bool isResolved() const { return !resolution.empty(); }
    bool operator==(const WorkItem&) const = default;
};

/// The last comparison of one day and channel, and what became of its differences.
struct DayComparison {
    GatewayChannel channel{};
    Reconciliation sheet;
    std::string billHash; ///< SHA-256 of the file; empty for a day without trade
    std::string comparedBy;
    Instant comparedAt{};
    std::vector<WorkItem> items; ///< open differences, in the order of the sheet

    bool operator==(const DayComparison&) const = default;
};

/// Folds the events of "reconciliation/CHANNEL/DAY". Throws ServiceFailure(damaged).
DayComparison foldComparison(const std::vector<Event>& events);

/// A bill as an imported file holds it: the form is seen from its first bytes. `sha1` is what the
/// provider told, empty when it told nothing; it may be of the packed or of the plain bytes.
BillFile billFileFrom(std::string bytes, const std::string& sha1 = {});

/// Compares a channel's bill with the window's records (payments.md 8). Changes no ledger: what is
/// to be done becomes a work item, which another person than its owner lets end.
class ReconciliationDesk
{
public:
    /// `prefix` begins the order numbers of this window; other lines are counted only.
    ReconciliationDesk(CaseDesk::Parts parts, std::string prefix);

    /// Keeps the raw file with its hash, then compares. The same file and records again give the
    /// same sheet and no further event; another file of the day replaces the sheet, and work on
    /// differences that are still there goes on. `badBill` (arguments: fault, line) keeps nothing.
    Result<DayComparison>
    compare(const Actor& actor, GatewayChannel channel, Date day, const BillFile& file);
    /// No value: that day was not compared yet.
    Result<std::optional<DayComparison>> load(const Actor& actor, GatewayChannel channel, Date day);
    Result<Done> assign(const Actor& actor,
                        GatewayChannel channel,
                        Date day,
                        const std::string& id,
                        const std::string& owner,
                        Instant due);
    /// `approver` is another person than the item's owner.
    Result<Done> resolve(const Actor& approver,
                         GatewayChannel channel,
                         Date day,
                         const std::string& id,
                         const std::string& resolution);

private:
    std::vector<LocalTrade>
    recordsAround(GatewayChannel channel, Date day, const std::vector<BillLine>& bill);
    LocalTrade tradeFrom(const AttemptRow& row);
    Result<std::vector<BillLine>> linesOf(const BillFile& file, GatewayChannel channel);
    std::vector<BillLine> storedBill(GatewayChannel channel, Date day);
    Result<WorkItem> openItem(GatewayChannel channel, Date day, const std::string& id);

    CaseDesk::Parts m_parts;
    std::string m_prefix;
};

} // namespace guitai
