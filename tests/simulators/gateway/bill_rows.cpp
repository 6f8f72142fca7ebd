#include "tests/simulators/gateway/bill_rows.h"

#include "tests/simulators/gateway/text.h"

#include <algorithm>

namespace guitai::simulator
{

namespace
{

void spoil(World& world, std::vector<BillRow>& rows, Date day, const FaultSet& faults)
{
    const auto isRefund = [](const BillRow& row) { return row.kind == BillRow::Kind::refund; };
    const auto drop = [&rows](auto which) {
        const auto found = std::find_if(rows.begin(), rows.end(), which);
        if (found != rows.end())
            rows.erase(found);
    };
    if (faults.has("row_missing"))
        drop([&isRefund](const BillRow& row) { return !isRefund(row); });
    if (faults.has("refund_row_missing"))
        drop(isRefund);
    if (faults.has("amount_changed") && !rows.empty())
        rows.front().amount += 100;
    if (faults.has("extra_row") && !rows.empty()) {
        auto extra = rows.front();
        extra.kind = BillRow::Kind::pay;
        extra.trade.order = "Z99Z991231999999A1Z";
        extra.trade.providerNumber = world.providerNumber(extra.trade.provider, false);
        rows.push_back(std::move(extra));
    }
    if (faults.has("day_boundary_row") && !rows.empty())
        rows.back().at = beijingMidnight(day) + std::chrono::hours{24} - std::chrono::seconds{1};
}

} // namespace

std::vector<BillRow> billRows(World& world, Provider provider, Date day, const FaultSet& faults)
{
    const auto from = beijingMidnight(day);
    const auto to = from + std::chrono::hours{24};
    const auto within = [from, to](Instant at) { return at >= from && at < to; };
    auto rows = std::vector<BillRow>{};
    for (const auto& trade : world.ledger.trades()) {
        if (trade.provider != provider || !trade.paidAt || trade.way == "bundle")
            continue;
        if (within(*trade.paidAt))
            rows.push_back({.at = *trade.paidAt, .trade = trade, .amount = trade.total});
        for (const auto& refund : world.ledger.refundsOf(provider, trade.order)) {
            if (refund.state == RefundState::closed || !within(refund.createdAt))
                continue;
            rows.push_back({.kind = refund.reversal && provider == Provider::weChat
                                        ? BillRow::Kind::reversal
                                        : BillRow::Kind::refund,
                            .at = refund.createdAt,
                            .trade = trade,
                            .refund = refund,
                            .amount = refund.amount});
        }
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const BillRow& a, const BillRow& b) { return a.at < b.at; });
    spoil(world, rows, day, faults);
    return rows;
}

} // namespace guitai::simulator
