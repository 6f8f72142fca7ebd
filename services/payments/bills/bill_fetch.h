#pragma once

#include "services/payments/gateway.h"

#include <optional>

namespace guitai
{

/// A day's bills as a channel gave them.
struct FetchedBills {
    GatewayAnswer<BillFile> trades;
    /// What moved on the account; no value: the channel has no such bill, or the first did not
    /// come.
    std::optional<GatewayAnswer<BillFile>> funds = {};

    bool haveTrades() const { return trades.ok() && trades.value; }
    bool haveFunds() const { return funds && funds->ok() && funds->value; }
};

/// Asks for the trades of a day, then for the account's movements where the channel tells them.
/// Blocks on the network.
FetchedBills fetchBills(PaymentGateway& gateway, Date day);

} // namespace guitai
