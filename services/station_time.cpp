#include "services/station_time.h"

#include <algorithm>
#include <charconv>

namespace guitai
{

namespace
{

std::string padded(unsigned value, std::size_t width)
{
    auto text = std::to_string(value);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return text;
}

std::optional<Date> dateFrom(std::string_view year, std::string_view month, std::string_view day)
{
    const auto number = [](std::string_view text) -> std::optional<unsigned> {
        auto value = 0U;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            return std::nullopt;
        return value;
    };
    const auto y = number(year);
    const auto m = number(month);
    const auto d = number(day);
    if (!y || !m || !d)
        return std::nullopt;
    const auto date =
        Date{std::chrono::year{static_cast<int>(*y)}, std::chrono::month{*m}, std::chrono::day{*d}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string clockText(Instant shifted)
{
    const auto day = std::chrono::floor<std::chrono::days>(shifted);
    const auto time = std::chrono::hh_mm_ss{shifted - day};
    return padded(static_cast<unsigned>(time.hours().count()), 2) + ":" +
           padded(static_cast<unsigned>(time.minutes().count()), 2) + ":" +
           padded(static_cast<unsigned>(time.seconds().count()), 2);
}

} // namespace

Date StationTime::dateOf(Instant instant) const
{
    return Date{std::chrono::floor<std::chrono::days>(instant + offset)};
}

std::string StationTime::dateTimeText(Instant instant) const
{
    return isoDate(dateOf(instant)) + " " + timeText(instant);
}

std::string StationTime::dateMinuteText(Instant instant) const
{
    return isoDate(dateOf(instant)) + " " + minuteText(instant);
}

std::string StationTime::minuteText(Instant instant) const
{
    constexpr std::size_t toTheMinute = 5;
    return timeText(instant).substr(0, toTheMinute);
}

std::string StationTime::timeText(Instant instant) const
{
    return clockText(instant + offset);
}

Instant StationTime::startOf(Date date) const
{
    return Instant{std::chrono::sys_days{date}} - offset;
}

std::string isoDate(Date date)
{
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::string digitDate(Date date)
{
    auto text = isoDate(date);
    std::erase(text, '-');
    return text;
}

std::optional<Date> parseIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    return dateFrom(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::optional<Date> parseDigitDate(std::string_view text)
{
    if (text.size() != 8)
        return std::nullopt;
    return dateFrom(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

std::string utcText(Instant instant)
{
    return isoDate(Date{std::chrono::floor<std::chrono::days>(instant)}) + "T" +
           clockText(instant) + "Z";
}

} // namespace guitai
