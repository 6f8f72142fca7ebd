#include "services/rules/validity.h"

#include <array>

namespace guitai
{

namespace
{

/// Ages at which the term of a new card changes (Identity Card Law art. 5).
constexpr auto classAges = std::array{16, 26, 46};

/// How many of `classAges` are reached: 0 to 3.
std::size_t classOf(int age)
{
    std::size_t reached = 0;
    while (reached < classAges.size() && age >= classAges[reached])
        ++reached;
    return reached;
}

std::optional<int> termOf(int age)
{
    constexpr auto terms = std::array<std::optional<int>, 4>{5, 10, 20, std::nullopt};
    return terms[classOf(age)];
}

} // namespace

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

Validity validityFor(Date birthDate, Date applied, Date issued)
{
    auto validity = Validity{};
    validity.years = termOf(ageOn(birthDate, issued));
    if (validity.years)
        validity.end = yearsAfter(issued, *validity.years);
    const auto reached = classOf(ageOn(birthDate, issued));
    if (reached > classOf(ageOn(birthDate, applied)))
        validity.classChange = yearsAfter(birthDate, classAges[reached - 1]);
    return validity;
}

} // namespace guitai
