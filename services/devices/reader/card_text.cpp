#include "services/devices/reader/card_text.h"

#include "services/rules/citizen_number.h"
#include "services/rules/digits.h"
#include "services/rules/ethnicities.h"
#include "services/station_time.h"

#include <algorithm>

namespace guitai
{

namespace
{

using Need = ChipFields::Need;
using Place = ChipFields::Place;

/// Length of the birth date and the two days of validity.
constexpr std::size_t dateBytes = 16;
constexpr auto cardValidFrom = Place{188, dateBytes};
constexpr auto cardValidTo = Place{204, dateBytes};

CardPeriod cardPeriod(ChipFields& fields)
{
    const auto period = CardPeriod{fields.date(cardValidFrom, "card.validFrom"),
                                   fields.lastDay(cardValidTo, "card.validTo")};
    const auto sound = fields.isSound("card.validFrom") && fields.isSound("card.validTo");
    if (sound && period.to && *period.to < period.from)
        fields.refuse(Refusal::Code::badDate, "card.validTo");
    return period;
}

Date chipBirthDate(ChipFields& fields, Place place, Date today)
{
    const auto date = fields.date(place, "card.birthDate");
    if (fields.isSound("card.birthDate") && date > today)
        fields.refuse(Refusal::Code::futureBirthDate, "card.birthDate");
    return date;
}

/// The sex of a card whose number tells it too.
Sex statedSex(ChipFields& fields, Place place)
{
    const auto sex = fields.sex(place, "card.sex");
    if (!sex && fields.isSound("card.sex"))
        fields.refuse(Refusal::Code::malformed, "card.sex");
    return sex.value_or(Sex{});
}

/// A number of the form of GB 11643 holds birth date and sex: the fields beside it must agree.
void compareWithNumber(ChipFields& fields, std::string_view number, Date birthDate, Sex sex)
{
    if (number.empty())
        return;
    if (fields.isSound("card.birthDate") && parseDigitDate(number.substr(6, 8)) != birthDate)
        fields.refuse(Refusal::Code::malformed, "card.birthDate");
    const auto male = (number[16] - '0') % 2 == 1;
    if (fields.isSound("card.sex") && male != (sex == Sex::male))
        fields.refuse(Refusal::Code::malformed, "card.sex");
}

std::string citizenNumberIn(ChipFields& fields, Date today)
{
    const auto text = fields.code({122, 36}, 18, "card.number", Need::required);
    if (text.empty())
        return {};
    const auto number = parseCitizenNumber(text, today, "card.number");
    if (!number) {
        fields.refuse(number.refusal().code, "card.number");
        return {};
    }
    return number.value().text;
}

std::string permitNumberIn(ChipFields& fields)
{
    auto number = fields.code({122, 36}, 18, "card.number", Need::required);
    if (number.empty())
        return {};
    const auto first17 = std::string_view{number}.substr(0, 17);
    const auto start = first17.substr(0, 2);
    if (!areDigits(first17) || (start != "81" && start != "82" && start != "83")) {
        fields.refuse(Refusal::Code::malformed, "card.number");
        return {};
    }
    if (number.back() != checkCharacter(first17)) {
        fields.refuse(Refusal::Code::badCheckDigit, "card.number");
        return {};
    }
    return number;
}

/// Travel permits have eight or nine characters, by the age of the permit and its issuer.
std::string travelPermitIn(ChipFields& fields)
{
    const auto text = fields.text({220, 18}, "card.travelPermit", Need::optional).text;
    const auto isPlain = [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z'); };
    const auto isLong = text.empty() || text.size() == 8 || text.size() == 9;
    if (!isLong || !std::ranges::all_of(text, isPlain))
        fields.refuse(Refusal::Code::malformed, "card.travelPermit");
    return text;
}

std::string nationalityIn(ChipFields& fields, Place place)
{
    auto text = fields.code(place, 3, "card.nationality", Need::required);
    if (std::ranges::any_of(text, isDigit))
        fields.refuse(Refusal::Code::malformed, "card.nationality");
    return text;
}

ResidentCard residentCardIn(ChipFields& fields, Date today)
{
    auto card = ResidentCard{};
    card.name = fields.name({0, 30}, "card.name", Need::required);
    card.sex = statedSex(fields, {30, 2});
    card.ethnicity = fields.code({32, 4}, 2, "card.ethnicity", Need::required);
    if (!card.ethnicity.empty() && !ethnicityName(card.ethnicity))
        fields.refuse(Refusal::Code::malformed, "card.ethnicity");
    card.birthDate = chipBirthDate(fields, {36, dateBytes}, today);
    card.address = fields.text({52, 70}, "card.address", Need::required);
    card.citizenNumber = citizenNumberIn(fields, today);
    compareWithNumber(fields, card.citizenNumber, card.birthDate, card.sex);
    card.authority = fields.text({158, 30}, "card.authority", Need::required);
    card.period = cardPeriod(fields);
    return card;
}

ResidencePermit residencePermitIn(ChipFields& fields, Date today)
{
    auto card = ResidencePermit{};
    card.name = fields.name({0, 30}, "card.name", Need::required);
    card.sex = statedSex(fields, {30, 2});
    card.birthDate = chipBirthDate(fields, {36, dateBytes}, today);
    card.address = fields.text({52, 70}, "card.address", Need::required);
    card.number = permitNumberIn(fields);
    compareWithNumber(fields, card.number, card.birthDate, card.sex);
    card.authority = fields.text({158, 30}, "card.authority", Need::required);
    card.period = cardPeriod(fields);
    card.travelPermit = travelPermitIn(fields);
    card.issueCount = fields.code({238, 4}, 2, "card.issueCount", Need::optional);
    return card;
}

ForeignerCard cardOf2017In(ChipFields& fields, Date today)
{
    auto card = ForeignerCard{.form = ForeignerCard::Form::of2017};
    card.englishName = fields.text({0, 120}, "card.englishName", Need::required);
    card.sex = fields.sex({120, 2}, "card.sex");
    card.number = fields.code({122, 30}, 15, "card.number", Need::required);
    card.nationality = nationalityIn(fields, {152, 6});
    card.chineseName = fields.name({158, 30}, "card.name", Need::optional);
    card.period = cardPeriod(fields);
    card.birthDate = chipBirthDate(fields, {220, dateBytes}, today);
    return card;
}

ForeignerCard cardOf2023In(ChipFields& fields, Date today)
{
    auto card = ForeignerCard{.form = ForeignerCard::Form::of2023};
    card.chineseName = fields.name({0, 30}, "card.name", Need::optional);
    card.sex = fields.sex({30, 2}, "card.sex");
    card.birthDate = chipBirthDate(fields, {36, dateBytes}, today);
    card.englishName = fields.text({52, 70}, {220, 22}, "card.englishName", Need::required);
    card.number = fields.code({122, 36}, 18, "card.number", Need::required);
    const auto isNumber =
        areDigits(std::string_view{card.number}.substr(0, 17)) && card.number.starts_with('9');
    if (!card.number.empty() && !isNumber)
        fields.refuse(Refusal::Code::malformed, "card.number");
    card.period = cardPeriod(fields);
    card.nationality = nationalityIn(fields, {242, 6});
    return card;
}

std::optional<CardText> cardIn(ChipFields& fields, char16_t type, Date today)
{
    switch (type) {
    case u' ':
        return residentCardIn(fields, today);
    case u'J':
        return residencePermitIn(fields, today);
    case u'I':
        return cardOf2017In(fields, today);
    case u'Y':
        return cardOf2023In(fields, today);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<CardText> decodeCardText(std::span<const std::byte> block, Date today)
{
    constexpr std::size_t typeAt = 248;
    if (block.size() != cardTextLength)
        return Refusal{Refusal::Code::malformed, "card"};
    const auto low = std::to_integer<unsigned>(block[typeAt]);
    const auto high = std::to_integer<unsigned>(block[typeAt + 1]);
    auto fields = ChipFields{block};
    auto card = cardIn(fields, static_cast<char16_t>(high << 8U | low), today);
    if (!card)
        return Refusal{Refusal::Code::malformed, "card.type"};
    if (!fields.refusals().empty())
        return fields.refusals();
    return std::move(*card);
}

} // namespace guitai
