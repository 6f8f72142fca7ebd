#include "tests/simulators/reader/card_order.h"

#include "tests/simulators/reader/reader_emulator.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace guitai::simulator
{

namespace
{

using nlohmann::json;

/// How long a hand takes between lifting one card and laying down the next.
constexpr auto changeTime = std::chrono::milliseconds{250};

/// JSON is UTF-8, chips hold UTF-16.
std::u16string units(const std::string& text)
{
    auto units = std::u16string{};
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto length = first < 0x80 ? 1U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : 4U;
        auto point = length == 1 ? char32_t{first} : char32_t{first & (0xFFU >> (length + 1))};
        for (std::size_t k = 1; k < length; ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text.at(i + k)) & 0x3FU);
        i += length;
        if (point < 0x10000) {
            units += static_cast<char16_t>(point);
            continue;
        }
        units += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10U));
        units += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FFU));
    }
    return units;
}

class Fields
{
public:
    explicit Fields(const json& card) : m_card(card) {}
    void take(const char* name, std::u16string& field) const
    {
        if (const auto found = m_card.find(name); found != m_card.end())
            field = units(found->get<std::string>());
    }

private:
    const json& m_card;
};

ChipBytes residentText(const Fields& from)
{
    auto fields = ResidentFields{};
    from.take("name", fields.name);
    from.take("sex", fields.sex);
    from.take("ethnicity", fields.ethnicity);
    from.take("birthDate", fields.birthDate);
    from.take("address", fields.address);
    from.take("number", fields.number);
    from.take("authority", fields.authority);
    from.take("validFrom", fields.validFrom);
    from.take("validTo", fields.validTo);
    return chipText(fields);
}

ChipBytes permitText(const Fields& from)
{
    auto fields = PermitFields{};
    from.take("name", fields.name);
    from.take("sex", fields.sex);
    from.take("birthDate", fields.birthDate);
    from.take("address", fields.address);
    from.take("number", fields.number);
    from.take("authority", fields.authority);
    from.take("validFrom", fields.validFrom);
    from.take("validTo", fields.validTo);
    from.take("travelPermit", fields.travelPermit);
    from.take("issueCount", fields.issueCount);
    return chipText(fields);
}

template <class Foreigner>
ChipBytes foreignerText(const Fields& from)
{
    auto fields = Foreigner{};
    from.take("englishName", fields.englishName);
    from.take("chineseName", fields.chineseName);
    from.take("sex", fields.sex);
    from.take("birthDate", fields.birthDate);
    from.take("number", fields.number);
    from.take("issued", fields.issued);
    from.take("validTo", fields.validTo);
    from.take("nationality", fields.nationality);
    return chipText(fields);
}

std::optional<EmulatedCard> cardFrom(const json& order)
{
    const auto fields = Fields{order};
    const auto kind = order.value("kind", "");
    auto card = EmulatedCard{};
    if (kind == "resident")
        card.text = residentText(fields);
    else if (kind == "permit")
        card.text = permitText(fields);
    else if (kind == "foreigner")
        card.text = foreignerText<Foreigner2023Fields>(fields);
    else if (kind == "foreigner2017")
        card.text = foreignerText<Foreigner2017Fields>(fields);
    else
        return std::nullopt;
    card.prints = chipPrints(order.value("prints", std::size_t{2}));
    if (order.contains("appendedAddress"))
        card.appendedAddress = chipAddress(units(order.at("appendedAddress").get<std::string>()));
    return card;
}

} // namespace

bool obey(const std::string& line, ReaderEmulator& reader)
{
    try {
        const auto order = json::parse(line);
        if (order.contains("lay")) {
            const auto card = cardFrom(order.at("lay"));
            if (!card)
                return false;
            reader.lift();
            std::this_thread::sleep_for(changeTime);
            reader.putDown(*card);
        } else if (order.contains("lift")) {
            reader.lift();
        } else if (order.contains("plug")) {
            order.at("plug").get<bool>() ? reader.plug() : reader.unplug();
        } else if (order.contains("fail")) {
            reader.failReads(order.at("fail").get<int>());
        } else {
            return false;
        }
        return true;
    } catch (const json::exception&) {
        return false;
    } catch (const std::logic_error&) { // a text that no chip has room for
        return false;
    }
}

} // namespace guitai::simulator
