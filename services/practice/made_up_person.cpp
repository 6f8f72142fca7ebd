#include "services/practice/made_up_person.h"

#include "services/rules/citizen_number.h"
#include "services/station_time.h"

namespace guitai
{

Date birthDateOf(const MadeUpPerson& person, Date today)
{
    auto birthday = today - std::chrono::years{person.years};
    if (!birthday.ok())
        birthday = birthday.year() / birthday.month() / std::chrono::last;
    return std::chrono::sys_days{birthday} - std::chrono::days{person.days};
}

std::string citizenNumberOf(const MadeUpPerson& person, Date today)
{
    constexpr auto orderDigits = std::size_t{3};
    const auto order = std::to_string(person.order);
    const auto first17 = person.area + digitDate(birthDateOf(person, today)) +
                         std::string(orderDigits - order.size(), '0') + order;
    return first17 + checkCharacter(first17);
}

} // namespace guitai
