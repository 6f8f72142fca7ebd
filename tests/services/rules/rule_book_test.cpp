#include "services/rules/rule_book.h"

#include "services/rules/asset_error.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

using namespace guitai;

TEST_CASE("loadRuleBook")
{
    SUBCASE("loads all that is delivered")
    {
        const auto rules = loadRuleBook(Assets{});
        CHECK(rules.areas.size() > 6000);
        CHECK(rules.fees.reliefs().size() == 5);
        CHECK(rules.calendar.covers(Date{std::chrono::year{2026} / 11 / 22}));
        CHECK(rules.city.districts.size() == 16);
        CHECK(rules.validity.at(46) == ValidityTerm{46, {}});
    }
    SUBCASE("the districts bear the names and current codes of the area table")
    {
        const auto rules = loadRuleBook(Assets{});
        for (const auto& district : rules.city.districts)
            CHECK(rules.areas.find(district.code) ==
                  Area{district.code, rules.city.name + district.name, false});
    }
    SUBCASE("names the overriding file that is wrong")
    {
        const auto folder = std::filesystem::temp_directory_path() / "guitai-rule-book-test";
        std::filesystem::create_directories(folder);
        std::ofstream{folder / "city.json"} << "{\n\"nam\": 1\n}\n";
        auto what = std::string{};
        try {
            loadRuleBook(Assets{folder});
        } catch (const AssetError& error) {
            what = error.what();
        }
        std::filesystem::remove_all(folder);
        CHECK(what == (folder / "city.json").string() + ":2: unknown member \"nam\"");
    }
    SUBCASE("takes nothing built in for an overriding file that cannot be read")
    {
        const auto folder = TemporaryFolder{};
        std::filesystem::create_directories(folder / "city.json"); // a folder cannot, even by root
        CHECK_THROWS_AS(loadRuleBook(Assets{folder.path()}), AssetError);
    }
}

TEST_CASE("the names of exceptions")
{
    using enum ExceptionKind;
    for (const auto kind : {fingersNotObtainable,
                            registrationFailed,
                            nonParentGuardian,
                            feeRelief,
                            couldUseTerminal,
                            duplicate,
                            photoCheckOverruled})
        CHECK(exceptionKindFrom(nameOf(kind)) == kind);
    CHECK(nameOf(feeRelief) == "feeRelief");
    CHECK_FALSE(exceptionKindFrom(""));
    CHECK_FALSE(exceptionKindFrom("FeeRelief"));
    CHECK_THROWS_AS(nameOf(static_cast<ExceptionKind>(99)), std::logic_error);
}
