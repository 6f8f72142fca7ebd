#pragma once

#include <chrono>
#include <memory>
#include <thread>

namespace guitai
{

/// How long the UI thread, on which it is made, was not able to take anything, at the longest:
/// pinged all the time. What it waited for a processor that other programs had is not counted, so
/// that the figure is the program's own on a busy machine, too.
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
