#include "tests/simulators/reader/emulated_card.h"

#include <algorithm>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

ChipBytes littleEndianUnits(std::u16string_view units)
{
    auto bytes = ChipBytes{};
    for (const auto unit : units) {
        bytes.push_back(static_cast<std::uint8_t>(unit & 0xFFU));
        bytes.push_back(static_cast<std::uint8_t>(unit >> 8U));
    }
    return bytes;
}

} // namespace

void ChipBlock::put(std::size_t offset, std::size_t length, std::u16string_view text)
{
    if (text.size() * 2 > length || offset + length > m_units.size() * 2)
        throw std::logic_error("a text that does not fit in its field");
    auto padded = std::u16string{text};
    padded.resize(length / 2, u' ');
    m_units.replace(offset / 2, length / 2, padded);
}

ChipBytes ChipBlock::bytes() const
{
    return littleEndianUnits(m_units);
}

ChipBytes chipText(const ResidentFields& fields)
{
    auto block = ChipBlock{};
    block.put(0, 30, fields.name);
    block.put(30, 2, fields.sex);
    block.put(32, 4, fields.ethnicity);
    block.put(36, 16, fields.birthDate);
    block.put(52, 70, fields.address);
    block.put(122, 36, fields.number);
    block.put(158, 30, fields.authority);
    block.put(188, 16, fields.validFrom);
    block.put(204, 16, fields.validTo);
    block.put(248, 2, fields.type);
    return block.bytes();
}

ChipBytes chipText(const PermitFields& fields)
{
    auto block = ChipBlock{};
    block.put(0, 30, fields.name);
    block.put(30, 2, fields.sex);
    block.put(36, 16, fields.birthDate);
    block.put(52, 70, fields.address);
    block.put(122, 36, fields.number);
    block.put(158, 30, fields.authority);
    block.put(188, 16, fields.validFrom);
    block.put(204, 16, fields.validTo);
    block.put(220, 18, fields.travelPermit);
    block.put(238, 4, fields.issueCount);
    block.put(248, 2, u"J");
    return block.bytes();
}

ChipBytes chipText(const Foreigner2017Fields& fields)
{
    auto block = ChipBlock{};
    block.put(0, 120, fields.englishName);
    block.put(120, 2, fields.sex);
    block.put(122, 30, fields.number);
    block.put(152, 6, fields.nationality);
    block.put(158, 30, fields.chineseName);
    block.put(188, 16, fields.issued);
    block.put(204, 16, fields.validTo);
    block.put(220, 16, fields.birthDate);
    block.put(236, 4, u"01");
    block.put(240, 8, u"1500");
    block.put(248, 2, u"I");
    return block.bytes();
}

ChipBytes chipText(const Foreigner2023Fields& fields)
{
    constexpr std::size_t firstPart = 35;
    const auto name = std::u16string_view{fields.englishName};
    auto block = ChipBlock{};
    block.put(0, 30, fields.chineseName);
    block.put(30, 2, fields.sex);
    block.put(32, 4, u"00");
    block.put(36, 16, fields.birthDate);
    block.put(52, 70, name.substr(0, firstPart));
    block.put(122, 36, fields.number);
    block.put(188, 16, fields.issued);
    block.put(204, 16, fields.validTo);
    block.put(220, 22, name.substr(std::min(firstPart, name.size())));
    block.put(242, 6, fields.nationality);
    block.put(248, 2, u"Y");
    return block.bytes();
}

ChipBytes chipPhoto()
{
    auto photo = ChipBytes{'W', 'L', 0x66, 0x00, 0x7E, 0x00, 0x32, 0x00, 0x00, 0xFF, 0x85};
    for (auto i = photo.size(); i < 1024; ++i)
        photo.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    return photo;
}

ChipBytes chipPrints(std::size_t fingers)
{
    constexpr std::uint8_t rightThumb = 11;
    auto prints = ChipBytes{};
    for (std::size_t finger = 0; finger < fingers; ++finger) {
        auto one = ChipBytes(512, 0);
        one[0] = 'C';
        one[4] = 1; // registered
        one[5] = static_cast<std::uint8_t>(rightThumb + 5 * finger);
        one[6] = 80; // quality
        prints.insert(prints.end(), one.begin(), one.end());
    }
    return prints;
}

ChipBytes chipAddress(std::u16string_view address)
{
    auto padded = std::u16string{address};
    if (padded.size() > 35)
        throw std::logic_error("an address that does not fit on the chip");
    padded.resize(35, u' ');
    return littleEndianUnits(padded);
}

} // namespace guitai::simulator
