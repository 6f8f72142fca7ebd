#include "services/payments/payment_code.h"

#include <algorithm>

namespace guitai
{

namespace
{

PaymentCodeRoute routeOf(std::string_view code)
{
    if (code.find("://") != std::string_view::npos)
        return PaymentCodeRoute::notAPaymentCode;
    if (code.starts_with("fp") && code.size() == 35)
        return PaymentCodeRoute::alipayFace;
    const auto onlyDigits =
        std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!onlyDigits || code.size() < 16 || code.size() > 24)
        return PaymentCodeRoute::unknown;
    const auto start = (code[0] - '0') * 10 + (code[1] - '0');
    if (code.size() == 18 && start >= 10 && start <= 14)
        return PaymentCodeRoute::weChat;
    if (code.size() == 18 && start == 15)
        return PaymentCodeRoute::weChatHongKong;
    if (start >= 25 && start <= 30)
        return PaymentCodeRoute::alipay;
    if (code.size() == 19 && start == 62)
        return PaymentCodeRoute::unionPay;
    return PaymentCodeRoute::unknown;
}

} // namespace

std::string_view nameOf(PaymentCodeRoute route)
{
    switch (route) {
    case PaymentCodeRoute::weChat:
        return "wechat";
    case PaymentCodeRoute::alipay:
        return "alipay";
    case PaymentCodeRoute::weChatHongKong:
        return "wechat-hk-refuse";
    case PaymentCodeRoute::unionPay:
        return "unionpay-unsupported";
    case PaymentCodeRoute::alipayFace:
        return "alipay-face-unused";
    case PaymentCodeRoute::notAPaymentCode:
        return "not-a-payment-code";
    case PaymentCodeRoute::unknown:
        return "unknown";
    }
    return "unknown";
}

std::string PaymentCode::masked() const
{
    if (digits.size() <= 4)
        return std::string(digits.size(), '*');
    return digits.substr(0, 2) + std::string(digits.size() - 4, '*') +
           digits.substr(digits.size() - 2);
}

PaymentCode paymentCodeFrom(std::string_view scanned)
{
    auto code = PaymentCode{};
    std::copy_if(scanned.begin(), scanned.end(), std::back_inserter(code.digits), [](char c) {
        return c != '\r' && c != '\n' && c != '\t' && c != ' ';
    });
    code.route = routeOf(code.digits);
    return code;
}

} // namespace guitai
