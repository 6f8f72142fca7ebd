#include "services/devices/reader/card_text.h"

#include "tests/services/devices/chip_bytes.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace guitai::card_text_test
{

using namespace guitai::simulator;
using namespace std::chrono_literals;

namespace
{

constexpr auto today = 2026y / 11 / 23;

template <class Fields>
Result<CardText> decoded(const Fields& fields)
{
    return decodeCardText(fromChip(chipText(fields)), today);
}

template <class Card, class Fields>
Card decodedAs(const Fields& fields)
{
    const auto text = decoded(fields);
    REQUIRE(text);
    return std::get<Card>(text.value());
}

/// "card.sex malformed" of everything that is refused.
template <class Fields>
std::vector<std::string> refusedFields(const Fields& fields)
{
    const auto text = decoded(fields);
    REQUIRE_FALSE(text);
    auto all = std::vector<std::string>{};
    for (const auto& refusal : text.refusals()) {
        CHECK(refusal.arguments.empty()); // nothing of the content goes out
        all.push_back(refusal.field + " " + std::string{nameOf(refusal.code)});
    }
    return all;
}

using Refused = std::vector<std::string>;

ResidentCard residentNamed(std::u16string name)
{
    return decodedAs<ResidentCard>(ResidentFields{.name = std::move(name)});
}

} // namespace

TEST_CASE("decodeCardText of a resident card")
{
    CHECK(decodedAs<ResidentCard>(ResidentFields{}) ==
          ResidentCard{.name = {.text = "李晓梅"},
                       .sex = Sex::male,
                       .ethnicity = "01",
                       .birthDate = 1988y / 4 / 12,
                       .address = {.text = "北京市东城区和平里示例街12号院3号楼"},
                       .citizenNumber = "110101198804123019",
                       .authority = {.text = "北京市公安局东城分局"},
                       .period = {2015y / 6 / 1, 2035y / 6 / 1}});
    SUBCASE("valid without end")
    {
        const auto card = decodedAs<ResidentCard>(ResidentFields{.validTo = u"长期"});
        CHECK_FALSE(card.period.to);
    }
    SUBCASE("an ethnic code of chips in circulation")
    {
        CHECK(decodedAs<ResidentCard>(ResidentFields{.ethnicity = u"81"}).ethnicity == "81");
    }
    SUBCASE("an expired card is no fault of the chip")
    {
        CHECK(decoded(ResidentFields{.validTo = u"20200601"}));
    }
}

TEST_CASE("a full name field is never taken as the whole name")
{
    CHECK_FALSE(residentNamed(std::u16string(13, u'买')).name.mayBeCut);
    SUBCASE("15 units may have been more")
    {
        CHECK(residentNamed(std::u16string(15, u'买')).name.mayBeCut);
    }
    SUBCASE("14 may have had a character of two units next")
    {
        CHECK(residentNamed(std::u16string(14, u'买')).name.mayBeCut);
    }
    SUBCASE("a character above U+FFFF takes two units")
    {
        const auto name = residentNamed(u"王\U0002CEB3").name;
        CHECK(name == ChipText{.text = "王\U0002CEB3"});
        CHECK(residentNamed(u"王王王王王王王王王王王王\U0002CEB3").name.mayBeCut);
    }
    SUBCASE("the address likewise")
    {
        CHECK(decodedAs<ResidentCard>(ResidentFields{.address = std::u16string(35, u'路')})
                  .address.mayBeCut);
    }
}

TEST_CASE("what names on chips hold")
{
    SUBCASE("a separator that only looks like one is made the right one")
    {
        CHECK(residentNamed(u"古丽\u2022买买提").name.text == "古丽·买买提");
    }
    SUBCASE("private-use characters are read and flagged")
    {
        const auto name = residentNamed(u"王\uE188").name;
        CHECK(name == ChipText{.text = "王\uE188", .hasPrivateUse = true});
    }
    SUBCASE("half a surrogate pair, controls, U+FFFF and nothing are refused")
    {
        const auto lone = std::u16string{u'王', char16_t{0xD873}};
        const auto reversed = std::u16string{char16_t{0xDEB3}, char16_t{0xD873}};
        const auto followed = std::u16string{char16_t{0xD873}, u'王'};
        for (const auto& name : {lone,
                                 reversed,
                                 followed,
                                 std::u16string{u"王\u0007"},
                                 std::u16string{u"王\uFFFF"},
                                 std::u16string(2, u'\0')})
            CHECK(refusedFields(ResidentFields{.name = name}) == Refused{"card.name malformed"});
        CHECK(refusedFields(ResidentFields{.name = u""}) == Refused{"card.name missing"});
    }
}

TEST_CASE("decodeCardText names each field that is wrong")
{
    const auto refused = [](ResidentFields fields) { return refusedFields(fields); };
    CHECK(refused({.sex = u"3"}) == Refused{"card.sex malformed"});
    CHECK(refused({.sex = u"0"}) == Refused{"card.sex malformed"});
    CHECK(refused({.sex = u"2"}) == Refused{"card.sex malformed"}); // its number says male
    CHECK(refused({.ethnicity = u"60"}) == Refused{"card.ethnicity malformed"});
    CHECK(refused({.ethnicity = u"1"}) == Refused{"card.ethnicity malformed"});
    CHECK(refused({.birthDate = u"19880431"}) == Refused{"card.birthDate badDate"});
    CHECK(refused({.birthDate = u"19880413"}) == Refused{"card.birthDate malformed"});
    CHECK(refused({.address = u""}) == Refused{"card.address missing"});
    CHECK(refused({.number = u"110101198804123010"}) == Refused{"card.number badCheckDigit"});
    CHECK(refused({.number = u"11010119880412301x"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"11010119880412301"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"810000199201169032"}) == Refused{"card.number notACitizen"});
    CHECK(refused({.number = u""}) == Refused{"card.number missing"});
    CHECK(refused({.authority = u"\u0001"}) == Refused{"card.authority malformed"});
    CHECK(refused({.validFrom = u"2015060"}) == Refused{"card.validFrom badDate"});
    CHECK(refused({.validTo = u"99999999"}) == Refused{"card.validTo badDate"});
    CHECK(refused({.validTo = u"20150531"}) == Refused{"card.validTo badDate"});
    CHECK(refused({.type = u"Z"}) == Refused{"card.type malformed"});
    SUBCASE("all at once")
    {
        CHECK(refused({.name = u"", .sex = u"x", .validTo = u"长期间"}) ==
              Refused{"card.name missing", "card.sex malformed", "card.validTo badDate"});
    }
    SUBCASE("somebody who is not born yet")
    {
        const auto all = refused({.birthDate = u"20990412"});
        CHECK(all.front() == "card.birthDate futureBirthDate");
    }
    SUBCASE("a block of another length")
    {
        const auto refusal = Refusal{Refusal::Code::malformed, "card"};
        CHECK(decodeCardText(Bytes(255), today).refusal() == refusal);
        CHECK(decodeCardText(Bytes(257), today).refusal() == refusal);
    }
}

TEST_CASE("decodeCardText of a residence permit")
{
    CHECK(decodedAs<ResidencePermit>(PermitFields{.sex = u"1"}) ==
          ResidencePermit{.name = {.text = "陳大文"},
                          .sex = Sex::male,
                          .birthDate = 1992y / 1 / 16,
                          .address = {.text = "北京市朝阳区示例路8号"},
                          .number = "810000199201169032",
                          .authority = {.text = "北京市公安局"},
                          .period = {2021y / 3 / 1, 2026y / 3 / 1},
                          .travelPermit = "H01234567",
                          .issueCount = "01"});
    const auto refused = [](PermitFields fields) {
        fields.sex = u"1";
        return refusedFields(fields);
    };
    CHECK(refused({.number = u"810000199201169031"}) == Refused{"card.number badCheckDigit"});
    CHECK(refused({.number = u"840000199201169032"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"81000019920116903"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"8100001992011690A2"}) == Refused{"card.number malformed"});
    CHECK(refused({.birthDate = u"19920117"}) == Refused{"card.birthDate malformed"});
    CHECK(refused({.travelPermit = u"h1234"}) == Refused{"card.travelPermit malformed"});
    CHECK(refused({.travelPermit = u"H012345"}) == Refused{"card.travelPermit malformed"});
    CHECK(refused({.issueCount = u"1"}) == Refused{"card.issueCount malformed"});
    CHECK(decoded(PermitFields{.sex = u"1", .travelPermit = u"", .issueCount = u""}));
    CHECK(refusedFields(PermitFields{.sex = u"2"}) == Refused{"card.sex malformed"});
}

TEST_CASE("decodeCardText of a foreign permanent resident's card of 2017")
{
    CHECK(decodedAs<ForeignerCard>(Foreigner2017Fields{}) ==
          ForeignerCard{.form = ForeignerCard::Form::of2017,
                        .englishName = {.text = "EXAMPLE, ANNA MARIA"},
                        .chineseName = {.text = "安娜"},
                        .sex = Sex::female,
                        .birthDate = 1985y / 6 / 12,
                        .number = "DEU110085061201",
                        .nationality = "DEU",
                        .period = {2018y / 9 / 1, 2028y / 8 / 31}});
    CHECK_FALSE(decodedAs<ForeignerCard>(Foreigner2017Fields{.sex = u"9"}).sex);
    CHECK(decoded(Foreigner2017Fields{.chineseName = u""}));
    const auto refused = [](const Foreigner2017Fields& fields) { return refusedFields(fields); };
    CHECK(refused({.englishName = u""}) == Refused{"card.englishName missing"});
    CHECK(refused({.number = u"DEU11008506120"}) == Refused{"card.number malformed"});
    CHECK(refused({.nationality = u"D3U"}) == Refused{"card.nationality malformed"});
    CHECK(refused({.birthDate = u"20270101"}) == Refused{"card.birthDate futureBirthDate"});
}

TEST_CASE("decodeCardText of a foreign permanent resident's card of 2023")
{
    CHECK(decodedAs<ForeignerCard>(Foreigner2023Fields{}) ==
          ForeignerCard{.form = ForeignerCard::Form::of2023,
                        .englishName = {.text = "EXAMPLE, ANNA MARIA"},
                        .chineseName = {.text = "安娜"},
                        .sex = Sex::female,
                        .birthDate = 1985y / 6 / 12,
                        .number = "911276198506120028",
                        .nationality = "DEU",
                        .period = {2024y / 1 / 5, 2034y / 1 / 4}});
    SUBCASE("a long English name goes on in a second place")
    {
        const auto name = std::u16string(34, u'A') + u" " + std::u16string(8, u'B');
        const auto card = decodedAs<ForeignerCard>(Foreigner2023Fields{.englishName = name});
        CHECK(card.englishName ==
              ChipText{.text = std::string(34, 'A') + " " + std::string(8, 'B')});
        CHECK(decodedAs<ForeignerCard>(Foreigner2023Fields{.englishName = std::u16string(46, u'A')})
                  .englishName.mayBeCut);
    }
    const auto refused = [](const Foreigner2023Fields& fields) { return refusedFields(fields); };
    CHECK(refused({.number = u"811276198506120028"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"91127619850612002"}) == Refused{"card.number malformed"});
    CHECK(refused({.number = u"9112761985061200A8"}) == Refused{"card.number malformed"});
}

TEST_CASE("ChipFields outside of the block is a mistake of the program")
{
    const auto block = Bytes(256);
    auto fields = ChipFields{block};
    CHECK_THROWS_AS(fields.sex({256, 2}, "card.sex"), std::logic_error);
    CHECK_THROWS_AS(fields.sex({0, 3}, "card.sex"), std::logic_error);
}

} // namespace guitai::card_text_test
