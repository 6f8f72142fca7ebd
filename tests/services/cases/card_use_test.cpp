#include "services/cases/card_use.h"

#include "services/cases/checklist.h"
#include "services/cases/draft_json.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

constexpr Date today = exampleDay;

ResidentCard residentCard(const std::string& name, Date born, int order)
{
    auto card = ResidentCard{};
    card.name = {name};
    card.sex = order % 2 == 1 ? Sex::male : Sex::female;
    card.ethnicity = "01";
    card.birthDate = born;
    card.address = {"北京市海淀区测试路1号2单元301室"};
    card.citizenNumber = numberOf("110108", born, order);
    card.authority = {"北京市公安局海淀分局"};
    card.period = {2016y / 9 / 1, 2036y / 9 / 1};
    return card;
}

const auto adult = residentCard("王晓梅", 1988y / 4 / 12, 122);
const auto child = residentCard("李小满", 2015y / 3 / 8, 124);

ForeignerCard foreigner()
{
    auto card = ForeignerCard{.form = ForeignerCard::Form::of2023};
    card.englishName = {"EXAMPLE, ANNA MARIA"};
    card.birthDate = 1985y / 6 / 12;
    card.number = "911276198506120028";
    card.nationality = "DEU";
    card.period = {2024y / 1 / 5, 2034y / 1 / 4};
    return card;
}

CardReading reading(CardText card)
{
    auto laid = CardReading{.card = std::move(card)};
    laid.readTwice = true;
    return laid;
}

Draft taken(Draft draft, CardUse use, const CardText& card)
{
    takeCard(draft, use, reading(card));
    return draft;
}

Draft childsCase()
{
    auto draft = Draft{};
    draft.declared = Category::under16;
    return draft;
}

/// Codes of the checklist about one field.
std::vector<Refusal::Code> codesAt(const Draft& draft, const std::string& field)
{
    static const auto rules = loadRuleBook(Assets{});
    auto codes = std::vector<Refusal::Code>{};
    for (const auto& item : checklist(draft, today, rules))
        if (item.refusal.field == field)
            codes.push_back(item.refusal.code);
    return codes;
}

} // namespace

TEST_CASE("a card goes where the step asks for a person")
{
    const auto empty = Draft{};
    CHECK(cardFit(empty, Step::applicant, adult, today).use == CardUse::applicant);
    CHECK(cardFit(empty, Step::category, adult, today).use == CardUse::applicant);
    CHECK(cardFit(childsCase(), Step::guardian, adult, today).use == CardUse::guardian);
    auto byProxy = taken(empty, CardUse::applicant, adult);
    byProxy.delivery.method = DeliveryMethod::proxy;
    const auto other = residentCard("赵刚", 1980y / 1 / 2, 11);
    CHECK(cardFit(byProxy, Step::delivery, other, today).use == CardUse::proxy);
}

TEST_CASE("in a child's case an adult's card is the guardian's, a child's card the child's")
{
    const auto draft = childsCase();
    CHECK(cardFit(draft, Step::category, adult, today).use == CardUse::guardian);
    CHECK(cardFit(draft, Step::applicant, adult, today).use == CardUse::guardian);
    CHECK(cardFit(draft, Step::applicant, child, today).use == CardUse::applicant);
    SUBCASE("also when the number says that it is a child")
    {
        auto typed = Draft{};
        typed.applicant.citizenNumber = child.citizenNumber;
        CHECK(cardFit(typed, Step::applicant, adult, today).use == CardUse::guardian);
    }
}

TEST_CASE("one person's card is never filled in over another person")
{
    const auto other = residentCard("赵刚", 1980y / 1 / 2, 11);
    const auto draft = taken({}, CardUse::applicant, adult);
    const auto fit = cardFit(draft, Step::applicant, other, today);
    CHECK_FALSE(fit.use);
    CHECK(fit.choices == std::vector{CardUse::applicant});

    const auto both =
        taken(taken(childsCase(), CardUse::applicant, child), CardUse::guardian, adult);
    CHECK(cardFit(both, Step::guardian, other, today).choices ==
          std::vector{CardUse::applicant, CardUse::guardian});
    CHECK(cardFit(both, Step::applicant, other, today).choices ==
          std::vector{CardUse::applicant, CardUse::guardian});
    CHECK(cardFit(both, Step::guardian, child, today).use == CardUse::applicant);
    CHECK(cardFit(both, Step::applicant, adult, today).use == CardUse::guardian);

    SUBCASE("a number that is half typed is nobody's")
    {
        auto typed = Draft{};
        typed.applicant.citizenNumber = "1101081988";
        CHECK(cardFit(typed, Step::applicant, adult, today).use == CardUse::applicant);
    }
    SUBCASE("elsewhere the clerk is asked")
    {
        CHECK(cardFit({}, Step::photo, adult, today).choices == std::vector{CardUse::applicant});
        CHECK(cardFit(draft, Step::photo, adult, today).use == CardUse::applicant);
    }
}

TEST_CASE("who is no citizen cannot apply, but may be a guardian")
{
    const auto refusal = cardFit({}, Step::applicant, foreigner(), today).refusal;
    REQUIRE(refusal);
    CHECK(refusal->code == Refusal::Code::cardOfNoCitizen);
    CHECK(cardFit(childsCase(), Step::guardian, foreigner(), today).use == CardUse::guardian);
    CHECK(cardFit(childsCase(), Step::applicant, foreigner(), today).use == CardUse::guardian);
    const auto draft = taken(childsCase(), CardUse::guardian, foreigner());
    CHECK(draft.guardian->name == "EXAMPLE ANNA MARIA");
    CHECK(draft.guardian->citizenNumber == "911276198506120028");
    CHECK(codesAt(draft, "guardian.citizenNumber").empty());
    CHECK(codesAt(draft, "guardian.name").empty());
}

TEST_CASE("a card fills the applicant, and what was read is marked")
{
    auto draft = Draft{};
    draft.applicant.phone = "13800001111";
    draft.applicant.citizenNumber = adult.citizenNumber;
    draft.applicant.name = "王小梅";
    draft = taken(draft, CardUse::applicant, adult);
    const auto& applicant = draft.applicant;
    CHECK(applicant.name == "王晓梅");
    CHECK(applicant.address == adult.address.text);
    CHECK(applicant.phone == "13800001111");
    CHECK(applicant.heldCardBefore == true);
    CHECK(applicant.oldCardExpiry == 2036y / 9 / 1);
    const auto marked = [&](const std::string& entry, std::string ChipCopy::*said) {
        return isFromChip(applicant.chip, applicant.citizenNumber, entry, said);
    };
    CHECK(marked(applicant.name, &ChipCopy::name));
    CHECK_FALSE(marked("王小梅", &ChipCopy::name));
    SUBCASE("another person's entries go, also what the card does not say")
    {
        const auto next = taken(draft, CardUse::applicant, residentCard("赵刚", 1980y / 1 / 2, 11));
        CHECK(next.applicant.phone.empty());
        CHECK(next.applicant.name == "赵刚");
    }
    SUBCASE("it is stored, and a case file cannot claim it")
    {
        CHECK(draftFromJson(toJson(draft)) == draft);
        CHECK(draftFromFields(fieldsOf(draft)) == draft);
    }
    SUBCASE("it goes when the number becomes another person's")
    {
        draft.applicant.citizenNumber = child.citizenNumber;
        CHECK_FALSE(normalised(draft, today).applicant.chip);
    }
    SUBCASE("an address that was appended later counts")
    {
        auto moved = reading(adult);
        moved.appendedAddress = ChipText{"北京市朝阳区新居路2号"};
        takeCard(draft, CardUse::applicant, moved);
        CHECK(draft.applicant.address == "北京市朝阳区新居路2号");
    }
}

TEST_CASE("a name that fills the chip's field is not taken for whole")
{
    auto card = residentCard("阿卜杜热合曼·买买提依明江艾力", 1993y / 6 / 20, 501);
    card.name.mayBeCut = true;
    auto draft = taken({}, CardUse::applicant, card);
    using enum Refusal::Code;
    CHECK(codesAt(draft, "applicant.name") == std::vector{nameMayGoOn});
    SUBCASE("until somebody compared it")
    {
        draft.applicant.chip->nameIsWhole = true;
        CHECK(codesAt(draft, "applicant.name").empty());
        draft = taken(draft, CardUse::applicant, card);
        CHECK(codesAt(draft, "applicant.name").empty());
    }
    SUBCASE("or typed on; a second read keeps that")
    {
        draft.applicant.name += "木";
        CHECK(codesAt(draft, "applicant.name").empty());
        draft = taken(draft, CardUse::applicant, card);
        CHECK(draft.applicant.name.ends_with("木"));
    }
    SUBCASE("another name is noticed")
    {
        draft.applicant.name = "阿卜杜";
        CHECK(codesAt(draft, "applicant.name") == std::vector{differsFromChip});
    }
}

TEST_CASE("an expired card of a guardian is noticed")
{
    auto card = adult;
    card.period.to = 2026y / 11 / 22;
    auto draft = taken(childsCase(), CardUse::guardian, card);
    CHECK(codesAt(draft, "guardian.citizenNumber") == std::vector{Refusal::Code::cardExpired});
    draft.guardian->chip->validUntil = today;
    CHECK(codesAt(draft, "guardian.citizenNumber").empty());
}
