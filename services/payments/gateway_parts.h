#pragma once

#include "services/clock.h"
#include "services/log.h"
#include "services/payments/http/http_exchange.h"
#include "services/random_source.h"

namespace guitai
{

/// What a gateway needs from the rest of the program. All outlive it.
struct GatewayParts {
    HttpExchange& http;
    const Clock& clock;
    RandomSource& random;
    Log& log;
};

} // namespace guitai
