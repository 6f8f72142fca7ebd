#pragma once

#include "services/result.h"

#include <string>
#include <string_view>

namespace guitai
{

inline constexpr std::size_t longestName = 50; ///< code points (joint notice 民委发〔2016〕33号)

/// Look-alikes of the separator become U+00B7, full-width Latin letters ASCII. Blanks go, but for
/// one between two Latin words. Text that is no UTF-8 comes back as it is.
std::string normalisedName(std::string_view typed);

/// The normalised name, or why it cannot be one. A name holds Han characters of any plane (U+3007
/// 〇 too), U+00B7 inside, and Latin letters, because people who were naturalised may bear them.
/// Refused by Unicode category, whatever a font draws: private-use characters, controls, emoji,
/// digits, other scripts, variation selectors (a name must have one spelling), a separator at an
/// end or doubled, more than `longestName` code points.
Result<std::string> parseName(std::string_view typed, const std::string& field);

/// Free text such as an address: trimmed, every blank inside made U+0020; no controls, no
/// private-use characters, no emoji, at most `limit` code points.
Result<std::string> parseText(std::string_view typed, std::size_t limit, const std::string& field);

/// "王*梅", "欧**娜", "王*": what others in the room may see.
std::string maskedName(std::string_view name);

} // namespace guitai
