#pragma once

#include "services/clock.h"

namespace guitai
{

/// Tells when nobody has touched the window for too long. Reads the time since the machine
/// started: setting the clock neither locks nor keeps open.
class IdleWatch
{
public:
    IdleWatch(const Clock& clock, std::chrono::minutes limit)
        : m_clock(clock), m_limit(limit), m_touched(clock.sinceBoot())
    {
    }

    void touch() { m_touched = m_clock.sinceBoot(); }
    bool isDue() const { return m_clock.sinceBoot() - m_touched >= m_limit; }

private:
    const Clock& m_clock;
    std::chrono::minutes m_limit;
    std::chrono::milliseconds m_touched;
};

} // namespace guitai
