#include "services/payments/alipay/requests.h"

#include "services/payments/provider_text.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

/// Whole minutes, at least one: "1.5h" does not exist.
std::string minutesText(Instant from, Instant to)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(to - from).count();
    return std::to_string(std::max<std::int64_t>(minutes, 1)) + "m";
}

void addPlace(nlohmann::json& content, const AlipayConfiguration& configuration)
{
    if (!configuration.store.empty())
        content["store_id"] = configuration.store;
    if (!configuration.terminal.empty())
        content["terminal_id"] = configuration.terminal;
    if (!configuration.sellerId.empty())
        content["seller_id"] = configuration.sellerId;
    if (configuration.noCredit)
        content["disable_pay_channels"] = "pcredit,creditCard";
}

} // namespace

std::string alipaySubject(std::string_view description)
{
    auto subject = std::string{};
    for (const auto c : description) {
        if (c == '/')
            subject += "／";
        else if (c == '=')
            subject += "＝";
        else if (c == '&')
            subject += "＆";
        else
            subject += c;
    }
    return cleanedText(subject, 256);
}

std::string alipayCreateContent(const AlipayConfiguration& configuration, const CodeOrder& order)
{
    // both lives: how long a code stays payable with only the second one set is open
    const auto life = minutesText(order.createdAt, order.expiresAt);
    auto content = nlohmann::json{{"out_trade_no", order.orderNumber},
                                  {"qr_code_timeout_express", life},
                                  {"subject", alipaySubject(order.description)},
                                  {"timeout_express", life},
                                  {"total_amount", order.amount.text()}};
    if (!configuration.codeProduct.empty())
        content["product_code"] = configuration.codeProduct;
    addPlace(content, configuration);
    return content.dump();
}

std::string alipayPayContent(const AlipayConfiguration& configuration, const CodePayOrder& order)
{
    auto content =
        nlohmann::json{{"auth_code", order.paymentCode},
                       {"out_trade_no", order.orderNumber},
                       {"scene", "bar_code"},
                       {"subject", alipaySubject(order.description)},
                       {"timeout_express", minutesText(order.createdAt, order.expiresAt)},
                       {"total_amount", order.amount.text()}};
    if (!configuration.payProduct.empty())
        content["product_code"] = configuration.payProduct;
    addPlace(content, configuration);
    return content.dump();
}

std::string alipayRefundContent(const RefundOrder& order)
{
    auto content = nlohmann::json{{"out_request_no", order.refundNumber},
                                  {"out_trade_no", order.orderNumber},
                                  {"refund_amount", order.amount.text()}};
    if (!order.reason.empty())
        content["refund_reason"] = cleanedText(order.reason, 256);
    return content.dump();
}

std::string alipayOrderContent(std::string_view orderNumber)
{
    return nlohmann::json{{"out_trade_no", orderNumber}}.dump();
}

std::string alipayRefundQueryContent(const RefundRef& refund)
{
    return nlohmann::json{{"out_request_no", refund.refundNumber},
                          {"out_trade_no", refund.orderNumber},
                          {"query_options", {"gmt_refund_pay"}}}
        .dump();
}

std::string alipayBillContent(Date day)
{
    return nlohmann::json{{"bill_date", isoDate(day)}, {"bill_type", "trade"}}.dump();
}

} // namespace guitai
