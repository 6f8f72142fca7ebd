#include "services/rules/city.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

struct Mistake {
    std::string_view old;
    std::string_view replacement;
    std::string_view complaint;
    long shift = 0; ///< lines from the replaced text to the value at fault
};

void checkThat(const Mistake& mistake)
{
    CAPTURE(mistake.replacement);
    const auto asset = broken("city.json", mistake.old, mistake.replacement);
    CHECK(mistakeIn(parseCity, asset.text) == complaint(asset, mistake.complaint, mistake.shift));
}

} // namespace

TEST_CASE("the delivered city")
{
    const auto city = parseCity(Assets{}.load("city.json"), "city.json");
    SUBCASE("promises 10 working days in six districts and 12 elsewhere")
    {
        CHECK(city.name == "北京市");
        CHECK(city.areaPrefix == "11");
        CHECK(city.districts.size() == 16);
        auto fast = std::vector<std::string>{};
        for (const auto& district : city.districts) {
            CHECK((district.promisedWorkingDays == 10 || district.promisedWorkingDays == 12));
            if (district.promisedWorkingDays == 10)
                fast.push_back(district.name);
        }
        CHECK(fast == std::vector<std::string>{
                          "东城区", "西城区", "朝阳区", "丰台区", "石景山区", "海淀区"});
        CHECK(city.district("110119")->name == "延庆区");
        CHECK(city.district("110103") == nullptr);
    }
    SUBCASE("knows the service points and what each does")
    {
        CHECK(city.servicePoints.size() == 14);
        const auto both = std::ranges::count_if(
            city.servicePoints, [](const auto& point) { return point.applies && point.issues; });
        CHECK(both == 6);
        CHECK(city.servicePoints.front() == ServicePoint{"东城区", "和平里", false, true});
        CHECK(std::ranges::count(city.servicePoints,
                                 ServicePoint{"海淀区", "北太平庄", true, false}) == 1);
    }
    SUBCASE("has reasons for both results")
    {
        const auto of = [&city](FingerprintResult result) {
            return std::ranges::count(city.fingerprintReasons, result, &FingerprintReason::result);
        };
        CHECK(of(FingerprintResult::notRegistered) == 8);
        CHECK(of(FingerprintResult::failed) == 5);
        CHECK(of(FingerprintResult::registered) == 0);
    }
    SUBCASE("sets the times, the postal entry and what a supervisor decides")
    {
        CHECK(city.renewalMonthsBefore == 3);
        CHECK(city.postDaysMin == 3);
        CHECK(city.postDaysMax == 5);
        CHECK(city.postalEntryTemplate == "GTPOST:1:{acceptanceNumber}");
        CHECK(city.approvals.size() == 7);
    }
}

TEST_CASE("parseCity names the line of a mistake")
{
    const auto mistakes = {
        Mistake{"\"name\": \"北京市\"", "\"name\": 11", "a text is expected"},
        Mistake{"\"name\": \"北京市\"", "\"nam\": \"北京市\"", "unknown member \"nam\""},
        Mistake{"\"areaPrefix\": \"11\"", "\"areaPrefix\": \"1\"", "two digits are expected"},
        Mistake{"\"areaPrefix\": \"11\"", "\"areaPrefix\": \"1x\"", "two digits are expected"},
        Mistake{"110108", "11010", "six digits that start with 11 are expected"},
        Mistake{"110108", "1101o8", "six digits that start with 11 are expected"},
        Mistake{"110108", "120108", "six digits that start with 11 are expected"},
        Mistake{"110108", "110107", "\"110107\" is given twice"},
        Mistake{"\"name\": \"海淀区\"", "\"name\": \"西城区\"", "\"西城区\" is given twice"},
        Mistake{"\"promisedWorkingDays\": 10",
                "\"promisedWorkingDays\": 0",
                "a whole number from 1 to 60 is expected"},
        Mistake{"\"promisedWorkingDays\": 10",
                "\"promisedWorkingDays\": \"10\"",
                "a whole number from 1 to 60 is expected"},
        Mistake{"\"district\": \"石景山区\"",
                "\"district\": \"石景山\"",
                "the city has no such district"},
        Mistake{"\"applies\": false, \"issues\": true",
                "\"applies\": false, \"issues\": false",
                "the service point neither applies nor issues"},
        Mistake{"\"applies\": false", "\"applies\": 0", "true or false is expected"},
        Mistake{"\"name\": \"月坛\"", "\"name\": \"和平里\"", "\"和平里\" is given twice"},
        Mistake{"\"result\": \"failed\"",
                "\"result\": \"registered\"",
                "\"failed\" or \"notRegistered\" is expected"},
        Mistake{"\"result\": \"failed\"",
                "\"result\": \"unknown\"",
                "\"failed\" or \"notRegistered\" is expected"},
        Mistake{"\"code\": \"worn\"",
                "\"code\": \"missingFingers\"",
                "\"missingFingers\" is given twice"},
        Mistake{"\"title\": \"指纹磨损\"", "\"title\": \"\"", "the text is blank"},
        Mistake{"\"renewalMonthsBefore\": 3",
                "\"renewalMonthsBefore\": -1",
                "a whole number from 0 to 24 is expected"},
        Mistake{"\"postDaysMax\": 5",
                "\"postDaysMax\": 2",
                "the post cannot arrive before postDaysMin"},
        Mistake{"GTPOST:1:{acceptanceNumber}",
                "GTPOST:1:",
                "{acceptanceNumber} must stand in the template exactly once"},
        Mistake{"GTPOST:1:{acceptanceNumber}",
                "{acceptanceNumber}{acceptanceNumber}",
                "{acceptanceNumber} must stand in the template exactly once"},
        Mistake{"GTPOST:1:{acceptanceNumber}",
                "{acceptanceNumber}:{name}",
                "{acceptanceNumber} is the only variable"},
        Mistake{"GTPOST:1:", "邮:", "at most 200 ASCII characters are expected"},
        Mistake{"GTPOST:1:", "\\n", "at most 200 ASCII characters are expected"},
        Mistake{"\"feeRelief\"", "\"freeRelief\"", "no exception has this name"},
        Mistake{"\"feeRelief\"", "\"registrationFailed\"", "the exception is given twice"},
    };
    for (const auto& mistake : mistakes)
        checkThat(mistake);
}

TEST_CASE("parseCity refuses")
{
    SUBCASE("a template that no phone reads at once")
    {
        const auto asset = broken("city.json", "GTPOST:1:", std::string(200, 'x'));
        CHECK(mistakeIn(parseCity, asset.text) ==
              complaint(asset, "at most 200 ASCII characters are expected"));
    }
    SUBCASE("a city without districts or members")
    {
        CHECK(mistakeIn(parseCity,
                        "{\"name\": \"北京市\", \"areaPrefix\": \"11\",\n"
                        "\"districts\": []}") == "asset:2: there is no district");
        CHECK(mistakeIn(parseCity, "{\n}") == "asset:1: the member \"name\" is missing");
        CHECK(mistakeIn(parseCity, "[]") == "asset:1: an object is expected");
    }
}
