#pragma once

#include "services/money.h"
#include "services/payments/cash_desk.h"

#include <wx/string.h>

#include <optional>
#include <string_view>
#include <vector>

namespace guitai
{

/// "20 yuan"; fen are shown only when there are some: "12.50 yuan".
wxString yuan(Money amount);

/// What a clerk typed: "50", "50.5", "50.50", full-width digits and blanks allowed. No value for
/// anything else and above 100,000 yuan.
std::optional<Money> typedAmount(std::string_view typed);

/// "1 × 50, 2 × 10"
wxString pieces(const CashCount& count);
/// "100 yuan, 50 yuan"
wxString amounts(const std::vector<Money>& all);

} // namespace guitai
