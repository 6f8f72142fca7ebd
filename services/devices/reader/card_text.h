#pragma once

#include "services/clock.h"
#include "services/devices/reader/chip_fields.h"
#include "services/result.h"
#include "services/rules/terms.h"

#include <optional>
#include <span>
#include <string>
#include <variant>

namespace guitai
{

/// From when to when a card is good.
struct CardPeriod {
    Date from{};
    std::optional<Date> to = {}; ///< none: 长期, without end

    bool operator==(const CardPeriod&) const = default;
};

/// A resident identity card: the only one whose holder applies for another at this window.
struct ResidentCard {
    ChipText name = {}; ///< 15 units of the chip; see ChipText::mayBeCut
    Sex sex{};
    std::string ethnicity = {}; ///< two digits, GB/T 3304 or 81, 83 of chips in circulation
    Date birthDate{};
    ChipText address = {};          ///< 35 units; a later one may stand in the appended address
    std::string citizenNumber = {}; ///< 18 characters, checked (GB 11643-1999)
    ChipText authority = {};
    CardPeriod period = {};

    bool operator==(const ResidentCard&) const = default;
};

/// A residence permit of a resident of Hong Kong, Macau or Taiwan.
struct ResidencePermit {
    ChipText name = {};
    Sex sex{};
    Date birthDate{};
    ChipText address = {};
    std::string number = {}; ///< 18 characters starting with 81, 82 or 83, checked
    ChipText authority = {};
    CardPeriod period = {};
    std::string travelPermit = {}; ///< number of the permit to enter the mainland, or empty
    std::string issueCount = {};   ///< two digits, or empty

    bool operator==(const ResidencePermit&) const = default;
};

/// A card of a foreign permanent resident, of the forms of 2017 and of 2023.
struct ForeignerCard {
    enum class Form { of2017, of2023 };

    Form form{};
    ChipText englishName = {};
    ChipText chineseName = {}; ///< may be empty
    std::optional<Sex> sex = {};
    Date birthDate{};
    std::string number = {};      ///< 15 characters (2017) or 18 that start with 9 (2023)
    std::string nationality = {}; ///< three letters
    CardPeriod period = {};

    bool operator==(const ForeignerCard&) const = default;
};

using CardText = std::variant<ResidentCard, ResidencePermit, ForeignerCard>;

inline constexpr std::size_t cardTextLength = 256; ///< bytes

/// What the text of a chip says (GA/T 490), whatever card it is. Everything is checked: characters,
/// dates, codes, check characters, and that number, birth date and sex agree. All that is wrong is
/// told at once, by field ("card.name"), never with the content. `today` bounds the birth date. An
/// expired card is no fault here.
Result<CardText> decodeCardText(std::span<const std::byte> block, Date today);

} // namespace guitai
