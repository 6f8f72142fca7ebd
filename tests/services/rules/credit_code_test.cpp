#include "services/rules/credit_code.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

TEST_CASE("parseCreditCode")
{
    SUBCASE("takes the standard's own example, typed as people type")
    {
        for (const auto* typed : {"91350100M000100Y43",
                                  "91350100m000100y43",
                                  " 9135 0100 M000 100Y 43 ",
                                  "91350100-M000100Y4-3",
                                  "９１３５０１００Ｍ０００１００Ｙ４３"})
            CHECK(parseCreditCode(typed, "code").value() == "91350100M000100Y43");
    }
    SUBCASE("refuses a wrong check character at every place")
    {
        const auto right = std::string{"12110000MB1234567G"};
        REQUIRE(parseCreditCode(right, "code"));
        for (std::size_t place = 0; place < right.size(); ++place) {
            auto wrong = right;
            wrong[place] = wrong[place] == '7' ? '8' : '7';
            CAPTURE(wrong);
            CHECK(parseCreditCode(wrong, "code").refusal().code == Code::badCheckDigit);
        }
    }
    SUBCASE("says what is no code at all")
    {
        CHECK(parseCreditCode("", "code").refusal() == Refusal{Code::missing, "code"});
        CHECK(parseCreditCode(" - ", "code").refusal().code == Code::missing);
        CHECK(parseCreditCode("91350100M000100Y4", "code").refusal().code == Code::malformed);
        CHECK(parseCreditCode("91350100M000100Y433", "code").refusal().code == Code::malformed);
        CHECK(parseCreditCode("9135010OM000100Y43", "code").refusal().code == Code::malformed);
        CHECK(parseCreditCode("9135010𠀀M000100Y43", "code").refusal().code == Code::malformed);
        CHECK(parseCreditCode("\xff", "code").refusal().code == Code::badUtf8);
    }
}
