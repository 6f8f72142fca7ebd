#pragma once

#include "services/result.h"

#include <string>
#include <string_view>

namespace guitai
{

/// The unified social credit code of an organisation (GB 32100-2015): 18 digits and capital letters
/// without I, O, S, V, Z, the last one a check character. Blanks and hyphens that were typed are
/// dropped, small letters and full-width forms taken. Refuses missing, malformed, badCheckDigit;
/// `field` names the input in the refusal.
Result<std::string> parseCreditCode(std::string_view typed, const std::string& field);

} // namespace guitai
