#include "services/rules/validity.h"

namespace guitai
{

int ageOn(Date birthDate, Date day)
{
    const auto years = static_cast<int>(day.year()) - static_cast<int>(birthDate.year());
    return day < yearsAfter(birthDate, years) ? years - 1 : years;
}

Date yearsAfter(Date day, int years)
{
    const auto later = day + std::chrono::years{years};
    if (later.ok())
        return later;
    return later.year() / std::chrono::March / 1;
}

Validity validityFor(Date birthDate, Date applied, Date issued, const ValidityTerms& terms)
{
    const auto& term = terms.at(ageOn(birthDate, issued));
    auto validity = Validity{.years = term.years, .end = {}, .classChange = {}};
    if (term.years)
        validity.end = yearsAfter(issued, *term.years);
    if (term != terms.at(ageOn(birthDate, applied)))
        validity.classChange = yearsAfter(birthDate, term.fromAge);
    return validity;
}

} // namespace guitai
