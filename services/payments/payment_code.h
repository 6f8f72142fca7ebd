#pragma once

#include <string>
#include <string_view>

namespace guitai
{

/// Where a scanned payment code belongs. Each refusal has its own words, because
/// each tells the citizen something else to do.
enum class PaymentCodeRoute {
    weChat,
    alipay,
    weChatHongKong,  ///< a wallet that is not contracted
    unionPay,        ///< not supported
    alipayFace,      ///< face payment, not used here
    notAPaymentCode, ///< a link: the citizen opened the page that receives money
    unknown,
};

/// The name of the route as the logs and tests write it.
std::string_view nameOf(PaymentCodeRoute route);

/// What the scanner read from the citizen's phone.
struct PaymentCode {
    PaymentCodeRoute route = PaymentCodeRoute::unknown;
    std::string digits; ///< without line ends, tabs and blanks

    /// "13**************89": all that a log may hold.
    std::string masked() const;
    bool operator==(const PaymentCode&) const = default;
};

PaymentCode paymentCodeFrom(std::string_view scanned);

} // namespace guitai
