#pragma once

#include "services/payments/gateway.h"
#include "services/random_source.h"

#include <chrono>

namespace guitai
{

/// How long to wait before the next question. Pure but for the jitter.
using Pause = std::chrono::milliseconds;

/// A code on the screen, by the age of the attempt: 2 s in the first minute, 3 s to the third, 5 s.
Pause pauseWhileShown(std::chrono::seconds age);
/// A payment code: first 5 s after sending, then as the channel asks for.
Pause pauseWhilePaying(const GatewayTraits& traits, int asked);
/// Unsettled attempts in the background: 5 s, 30 s, 1, 3, 5, 10, 30 min, then hourly.
Pause pauseInBackground(int asked);
/// After this time the bill tells.
inline constexpr auto backgroundEnds = std::chrono::hours{24};
/// WeChat Pay: 1 min five times, 5, 10, 20, 30 min, then hourly. Alipay: 10 s, 30 s, 1, 5, 30 min,
/// then hourly.
Pause pauseOfRefund(GatewayChannel channel, int asked);
/// Server trouble: exponential from 1 s up to 15 s, never sooner than `usual`.
Pause pauseInTrouble(int troubles, Pause usual);
/// Within 20 % of it, so that windows do not ask in step.
Pause jittered(Pause pause, RandomSource& random);

} // namespace guitai
