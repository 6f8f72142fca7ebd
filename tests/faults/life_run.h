#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guitai
{

/// What became of one run of the program window_life under the fault shim.
struct LifeRun {
    bool killed = false; ///< by the shim's SIGKILL
    int status = -1;     ///< exit status when it was not killed; 128 + signal for another signal
    long operations = 0; ///< durable operations, when it ended by itself
    std::vector<std::string> said; ///< lines of descriptor 99, in order

    std::vector<std::string> saidWith(const std::string& word) const; ///< without the word
};

using Faults = std::map<std::string, std::string>; ///< variables of disk_faults.c

/// Lives in DATA/data; what it says and counts is kept beside that folder.
/// Several may run at a time.
LifeRun liveIn(const std::filesystem::path& folder, const Faults& faults);

/// Calls `act` for first, first + stride … up to `last`, on all processors. `act` must not use
/// doctest's INFO across calls; its checks may.
void forEachPoint(long first, long last, long stride, const std::function<void(long)>& act);

} // namespace guitai
