#pragma once

#include "forms/background.h"
#include "services/payments/bill_schedule.h"
#include "services/payments/gateway.h"

#include <map>

namespace guitai
{

/// The providers' bills. A bill may be large and its provider slow: downloads have a thread and
/// connections of their own, so that neither a payment nor the journal waits for them.
struct BillDownload {
    Background& network;
    std::map<GatewayChannel, PaymentGateway*> gateways; ///< called on `network` only
    BillSchedule schedule = {};
};

} // namespace guitai
