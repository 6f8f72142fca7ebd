#include "services/rules/asset_json.h"
#include "services/rules/working_days.h"

#include <algorithm>

namespace guitai
{

namespace
{

using std::chrono::sys_days;

struct CalendarDays {
    std::set<int> years;    ///< whose notice is known
    std::set<int> expected; ///< of which only the statutory days are known
    std::set<sys_days> holidays;
    std::set<sys_days> workedWeekends;
};

/// A notice may reach back into the last days of the year before.
sys_days dayOfNotice(const AssetValue& value, int year)
{
    using namespace std::chrono;
    const auto day = value.date();
    const auto begin = std::chrono::year{year - 1} / December / 1;
    const auto end = std::chrono::year{year} / December / 31;
    if (day < begin || day > end)
        value.refuse("the day is not of " + std::to_string(year));
    return sys_days{day};
}

void readHoliday(const AssetValue& holiday, int year, CalendarDays& days)
{
    constexpr auto longest = std::chrono::days{15};
    holiday.expectMembers({"name", "from", "to"});
    holiday.at("name").text();
    const auto from = dayOfNotice(holiday.at("from"), year);
    const auto to = dayOfNotice(holiday.at("to"), year);
    if (to < from)
        holiday.at("to").refuse("the holiday ends before it begins");
    if (to - from > longest)
        holiday.at("to").refuse("the holiday is longer than any");
    if (!days.holidays.empty() && from <= *days.holidays.rbegin())
        holiday.at("from").refuse("the holiday overlaps the one before or is out of order");
    for (auto day = from; day <= to; day += std::chrono::days{1})
        days.holidays.insert(day);
}

void readWorkedWeekend(const AssetValue& value, int year, CalendarDays& days)
{
    const auto day = dayOfNotice(value, year);
    const auto weekday = std::chrono::weekday{day};
    if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday)
        value.refuse("the day is not of a weekend");
    if (days.holidays.contains(day))
        value.refuse("the day is a holiday");
    if (!days.workedWeekends.empty() && day <= *days.workedWeekends.rbegin())
        value.refuse("the day is given twice or out of order");
    days.workedWeekends.insert(day);
}

/// The year of an entry, which must come after all years read so far.
int nextYear(const AssetValue& entry, const CalendarDays& days)
{
    const auto& value = entry.at("year");
    const auto year = static_cast<int>(value.integer(2000, 2200));
    const auto isLater = [year](const std::set<int>& years) {
        return years.empty() || *years.rbegin() < year;
    };
    if (!isLater(days.years) || !isLater(days.expected))
        value.refuse("the year is given twice or out of order");
    return year;
}

void readYear(const AssetValue& entry, CalendarDays& days)
{
    entry.expectMembers({"year", "notice", "holidays", "workedWeekends"});
    const auto year = nextYear(entry, days);
    entry.at("notice").text();
    if (entry.at("holidays").items().empty())
        entry.at("holidays").refuse("a year has holidays");
    for (const auto& holiday : entry.at("holidays").items())
        readHoliday(holiday, year, days);
    for (const auto& day : entry.at("workedWeekends").items())
        readWorkedWeekend(day, year, days);
    days.years.insert(year);
}

void readExpectedYear(const AssetValue& entry, CalendarDays& days)
{
    entry.expectMembers({"year", "basis", "holidays"});
    const auto year = nextYear(entry, days);
    entry.at("basis").text();
    for (const auto& holiday : entry.at("holidays").items())
        readHoliday(holiday, year, days);
    days.expected.insert(year);
}

} // namespace

WorkingCalendar parseWorkingCalendar(std::string_view text, const std::string& origin)
{
    const auto file = parseAsset(text, origin);
    file.expectMembers({"years", "expected"});
    auto days = CalendarDays{};
    if (file.at("years").items().empty())
        file.at("years").refuse("there is no year");
    for (const auto& entry : file.at("years").items())
        readYear(entry, days);
    for (const auto& entry : file.at("expected").items())
        readExpectedYear(entry, days);
    return {std::move(days.years), std::move(days.holidays), std::move(days.workedWeekends)};
}

} // namespace guitai
