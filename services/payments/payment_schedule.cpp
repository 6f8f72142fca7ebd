#include "services/payments/payment_schedule.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using namespace std::chrono_literals;

/// The n-th of the steps; behind the last, hourly.
template <std::size_t size>
Pause stepOf(const std::array<Pause, size>& steps, int n)
{
    const auto at = static_cast<std::size_t>(std::max(n, 0));
    return at < size ? steps[at] : Pause{1h};
}

} // namespace

Pause pauseWhileShown(std::chrono::seconds age)
{
    if (age < 60s)
        return 2s;
    return age < 180s ? Pause{3s} : Pause{5s};
}

Pause pauseWhilePaying(const GatewayTraits& traits, int asked)
{
    return asked == 0 ? Pause{5s} : Pause{traits.codePayPoll};
}

Pause pauseInBackground(int asked)
{
    static constexpr auto steps = std::array<Pause, 7>{5s, 30s, 1min, 3min, 5min, 10min, 30min};
    return stepOf(steps, asked);
}

Pause pauseOfRefund(GatewayChannel channel, int asked)
{
    static constexpr auto weChat =
        std::array<Pause, 9>{1min, 1min, 1min, 1min, 1min, 5min, 10min, 20min, 30min};
    static constexpr auto alipay = std::array<Pause, 5>{10s, 30s, 1min, 5min, 30min};
    return channel == GatewayChannel::alipay ? stepOf(alipay, asked) : stepOf(weChat, asked);
}

Pause pauseInTrouble(int troubles, Pause usual)
{
    const auto doublings = std::clamp(troubles - 1, 0, 4);
    return std::max(usual, std::min(Pause{1s} * (1 << doublings), Pause{15s}));
}

Pause jittered(Pause pause, RandomSource& random)
{
    auto byte = std::array<std::byte, 1>{};
    random.fill(byte);
    // 0 … 255 to 80 … 120 %
    const auto percent = 80 + std::to_integer<int>(byte[0]) * 40 / 255;
    return pause * percent / 100;
}

} // namespace guitai
