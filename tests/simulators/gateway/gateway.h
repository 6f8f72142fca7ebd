#pragma once

#include "tests/simulators/gateway/exchange.h"
#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

/// Processes one request as its provider: looks up the faults, waits outside the lock where they
/// say so, answers under it, and keeps the exchange.
Outgoing processRequest(World& world, const Incoming& request);

} // namespace guitai::simulator
