#pragma once

#include "services/result.h"

#include <string>
#include <string_view>

namespace guitai
{

/// Digits only: blanks, hyphens, "+86" and full-width digits are normalised. Mobiles have 11 digits
/// starting 1; landlines 7 to 12 digits.
Result<std::string> parsePhone(std::string_view typed, const std::string& field);

} // namespace guitai
