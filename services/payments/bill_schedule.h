#pragma once

#include "services/payments/gateway.h"
#include "services/station_time.h"

#include <chrono>
#include <optional>

namespace guitai
{

/// When the window asks for yesterday's bills by itself. Minutes of the station's
/// day.
struct BillSchedule {
    std::chrono::minutes weChatFrom{10 * 60};     ///< made from 9:00, there from about 10:00
    std::chrono::minutes alipayFrom{9 * 60 + 30}; ///< there from about 9:00
    std::chrono::minutes retry{30};
    std::chrono::minutes until{14 * 60}; ///< then a person is told

    std::chrono::minutes from(GatewayChannel channel) const
    {
        return channel == GatewayChannel::alipay ? alipayFrom : weChatFrom;
    }
    bool operator==(const BillSchedule&) const = default;
};

/// What was tried for one channel since the program started.
struct BillTries {
    std::optional<Instant> last = {};
    std::optional<Date> givenUp = {}; ///< the day on which somebody was told

    bool operator==(const BillTries&) const = default;
};

enum class BillStep { wait, fetch, giveUp };

/// Whether a bill that is missing is asked for now. A window that starts late asks once, whatever
/// the hour; each day gives up once.
BillStep nextBillStep(const BillSchedule& schedule,
                      GatewayChannel channel,
                      const BillTries& tries,
                      Instant now,
                      const StationTime& time);

} // namespace guitai
