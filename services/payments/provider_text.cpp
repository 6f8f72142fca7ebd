#include "services/payments/provider_text.h"

#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace guitai
{

namespace
{

constexpr auto beijing = StationTime{};

/// "HH:MM:SS" as a time of day.
std::optional<std::chrono::seconds> timeOfDay(std::string_view text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':')
        return std::nullopt;
    auto parts = std::array<int, 3>{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto* start = text.data() + i * 3;
        const auto [end, error] = std::from_chars(start, start + 2, parts[i]);
        if (error != std::errc{} || end != start + 2 || parts[i] < 0)
            return std::nullopt;
    }
    if (parts[0] > 23 || parts[1] > 59 || parts[2] > 60)
        return std::nullopt;
    return std::chrono::hours{parts[0]} + std::chrono::minutes{parts[1]} +
           std::chrono::seconds{parts[2]};
}

} // namespace

std::string rfc3339Text(Instant instant)
{
    auto text = beijing.dateTimeText(instant);
    text[10] = 'T';
    return text + "+08:00";
}

std::optional<Instant> instantFromRfc3339(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T')
        return std::nullopt;
    const auto day = parseIsoDate(text.substr(0, 10));
    const auto time = timeOfDay(text.substr(11, 8));
    auto zone = text.substr(19);
    if (zone.starts_with('.')) // fractions of a second are dropped
        zone.remove_prefix(std::min(zone.find_first_not_of("0123456789", 1), zone.size()));
    if (!day || !time)
        return std::nullopt;
    const auto local = std::chrono::sys_days{*day} + *time;
    if (zone == "Z")
        return local;
    const auto offset =
        zone.size() == 6 ? timeOfDay(std::string{zone.substr(1)} + ":00") : std::nullopt;
    if (!offset || (zone[0] != '+' && zone[0] != '-'))
        return std::nullopt;
    return zone[0] == '+' ? local - *offset : local + *offset;
}

std::string beijingText(Instant instant)
{
    return beijing.dateTimeText(instant);
}

std::optional<Instant> instantFromBeijing(std::string_view text)
{
    if (text.size() != 19 || text[10] != ' ')
        return std::nullopt;
    const auto day = parseIsoDate(text.substr(0, 10));
    const auto time = timeOfDay(text.substr(11));
    return day && time ? std::optional{beijing.startOf(*day) + *time} : std::nullopt;
}

std::string cleanedText(std::string_view text, std::size_t limit)
{
    auto cut = std::min(text.size(), limit);
    while (cut < text.size() && cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
        --cut;
    auto cleaned = std::string{text.substr(0, cut)};
    for (auto& c : cleaned) {
        if ((c >= 0 && c < ' ') || c == '\x7f')
            c = ' ';
    }
    return cleaned;
}

std::optional<nlohmann::json> objectFrom(std::string_view text)
{
    auto parsed = nlohmann::json::parse(text, nullptr, false);
    return parsed.is_object() ? std::optional{std::move(parsed)} : std::nullopt;
}

std::string textAt(const nlohmann::json& object, const char* name)
{
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? member->get<std::string>()
                                                         : std::string{};
}

std::optional<std::int64_t> integerAt(const nlohmann::json& object, const char* name)
{
    const auto member = object.find(name);
    if (member == object.end() || !member->is_number_integer())
        return std::nullopt;
    if (member->is_number_unsigned() && member->get<std::uint64_t>() > INT64_MAX)
        return std::nullopt;
    return member->get<std::int64_t>();
}

const nlohmann::json& objectAt(const nlohmann::json& object, const char* name)
{
    static const auto none = nlohmann::json::object();
    const auto member = object.find(name);
    return member != object.end() && member->is_object() ? *member : none;
}

} // namespace guitai
