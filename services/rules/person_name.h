#pragma once

#include "services/result.h"

#include <string>
#include <string_view>

namespace guitai
{

inline constexpr std::size_t longestName = 50; ///< code points (joint notice 民委发〔2016〕33号)

/// Trimmed; blanks between Han characters removed; look-alikes of the separator become U+00B7.
std::string normalisedName(std::string_view typed);

/// The normalised name, or why it cannot be one: empty, too long, private-use, controls, emoji,
/// digits, a separator at an end or doubled. Refused by Unicode category, whatever a font draws.
Result<std::string> parseName(std::string_view typed, const std::string& field);

/// Free text such as an address: trimmed, no controls, no private-use characters, no emoji,
/// at most `limit` code points.
Result<std::string> parseText(std::string_view typed, std::size_t limit, const std::string& field);

/// "王*梅", "欧**娜": what others in the room may see.
std::string maskedName(std::string_view name);

} // namespace guitai
