#pragma once

#include "services/clock.h"
#include "services/money.h"
#include "services/payments/gateway.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// One line of a provider's bill, normalised.
struct BillLine {
    enum class Kind { pay, refund, reversed };

    Kind kind{};
    std::string orderNumber = {};
    std::string refundNumber = {};   ///< ours; of refunds
    std::string providerNumber = {}; ///< of the payment; WeChat Pay: of the refund for a refund
    Money amount = {};               ///< never below 0: the kind tells the direction
    std::optional<Instant> at = {};
    std::string status = {};      ///< as the provider writes it
    std::string title = {};       ///< damaged characters read as U+FFFD
    std::int64_t feeMilliFen = 0; ///< charged by the provider, in 1/1000 fen; below 0: given back
    std::size_t line = 0;         ///< in the file, from 1

    bool operator==(const BillLine&) const = default;
};

/// What the lines add up to.
struct BillSums {
    std::int64_t payments = 0;
    std::int64_t refunds = 0; ///< reversals, too
    Money paid;
    Money refunded;

    bool operator==(const BillSums&) const = default;
};

/// Why a file is not accepted.
enum class BillFault {
    none,
    damagedFile, ///< does not unpack, or its check sum differs
    tooLarge,
    noHeader,       ///< no line with the names of the columns
    columnMissing,  ///< a column that is needed has no name there
    unreadableLine, ///< `line` tells which
    noSummary,      ///< the file ends before its own summary
    countDiffers,   ///< from its own summary
    sumDiffers,
};
std::string_view nameOf(BillFault fault);

struct BillVerdict {
    BillFault fault = BillFault::none;
    std::size_t line = 0; ///< of the fault
    BillSums sums = {};
    std::size_t damagedTexts = 0; ///< titles that are not in the file's encoding

    bool operator==(const BillVerdict&) const = default;
};

using BillLineSink = std::function<void(const BillLine&)>;

/// Reads a bill piece by piece and hands out its lines; memory does not grow with the file. A file
/// is good only when its own summary agrees: until then its lines are provisional. An empty file
/// is good and has no lines.
BillVerdict readBill(const BillFile& file, const BillLineSink& sink);

} // namespace guitai
