#include "services/payments/wechat/requests.h"

#include "services/payments/http/url_text.h"
#include "services/payments/provider_text.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

constexpr auto ordersPath = std::string_view{"/v3/pay/transactions/out-trade-no/"};
constexpr std::size_t descriptionLimit = 127;
constexpr std::size_t reasonLimit = 80;

nlohmann::json cny(Money total)
{
    return {{"currency", "CNY"}, {"total", total.inFen()}};
}

std::string orderPath(std::string_view orderNumber, std::string_view rest)
{
    return std::string{ordersPath} + percentEncoded(orderNumber) + std::string{rest};
}

std::string_view nameOf(WeChatConfiguration::FundAccount account)
{
    using enum WeChatConfiguration::FundAccount;
    switch (account) {
    case basic:
        return "BASIC";
    case operation:
        return "OPERATION";
    case fees:
        return "FEES";
    case all:
        return "ALL";
    }
    return "BASIC";
}

std::string_view packingQuery(BillPacking packing)
{
    return packing == BillPacking::gzip ? "&tar_type=GZIP" : "";
}

} // namespace

std::string weChatCreateBody(const WeChatConfiguration& configuration, const CodeOrder& order)
{
    auto body = nlohmann::json{{"amount", cny(order.amount)},
                               {"appid", configuration.merchant.appId},
                               {"description", cleanedText(order.description, descriptionLimit)},
                               {"mchid", configuration.merchant.merchantId},
                               {"notify_url", configuration.notifyUrl},
                               {"out_trade_no", order.orderNumber},
                               {"time_expire", rfc3339Text(order.expiresAt)}};
    if (!configuration.limitPay.empty())
        body["limit_pay"] = configuration.limitPay;
    return body.dump();
}

std::string weChatCodePayBody(const WeChatConfiguration& configuration, const CodePayOrder& order)
{
    auto scene = nlohmann::json{{"device_ip", configuration.deviceAddress}};
    if (!configuration.store.empty())
        scene["store_info"] = {{"out_id", configuration.store}};
    return nlohmann::json{{"amount", cny(order.amount)},
                          {"appid", configuration.merchant.appId},
                          {"description", cleanedText(order.description, descriptionLimit)},
                          {"mchid", configuration.merchant.merchantId},
                          {"out_trade_no", order.orderNumber},
                          {"payer", {{"auth_code", order.paymentCode}}},
                          {"scene_info", std::move(scene)}}
        .dump();
}

std::string weChatRefundBody(const RefundOrder& order)
{
    auto body = nlohmann::json{{"amount",
                                {{"currency", "CNY"},
                                 {"refund", order.amount.inFen()},
                                 {"total", order.orderTotal.inFen()}}},
                               {"out_refund_no", order.refundNumber},
                               {"out_trade_no", order.orderNumber}};
    if (!order.reason.empty())
        body["reason"] = cleanedText(order.reason, reasonLimit);
    return body.dump();
}

WeChatCall weChatCreateCall(std::string body)
{
    return {HttpMethod::post, "/v3/pay/transactions/native", std::move(body)};
}

WeChatCall weChatCodePayCall(std::string body)
{
    return {HttpMethod::post, "/v3/pay/transactions/codepay", std::move(body)};
}

WeChatCall weChatRefundCall(std::string body)
{
    return {HttpMethod::post, "/v3/refund/domestic/refunds", std::move(body)};
}

WeChatCall weChatQueryCall(const WeChatMerchant& merchant, std::string_view orderNumber)
{
    return {HttpMethod::get,
            orderPath(orderNumber, "?mchid=" + percentEncoded(merchant.merchantId))};
}

WeChatCall weChatCloseCall(const WeChatMerchant& merchant, std::string_view orderNumber)
{
    return {HttpMethod::post,
            orderPath(orderNumber, "/close"),
            nlohmann::json{{"mchid", merchant.merchantId}}.dump()};
}

WeChatCall weChatReverseCall(const WeChatMerchant& merchant, std::string_view orderNumber)
{
    return {HttpMethod::post,
            orderPath(orderNumber, "/reverse"),
            nlohmann::json{{"appid", merchant.appId}, {"mchid", merchant.merchantId}}.dump()};
}

WeChatCall weChatRefundQueryCall(std::string_view refundNumber)
{
    return {HttpMethod::get, "/v3/refund/domestic/refunds/" + percentEncoded(refundNumber)};
}

WeChatCall weChatBillCall(Date day, BillPacking packing)
{
    return {HttpMethod::get,
            "/v3/bill/tradebill?bill_date=" + isoDate(day) + "&bill_type=ALL" +
                std::string{packingQuery(packing)}};
}

WeChatCall
weChatFundBillCall(Date day, WeChatConfiguration::FundAccount account, BillPacking packing)
{
    return {HttpMethod::get,
            "/v3/bill/fundflowbill?bill_date=" + isoDate(day) + "&account_type=" +
                std::string{nameOf(account)} + std::string{packingQuery(packing)}};
}

} // namespace guitai
