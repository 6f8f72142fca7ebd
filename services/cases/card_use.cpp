#include "services/cases/card_use.h"

#include "services/rules/citizen_number.h"
#include "services/rules/holder_number.h"
#include "services/rules/person_name.h"
#include "services/rules/validity.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int ageOfMajority = 18;   // Civil Code art. 17
constexpr int ageOfApplicants = 16; // Identity Card Law art. 7: younger ones through a guardian

Date birthDateOf(const CardText& card)
{
    return std::visit([](const auto& known) { return known.birthDate; }, card);
}

const ChipText& chipName(const CardText& card)
{
    if (const auto* resident = std::get_if<ResidentCard>(&card))
        return resident->name;
    if (const auto* permit = std::get_if<ResidencePermit>(&card))
        return permit->name;
    const auto& foreigner = std::get<ForeignerCard>(card);
    return foreigner.chineseName.text.empty() ? foreigner.englishName : foreigner.chineseName;
}

/// What stands at that place; something unfinished is nobody's number.
std::string standingNumber(const Draft& draft, CardUse use, Date today)
{
    auto typed = std::string{};
    switch (use) {
    case CardUse::applicant:
        typed = draft.applicant.citizenNumber;
        break;
    case CardUse::guardian:
        typed = draft.guardian ? draft.guardian->citizenNumber : std::string{};
        break;
    case CardUse::proxy:
        typed = draft.delivery.proxy.citizenNumber;
        break;
    }
    const auto number = parseHolderNumber(typed, today, {});
    return number ? number.value().text : std::string{};
}

bool isChildsCase(const Draft& draft, Date today)
{
    const auto number = parseCitizenNumber(draft.applicant.citizenNumber, today, {});
    return number ? ageOn(number.value().birthDate, today) < ageOfApplicants
                  : draft.declared == Category::under16;
}

/// The place that the step in view is about.
std::optional<CardUse> placeOf(Step step, const Draft& draft)
{
    if (step == Step::category || step == Step::applicant)
        return CardUse::applicant;
    if (step == Step::guardian)
        return CardUse::guardian;
    if (step == Step::delivery && draft.delivery.method == DeliveryMethod::proxy)
        return CardUse::proxy;
    return std::nullopt;
}

/// One card and the case that it was laid down for.
struct Laid {
    const Draft& draft;
    Date today;
    std::string number;
    bool isCitizen;
    bool isAdult;

    bool isAt(CardUse use) const { return standingNumber(draft, use, today) == number; }
    bool isFree(CardUse use) const { return standingNumber(draft, use, today).empty(); }
    bool mayBeGuardian() const { return isAdult && isChildsCase(draft, today); }
};

std::optional<CardUse> onlyUse(const Laid& laid, std::optional<CardUse> place)
{
    const auto fits = [&](CardUse use) {
        return place == use && (laid.isFree(use) || laid.isAt(use));
    };
    if (laid.isAt(CardUse::applicant))
        return CardUse::applicant;
    if (laid.isCitizen && fits(CardUse::proxy))
        return CardUse::proxy;
    if (laid.isAt(CardUse::guardian))
        return CardUse::guardian;
    if (fits(CardUse::guardian) && isChildsCase(laid.draft, laid.today))
        return CardUse::guardian;
    const auto adultForChild = place == CardUse::applicant && laid.mayBeGuardian();
    if (adultForChild && laid.isFree(CardUse::guardian))
        return CardUse::guardian;
    if (laid.isCitizen && !adultForChild && fits(CardUse::applicant))
        return CardUse::applicant;
    return std::nullopt;
}

std::vector<CardUse> possibleUses(const Laid& laid)
{
    auto uses = std::vector<CardUse>{};
    if (laid.isCitizen)
        uses.push_back(CardUse::applicant);
    if (laid.mayBeGuardian())
        uses.push_back(CardUse::guardian);
    if (laid.isCitizen && laid.draft.delivery.method == DeliveryMethod::proxy)
        uses.push_back(CardUse::proxy);
    return uses;
}

ChipCopy copyOf(const CardReading& reading)
{
    const auto& name = chipName(reading.card);
    auto copy = ChipCopy{};
    copy.number = holderNumber(reading.card);
    copy.name = holderName(reading.card);
    copy.nameMayBeCut = name.mayBeCut;
    copy.readOnce = !reading.readTwice;
    copy.validUntil = std::visit([](const auto& card) { return card.period.to; }, reading.card);
    if (const auto* resident = std::get_if<ResidentCard>(&reading.card)) {
        const auto& address =
            reading.appendedAddress ? *reading.appendedAddress : resident->address;
        copy.ethnicity = resident->ethnicity;
        copy.address = address.text;
        copy.addressMayBeCut = address.mayBeCut;
    }
    return copy;
}

/// Keeps what goes on beyond what the chip has room for.
void fill(std::string& entry, const std::string& chip, bool mayBeCut)
{
    if (!mayBeCut || !entry.starts_with(chip))
        entry = chip;
}

template <class Person>
void begin(Person& person, const ChipCopy& copy)
{
    if (normalisedCitizenNumber(person.citizenNumber) != copy.number)
        person = {};
    const auto wasWhole = person.chip && person.chip->name == copy.name && person.chip->nameIsWhole;
    const auto portrait = person.chip ? person.chip->portrait : std::nullopt;
    person.citizenNumber = copy.number;
    fill(person.name, copy.name, copy.nameMayBeCut);
    person.chip = copy;
    person.chip->nameIsWhole = wasWhole;
    person.chip->portrait = portrait;
}

} // namespace

HolderNumber::Document documentOf(const CardText& card)
{
    if (std::holds_alternative<ResidentCard>(card))
        return HolderNumber::Document::residentCard;
    return std::holds_alternative<ResidencePermit>(card) ? HolderNumber::Document::residencePermit
                                                         : HolderNumber::Document::foreignerCard;
}

std::string holderNumber(const CardText& card)
{
    if (const auto* resident = std::get_if<ResidentCard>(&card))
        return resident->citizenNumber;
    if (const auto* permit = std::get_if<ResidencePermit>(&card))
        return permit->number;
    return std::get<ForeignerCard>(card).number;
}

std::string holderName(const CardText& card)
{
    auto name = chipName(card).text;
    std::erase(name, ','); // "EXAMPLE, ANNA": the card's way of setting off the family name
    return normalisedName(name);
}

CardFit cardFit(const Draft& draft, Step step, const CardText& card, Date today)
{
    const auto laid = Laid{draft,
                           today,
                           holderNumber(card),
                           std::holds_alternative<ResidentCard>(card),
                           ageOn(birthDateOf(card), today) >= ageOfMajority};
    if (const auto use = onlyUse(laid, placeOf(step, draft)))
        return {.use = use};
    if (auto choices = possibleUses(laid); !choices.empty())
        return {.choices = std::move(choices)};
    return {.refusal = Refusal{Refusal::Code::cardOfNoCitizen, {}, {}}};
}

void takeCard(Draft& draft, CardUse use, const CardReading& reading)
{
    const auto copy = copyOf(reading);
    switch (use) {
    case CardUse::applicant: {
        auto& applicant = draft.applicant;
        begin(applicant, copy);
        applicant.ethnicity = copy.ethnicity;
        fill(applicant.address, copy.address, copy.addressMayBeCut);
        applicant.heldCardBefore = true;
        applicant.oldCardExpiry = copy.validUntil;
        break;
    }
    case CardUse::guardian:
        if (!draft.guardian)
            draft.guardian.emplace();
        begin(*draft.guardian, copy);
        break;
    case CardUse::proxy: {
        auto& proxy = draft.delivery.proxy;
        if (normalisedCitizenNumber(proxy.citizenNumber) != copy.number)
            proxy = {};
        proxy.citizenNumber = copy.number;
        fill(proxy.name, copy.name, copy.nameMayBeCut);
        break;
    }
    }
}

bool isFromChip(const std::optional<ChipCopy>& chip,
                const std::string& number,
                const std::string& entry,
                std::string ChipCopy::*said)
{
    return chip && !entry.empty() && chip->number == normalisedCitizenNumber(number) &&
           (*chip).*said == entry;
}

} // namespace guitai
