#pragma once

#include "tests/simulators/gateway/world.h"

namespace httplib
{
class Server;
}

namespace guitai::simulator
{

/// The control interface: moves the clock, plays the citizen, arranges faults,
/// shows ledger and exchanges. Its server listens on the loopback only.
void addControlRoutes(httplib::Server& server, World& world);

} // namespace guitai::simulator
