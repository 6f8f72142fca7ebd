#pragma once

#include <string>
#include <vector>

namespace guitai
{

/// What a program that was run has left.
struct Outcome {
    int exitCode = -1; ///< 128 + signal when it was killed
    std::string out;
    std::string err;
};

struct Run {
    std::vector<std::string> command; ///< program, looked up in PATH, and its arguments
    std::string input = {};           ///< its standard input
    std::string locale = "C";         ///< LC_ALL
    bool heedingRights = false;       ///< files' rights hold, also when the test is root
};

/// Runs a program to its end.
Outcome run(const Run& run);

} // namespace guitai
