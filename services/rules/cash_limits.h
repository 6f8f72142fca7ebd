#pragma once

#include "services/money.h"

#include <string>
#include <string_view>

namespace guitai
{

/// Limits of the cash desk: cash.json. The station decides them (payments.md 7.2, 7.3).
struct CashLimits {
    Money difference;    ///< up to this a clerk explains a difference alone; above, a supervisor
    Money changeWarning; ///< change from here on is doubted as a typing error

    bool operator==(const CashLimits&) const = default;
};

/// Reads cash.json. Throws AssetError.
CashLimits parseCashLimits(std::string_view text, const std::string& origin);

} // namespace guitai
