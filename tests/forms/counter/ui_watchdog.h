#pragma once

#include <chrono>
#include <memory>
#include <thread>

namespace guitai
{

/// How long the UI thread was not able to take anything, at the longest: pinged all the time.
class UiWatchdog
{
public:
    UiWatchdog();
    std::chrono::microseconds longest() const;

private:
    struct Pulse;
    std::shared_ptr<Pulse> m_pulse;
    std::jthread m_thread;
};

} // namespace guitai
