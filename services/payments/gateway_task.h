#pragma once

#include "services/payments/gateway.h"

#include <string>
#include <string_view>
#include <variant>

namespace guitai
{

enum class GatewayCall { create, payByCode, query, close, reverse, refund, queryRefund };
std::string_view nameOf(GatewayCall call);

/// One call that may be made now. Whatever it can cause is durable already: the attempt or refund
/// stands in the journal as "may be out".
struct GatewayTask {
    GatewayCall call{};
    GatewayChannel channel{};
    std::string chargeId;
    std::string orderNumber;
    std::string refundNumber = {};
    GatewayIntent intent = {}; ///< create, payByCode, refund
    OrderRef order = {};       ///< query, close, reverse
    RefundRef refund = {};     ///< queryRefund
    bool first = false;        ///< nothing was sent under this number before
};

using GatewayReply = std::variant<GatewayAnswer<CodeToShow>,
                                  GatewayAnswer<TradeReport>,
                                  GatewayAnswer<CloseReport>,
                                  GatewayAnswer<ReverseReport>,
                                  GatewayAnswer<RefundReport>>;

/// Makes the call: blocks on the network, belongs to its worker. A library's failure throws.
GatewayReply perform(PaymentGateway& gateway, const GatewayTask& task);

} // namespace guitai
