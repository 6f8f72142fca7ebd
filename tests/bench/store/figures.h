#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

#include <sys/resource.h>

namespace guitai::bench
{

/// Milliseconds that `work` took.
template <class Work>
double milliseconds(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

/// The value below which `share` (0 to 1) of the figures lie.
inline double quantile(std::vector<double> figures, double share)
{
    std::ranges::sort(figures);
    const auto last = static_cast<double>(figures.size() - 1);
    return figures[static_cast<std::size_t>(last * share)];
}

inline double median(const std::vector<double>& figures)
{
    return quantile(figures, 0.5);
}

/// The largest resident size of this process so far.
inline long peakMegabytes()
{
    auto usage = rusage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace guitai::bench
