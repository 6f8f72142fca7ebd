#pragma once

#include <chrono>
#include <string>

namespace guitai
{

/// An instant, UTC. Only printing and forms turn it into station time, through station_time.h.
using Instant = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

/// Where "now" comes from. Rules take a Date instead.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Time since the machine started, suspended time included; no one can set it.
    virtual std::chrono::milliseconds sinceBoot() const = 0;
    /// Changes at each start of the machine.
    virtual std::string bootId() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    std::chrono::milliseconds sinceBoot() const override;
    std::string bootId() const override;
};

} // namespace guitai
