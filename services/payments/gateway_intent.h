#pragma once

#include "services/payments/gateway.h"

#include <string_view>

namespace guitai
{

// What every implementation of a gateway does with intents and answers in the same way.

/// An order number that no window makes: asking for it needs keys, clock and network, and tells of
/// no order.
inline constexpr std::string_view probedOrder = "GUITAIPROBE000000000";

/// An intent of another call is a fault of ours: throws std::logic_error.
void requireCall(const GatewayIntent& intent, GatewayIntent::Call call);
OrderRef orderOf(const GatewayIntent& intent);

/// What the question for a bill's link said, where there is nothing to download; an accepted one
/// means a day without trade.
template <class Link>
GatewayAnswer<BillFile> withoutFile(const GatewayAnswer<Link>& link)
{
    auto answer = GatewayAnswer<BillFile>{.outcome = link.outcome,
                                          .problem = link.problem,
                                          .proven = link.proven,
                                          .providerCode = link.providerCode,
                                          .exchange = link.exchange,
                                          .clock = link.clock};
    if (link.ok())
        answer.value = BillFile{};
    return answer;
}

} // namespace guitai
