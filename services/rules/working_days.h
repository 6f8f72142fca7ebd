#pragma once

#include "services/clock.h"

#include <set>
#include <string>
#include <string_view>

namespace guitai
{

struct WorkingDay {
    Date date{};
    bool estimated = false; ///< the calendar of that year is not loaded

    bool operator==(const WorkingDay&) const = default;
};

/// Public holidays and shifted working weekends (调休) by the State Council's yearly notice.
class WorkingCalendar
{
public:
    WorkingCalendar() = default;
    WorkingCalendar(std::set<int> years,
                    std::set<std::chrono::sys_days> holidays,
                    std::set<std::chrono::sys_days> workedWeekends);

    bool isWorkingDay(Date day) const;
    bool covers(Date day) const;
    /// The `count`th working day after `day`; the day after is the first that can count. It is an
    /// estimate as soon as one day on the way is of a year that is not loaded.
    WorkingDay after(Date day, int count) const;

private:
    std::set<int> m_years; ///< whose notice is loaded; holidays may be known of others too
    std::set<std::chrono::sys_days> m_holidays;
    std::set<std::chrono::sys_days> m_workedWeekends;
};

/// Reads working_days.json: years with their notice, and expected years of which only the statutory
/// days are known, so that dates in them stay estimates. Throws AssetError.
WorkingCalendar parseWorkingCalendar(std::string_view text, const std::string& origin);

} // namespace guitai
