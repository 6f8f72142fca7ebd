#include "services/rules/working_days.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace guitai::working_days_test
{

using namespace std::chrono_literals;

namespace
{

WorkingCalendar delivered()
{
    return parseWorkingCalendar(Assets{}.load("working_days.json"), "working_days.json");
}

int workingDaysOf(const WorkingCalendar& calendar, std::chrono::year year)
{
    int count = 0;
    for (auto day = std::chrono::sys_days{year / 1 / 1};
         day <= std::chrono::sys_days{year / 12 / 31};
         day += std::chrono::days{1})
        count += calendar.isWorkingDay(Date{day}) ? 1 : 0;
    return count;
}

struct Mistake {
    std::string_view old;
    std::string_view replacement;
    std::string_view complaint;
};

} // namespace

TEST_CASE("the delivered calendar")
{
    const auto calendar = delivered();
    SUBCASE("has holidays and worked weekends of the notices")
    {
        CHECK_FALSE(calendar.isWorkingDay(2026y / 2 / 17)); // Spring Festival, a Tuesday
        CHECK(calendar.isWorkingDay(2026y / 2 / 14));       // a Saturday that is worked
        CHECK(calendar.isWorkingDay(2026y / 2 / 28));
        CHECK_FALSE(calendar.isWorkingDay(2026y / 10 / 7));
        CHECK(calendar.isWorkingDay(2026y / 10 / 10));
        CHECK_FALSE(calendar.isWorkingDay(2025y / 10 / 8));
        CHECK(calendar.isWorkingDay(2024y / 10 / 12));
        CHECK(calendar.isWorkingDay(2026y / 11 / 23));
        CHECK_FALSE(calendar.isWorkingDay(2026y / 11 / 22));
        CHECK_FALSE(calendar.isWorkingDay(2026y / 11 / 21));
    }
    SUBCASE("gives each year its published number of working days")
    {
        CHECK(workingDaysOf(calendar, 2024y) == 251);
        CHECK(workingDaysOf(calendar, 2025y) == 248);
        CHECK(workingDaysOf(calendar, 2026y) == 248);
    }
    SUBCASE("covers the years of the notices only")
    {
        CHECK_FALSE(calendar.covers(2023y / 12 / 31));
        CHECK(calendar.covers(2024y / 1 / 1));
        CHECK(calendar.covers(2026y / 12 / 31));
        CHECK_FALSE(calendar.covers(2027y / 1 / 1));
        CHECK_FALSE(calendar.isWorkingDay(2027y / 1 / 1)); // statutory, known beforehand
        CHECK_FALSE(calendar.isWorkingDay(2027y / 2 / 8));
    }
}

TEST_CASE("the working day after")
{
    const auto calendar = delivered();
    SUBCASE("counts from the next day")
    {
        CHECK(calendar.after(2026y / 11 / 22, 1) == WorkingDay{2026y / 11 / 23});
        CHECK(calendar.after(2026y / 11 / 22, 10) == WorkingDay{2026y / 12 / 4});
        CHECK(calendar.after(2026y / 11 / 22, 12) == WorkingDay{2026y / 12 / 8});
        CHECK(calendar.after(2026y / 11 / 23, 1) == WorkingDay{2026y / 11 / 24});
        CHECK(calendar.after(2026y / 11 / 20, 1) == WorkingDay{2026y / 11 / 23});
        CHECK(calendar.after(2026y / 11 / 22, 0) == WorkingDay{2026y / 11 / 22});
    }
    SUBCASE("steps over holidays and onto worked weekends")
    {
        CHECK(calendar.after(2026y / 2 / 13, 1) == WorkingDay{2026y / 2 / 14});
        CHECK(calendar.after(2026y / 2 / 14, 1) == WorkingDay{2026y / 2 / 24});
        CHECK(calendar.after(2026y / 9 / 30, 3) == WorkingDay{2026y / 10 / 10});
    }
    SUBCASE("is an estimate as soon as it enters a year that is not loaded")
    {
        CHECK(calendar.after(2026y / 12 / 30, 1) == WorkingDay{2026y / 12 / 31});
        CHECK(calendar.after(2026y / 12 / 31, 1) == WorkingDay{2027y / 1 / 4, true});
        CHECK(calendar.after(2026y / 12 / 18, 10) == WorkingDay{2027y / 1 / 4, true});
        CHECK(calendar.after(2023y / 12 / 29, 1) == WorkingDay{2024y / 1 / 2, true});
    }
    SUBCASE("without any calendar is an estimate by weekdays")
    {
        CHECK(WorkingCalendar{}.after(2030y / 1 / 4, 1) == WorkingDay{2030y / 1 / 7, true});
    }
    SUBCASE("is not counted backwards")
    {
        CHECK_THROWS_AS(calendar.after(2026y / 11 / 22, -1), std::logic_error);
    }
}

TEST_CASE("parseWorkingCalendar names the line of a mistake")
{
    const auto mistakes = {
        Mistake{"\"year\": 2026", "\"year\": 2025", "the year is given twice or out of order"},
        Mistake{"\"year\": 2026", "\"year\": 2023", "the year is given twice or out of order"},
        Mistake{"\"year\": 2027", "\"year\": 2026", "the year is given twice or out of order"},
        Mistake{
            "\"year\": 2026", "\"year\": 20260", "a whole number from 2000 to 2200 is expected"},
        Mistake{"\"notice\": \"国办发明电〔2025〕7号\"", "\"notice\": \"\"", "the text is blank"},
        Mistake{"\"from\": \"2026-02-15\"",
                "\"from\": \"2026-02-30\"",
                "a date such as 2026-11-22 is expected"},
        Mistake{"\"from\": \"2026-02-15\"", "\"from\": \"2027-02-15\"", "the day is not of 2026"},
        Mistake{"\"from\": \"2026-02-15\"", "\"from\": \"2025-02-15\"", "the day is not of 2026"},
        Mistake{"\"from\": \"2026-02-15\"",
                "\"from\": \"2026-02-24\"",
                "the holiday ends before it begins"},
        Mistake{
            "\"to\": \"2026-02-23\"", "\"to\": \"2026-03-23\"", "the holiday is longer than any"},
        Mistake{"\"from\": \"2026-02-15\", \"to\": \"2026-02-23\"",
                "\"from\": \"2026-01-03\", \"to\": \"2026-01-05\"",
                "the holiday overlaps the one before or is out of order"},
        Mistake{
            "\"from\": \"2026-02-15\"", "\"start\": \"2026-02-15\"", "unknown member \"start\""},
        Mistake{"\"2026-02-14\"", "\"2026-02-13\"", "the day is not of a weekend"},
        Mistake{"\"2026-02-14\"", "\"2026-02-15\"", "the day is a holiday"},
        Mistake{"\"2026-02-14\"", "\"2026-01-04\"", "the day is given twice or out of order"},
        Mistake{"\"2026-02-14\"", "20260214", "a text is expected"},
        Mistake{"\"basis\": \"", "\"notice\": \"", "unknown member \"notice\""},
        Mistake{"\"expected\"", "\"expect\"", "unknown member \"expect\""},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.replacement);
        const auto asset = broken("working_days.json", mistake.old, mistake.replacement);
        CHECK(mistakeIn(parseWorkingCalendar, asset.text) == complaint(asset, mistake.complaint));
    }
}

TEST_CASE("parseWorkingCalendar wants years with holidays")
{
    CHECK(mistakeIn(parseWorkingCalendar, "{\n\"years\": [], \"expected\": []}") ==
          "asset:2: there is no year");
    CHECK(mistakeIn(parseWorkingCalendar,
                    "{\"years\": [{\"year\": 2026, \"notice\": \"x\",\n\"holidays\": [],"
                    "\"workedWeekends\": []}], \"expected\": []}") ==
          "asset:2: a year has holidays");
}

TEST_CASE("an expected year is given once")
{
    const auto expected = std::string{"{\"year\": 2027, \"basis\": \"x\", \"holidays\": []}"};
    const auto year = std::string{"{\"year\": 2026, \"notice\": \"x\", \"workedWeekends\": [], "
                                  "\"holidays\": [{\"name\": \"元旦\", \"from\": \"2026-01-01\", "
                                  "\"to\": \"2026-01-03\"}]}"};
    CHECK(mistakeIn(parseWorkingCalendar,
                    "{\"years\": [" + year + "], \"expected\": [" + expected + "]}") == "");
    CHECK(mistakeIn(parseWorkingCalendar,
                    "{\"years\": [" + year + "], \"expected\": [" + expected + ",\n" + expected +
                        "]}") == "asset:2: the year is given twice or out of order");
}

TEST_CASE("a notice may reach back into December")
{
    const auto calendar = parseWorkingCalendar(
        R"({"years": [{"year": 2023, "notice": "x", "workedWeekends": [],
            "holidays": [{"name": "元旦", "from": "2022-12-30", "to": "2023-01-02"}]}],
            "expected": []})",
        "asset");
    CHECK_FALSE(calendar.isWorkingDay(2022y / 12 / 30));
    CHECK_FALSE(calendar.covers(2022y / 12 / 30));
}

} // namespace guitai::working_days_test
