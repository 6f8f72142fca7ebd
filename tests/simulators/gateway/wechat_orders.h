#pragma once

#include "tests/simulators/gateway/wechat_call.h"

namespace guitai::simulator
{

// What single and combined orders of API v3 have in common.

/// A merchant's order number under that name.
std::string orderNumberOf(const Fields& fields, const char* name);
void requireNotifyUrl(const Fields& fields);
/// The last moment to pay, at least a minute away; no value: as long as the order lives.
std::optional<Instant> lastMoment(const Fields& fields, Instant now);
/// A new code; the order's older one is void.
Json showCode(World& world, const Trade& trade);
/// NOTPAY, SUCCESS and so on; an order of which something was given back says REFUND.
std::string stateName(World& world, const Trade& trade);
/// What the same number and content again would get; throws what the provider says otherwise.
void requireRepeatable(const Trade& known, const Trade& wish);

} // namespace guitai::simulator
