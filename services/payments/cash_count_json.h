#pragma once

#include "services/payments/cash_desk.h"

#include <nlohmann/json_fwd.hpp>

namespace guitai
{

/// {"10000": 2, "500": 1}: fen → pieces.
nlohmann::json countJson(const CashCount& count);

} // namespace guitai
