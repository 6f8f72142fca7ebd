#pragma once

#include <functional>
#include <string>
#include <vector>

namespace guitai
{

/// What the window tries before the day begins, and how it went.
struct SelfTestLine {
    enum class Part { store, fonts, printer, reader, camera, clock, disk };
    enum class State { good, caution, bad };

    Part part{};
    State state{};
    /// Fills the sentence: the printer's name, the free space, a code point. Nothing personal.
    std::string detail;

    bool operator==(const SelfTestLine&) const = default;
};

/// Blocks on disk and printer; called through Background.
using SelfTest = std::function<std::vector<SelfTestLine>()>;

} // namespace guitai
