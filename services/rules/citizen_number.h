#pragma once

#include "services/clock.h"
#include "services/result.h"
#include "services/rules/areas.h"
#include "services/rules/terms.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// What a valid citizen number says (GB 11643-1999).
struct CitizenNumber {
    std::string text; ///< 18 characters, upper-case X
    Date birthDate;
    Sex sex{};
    std::string areaCode;

    bool operator==(const CitizenNumber&) const = default;
};

/// Blanks removed, full-width digits and lower-case x made ASCII and upper case.
std::string normalisedCitizenNumber(std::string_view typed);

/// Checks form, check character (ISO 7064 MOD 11-2), birth date; `today` bounds the birth date.
/// The area code is not looked up: it is the one of the day of numbering. Numbers of residence
/// permits (81, 82, 83) and of foreign permanent residents (9) are refused as `notACitizen`.
/// `field` names the input in the refusal.
Result<CitizenNumber>
parseCitizenNumber(std::string_view typed, Date today, const std::string& field);

/// The 18 characters of an old 15-digit number (GB 11643-1989), for look-up only; none when it
/// holds no day of the 1900s.
std::optional<std::string> upgradedFifteen(std::string_view typed);

/// The 18th character; `first17` must be 17 digits.
char checkCharacter(std::string_view first17);

/// "110108********1248": first six and last four, for screens and for sheets that a courier sees.
/// Anything that is no citizen number becomes asterisks only.
std::string maskedCitizenNumber(std::string_view number);

} // namespace guitai
