#pragma once

#include "services/payments/gateway.h"

namespace guitai
{

/// What no provider accepts is a fault of ours: each throws std::logic_error, before anything is
/// journaled. Numbers: [0-9A-Za-z_]{6,32}; amounts above 0; a refund within the order.
void requireSound(const CodeOrder& order);
void requireSound(const CodePayOrder& order);
void requireSound(const RefundOrder& order);

} // namespace guitai
