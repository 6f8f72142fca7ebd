#pragma once

#include "services/clock.h"

#include <optional>

namespace guitai
{

/// Full years (周岁). Somebody born on 29 February completes a year on 1 March of a common year
/// (GA 214.8-2004).
int ageOn(Date birthDate, Date day);

/// The same month and day `years` later; 29 February rolls to 1 March (GA 214.8-2004).
Date yearsAfter(Date day, int years);

/// Term of validity (Identity Card Law art. 5): 5 years under 16, 10 from 16, 20 from 26, for ever
/// from 46.
struct Validity {
    std::optional<int> years; ///< none: 长期
    std::optional<Date> end;  ///< provisional, from `from`; the true start is the day of issue
    /// The birthday between the two days given to `validityFor` that changes the class, if any.
    std::optional<Date> classChange;

    bool operator==(const Validity&) const = default;
};

/// Provisional validity of a card applied for on `applied` and issued about `issued`.
Validity validityFor(Date birthDate, Date applied, Date issued);

} // namespace guitai
