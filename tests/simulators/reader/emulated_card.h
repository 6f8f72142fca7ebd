#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::simulator
{

using ChipBytes = std::vector<std::uint8_t>;

/// The 256 bytes of a chip's text: UTF-16LE at fixed places, padded with spaces.
class ChipBlock
{
public:
    ChipBlock() : m_units(128, u' ') {}

    /// Fills the field at the byte offset, which is `length` bytes long, and pads it. Throws
    /// logic_error when the text does not fit.
    void put(std::size_t offset, std::size_t length, std::u16string_view text);
    ChipBytes bytes() const;

private:
    std::u16string m_units;
};

/// Fields as the chip holds them; a test puts nonsense in to see it refused.
struct ResidentFields {
    std::u16string name = u"李晓梅";
    std::u16string sex = u"1";
    std::u16string ethnicity = u"01";
    std::u16string birthDate = u"19880412";
    std::u16string address = u"北京市东城区和平里示例街12号院3号楼";
    std::u16string number = u"110101198804123019";
    std::u16string authority = u"北京市公安局东城分局";
    std::u16string validFrom = u"20150601";
    std::u16string validTo = u"20350601";
    std::u16string type = u" ";
};

struct PermitFields {
    std::u16string name = u"陳大文";
    std::u16string sex = u"2";
    std::u16string birthDate = u"19920116";
    std::u16string address = u"北京市朝阳区示例路8号";
    std::u16string number = u"810000199201169032";
    std::u16string authority = u"北京市公安局";
    std::u16string validFrom = u"20210301";
    std::u16string validTo = u"20260301";
    std::u16string travelPermit = u"H01234567";
    std::u16string issueCount = u"01";
};

struct Foreigner2017Fields {
    std::u16string englishName = u"EXAMPLE, ANNA MARIA";
    std::u16string sex = u"2";
    std::u16string number = u"DEU110085061201";
    std::u16string nationality = u"DEU";
    std::u16string chineseName = u"安娜";
    std::u16string issued = u"20180901";
    std::u16string validTo = u"20280831";
    std::u16string birthDate = u"19850612";
};

struct Foreigner2023Fields {
    std::u16string chineseName = u"安娜";
    std::u16string sex = u"2";
    std::u16string birthDate = u"19850612";
    std::u16string englishName = u"EXAMPLE, ANNA MARIA"; ///< up to 46 units, in two places
    std::u16string number = u"911276198506120028";
    std::u16string issued = u"20240105";
    std::u16string validTo = u"20340104";
    std::u16string nationality = u"DEU";
};

ChipBytes chipText(const ResidentFields& fields);
ChipBytes chipText(const PermitFields& fields);
ChipBytes chipText(const Foreigner2017Fields& fields);
ChipBytes chipText(const Foreigner2023Fields& fields);

/// 1024 bytes with the header of the compressed portrait (102 × 126 pixels) and no portrait.
ChipBytes chipPhoto();
/// Templates of no, one or two fingers: 512 bytes each.
ChipBytes chipPrints(std::size_t fingers);
/// 70 bytes: an address written to the chip later.
ChipBytes chipAddress(std::u16string_view address);

/// All that a chip holds.
struct EmulatedCard {
    ChipBytes text = chipText(ResidentFields{});
    ChipBytes photo = chipPhoto();
    ChipBytes prints = chipPrints(2);
    std::optional<ChipBytes> appendedAddress = {};
};

} // namespace guitai::simulator
