#pragma once

#include "services/clock.h"
#include "services/result.h"
#include "services/rules/terms.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// What the number of an identity document says that a guardian may show: a resident identity card,
/// a residence permit of Hong Kong, Macau and Taiwan residents, a permanent resident's card of a
/// foreigner.
struct HolderNumber {
    enum class Document { residentCard, residencePermit, foreignerCard };

    std::string text; ///< 18 characters, or 15 of a foreigner's card of the form of 2017
    Document document{};
    Date birthDate{};
    std::optional<Sex> sex = {}; ///< foreigners' numbers do not say
    std::string areaCode = {};   ///< citizens' only

    bool operator==(const HolderNumber&) const = default;
};

/// Tells the document by the number's form. Citizen numbers and permits (81, 82, 83) are checked by
/// GB 11643 (check character, birth date, sex). Of foreigners' numbers the form and the birth date
/// are checked: their check character's method is not public. The two digits of a year in a number
/// of 2017 mean the latest year in which the holder is of age. `field` names the input in the
/// refusal.
Result<HolderNumber>
parseHolderNumber(std::string_view typed, Date today, const std::string& field);

} // namespace guitai
