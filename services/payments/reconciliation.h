#pragma once

#include "services/payments/bills/bill.h"
#include "services/station_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// How a line of a bill and our own record stand to each other.
enum class DifferenceClass {
    match,
    billOnly,        ///< paid at the provider, not paid here: 长款
    billOnlyUnknown, ///< no record here of that order
    localOnly,       ///< paid here, not in the bill: 短款
    amount,
    status,         ///< a refund that is done on one side only
    refundBillOnly, ///< a refund that was not made here
    duplicate,      ///< two payments for one charge
    crossDay,       ///< the same on both sides, on neighbouring days: closed by itself
    fee,            ///< not as agreed
    caseUnpaid,     ///< paid at the provider; here the case is exempt or void
};
std::string_view nameOf(DifferenceClass kind);
std::optional<DifferenceClass> differenceClassFrom(std::string_view name);

/// One of our records, reduced to what is compared.
struct LocalTrade {
    BillLine::Kind kind = BillLine::Kind::pay;
    std::string orderNumber = {};
    std::string refundNumber = {}; ///< empty: of a payment, or given back by reversing it
    std::string chargeId = {};
    Money amount = {};
    bool done = false;              ///< paid, or given back
    bool chargeDropped = false;     ///< the charge is exempt or void
    std::optional<Instant> at = {}; ///< the provider's time of success, or ours

    bool operator==(const LocalTrade&) const = default;
};

struct ReconciliationInput {
    Date day{}; ///< of the bill, at the station
    StationTime time = {};
    std::string prefix;              ///< of this station's order numbers; others are counted only
    std::vector<BillLine> bill;      ///< of the day
    std::vector<BillLine> nextBill;  ///< of the day after, where it is there already
    std::vector<LocalTrade> records; ///< of the day and its neighbours
    std::optional<std::int64_t> feePerMillion = {}; ///< agreed; none: fees are not compared
};

struct Difference {
    std::string id; ///< the same in every run: class, kind, order, refund
    DifferenceClass kind{};
    BillLine::Kind trade = BillLine::Kind::pay;
    std::string orderNumber;
    std::string refundNumber = {};
    std::string providerNumber = {};
    std::string chargeId = {};
    std::optional<Money> local = {}; ///< ours; no value: no record, or not done
    std::optional<Money> bill = {};
    Money localEffect = {}; ///< what it adds to the day's sum of ours
    Money billEffect = {};  ///< what it adds to the bill's
    std::size_t line = 0;   ///< of the bill, from 1; 0: none

    /// Whether somebody has to do something about it.
    bool isOpen() const
    {
        return kind != DifferenceClass::match && kind != DifferenceClass::crossDay;
    }
    bool operator==(const Difference&) const = default;
};

/// The sheet of a day: never changes the ledger, only tells.
struct Reconciliation {
    Date day{};
    std::int64_t lines = 0;   ///< of this station
    std::int64_t foreign = 0; ///< of others under the same merchant number
    std::int64_t matched = 0;
    std::vector<Difference> differences; ///< everything but matches, in a fixed order
    Money localPaid, localRefunded;
    Money billPaid, billRefunded;
    std::int64_t feeMilliFen = 0;
    Money explained; ///< Σ bill − ours of the differences

    /// Σ ours + differences = Σ bill.
    bool isBalanced() const
    {
        return localPaid - localRefunded + explained == billPaid - billRefunded;
    }
    bool operator==(const Reconciliation&) const = default;
};

/// Pure: the same input gives the same sheet. A record is matched once.
Reconciliation reconcile(const ReconciliationInput& input);

/// The differences as RFC 4180, UTF-8 with a byte-order mark, for spreadsheets: a text that one of
/// them would take for a formula is given a leading apostrophe.
std::string csvOf(const Reconciliation& sheet);

} // namespace guitai
