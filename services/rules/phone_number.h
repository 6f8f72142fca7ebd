#pragma once

#include "services/result.h"

#include <string>
#include <string_view>

namespace guitai
{

/// Digits only: blanks, hyphens, brackets, "+86" and full-width characters are normalised. Mobiles
/// have 11 digits starting 13 to 19; landlines 7 to 12 digits, area code included (numbering plan
/// of the Ministry of Industry and Information Technology, 电信网编号计划).
Result<std::string> parsePhone(std::string_view typed, const std::string& field);

} // namespace guitai
