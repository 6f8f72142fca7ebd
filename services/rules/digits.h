#pragma once

#include <algorithm>
#include <string_view>

namespace guitai
{

/// ASCII digits; no locale has a say.
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// True of the empty text too.
constexpr bool areDigits(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

} // namespace guitai
