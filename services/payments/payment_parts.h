#pragma once

#include "services/clock.h"
#include "services/journal/journal.h"
#include "services/journal/journal_files.h"
#include "services/log.h"
#include "services/payments/gateway.h"
#include "services/payments/payment_policy.h"
#include "services/random_source.h"
#include "services/station_time.h"

#include <map>
#include <string>

namespace guitai
{

/// What electronic payment needs from the rest of the program. All outlive it.
struct PaymentParts {
    Journal& journal;
    const PaymentPolicy& policy;
    Clock& clock;
    RandomSource& random;
    Log& log;
    WindowIdentity identity;
    StationTime time = {};
    /// The contracted channels. Of a gateway only what is pure is asked here (traits, intents).
    std::map<GatewayChannel, const PaymentGateway*> gateways;
    /// Names the machine (not a person); another one than before begins a new epoch of order
    /// numbers. Empty: not known.
    std::string machine = {};
    /// Three of [0-9A-Z] that begin this station's order numbers at the providers; empty: the
    /// station's digits of the agency.
    std::string orderPrefix = {};
};

/// The program itself, where no person acts.
inline const std::string systemUser = "system";

} // namespace guitai
