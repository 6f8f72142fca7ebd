#pragma once

#include "services/payments/gateway.h"
#include "services/payments/wechat/line.h"

namespace guitai
{

// From a reply to what it means. Pure: no network, no clock. Nothing here says "paid" unless the
// answer verifies and names our merchant, our app, our order and our amount.

enum class WeChatOperation { create, query, close, refund, queryRefund, payByCode, reverse, bill };

/// What an error means for one operation (WeChat Pay API v3: error codes).
struct WeChatNo {
    GatewayOutcome outcome = GatewayOutcome::unknown;
    GatewayProblem problem = GatewayProblem::malformed;

    bool operator==(const WeChatNo&) const = default;
};
/// `code` as the provider wrote it: names exist with and without underscores. The same code may
/// come with different statuses; both are looked at.
WeChatNo weChatNo(WeChatOperation operation, int status, std::string_view code);

GatewayAnswer<CodeToShow> readWeChatCreate(const WeChatReply& reply);
/// Of a query, and of a payment by code, whose answer has the same form.
GatewayAnswer<TradeReport> readWeChatTrade(const WeChatReply& reply,
                                           WeChatOperation operation,
                                           const WeChatMerchant& merchant,
                                           const OrderRef& order);
GatewayAnswer<CloseReport> readWeChatClose(const WeChatReply& reply);
GatewayAnswer<ReverseReport>
readWeChatReverse(const WeChatReply& reply, const WeChatMerchant& merchant, const OrderRef& order);
GatewayAnswer<RefundReport>
readWeChatRefund(const WeChatReply& reply, WeChatOperation operation, const RefundRef& refund);

struct WeChatBillLink {
    std::string url;
    std::string sha1; ///< lower case; of the uncompressed file, as the Java sample computes it

    bool operator==(const WeChatBillLink&) const = default;
};
/// `ok` without a URL: no trade that day.
GatewayAnswer<WeChatBillLink> readWeChatBillLink(const WeChatReply& reply);

/// Exchange, clock, and the outcome as far as transport, verification and errors decide it.
template <class T>
GatewayAnswer<T> weChatAnswer(const WeChatReply& reply, WeChatOperation operation);

} // namespace guitai
