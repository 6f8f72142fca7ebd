#pragma once

#include "services/money.h"

#include <optional>
#include <string_view>

namespace guitai
{

/// A decimal number as an integer of its last allowed place: ("0.12000", 5) is 12000. Digits, at
/// most one point with digits on both sides, a leading minus; up to ten places before the point.
/// No blank, no plus, no exponent, no other digits than ASCII.
std::optional<std::int64_t> decimalFrom(std::string_view text, unsigned places);

/// Amounts of the providers in yuan: ^-?[0-9]{1,10}(\.[0-9]{1,2})?$. Exact; no
/// floating point is involved. Money::text() is the way back.
std::optional<Money> moneyFromYuan(std::string_view text);

} // namespace guitai
