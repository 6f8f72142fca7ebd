#include "services/practice/scenario_reader.h"

#include "services/rules/asset_error.h"
#include "services/rules/citizen_number.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace std::chrono;

namespace guitai
{

namespace
{

nlohmann::json example()
{
    return {{"title", {{"zh", "标题"}, {"en", "title"}}},
            {"story", {{"zh", "情形"}, {"en", "story"}}},
            {"category", "firstTime"},
            {"kind", "firstIssue"},
            {"applicant",
             {{"name", "测试甲"},
              {"years", 16},
              {"days", 0},
              {"order", 317},
              {"address", "北京市海淀区测试路1号"},
              {"phone", "13800001111"},
              {"heldCard", false}}},
            {"photo", "young-man"},
            {"delivery", {{"method", "pickUp"}}},
            {"end",
             {{"state", "accepted"},
              {"category", "firstTime"},
              {"kind", "firstIssue"},
              {"due_yuan", 0},
              {"tender", "exempt"},
              {"keys", 40}}}};
}

Scenario read(const nlohmann::json& file)
{
    return parseScenario(file.dump(1), "example", "example.json");
}

/// The mistake that the reader names; empty when it finds none.
std::string mistakeIn(const nlohmann::json& file)
{
    try {
        read(file);
    } catch (const AssetError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a scenario is read whole")
{
    auto file = example();
    file["fingers"] = {
        {"skins", {{{"finger", "leftThumb"}, {"skin", "worn"}, {"presses", {31, 60}}}}},
        {"absent", {"rightThumb"}}};
    file["goesWrong"] = {{{"what", "restart"}, {"at", "photo"}}};
    const auto scenario = read(file);
    CHECK(scenario.name == "example");
    CHECK(scenario.declared == Category::firstTime);
    CHECK(scenario.applicant.person.phone == "13800001111");
    CHECK(scenario.fingers.skins.at(Finger::leftThumb) == ScenarioFinger{"worn", {31, 60}});
    CHECK(scenario.fingers.absent == std::vector{Finger::rightThumb});
    REQUIRE(scenario.find(Mishap::Kind::restart) != nullptr);
    CHECK(scenario.find(Mishap::Kind::restart)->at == "photo");
    CHECK(scenario.find(Mishap::Kind::park) == nullptr);
    CHECK(scenario.end.tender == Tender::exempt);
}

TEST_CASE("a scenario's mistakes are named with their line")
{
    auto file = example();
    CHECK(mistakeIn(file).empty());
    SUBCASE("an unknown member")
    {
        file["end"]["vochers"] = 1;
        CHECK(mistakeIn(file).find("unknown member \"vochers\"") != std::string::npos);
        CHECK(mistakeIn(file).find("example.json:") != std::string::npos);
    }
    SUBCASE("a missing member")
    {
        file.erase("photo");
        CHECK(mistakeIn(file).find("\"photo\"") != std::string::npos);
    }
    SUBCASE("an unknown name")
    {
        file["goesWrong"] = {{{"what", "earthquake"}}};
        CHECK(mistakeIn(file).find("earthquake") != std::string::npos);
    }
    SUBCASE("a child without a guardian")
    {
        file["applicant"]["years"] = 15;
        CHECK(mistakeIn(file).find("guardian") != std::string::npos);
    }
    SUBCASE("an exception that nobody decides")
    {
        file["end"]["exceptions"] = {"feeRelief"};
        CHECK(mistakeIn(file).find("approval") != std::string::npos);
    }
    SUBCASE("a charge that nobody pays")
    {
        file["end"]["tender"] = "cash";
        CHECK(mistakeIn(file).find("nobody pays") != std::string::npos);
    }
    SUBCASE("a rejection without a reason")
    {
        file["approval"] = {{"outcome", "rejected"}};
        CHECK(mistakeIn(file).find("reason") != std::string::npos);
    }
}

TEST_CASE("citizenNumberOf a made-up person is valid on whatever day")
{
    const auto bornBefore = [](int years, int days) {
        auto person = MadeUpPerson{};
        person.years = years;
        person.days = days;
        person.order = 317;
        return person;
    };
    const auto person = bornBefore(16, 0);
    for (const auto today : {2026y / November / 23, 2028y / February / 29, 2031y / January / 1}) {
        const auto number = parseCitizenNumber(citizenNumberOf(person, today), today, {});
        REQUIRE(number);
        CHECK(number.value().birthDate == birthDateOf(person, today));
        CHECK(number.value().sex == Sex::male);
    }
    CHECK(birthDateOf(person, 2026y / November / 23) == 2010y / November / 23);
    CHECK(birthDateOf(bornBefore(17, 0), 2028y / February / 29) == 2011y / February / 28);
    CHECK(birthDateOf(bornBefore(16, 1), 2026y / November / 23) == 2010y / November / 22);
}

} // namespace guitai
