#include "services/rules/holder_number.h"

#include <doctest/doctest.h>

using namespace guitai;
using namespace std::chrono_literals;
using Document = HolderNumber::Document;

namespace
{

constexpr Date day = 2026y / 11 / 23;

Refusal::Code refused(std::string_view typed)
{
    const auto number = parseHolderNumber(typed, day, "guardian.citizenNumber");
    REQUIRE_FALSE(number);
    CHECK(number.refusal().field == "guardian.citizenNumber");
    return number.refusal().code;
}

HolderNumber read(std::string_view typed)
{
    const auto number = parseHolderNumber(typed, day, {});
    REQUIRE(number);
    return number.value();
}

} // namespace

TEST_CASE("a holder's number tells its document")
{
    CHECK(read(" 110108 19880412 122 9") ==
          HolderNumber{
              "110108198804121229", Document::residentCard, 1988y / 4 / 12, Sex::female, "110108"});
    CHECK(read("810000197901169034") ==
          HolderNumber{
              "810000197901169034", Document::residencePermit, 1979y / 1 / 16, Sex::male, {}});
    CHECK(read("911276198506120028") ==
          HolderNumber{
              "911276198506120028", Document::foreignerCard, 1985y / 6 / 12, std::nullopt, {}});
    CHECK(read("deu110085061201").text == "DEU110085061201");
}

TEST_CASE("two digits of a year mean the latest year in which the holder is of age")
{
    CHECK(read("DEU110085061201").birthDate == 1985y / 6 / 12);
    CHECK(read("DEU110008061201").birthDate == 2008y / 6 / 12);
    CHECK(read("DEU110008112301").birthDate == 2008y / 11 / 23);
    CHECK(read("DEU110008112401").birthDate == 1908y / 11 / 24);
}

TEST_CASE("a holder's number that is none")
{
    using enum Refusal::Code;
    CHECK(refused("") == missing);
    CHECK(refused("11010819880412122") == malformed);
    CHECK(refused("110108198804121228") == badCheckDigit);
    CHECK(refused("810000197901169035") == badCheckDigit);
    CHECK(refused("911276198513120028") == impossibleBirthDate);
    CHECK(refused("911276202706120028") == futureBirthDate);
    CHECK(refused("DEU110085131201") == impossibleBirthDate);
    CHECK(refused("DE1110085061201") == malformed);
    CHECK(refused("ＤEU110085061201") == malformed);
}
