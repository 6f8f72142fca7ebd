#include "services/payments/gateway_task.h"

#include <stdexcept>

namespace guitai
{

std::string_view nameOf(GatewayCall call)
{
    switch (call) {
    case GatewayCall::create:
        return "create";
    case GatewayCall::payByCode:
        return "payByCode";
    case GatewayCall::query:
        return "query";
    case GatewayCall::close:
        return "close";
    case GatewayCall::reverse:
        return "reverse";
    case GatewayCall::refund:
        return "refund";
    case GatewayCall::queryRefund:
        return "queryRefund";
    }
    return "unknown";
}

GatewayReply perform(PaymentGateway& gateway, const GatewayTask& task)
{
    switch (task.call) {
    case GatewayCall::create:
        return gateway.create(task.intent);
    case GatewayCall::payByCode:
        return gateway.payByCode(task.intent);
    case GatewayCall::query:
        return gateway.query(task.order);
    case GatewayCall::close:
        return gateway.close(task.order);
    case GatewayCall::reverse:
        return gateway.reverse(task.order);
    case GatewayCall::refund:
        return gateway.refund(task.intent);
    case GatewayCall::queryRefund:
        return gateway.queryRefund(task.refund);
    }
    throw std::logic_error("a call that does not exist");
}

} // namespace guitai
