#pragma once

#include "services/money.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// Limits of the cash desk: cash.json. The station decides them.
struct CashLimits {
    Money difference;    ///< up to this a clerk explains a difference alone; above, a supervisor
    Money changeWarning; ///< change from here on is doubted as a typing error
    /// What the contracts say of a payment, in millionths; none: fees are not compared.
    std::optional<std::int64_t> weChatFeePerMillion = {}, alipayFeePerMillion = {};
    std::chrono::hours differenceDue{24}; ///< a difference of the bill has to end within

    bool operator==(const CashLimits&) const = default;
};

/// Reads cash.json. Throws AssetError.
CashLimits parseCashLimits(std::string_view text, const std::string& origin);

} // namespace guitai
