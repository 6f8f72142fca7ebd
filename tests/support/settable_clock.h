#pragma once

#include "services/clock.h"

namespace guitai
{

/// A clock that stands still until the test moves it. Starts on Monday, 23 November 2026, 09:00 at
/// the station (01:00 UTC), ten minutes after the machine was started.
class SettableClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }
    std::string bootId() const override;

    /// Time passes: wall clock and time since boot both.
    void pass(std::chrono::seconds time);
    /// Somebody sets the wall clock, forward or back; time since boot knows nothing of it.
    void setWall(Instant instant) { m_now = instant; }
    void jumpWall(std::chrono::seconds difference) { m_now += difference; }
    /// The machine is started again after `downFor`.
    void reboot(std::chrono::seconds downFor = std::chrono::minutes{2});

private:
    Instant m_now{std::chrono::sys_days{std::chrono::November / 23 / 2026} + std::chrono::hours{1}};
    std::chrono::milliseconds m_sinceBoot{std::chrono::minutes{10}};
    int m_boots = 1;
};

} // namespace guitai
