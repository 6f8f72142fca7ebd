#include "services/rules/phone_number.h"

#include "services/rules/digits.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

char32_t halfWidth(char32_t point)
{
    return point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point;
}

bool isFiller(char32_t point)
{
    constexpr auto fillers = std::u32string_view{U" \t\r\n\u00A0\u3000-()\u2010\u2011\u2013\u2014"};
    return fillers.find(point) != std::u32string_view::npos;
}

bool isMobile(std::string_view digits)
{
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// With an area code a landline starts with 0; only short local numbers may start with 1.
bool isLandline(std::string_view digits)
{
    constexpr std::size_t longestLocal = 8;
    return digits.size() >= 7 && digits.size() <= 12 &&
           (digits.front() != '1' || digits.size() <= longestLocal);
}

/// Without the country's prefix: a landline then gets back the zero of its area code.
std::string national(std::string digits)
{
    for (const auto prefix : {std::string_view{"+86"}, std::string_view{"0086"}}) {
        if (!digits.starts_with(prefix))
            continue;
        digits.erase(0, prefix.size());
        if (!isMobile(digits) && !digits.starts_with('0'))
            digits.insert(0, 1, '0');
        return digits;
    }
    if (digits.size() == 13 && digits.starts_with("86") && isMobile(digits.substr(2)))
        digits.erase(0, 2);
    return digits;
}

} // namespace

Result<std::string> parsePhone(std::string_view typed, const std::string& field)
{
    const auto points = decodeUtf8(typed);
    if (!points)
        return Refusal{Refusal::Code::badUtf8, field};
    auto kept = std::u32string{};
    for (const auto point : *points)
        if (!isFiller(halfWidth(point)))
            kept += halfWidth(point);
    if (kept.empty())
        return Refusal{Refusal::Code::missing, field};

    const auto number = national(encodeUtf8(kept));
    if (!areDigits(number) || !(isMobile(number) || isLandline(number)))
        return Refusal{Refusal::Code::malformed, field};
    return number;
}

} // namespace guitai
