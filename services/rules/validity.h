#pragma once

#include "services/clock.h"
#include "services/rules/validity_terms.h"

#include <optional>

namespace guitai
{

/// Full years (周岁). Somebody born on 29 February completes a year on 1 March of a common year
/// (GA 214.8-2004). Negative before the birth.
int ageOn(Date birthDate, Date day);

/// The same month and day `years` later; 29 February rolls to 1 March (GA 214.8-2004).
Date yearsAfter(Date day, int years);

/// Term of validity of one card (Identity Card Law art. 5).
struct Validity {
    std::optional<int> years; ///< none: 长期
    std::optional<Date> end;  ///< provisional; the true start is the day of issue
    /// The birthday with which another term begins, after the day of application and up to the day
    /// of issue.
    std::optional<Date> classChange;

    bool operator==(const Validity&) const = default;
};

/// Provisional validity of a card applied for on `applied` and issued about `issued`. The age on
/// the day of issue decides: art. 5 speaks of the card that is issued, and the term starts there.
Validity validityFor(Date birthDate, Date applied, Date issued, const ValidityTerms& terms);

} // namespace guitai
