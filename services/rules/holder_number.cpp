#include "services/rules/holder_number.h"

#include "services/rules/citizen_number.h"
#include "services/rules/digits.h"
#include "services/rules/validity.h"
#include "services/station_time.h"

#include <algorithm>

namespace guitai
{

namespace
{

using Document = HolderNumber::Document;

constexpr std::size_t foreignerLength = 15;

bool isPermit(std::string_view number)
{
    const auto start = number.substr(0, 2);
    return start == "81" || start == "82" || start == "83";
}

/// Three letters of the nationality, four digits of the place, six of the birth date, two more.
bool isForeignerOf2017(std::string_view number)
{
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return number.size() == foreignerLength && std::ranges::all_of(number.substr(0, 3), isLetter) &&
           areDigits(number.substr(3));
}

bool isForeignerOf2023(std::string_view number)
{
    return number.size() == 18 && number.front() == '9' && areDigits(number.substr(0, 17)) &&
           (isDigit(number.back()) || number.back() == 'X');
}

Result<HolderNumber>
withBirthDate(HolderNumber number, std::optional<Date> birth, Date today, const std::string& field)
{
    using enum Refusal::Code;
    if (!birth)
        return Refusal{impossibleBirthDate, field};
    if (*birth > today)
        return Refusal{futureBirthDate, field};
    number.birthDate = *birth;
    return number;
}

std::optional<Date> adultBirthDate(std::string_view sixDigits, Date today)
{
    constexpr auto ofAge = 18;
    const auto later = parseDigitDate("20" + std::string{sixDigits});
    if (later && *later <= today && ageOn(*later, today) >= ofAge)
        return later;
    return parseDigitDate("19" + std::string{sixDigits});
}

std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

} // namespace

Result<HolderNumber> parseHolderNumber(std::string_view typed, Date today, const std::string& field)
{
    const auto text = upperCase(normalisedCitizenNumber(typed));
    if (isForeignerOf2017(text))
        return withBirthDate({text, Document::foreignerCard},
                             adultBirthDate(std::string_view{text}.substr(7, 6), today),
                             today,
                             field);
    const auto birth = [&] { return parseDigitDate(std::string_view{text}.substr(6, 8)); };
    if (isForeignerOf2023(text))
        return withBirthDate({text, Document::foreignerCard}, birth(), today, field);
    const auto citizen = parseCitizenNumber(text, today, field);
    if (citizen)
        return HolderNumber{text,
                            Document::residentCard,
                            citizen.value().birthDate,
                            citizen.value().sex,
                            citizen.value().areaCode};
    if (citizen.refusal().code != Refusal::Code::notACitizen || !isPermit(text))
        return citizen.refusal();
    const auto sex = (text[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
    return withBirthDate({text, Document::residencePermit, {}, sex}, birth(), today, field);
}

} // namespace guitai
