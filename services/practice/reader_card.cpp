#include "services/practice/reader_card.h"

#include "services/station_time.h"

#include <nlohmann/json.hpp>

namespace guitai
{

std::string readerCard(const MadeUpPerson& person, const std::optional<int>& endsInDays, Date today)
{
    using std::chrono::days;
    using std::chrono::sys_days;
    constexpr auto adult = 26;
    constexpr auto usualDays = 365;
    const auto begun = Date{sys_days{today} - days{usualDays}};
    const auto usualEnd = Date{sys_days{today} + days{usualDays * (person.years < adult ? 4 : 19)}};
    const auto end = endsInDays ? Date{sys_days{today} + days{*endsInDays}} : usualEnd;
    return nlohmann::json{{"kind", "resident"},
                          {"name", person.name},
                          {"sex", person.order % 2 == 1 ? "1" : "2"},
                          {"ethnicity", person.ethnicity},
                          {"birthDate", digitDate(birthDateOf(person, today))},
                          {"address", person.address},
                          {"number", citizenNumberOf(person, today)},
                          {"authority", "北京市公安局海淀分局"},
                          {"validFrom", digitDate(begun)},
                          {"validTo", digitDate(end)}}
        .dump();
}

} // namespace guitai
