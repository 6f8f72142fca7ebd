#include "services/rules/citizen_number.h"

#include "services/rules/digits.h"
#include "services/station_time.h"
#include "services/utf8.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai
{

namespace
{

/// Numbers were first given in 1984, to the living.
constexpr auto earliestBirthYear = std::chrono::year{1850};

bool isBlank(char32_t point)
{
    return point == U' ' || point == U'\t' || point == U'\n' || point == U'\r' || point == 0xA0 ||
           point == 0x3000;
}

char32_t plain(char32_t point)
{
    constexpr char32_t fullWidthOffset = 0xFEE0;
    if ((point >= 0xFF10 && point <= 0xFF19) || point == 0xFF38 || point == 0xFF58)
        point -= fullWidthOffset;
    return point == U'x' ? U'X' : point;
}

bool hasForm(std::string_view number)
{
    return number.size() == 18 && number.front() != '0' && areDigits(number.substr(0, 17)) &&
           (isDigit(number.back()) || number.back() == 'X');
}

/// Residence permits of residents of Hong Kong, Macau and Taiwan (81, 82, 83) and cards of foreign
/// permanent residents (9) have the form of a citizen number.
bool isOtherDocument(std::string_view number)
{
    const auto start = number.substr(0, 2);
    return start == "81" || start == "82" || start == "83" || start.front() == '9';
}

} // namespace

std::string normalisedCitizenNumber(std::string_view typed)
{
    const auto points = decodeUtf8(typed);
    if (!points)
        return std::string{typed};
    auto kept = std::u32string{};
    for (const auto point : *points)
        if (!isBlank(point))
            kept += plain(point);
    return encodeUtf8(kept);
}

Result<CitizenNumber>
parseCitizenNumber(std::string_view typed, Date today, const std::string& field)
{
    using enum Refusal::Code;
    const auto text = normalisedCitizenNumber(typed);
    if (text.empty())
        return Refusal{missing, field};
    if (text.size() == 15 && areDigits(text))
        return Refusal{fifteenDigits, field};
    if (!hasForm(text))
        return Refusal{malformed, field};
    if (text.back() != checkCharacter(std::string_view{text}.substr(0, 17)))
        return Refusal{badCheckDigit, field};
    if (isOtherDocument(text))
        return Refusal{notACitizen, field};
    const auto birthDate = parseDigitDate(std::string_view{text}.substr(6, 8));
    if (!birthDate || birthDate->year() < earliestBirthYear)
        return Refusal{impossibleBirthDate, field};
    if (*birthDate > today)
        return Refusal{futureBirthDate, field};
    const auto sex = (text[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
    return CitizenNumber{text, *birthDate, sex, text.substr(0, 6)};
}

std::optional<std::string> upgradedFifteen(std::string_view typed)
{
    const auto old = normalisedCitizenNumber(typed);
    if (old.size() != 15 || !areDigits(old) || old.front() == '0')
        return std::nullopt;
    const auto first17 = old.substr(0, 6) + "19" + old.substr(6);
    if (!parseDigitDate(std::string_view{first17}.substr(6, 8)))
        return std::nullopt;
    return first17 + checkCharacter(first17);
}

char checkCharacter(std::string_view first17)
{
    constexpr auto weights = std::array{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr auto characters = std::string_view{"10X98765432"};
    if (first17.size() != weights.size() || !areDigits(first17))
        throw std::logic_error("a check character of something other than 17 digits");
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (first17[i] - '0') * weights[i];
    return characters[static_cast<std::size_t>(sum % 11)];
}

std::string maskedCitizenNumber(std::string_view number)
{
    if (number.size() != 18 || !areDigits(number.substr(0, 17)))
        return std::string(std::min<std::size_t>(number.size(), 18), '*');
    return std::string{number.substr(0, 6)} + "********" + std::string{number.substr(14)};
}

} // namespace guitai
