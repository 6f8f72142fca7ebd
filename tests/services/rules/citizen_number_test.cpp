#include "services/rules/citizen_number.h"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>

using namespace guitai;
using namespace std::chrono_literals;

namespace
{

constexpr auto today = 2026y / 11 / 22;

Result<CitizenNumber> parsed(std::string_view typed)
{
    return parseCitizenNumber(typed, today, "applicant.citizenNumber");
}

Refusal::Code refusalOf(std::string_view typed)
{
    const auto answer = parsed(typed);
    REQUIRE_FALSE(answer);
    CHECK(answer.refusal().field == "applicant.citizenNumber");
    CHECK(answer.refusal().arguments.empty());
    return answer.refusal().code;
}

std::string withCheck(const std::string& first17)
{
    return first17 + checkCharacter(first17);
}

/// The closed form: (1 - 2 * the 17 digits read in base 13) mod 11.
char checkByBase13(std::string_view first17)
{
    int value = 0;
    for (const char digit : first17)
        value = (value * 13 + (digit - '0')) % 11;
    const auto check = (12 * 11 + 1 - 2 * value) % 11;
    return check == 10 ? 'X' : static_cast<char>('0' + check);
}

constexpr auto published = std::array{
    std::string_view{"11010519491231002X"},
    std::string_view{"440524188001010014"},
    std::string_view{"34052419800101001X"},
};

} // namespace

TEST_CASE("parseCitizenNumber reads a valid number")
{
    SUBCASE("the published vectors")
    {
        for (const auto number : published) {
            CAPTURE(number);
            CHECK(parsed(number));
        }
        CHECK(parsed("11010519491231002X").value() ==
              CitizenNumber{"11010519491231002X", 1949y / 12 / 31, Sex::female, "110105"});
        CHECK(parsed("440524188001010014").value().birthDate == 1880y / 1 / 1);
    }
    SUBCASE("the digit before the check tells the sex")
    {
        CHECK(parsed(withCheck("11010820100307123")).value().sex == Sex::male);
        CHECK(parsed(withCheck("11010820100307124")).value().sex == Sex::female);
    }
    SUBCASE("lower-case x, full-width characters and blanks are made plain")
    {
        const auto number = std::string{"11010519491231002X"};
        CHECK(parsed("11010519491231002x").value().text == number);
        CHECK(parsed("１１０１０５１９４９１２３１００２Ｘ").value().text == number);
        CHECK(parsed("１１０１０５１９４９１２３１００２ｘ").value().text == number);
        CHECK(parsed(" 110105 19491231　002X\t\r\n").value().text == number);
        CHECK(parsed("110105\u00A019491231002X").value().text == number);
    }
    SUBCASE("an unknown or retired area code is no reason to refuse")
    {
        CHECK(parsed(withCheck("11022119800101001")).value().areaCode == "110221");
        CHECK(parsed(withCheck("77777719800101001")));
    }
    SUBCASE("somebody born today has a number")
    {
        CHECK(parsed(withCheck("11010820261122001")));
    }
}

TEST_CASE("parseCitizenNumber refuses")
{
    using enum Refusal::Code;
    SUBCASE("nothing")
    {
        CHECK(refusalOf("") == missing);
        CHECK(refusalOf(" 　") == missing);
    }
    SUBCASE("another form")
    {
        CHECK(refusalOf("11010519491231002") == malformed);
        CHECK(refusalOf("11010519491231002XX") == malformed);
        CHECK(refusalOf("X1010519491231002X") == malformed);
        CHECK(refusalOf("1101051949123100X2") == malformed);
        CHECK(refusalOf("11010519491231002Y") == malformed);
        CHECK(refusalOf("01010519491231002X") == malformed);
        CHECK(refusalOf("110105-9491231002X") == malformed);
        CHECK(refusalOf("\xFF\xFE") == malformed);
        CHECK(refusalOf(std::string(1'000'000, '1')) == malformed);
    }
    SUBCASE("15 digits: they find a person but identify nobody")
    {
        CHECK(refusalOf("110105491231002") == fifteenDigits);
        CHECK(refusalOf("11010549123100X") == malformed);
    }
    SUBCASE("a wrong check character")
    {
        CHECK(refusalOf("110105194912310021") == badCheckDigit);
    }
    SUBCASE("a day that does not exist")
    {
        CHECK(refusalOf(withCheck("11010820230229001")) == impossibleBirthDate);
        CHECK(refusalOf(withCheck("11010820231301001")) == impossibleBirthDate);
        CHECK(refusalOf(withCheck("11010820230100001")) == impossibleBirthDate);
        CHECK(refusalOf(withCheck("11010800010101001")) == impossibleBirthDate);
        CHECK(refusalOf(withCheck("11010818491231001")) == impossibleBirthDate);
    }
    SUBCASE("a birth in the future, which is another mistake")
    {
        CHECK(refusalOf(withCheck("11010820261123001")) == futureBirthDate);
        CHECK(refusalOf(withCheck("11010820990101001")) == futureBirthDate);
    }
    SUBCASE("numbers of other documents")
    {
        CHECK(refusalOf(withCheck("81000019900101001")) == notACitizen);
        CHECK(refusalOf(withCheck("82000019900101001")) == notACitizen);
        CHECK(refusalOf(withCheck("83000019900101001")) == notACitizen);
        CHECK(refusalOf(withCheck("91112319900101001")) == notACitizen);
    }
}

TEST_CASE("the check character")
{
    SUBCASE("equals the closed form in base 13")
    {
        for (int i = 0; i < 2000; ++i) {
            const auto first17 =
                std::to_string(11'010'800'000'000'000 + i * 7'919'000'003LL % 99'999'999'999);
            CHECK(checkCharacter(first17) == checkByBase13(first17));
        }
    }
    SUBCASE("finds every wrong digit")
    {
        for (const auto number : published)
            for (std::size_t at = 0; at < 17; ++at)
                for (char digit = '0'; digit <= '9'; ++digit) {
                    auto wrong = std::string{number};
                    if (wrong[at] == digit)
                        continue;
                    wrong[at] = digit;
                    CHECK(checkCharacter(wrong.substr(0, 17)) != wrong.back());
                    CHECK_FALSE(parsed(wrong));
                }
    }
    SUBCASE("finds every swap of neighbours")
    {
        for (const auto number : published)
            for (std::size_t at = 0; at < 17; ++at) {
                auto wrong = std::string{number};
                std::swap(wrong[at], wrong[at + 1]);
                if (wrong != number)
                    CHECK_FALSE(parsed(wrong));
            }
    }
    SUBCASE("is asked of 17 digits only")
    {
        CHECK_THROWS_AS(checkCharacter("1101051949123100"), std::logic_error);
        CHECK_THROWS_AS(checkCharacter("1101051949123100X"), std::logic_error);
    }
}

TEST_CASE("upgradedFifteen")
{
    SUBCASE("inserts the century and computes the check")
    {
        CHECK(upgradedFifteen("110105491231002") == "11010519491231002X");
        CHECK(upgradedFifteen(" １１０１０５ 491231 002") == "11010519491231002X");
    }
    SUBCASE("knows nothing else")
    {
        CHECK_FALSE(upgradedFifteen(""));
        CHECK_FALSE(upgradedFifteen("11010549123100"));
        CHECK_FALSE(upgradedFifteen("11010549123100X"));
        CHECK_FALSE(upgradedFifteen("010105491231002"));
        CHECK_FALSE(upgradedFifteen("110105491331002"));
        CHECK_FALSE(upgradedFifteen("110105230229002"));
        CHECK_FALSE(upgradedFifteen("11010519491231002X"));
    }
}

TEST_CASE("maskedCitizenNumber")
{
    CHECK(maskedCitizenNumber("11010519491231002X") == "110105********002X");
    SUBCASE("hides whatever is no number whole")
    {
        CHECK(maskedCitizenNumber("") == "");
        CHECK(maskedCitizenNumber("110105491231002") == "***************");
        CHECK(maskedCitizenNumber("110105 9491231002X") == "******************");
        CHECK(maskedCitizenNumber(std::string(500, '1')) == "******************");
    }
}
