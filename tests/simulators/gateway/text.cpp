#include "tests/simulators/gateway/text.h"

#include <iconv.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

/// Reads all of `text` as digits; none when something else stands in it.
std::optional<int> number(std::string_view text)
{
    auto value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || error != std::errc{} ||
        end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Converts with a replacement for what cannot be, or throws when there is none.
std::string
converted(const char* to, const char* from, std::string_view text, std::string_view replacement)
{
    auto* converter = iconv_open(to, from);
    auto input = std::string{text};
    auto* at = input.data();
    auto left = input.size();
    auto result = std::string{};
    auto bad = false;
    while (left > 0 && !(bad && replacement.empty())) {
        auto room = std::array<char, 4096>{};
        auto* out = room.data();
        auto space = room.size();
        const auto done = iconv(converter, &at, &left, &out, &space);
        result.append(room.data(), room.size() - space);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            bad = true;
            result += replacement;
            ++at;
            --left;
        }
    }
    iconv_close(converter);
    if (bad && replacement.empty())
        throw std::invalid_argument("a character has no place in the other encoding");
    return result;
}

struct Civil {
    int year, month, day, hour, minute, second;
};

Civil civil(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto date = Date{day};
    const auto time = std::chrono::hh_mm_ss{at - day};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count())};
}

constexpr auto beijing = std::chrono::hours{8};

std::string pictured(const char* picture, Instant at)
{
    const auto c = civil(at);
    auto room = std::array<char, 64>{};
    std::snprintf(
        room.data(), room.size(), picture, c.year, c.month, c.day, c.hour, c.minute, c.second);
    return room.data();
}

/// "2026-01-15?09:30:00" with the given separator, as if it were UTC.
std::optional<Instant> plainInstant(std::string_view text, char separator)
{
    if (text.size() != 19 || text[10] != separator || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto date = dateFrom(text.substr(0, 10));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{*hour} +
           std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

} // namespace

std::vector<std::string> splitText(std::string_view text, char at)
{
    auto pieces = std::vector<std::string>{};
    for (auto from = std::size_t{0};;) {
        const auto end = text.find(at, from);
        pieces.emplace_back(text.substr(from, end - from));
        if (end == std::string_view::npos)
            return pieces;
        from = end + 1;
    }
}

std::string percentDecoded(std::string_view text, bool plusIsBlank)
{
    auto plain = std::string{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto encoded = text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 &&
                             hexValue(text[i + 2]) >= 0;
        if (encoded) {
            plain += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            plain += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return plain;
}

std::vector<std::pair<std::string, std::string>> formFields(std::string_view text)
{
    auto fields = std::vector<std::pair<std::string, std::string>>{};
    if (text.empty())
        return fields;
    for (const auto& piece : splitText(text, '&')) {
        const auto sign = std::min(piece.find('='), piece.size());
        fields.emplace_back(
            percentDecoded(piece.substr(0, sign), true),
            percentDecoded(sign == piece.size() ? "" : piece.substr(sign + 1), true));
    }
    return fields;
}

std::map<std::string, std::string> formMap(std::string_view text)
{
    auto map = std::map<std::string, std::string>{};
    for (auto& [name, value] : formFields(text))
        map.emplace(std::move(name), std::move(value));
    return map;
}

std::string yuanText(Fen amount)
{
    const auto size = amount < 0 ? -amount : amount;
    const auto cents = std::to_string(size % 100);
    return (amount < 0 ? "-" : "") + std::to_string(size / 100) + '.' +
           (cents.size() == 1 ? "0" : "") + cents;
}

std::optional<Fen> fenFromYuan(std::string_view text)
{
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    auto cents =
        point == std::string_view::npos ? std::string{} : std::string{text.substr(point + 1)};
    if (whole.empty() || whole.size() > 10 || cents.size() > 2 ||
        (point != std::string_view::npos && cents.empty()) ||
        whole.find_first_not_of("0123456789") != std::string_view::npos ||
        cents.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    cents.resize(2, '0');
    return std::stoll(std::string{whole}) * 100 + std::stoll(cents);
}

std::string beijingText(Instant at)
{
    return pictured("%04d-%02d-%02d %02d:%02d:%02d", at + beijing);
}

std::string rfc3339Text(Instant at)
{
    return pictured("%04d-%02d-%02dT%02d:%02d:%02d+08:00", at + beijing);
}

std::string digitsText(Instant at)
{
    return pictured("%04d%02d%02d%02d%02d%02d", at + beijing);
}

std::string dateText(Date date)
{
    return pictured("%04d-%02d-%02d", std::chrono::sys_days{date});
}

std::string httpDate(Instant at)
{
    constexpr auto days = std::to_array({"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"});
    constexpr auto months = std::to_array(
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
    const auto c = civil(at);
    const auto weekday =
        std::chrono::weekday{std::chrono::floor<std::chrono::days>(at)}.c_encoding();
    auto room = std::array<char, 64>{};
    std::snprintf(room.data(),
                  room.size(),
                  "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days.at(weekday),
                  c.day,
                  months.at(static_cast<std::size_t>(c.month - 1)),
                  c.year,
                  c.hour,
                  c.minute,
                  c.second);
    return room.data();
}

std::optional<Instant> instantFromBeijing(std::string_view text)
{
    const auto plain = plainInstant(text, ' ');
    return plain ? std::optional{*plain - beijing} : std::nullopt;
}

std::optional<Instant> instantFromRfc3339(std::string_view text)
{
    const auto plain = plainInstant(text.substr(0, 19), 'T');
    if (!plain)
        return std::nullopt;
    const auto zone = text.substr(19);
    if (zone == "Z")
        return plain;
    const auto hours = zone.size() == 6 ? number(zone.substr(1, 2)) : std::nullopt;
    const auto minutes = zone.size() == 6 ? number(zone.substr(4, 2)) : std::nullopt;
    if (!hours || !minutes || zone[3] != ':' || (zone[0] != '+' && zone[0] != '-'))
        return std::nullopt;
    const auto offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    return zone[0] == '+' ? *plain - offset : *plain + offset;
}

std::optional<Date> dateFrom(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const auto date = Date{std::chrono::year{*year},
                           std::chrono::month{static_cast<unsigned>(*month)},
                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

Date beijingDate(Instant at)
{
    return Date{std::chrono::floor<std::chrono::days>(at + beijing)};
}

Instant beijingMidnight(Date date)
{
    return Instant{std::chrono::sys_days{date}} - beijing;
}

bool isUtf8WithoutControls(std::string_view text)
{
    for (const auto c : text)
        if (static_cast<unsigned char>(c) < 0x20U || c == 0x7F)
            return false;
    try {
        (void)converted("UTF-32LE", "UTF-8", text, {});
    } catch (const std::invalid_argument&) {
        return false;
    }
    return true;
}

std::size_t codePoints(std::string_view text)
{
    auto count = std::size_t{0};
    for (const auto c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

std::string gbkText(std::string_view utf8)
{
    return converted("GBK", "UTF-8", utf8, {});
}

std::string misreadAsGbk(std::string_view utf8)
{
    return converted("UTF-8", "GBK", utf8, "\uFFFD");
}

} // namespace guitai::simulator
