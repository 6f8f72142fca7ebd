#include "services/rules/cash_limits.h"

#include "services/assets.h"
#include "services/rules/asset_error.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string mistakeIn(std::string_view text)
{
    try {
        (void)parseCashLimits(text, "cash.json");
    } catch (const AssetError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("parseCashLimits")
{
    SUBCASE("reads the embedded limits")
    {
        const auto limits = parseCashLimits(Assets{}.load("cash.json"), "cash.json");
        CHECK(limits.difference == Money{});
        CHECK(limits.changeWarning == Money::yuan(100));
        CHECK_FALSE(limits.weChatFeePerMillion); // no contract yet: fees are not compared
        CHECK(limits.differenceDue == std::chrono::hours{24});
    }
    SUBCASE("names the line of a mistake")
    {
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 0\n}").starts_with("cash.json:1: "));
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": -1,\n\"changeWarning_fen\": 10000\n}")
                  .starts_with("cash.json:2: "));
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 10001,\n\"changeWarning_fen\": 10000\n}")
                  .starts_with("cash.json:2: "));
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 0,\n\"changeWarning_fen\": 10050\n}") ==
              "cash.json:3: the amount is not in whole yuan");
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 0,\n\"changeWarning_fen\": 1e4\n}")
                  .starts_with("cash.json:3: "));
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 0,\n\"changeWarning_fen\": 10000,\n"
                        "\"weChatFeePerMillion\": 50001,\n\"differenceDueHours\": 24}")
                  .starts_with("cash.json:4: "));
        CHECK(mistakeIn("{\n\"differenceLimit_fen\": 0,\n\"changeWarning_fen\": 10000,\n"
                        "\"differenceDueHours\": 0}")
                  .starts_with("cash.json:4: "));
        CHECK(mistakeIn("{\"differenceLimit_fen\": 0, \"changeWarning_fen\": 10000, \"x\": 1}")
                  .starts_with("cash.json:1: "));
    }
}
