#pragma once

#include "services/clock.h"

#include <string>

namespace guitai
{

/// Somebody who does not exist, born so long before the day on which the scenario is played that
/// the age never changes.
struct MadeUpPerson {
    std::string name = {};
    int years = 0;
    int days = 0;                 ///< beyond the years
    std::string area = "110108";  ///< of the citizen number
    int order = 0;                ///< 1 to 999; odd: male (GB 11643-1999)
    std::string ethnicity = "01"; ///< GB/T 3304
    std::string address = {};
    std::string phone = {};
};

/// On 29 February of a year that has none: 28 February.
Date birthDateOf(const MadeUpPerson& person, Date today);
/// 18 characters with the right check character.
std::string citizenNumberOf(const MadeUpPerson& person, Date today);

} // namespace guitai
