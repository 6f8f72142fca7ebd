#pragma once

#include "services/payments/alipay/signature.h"
#include "services/payments/gateway.h"

namespace guitai
{

/// What came back for one signed call.
struct AlipayReply {
    std::optional<HttpFailure> failure = {};
    AlipayJudgement judgement = {};
    GatewayExchange exchange = {};
    std::optional<ClockCheck> clock = {};
};

enum class AlipayOperation { create, query, close, cancel, refund, queryRefund, pay, bill };
std::string_view methodOf(AlipayOperation operation);

/// What a code other than 10000 means (Alipay Open Platform: result codes, trade methods). Business
/// failures (40004) count only under a signature; gateway failures are mostly unsigned and never
/// speak about an order, save that a precreate that failed made no code.
struct AlipayNo {
    GatewayOutcome outcome = GatewayOutcome::unknown;
    GatewayProblem problem = GatewayProblem::malformed;

    bool operator==(const AlipayNo&) const = default;
};
AlipayNo
alipayNo(AlipayOperation operation, std::string_view code, std::string_view subCode, bool isSigned);

GatewayAnswer<CodeToShow> readAlipayCreate(const AlipayReply& reply, const OrderRef& order);
/// Of a query. "Paid" only with the amount, the order and, where named, seller and app of ours.
GatewayAnswer<TradeReport> readAlipayTrade(const AlipayReply& reply,
                                           const AlipayConfiguration& configuration,
                                           const OrderRef& order);
/// Of a payment by code: 10000 is `paid` as far as this answer goes; a query confirms it.
GatewayAnswer<TradeReport> readAlipayPay(const AlipayReply& reply,
                                         const AlipayConfiguration& configuration,
                                         const OrderRef& order);
GatewayAnswer<CloseReport> readAlipayClose(const AlipayReply& reply, const OrderRef& order);
GatewayAnswer<ReverseReport> readAlipayCancel(const AlipayReply& reply, const OrderRef& order);
GatewayAnswer<RefundReport> readAlipayRefund(const AlipayReply& reply, const RefundRef& refund);
GatewayAnswer<RefundReport> readAlipayRefundQuery(const AlipayReply& reply,
                                                  const RefundRef& refund);
/// `ok` with an empty link: no trade that day.
GatewayAnswer<std::string> readAlipayBillLink(const AlipayReply& reply);

} // namespace guitai
