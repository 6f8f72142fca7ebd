#pragma once

#include "services/assets.h"
#include "services/payments/bill_schedule.h"
#include "services/payments/gateway.h"

#include <chrono>
#include <string>
#include <string_view>

namespace guitai
{

/// What becomes of a charge when its code was withdrawn and nobody had scanned it: such an Alipay
/// code cannot be closed.
enum class UnscannedPolicy {
    wait,  ///< the charge stays locked until the code has surely expired
    watch, ///< the charge is free at once; a payment that still comes is late and goes back
};

/// What a provider allows of refunds (WeChat Pay API v3: refunds; Alipay Open Platform: trade
/// methods).
struct RefundLimits {
    /// After the payment; later ones are the finance desk's. 0: all of them are, where non-tax
    /// revenue may only be given back by the finance side (7.6).
    int days = 365;
    int parts = 50;                 ///< partial refunds of one order
    std::chrono::seconds pause{60}; ///< between two refunds of one order

    bool operator==(const RefundLimits&) const = default;
};

/// Lives, limits and policies of electronic payment: payments.json.
struct PaymentPolicy {
    std::chrono::seconds codeLife{330};       ///< what the provider is told (5.3)
    std::chrono::seconds countdown{300};      ///< what the screen shows, never longer
    std::chrono::seconds expiryMargin{120};   ///< after it a code cannot be paid any more (5.4)
    std::chrono::seconds payByCode{45};       ///< then it is reversed (5.3)
    std::chrono::seconds stuckAfter{180};     ///< without a trustworthy answer: unknown
    std::chrono::seconds watchAfterEnd{7200}; ///< definite attempts are asked for once more (5.1)
    UnscannedPolicy unscanned = UnscannedPolicy::watch;
    int callsPerSecond = 5; ///< of the whole process (2.12)
    int mergeMax = 5;       ///< charges in one order (9)
    std::chrono::hours mergeValid{24};
    std::string mergedTitle = "居民身份证件工本费"; ///< what the payer reads of a merged order
    RefundLimits weChat{};
    RefundLimits alipay{.pause = std::chrono::seconds{3}};
    BillSchedule bills{};

    const RefundLimits& refundsOf(GatewayChannel channel) const;
    bool operator==(const PaymentPolicy&) const = default;
};

/// Reads payments.json. Throws AssetError naming line and mistake.
PaymentPolicy parsePaymentPolicy(std::string_view text, const std::string& origin);
PaymentPolicy loadPaymentPolicy(const Assets& assets);

} // namespace guitai
