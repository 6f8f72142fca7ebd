#include "services/rules/fees.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace guitai::fees_test
{

using namespace std::chrono_literals;

namespace
{

constexpr auto today = 2026y / 11 / 22;

FeeSchedule delivered()
{
    return parseFeeSchedule(Assets{}.load("fees.json"), "fees.json");
}

Money priceOf(ApplicationKind kind, std::string_view relief = {}, Date day = today)
{
    return total(delivered().linesFor({kind, false, relief, {}}, day));
}

struct Mistake {
    std::string_view old;
    std::string_view replacement;
    std::string_view complaint;
    long shift = 0; ///< lines from the replaced text to the value at fault
    int nth = 0;    ///< which occurrence of `old`
};

} // namespace

TEST_CASE("the delivered fees")
{
    using enum ApplicationKind;
    SUBCASE("are 0, 20 and 40 yuan")
    {
        CHECK(priceOf(firstIssue) == Money{});
        CHECK(priceOf(expiry) == Money::yuan(20));
        CHECK(priceOf(nameChange) == Money::yuan(20));
        CHECK(priceOf(damage) == Money::yuan(40));
        CHECK(priceOf(loss) == Money::yuan(40));
        CHECK(priceOf(correction) == Money{});
    }
    SUBCASE("a free line carries its ground, a charged one none")
    {
        const auto free = delivered().linesFor({firstIssue, false, {}, {}}, today);
        REQUIRE(free.size() == 1);
        CHECK(free[0].code == "card");
        CHECK(free[0].title == "居民身份证工本费（首次申领）");
        CHECK(free[0].ground.find("财税〔2018〕37号") != std::string::npos);
        CHECK(delivered().linesFor({loss, false, {}, {}}, today)[0].ground.empty());
    }
    SUBCASE("a temporary card costs 10 yuan, beside a free first issue too")
    {
        const auto lines = delivered().linesFor({firstIssue, true, {}, {}}, today);
        REQUIRE(lines.size() == 2);
        CHECK(lines[1] == FeeLine{"temporaryCard", "临时居民身份证工本费", Money::yuan(10), {}});
        CHECK(total(lines) == Money::yuan(10));
    }
    SUBCASE("the first issue cost 20 yuan until 31 March 2018")
    {
        CHECK(priceOf(firstIssue, {}, 2018y / 3 / 31) == Money::yuan(20));
        CHECK(priceOf(firstIssue, {}, 2018y / 4 / 1) == Money{});
        CHECK(priceOf(firstIssue, {}, 2004y / 1 / 1) == Money::yuan(20));
    }
    SUBCASE("before the first period there is no price")
    {
        CHECK_THROWS_AS(priceOf(expiry, {}, 2003y / 12 / 31), AssetError);
        CHECK_THROWS_AS(FeeSchedule{}.linesFor({expiry, false, {}, {}}, today), AssetError);
    }
}

TEST_CASE("relief")
{
    using enum ApplicationKind;
    SUBCASE("waives the whole fee of a renewal, with its ground")
    {
        const auto lines = delivered().linesFor({expiry, true, "minimumAllowance", {}}, today);
        CHECK(lines[0].amount == Money{});
        CHECK(lines[0].ground == delivered().relief("minimumAllowance")->ground);
        CHECK(lines[1].amount == Money::yuan(10));
        CHECK(priceOf(nameChange, "extremePoverty") == Money{});
        CHECK(priceOf(expiry, "ruralHardship") == Money{});
        CHECK(priceOf(expiry, "preferentialGroup") == Money{});
    }
    SUBCASE("halves it for disaster and illness and says so")
    {
        const auto lines = delivered().linesFor({expiry, false, "disasterOrIllness", {}}, today);
        CHECK(lines[0].amount == Money::yuan(10));
        CHECK(lines[0].ground.empty());
        CHECK(lines[0].title == "居民身份证工本费（到期换领），因灾因病生活困难减半");
    }
    SUBCASE("does not touch loss and damage, nor a line that is free already")
    {
        CHECK(priceOf(loss, "minimumAllowance") == Money::yuan(40));
        CHECK(priceOf(damage, "minimumAllowance") == Money::yuan(40));
        CHECK(delivered().linesFor({firstIssue, false, "minimumAllowance", {}}, today) ==
              delivered().linesFor({firstIssue, false, {}, {}}, today));
    }
    SUBCASE("of an unknown ground waives nothing")
    {
        CHECK(priceOf(expiry, "friendOfTheHouse") == Money::yuan(20));
        CHECK(delivered().relief("friendOfTheHouse") == nullptr);
        CHECK(delivered().reliefs().size() == 5);
    }
}

TEST_CASE("FeeSchedule")
{
    const auto period = [](Date from) {
        return FeePeriod{from, "basis", {{ApplicationKind::loss, {}}}, {}};
    };
    SUBCASE("refuses periods out of order")
    {
        using Periods = std::vector<FeePeriod>;
        CHECK_THROWS_AS((FeeSchedule{Periods{period(2020y / 1 / 1), period(2019y / 1 / 1)}, {}}),
                        std::logic_error);
    }
    SUBCASE("adds what else is collected at the window, when it is asked for")
    {
        const auto register_ = FeeLine{"householdRegister", "居民户口簿工本费", Money::yuan(6), {}};
        auto later = period(2020y / 1 / 1);
        later.others = {register_};
        const auto fees = FeeSchedule{{period(2019y / 1 / 1), later}, {}};
        const auto asked =
            FeeRequest{ApplicationKind::loss, false, {}, {"householdRegister", "unheardOf"}};
        CHECK(fees.linesFor(asked, today) == std::vector{FeeLine{}, register_});
        CHECK(fees.linesFor({ApplicationKind::loss, false, {}, {}}, today).size() == 1);
        CHECK(fees.othersOn(today) == std::vector{register_});
        CHECK(fees.othersOn(2019y / 5 / 1).empty());
        CHECK(fees.othersOn(2018y / 5 / 1).empty());
    }
    SUBCASE("has no price for a kind that its period does not name")
    {
        const auto fees = FeeSchedule{{period(2020y / 1 / 1)}, {}};
        CHECK_THROWS_AS(fees.linesFor({ApplicationKind::expiry, false, {}, {}}, today), AssetError);
    }
}

TEST_CASE("total adds the lines")
{
    CHECK(total({}) == Money{});
    CHECK(total({{"a", "", Money::yuan(20), ""}, {"b", "", Money::yuan(10), ""}}) ==
          Money::yuan(30));
}

TEST_CASE("parseFeeSchedule names the line of a mistake")
{
    const auto mistakes = {
        Mistake{"\"from\": \"2018-04-01\"",
                "\"from\": \"2018-04-31\"",
                "a date such as 2026-11-22 is expected"},
        Mistake{"\"from\": \"2018-04-01\"",
                "\"from\": \"2004-01-01\"",
                "the period does not begin after the one before"},
        Mistake{"\"from\": \"2018-04-01\"",
                "\"from\": \"2003-01-01\"",
                "the period does not begin after the one before"},
        Mistake{"\"basis\": \"", "\"bases\": \"", "unknown member \"bases\""},
        Mistake{"\"amount_fen\": 2000",
                "\"amount_fen\": 2000.5",
                "a whole number from 0 to 100000 is expected"},
        Mistake{"\"amount_fen\": 2000",
                "\"amount_fen\": -1",
                "a whole number from 0 to 100000 is expected"},
        Mistake{"\"amount_fen\": 2000",
                "\"amount_fen\": \"2000\"",
                "a whole number from 0 to 100000 is expected"},
        Mistake{"\"amount_fen\": 2000", "\"amount_fen\": 1950", "the amount is not in whole yuan"},
        Mistake{"\"amount_fen\": 2000", "\"amount_fen\": 0", "a fee of zero needs its ground"},
        Mistake{"\"amount_fen\": 0", "\"amount_fen\": 100", "only a fee of zero has a ground", 1},
        Mistake{"\"ground\": \"", "\"reason\": \"", "unknown member \"reason\""},
        Mistake{"\"loss\": {", "\"lost\": {", "unknown member \"lost\""},
        Mistake{"\"percent\": 50", "\"percent\": 101", "a whole number from 1 to 100 is expected"},
        Mistake{"\"percent\": 50", "\"percent\": 0", "a whole number from 1 to 100 is expected"},
        Mistake{"\"percent\": 50",
                "\"percent\": 33",
                "the relief leaves an amount that is not in whole yuan"},
        Mistake{"\"kinds\": [\"firstIssue\"",
                "\"kinds\": [\"first\"",
                "no kind of application has this name"},
        Mistake{"\"kinds\": [\"firstIssue\"", "\"kinds\": [\"expiry\"", "the kind is given twice"},
        Mistake{"\"kinds\": [\"firstIssue\", \"expiry\", \"nameChange\"]",
                "\"kinds\": []",
                "the relief applies to nothing"},
        Mistake{"\"code\": \"extremePoverty\"",
                "\"code\": \"ruralHardship\"",
                "the code is given twice"},
        Mistake{"\"reliefs\"", "\"relief\"", "unknown member \"relief\""},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.replacement);
        const auto asset = broken("fees.json", mistake.old, mistake.replacement, mistake.nth);
        CHECK(mistakeIn(parseFeeSchedule, asset.text) ==
              complaint(asset, mistake.complaint, mistake.shift));
    }
}

TEST_CASE("parseFeeSchedule reads what else is collected")
{
    const auto withOthers = [](const std::string& others) {
        return broken("fees.json", "\"basis\"", "\"others\": [" + others + "], \"basis\"").text;
    };
    const auto booklet = [](const std::string& code) {
        return R"({"code": ")" + code + R"(", "title": "居民户口簿工本费", "amount_fen": 600})";
    };
    const auto fees = parseFeeSchedule(withOthers(booklet("householdRegister")), "asset");
    REQUIRE(fees.othersOn(2005y / 1 / 1).size() == 1);
    CHECK(fees.othersOn(2005y / 1 / 1)[0] ==
          FeeLine{"householdRegister", "居民户口簿工本费", Money::yuan(6), {}});
    const auto twice = booklet("a") + "," + booklet("a");
    CHECK(mistakeIn(parseFeeSchedule, withOthers(twice)).find("given twice") != std::string::npos);
    CHECK(mistakeIn(parseFeeSchedule, withOthers(booklet("card"))).find("given twice") !=
          std::string::npos);
    const auto three = booklet("a") + "," + booklet("b") + "," + booklet("c");
    CHECK(mistakeIn(parseFeeSchedule, withOthers(three)).find("room") != std::string::npos);
}

TEST_CASE("parseFeeSchedule wants periods and every price")
{
    CHECK(mistakeIn(parseFeeSchedule, "{\n\"periods\": [], \"reliefs\": []}") ==
          "asset:2: there is no period");
    CHECK(mistakeIn(parseFeeSchedule,
                    "{\"periods\": [{\"from\": \"2026-01-01\", \"basis\": \"x\",\n\"card\": {},"
                    "\"temporaryCard\": {\"title\": \"x\", \"amount_fen\": 100}}]}") ==
          "asset:2: the member \"firstIssue\" is missing");
}

} // namespace guitai::fees_test
