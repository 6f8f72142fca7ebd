#include "services/payments/clock_check.h"

#include "services/station_time.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace guitai
{

namespace
{

constexpr auto months = std::array<std::string_view, 12>{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> twoDigits(std::string_view text)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

} // namespace

ClockCheck::Level ClockCheck::level() const
{
    const auto off = difference < std::chrono::seconds{0} ? -difference : difference;
    if (off > std::chrono::seconds{240})
        return Level::block;
    return off > std::chrono::seconds{60} ? Level::warn : Level::good;
}

std::optional<Instant> instantFromHttpDate(std::string_view text)
{
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT" ||
        text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    const auto month = std::find(months.begin(), months.end(), text.substr(8, 3));
    const auto number = month - months.begin() + 1;
    const auto day = parseIsoDate(std::string{text.substr(12, 4)} + (number < 10 ? "-0" : "-") +
                                  std::to_string(number) + "-" + std::string{text.substr(5, 2)});
    const auto hour = twoDigits(text.substr(17));
    const auto minute = twoDigits(text.substr(20));
    const auto second = twoDigits(text.substr(23));
    if (month == months.end() || !day || !hour || !minute || !second || *hour > 23 ||
        *minute > 59 || *second > 60)
        return std::nullopt;
    return std::chrono::sys_days{*day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

std::optional<ClockCheck> checkClock(std::optional<std::string_view> dateHeader, Instant now)
{
    if (!dateHeader)
        return std::nullopt;
    const auto provider = instantFromHttpDate(*dateHeader);
    return provider ? std::optional{ClockCheck{*provider - now}} : std::nullopt;
}

} // namespace guitai
