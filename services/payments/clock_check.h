#pragma once

#include "services/clock.h"

#include <optional>
#include <string_view>

namespace guitai
{

/// How far the station's clock is from the provider's `Date` header. Both providers refuse a
/// request whose time is off (WeChat Pay above 5 minutes, Alipay v3 above 10), and a wrong clock
/// hides a wrong key (WeChat Pay API v3: request signature).
struct ClockCheck {
    enum class Level { good, warn, block };

    std::chrono::seconds difference{}; ///< provider - station: above 0 the station is behind

    /// Warns above 60 s, blocks electronic payment above 240 s.
    Level level() const;
    bool operator==(const ClockCheck&) const = default;
};

/// The fixed form of RFC 9110, 5.6.7: "Thu, 15 Jan 2026 01:30:00 GMT". Nothing else has a value.
std::optional<Instant> instantFromHttpDate(std::string_view text);

/// No value without a readable header.
std::optional<ClockCheck> checkClock(std::optional<std::string_view> dateHeader, Instant now);

} // namespace guitai
