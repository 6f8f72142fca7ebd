#include "services/utf8.h"

#include <array>
#include <cstdint>

namespace guitai
{

namespace
{

/// How many bytes the sequence that starts with `lead` has, and the bits that `lead` carries.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t smallest;
};

std::optional<Lead> leadOf(unsigned char lead)
{
    if (lead < 0x80)
        return Lead{1, lead, 0};
    if (lead >= 0xC2 && lead < 0xE0)
        return Lead{2, lead & 0x1FU, 0x80};
    if (lead >= 0xE0 && lead < 0xF0)
        return Lead{3, lead & 0x0FU, 0x800};
    if (lead >= 0xF0 && lead < 0xF5)
        return Lead{4, lead & 0x07U, 0x10000};
    return std::nullopt;
}

bool isScalar(char32_t point)
{
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

} // namespace

std::optional<std::u32string> decodeUtf8(std::string_view text)
{
    auto points = std::u32string{};
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = leadOf(static_cast<unsigned char>(text[i]));
        if (!lead || i + lead->length > text.size())
            return std::nullopt;
        auto point = lead->bits;
        for (std::size_t k = 1; k < lead->length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0U) != 0x80U)
                return std::nullopt;
            point = (point << 6U) | (next & 0x3FU);
        }
        if (point < lead->smallest || !isScalar(point))
            return std::nullopt;
        points += point;
        i += lead->length;
    }
    return points;
}

std::string encodeUtf8(char32_t point)
{
    const auto byte = [](char32_t value) {
        return static_cast<char>(static_cast<unsigned char>(value));
    };
    auto text = std::string{};
    if (point < 0x80) {
        text += byte(point);
    } else if (point < 0x800) {
        text += byte(0xC0U | (point >> 6U));
        text += byte(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        text += byte(0xE0U | (point >> 12U));
        text += byte(0x80U | ((point >> 6U) & 0x3FU));
        text += byte(0x80U | (point & 0x3FU));
    } else {
        text += byte(0xF0U | (point >> 18U));
        text += byte(0x80U | ((point >> 12U) & 0x3FU));
        text += byte(0x80U | ((point >> 6U) & 0x3FU));
        text += byte(0x80U | (point & 0x3FU));
    }
    return text;
}

std::string encodeUtf8(std::u32string_view points)
{
    auto text = std::string{};
    for (const auto point : points)
        text += encodeUtf8(point);
    return text;
}

std::string codePointName(char32_t point)
{
    constexpr auto digits = std::string_view{"0123456789ABCDEF"};
    auto text = std::string{};
    for (auto rest = static_cast<std::uint32_t>(point); rest > 0 || text.size() < 4; rest /= 16)
        text.insert(text.begin(), digits[rest % 16]);
    return "U+" + text;
}

std::size_t lengthInCodePoints(std::string_view text)
{
    auto count = std::size_t{0};
    for (const auto c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

std::string trimmed(std::string_view text)
{
    constexpr auto blanks =
        std::array<std::string_view, 6>{" ", "\t", "\r", "\n", "\u3000", "\u00A0"};
    auto again = true;
    while (again) {
        again = false;
        for (const auto blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return std::string{text};
}

} // namespace guitai
