#include "services/devices/reader/chip_fields.h"

#include "services/rules/characters.h"
#include "services/rules/person_name.h"
#include "services/station_time.h"
#include "services/utf8.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

std::u16string_view withoutPadding(std::u16string_view units)
{
    return units.substr(0, units.find_last_not_of(u' ') + 1); // npos + 1 is 0
}

bool isHighSurrogate(char16_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(char16_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// No value when half of a surrogate pair stands alone.
std::optional<std::u32string> codePointsOf(std::u16string_view units)
{
    auto points = std::u32string{};
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto unit = units[i];
        if (!isHighSurrogate(unit) && !isLowSurrogate(unit)) {
            points += unit;
            continue;
        }
        if (isLowSurrogate(unit) || i + 1 == units.size() || !isLowSurrogate(units[i + 1]))
            return std::nullopt;
        const auto low = units[++i];
        points += static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    }
    return points;
}

bool isCodeCharacter(char16_t unit)
{
    return (unit >= u'0' && unit <= u'9') || (unit >= u'A' && unit <= u'Z');
}

std::string asciiOf(std::u16string_view units)
{
    auto text = std::string{};
    for (const auto unit : units)
        text += unit < 0x80 ? static_cast<char>(unit) : '?';
    return text;
}

bool hasKind(const std::u32string& points, CharacterKind kind)
{
    return std::ranges::any_of(points, [kind](char32_t point) { return kindOf(point) == kind; });
}

} // namespace

std::u16string ChipFields::unitsAt(Place place) const
{
    if (place.length % 2 != 0 || place.offset + place.length > m_block.size())
        throw std::logic_error("a field outside of the chip's text");
    auto units = std::u16string{};
    for (auto i = place.offset; i < place.offset + place.length; i += 2) {
        const auto low = std::to_integer<unsigned>(m_block[i]);
        const auto high = std::to_integer<unsigned>(m_block[i + 1]);
        units += static_cast<char16_t>(high << 8U | low);
    }
    return units;
}

ChipText ChipFields::decoded(std::u16string_view units, const std::string& field, Need need)
{
    const auto used = withoutPadding(units);
    if (used.empty()) {
        if (need == Need::required)
            refuse(Refusal::Code::missing, field);
        return {};
    }
    const auto points = codePointsOf(used);
    if (!points || hasKind(*points, CharacterKind::forbidden)) {
        refuse(Refusal::Code::malformed, field);
        return {};
    }
    return {encodeUtf8(*points),
            used.size() + 1 >= units.size(),
            hasKind(*points, CharacterKind::privateUse)};
}

ChipText ChipFields::text(Place place, const std::string& field, Need need)
{
    return decoded(unitsAt(place), field, need);
}

ChipText ChipFields::text(Place place, Place rest, const std::string& field, Need need)
{
    return decoded(unitsAt(place) + unitsAt(rest), field, need);
}

ChipText ChipFields::name(Place place, const std::string& field, Need need)
{
    auto name = text(place, field, need);
    name.text = normalisedName(name.text);
    return name;
}

std::string ChipFields::code(Place place, std::size_t length, const std::string& field, Need need)
{
    const auto units = unitsAt(place);
    const auto used = withoutPadding(units);
    if (used.empty() && need == Need::optional)
        return {};
    if (used.size() != length || !std::ranges::all_of(used, isCodeCharacter)) {
        refuse(used.empty() ? Refusal::Code::missing : Refusal::Code::malformed, field);
        return {};
    }
    return asciiOf(used);
}

Date ChipFields::date(Place place, const std::string& field)
{
    const auto parsed = parseDigitDate(asciiOf(unitsAt(place)));
    if (!parsed)
        refuse(Refusal::Code::badDate, field);
    return parsed.value_or(Date{});
}

std::optional<Date> ChipFields::lastDay(Place place, const std::string& field)
{
    const auto units = unitsAt(place);
    if (withoutPadding(units) == u"长期")
        return std::nullopt;
    return date(place, field);
}

std::optional<Sex> ChipFields::sex(Place place, const std::string& field)
{
    const auto text = asciiOf(unitsAt(place));
    if (text == "1")
        return Sex::male;
    if (text == "2")
        return Sex::female;
    if (text != "0" && text != "9")
        refuse(Refusal::Code::malformed, field);
    return std::nullopt;
}

void ChipFields::refuse(Refusal::Code code, const std::string& field)
{
    m_refusals.push_back({code, field});
}

bool ChipFields::isSound(std::string_view field) const
{
    return std::ranges::none_of(m_refusals,
                                [field](const auto& one) { return one.field == field; });
}

} // namespace guitai
