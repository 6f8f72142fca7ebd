#pragma once

#include "services/practice/scenario.h"

#include <functional>
#include <vector>

namespace guitai
{

/// What a trainee may practise with. `prepare` sets the practice devices for one of them; it writes
/// small files and does not wait for anybody.
struct Exercises {
    std::vector<Scenario> all;
    std::function<void(const Scenario&)> prepare;
};

} // namespace guitai
