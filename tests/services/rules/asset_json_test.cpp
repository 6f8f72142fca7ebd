#include "services/rules/asset_json.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

namespace guitai::asset_json_test
{

using namespace std::chrono_literals;

namespace
{

AssetValue parsed(std::string_view text)
{
    return parseAsset(text, "asset");
}

std::string mistake(std::string_view text)
{
    return mistakeIn(parseAsset, text);
}

/// What a question throws.
template <class Question>
std::string answerTo(Question question)
{
    try {
        question();
        return {};
    } catch (const AssetError& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("parseAsset reads values of every type")
{
    const auto file = parsed("{\"text\": \"北京\", \"count\": 12, \"less\": -3, \"yes\": true,\n"
                             " \"day\": \"2026-11-22\", \"list\": [1, [2]], \"none\": null}");
    CHECK(file.at("text").text() == "北京");
    CHECK(file.at("count").integer(0, 12) == 12);
    CHECK(file.at("less").integer(-3, 0) == -3);
    CHECK(file.at("yes").boolean());
    CHECK(file.at("day").date() == 2026y / 11 / 22);
    CHECK(file.at("list").items().size() == 2);
    CHECK(file.at("list").items()[1].items()[0].integer(2, 2) == 2);
    CHECK(file.find("absent") == nullptr);
    file.expectMembers({"text", "count", "less", "yes", "day", "list", "none"});
    CHECK(parsed("[]").items().empty());
    CHECK(parsed("7").integer(7, 7) == 7);
}

TEST_CASE("every value knows its line")
{
    const auto file =
        parsed("{\n  \"number\": 1\n,\n  \"object\":\n  {\n    \"inner\": true\n  },\n"
               "  \"list\": [\n    2,\n    \"x\"\n  ],\n  \"last\": 9\n}\n");
    const auto lineOf = [](const AssetValue& value) {
        return answerTo([&] { value.refuse("!"); });
    };
    CHECK(lineOf(file) == "asset:1: !");
    CHECK(lineOf(file.at("number")) == "asset:2: !");
    CHECK(lineOf(file.at("object")) == "asset:5: !");
    CHECK(lineOf(file.at("object").at("inner")) == "asset:6: !");
    CHECK(lineOf(file.at("list")) == "asset:8: !");
    CHECK(lineOf(file.at("list").items()[0]) == "asset:9: !");
    CHECK(lineOf(file.at("list").items()[1]) == "asset:10: !");
    CHECK(lineOf(file.at("last")) == "asset:12: !");
}

TEST_CASE("a question that the value cannot answer is refused at its line")
{
    const auto file = parsed("{\"a\": \" \",\n\"b\": 1.5,\n\"c\": 99999999999999999999,\n"
                             "\"d\": \"2026-02-30\",\n\"e\": null,\n\"f\": 18446744073709551615}");
    CHECK(answerTo([&] { file.at("a").text(); }) == "asset:1: the text is blank");
    CHECK(answerTo([&] { file.at("b").text(); }) == "asset:2: a text is expected");
    const auto wholeNumber = std::string{"a whole number from 0 to 9 is expected"};
    CHECK(answerTo([&] { file.at("b").integer(0, 9); }) == "asset:2: " + wholeNumber);
    CHECK(answerTo([&] { file.at("c").integer(0, 9); }) == "asset:3: " + wholeNumber);
    CHECK(answerTo([&] { file.at("f").integer(0, 9); }) == "asset:6: " + wholeNumber);
    CHECK(answerTo([&] { file.at("d").date(); }) ==
          "asset:4: a date such as 2026-11-22 is expected");
    CHECK(answerTo([&] { file.at("e").boolean(); }) == "asset:5: true or false is expected");
    CHECK(answerTo([&] { file.items(); }) == "asset:1: a list is expected");
    CHECK(answerTo([&] { file.at("e").find("x"); }) == "asset:5: an object is expected");
    CHECK(answerTo([&] { file.at("e").expectMembers({}); }) == "asset:5: an object is expected");
    CHECK(answerTo([&] { file.at("x"); }) == "asset:1: the member \"x\" is missing");
    CHECK(answerTo([&] {
              file.expectMembers({"a", "b", "c", "e", "f"});
          }) == "asset:4: unknown member \"d\"");
}

TEST_CASE("parseAsset refuses")
{
    SUBCASE("what is no JSON, at the line of the break")
    {
        CHECK(mistake("") == "asset:1: this is not JSON");
        CHECK(mistake("{\n\"a\": 1\n\"b\": 2}") == "asset:3: this is not JSON");
        CHECK(mistake("{\n\"a\": 1,\n}") == "asset:3: this is not JSON");
        CHECK(mistake("{}\n{}") == "asset:2: this is not JSON");
        CHECK(mistake("{\"a\":\n\"\xFF\"}") == "asset:2: this is not JSON");
    }
    SUBCASE("a member that is given twice")
    {
        CHECK(mistake("{\"a\": 1,\n\"a\": 2}") == "asset:2: the member \"a\" is given twice");
    }
    SUBCASE("nesting that no asset has")
    {
        CHECK(mistake(std::string(16, '[') + std::string(16, ']')) == "");
        CHECK(mistake(std::string(17, '[') + std::string(17, ']')) == "asset:1: nested too deep");
        CHECK(mistake(std::string(1'000'000, '[')) == "asset:1: nested too deep");
    }
}

} // namespace guitai::asset_json_test
