#include "services/payments/yuan_text.h"

#include <algorithm>

namespace guitai
{

std::optional<std::int64_t> decimalFrom(std::string_view text, unsigned places)
{
    const auto negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > 10 || fraction.size() > places || places > 8 ||
        (point != std::string_view::npos && fraction.empty()) || !digits(whole) ||
        !digits(fraction))
        return std::nullopt;

    auto value = std::int64_t{};
    for (const auto c : whole)
        value = value * 10 + (c - '0');
    for (std::size_t place = 0; place < places; ++place)
        value = value * 10 + (place < fraction.size() ? fraction[place] - '0' : 0);
    return negative ? -value : value;
}

std::optional<Money> moneyFromYuan(std::string_view text)
{
    const auto fen = decimalFrom(text, 2);
    return fen ? std::optional{Money::fen(*fen)} : std::nullopt;
}

} // namespace guitai
