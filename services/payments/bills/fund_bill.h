#pragma once

#include "services/payments/bills/bill.h"

namespace guitai
{

/// What moved on the merchant's account in a day, as WeChat Pay's fund bill tells it. Orders and
/// money are two books at the provider: what the trade bill lists must have arrived.
struct FundSums {
    std::int64_t lines = 0;
    Money taken;     ///< 交易, in
    Money givenBack; ///< 退款, out
    Money fees;      ///< charged, less those given back
    Money otherIn;   ///< what is neither: recharge, adjustments
    Money otherOut;  ///< withdrawal to the bank, adjustments

    bool operator==(const FundSums&) const = default;
};

struct FundVerdict {
    BillFault fault = BillFault::none;
    std::size_t line = 0; ///< of the fault
    FundSums sums = {};

    bool operator==(const FundVerdict&) const = default;
};

/// Reads a fund bill (WeChat Pay API v3: bills). Good only when its own summary agrees; an empty
/// file is good and moved nothing.
FundVerdict readFundBill(const BillFile& file);
/// Whether the file begins as a fund bill does: tells which of the two somebody imports.
bool isFundBill(const BillFile& file);

/// The trade bill beside the fund bill of the same day. Both are the
/// merchant's, so other stations' orders are in both. Fees stand apart.
struct FundCheck {
    BillVerdict trades;
    FundVerdict funds;

    /// Both files are good.
    bool isReadable() const
    {
        return trades.fault == BillFault::none && funds.fault == BillFault::none;
    }
    bool agrees() const
    {
        return isReadable() && trades.sums.paid == funds.sums.taken &&
               trades.sums.refunded == funds.sums.givenBack;
    }
    bool operator==(const FundCheck&) const = default;
};
FundCheck checkFunds(const BillFile& trades, const BillFile& funds);

} // namespace guitai
