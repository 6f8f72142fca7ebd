#pragma once

#include "services/clock.h"
#include "services/journal/journal.h"
#include "services/money.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// The closed shifts of a window, numbered from 1 without gaps. They stand under
/// a subject of their own, so that the next number is one more than its events: about a thousand a
/// year, read in milliseconds.
inline constexpr std::string_view zSubject = "zReports";

struct ZNumber {
    std::int64_t number = 0; ///< 0: no shift was closed yet
    std::string shift = {};
    Money closingFloat = {}; ///< what the drawer held
    Instant at{};

    bool operator==(const ZNumber&) const = default;
};

/// Oldest first. Throws ServiceFailure(damaged) for a gap.
std::vector<ZNumber> zNumbers(Journal& journal);
ZNumber lastZNumber(Journal& journal);

} // namespace guitai
