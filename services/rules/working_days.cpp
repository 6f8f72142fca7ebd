#include "services/rules/working_days.h"

#include <stdexcept>

namespace guitai
{

WorkingCalendar::WorkingCalendar(std::set<int> years,
                                 std::set<std::chrono::sys_days> holidays,
                                 std::set<std::chrono::sys_days> workedWeekends)
    : m_years(std::move(years)), m_holidays(std::move(holidays)),
      m_workedWeekends(std::move(workedWeekends))
{
}

bool WorkingCalendar::isWorkingDay(Date day) const
{
    const auto date = std::chrono::sys_days{day};
    if (m_workedWeekends.contains(date))
        return true;
    const auto weekday = std::chrono::weekday{date};
    const auto isWeekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return !isWeekend && !m_holidays.contains(date);
}

bool WorkingCalendar::covers(Date day) const
{
    return m_years.contains(static_cast<int>(day.year()));
}

WorkingDay WorkingCalendar::after(Date day, int count) const
{
    if (count < 0)
        throw std::logic_error("working days are counted forward");
    auto found = WorkingDay{day, !covers(day)};
    while (count > 0) {
        found.date = Date{std::chrono::sys_days{found.date} + std::chrono::days{1}};
        found.estimated = found.estimated || !covers(found.date);
        if (isWorkingDay(found.date))
            --count;
    }
    return found;
}

} // namespace guitai
