#include "tests/support/settable_clock.h"

namespace guitai
{

std::string SettableClock::bootId() const
{
    return "boot-" + std::to_string(m_boots);
}

void SettableClock::pass(std::chrono::seconds time)
{
    m_now += time;
    m_sinceBoot += time;
}

void SettableClock::reboot(std::chrono::seconds downFor)
{
    m_now += downFor;
    m_sinceBoot = std::chrono::seconds{30};
    ++m_boots;
}

} // namespace guitai
