#pragma once

#include "services/cases/draft.h"

#include <vector>

namespace guitai
{

/// The checks that failed, none of them overruled.
inline std::vector<PhotoFault> faultsOf(const std::vector<PhotoCheck>& checks)
{
    auto faults = std::vector<PhotoFault>{};
    for (const auto& check : checks)
        if (check.verdict == PhotoVerdict::failed)
            faults.push_back({check.measured.kind, check.score, {}});
    return faults;
}

} // namespace guitai
