#pragma once

#include "services/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// China Standard Time is a fixed offset without daylight saving; GCC 12 has no zone data.
struct StationTime {
    std::chrono::hours offset{8};

    Date dateOf(Instant instant) const;
    std::string dateTimeText(Instant instant) const;   ///< "2026-11-22 10:42:07"
    std::string timeText(Instant instant) const;       ///< "10:42:07"
    std::string dateMinuteText(Instant instant) const; ///< "2026-11-22 10:42"
    std::string minuteText(Instant instant) const;     ///< "10:42"
    /// Midnight at which `date` begins at the station, as an instant.
    Instant startOf(Date date) const;
};

std::string isoDate(Date date);   ///< "2026-11-22"
std::string digitDate(Date date); ///< "20261122"
/// "2026-11-22"; no value for another form or for a day that does not exist.
std::optional<Date> parseIsoDate(std::string_view text);
std::optional<Date> parseDigitDate(std::string_view text);
std::string utcText(Instant instant); ///< "2026-11-22T02:42:07Z"

} // namespace guitai
