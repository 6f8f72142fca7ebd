#include "services/clock.h"

#include <ctime>
#include <fstream>

namespace guitai
{

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds SystemClock::sinceBoot() const
{
    auto time = timespec{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec});
}

std::string SystemClock::bootId() const
{
    auto text = std::string{};
    std::getline(std::ifstream{"/proc/sys/kernel/random/boot_id"}, text);
    return text;
}

} // namespace guitai
