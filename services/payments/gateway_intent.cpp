#include "services/payments/gateway_intent.h"

#include <stdexcept>

namespace guitai
{

void requireCall(const GatewayIntent& intent, GatewayIntent::Call call)
{
    if (intent.call != call || intent.content.empty())
        throw std::logic_error("intent of another call");
}

OrderRef orderOf(const GatewayIntent& intent)
{
    return {intent.orderNumber, intent.orderTotal};
}

} // namespace guitai
