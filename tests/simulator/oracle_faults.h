#pragma once

#include <nlohmann/json.hpp>

#include <vector>

namespace guitai
{

/// A fault of a provider that can strike a payment, and the calls that it strikes.
struct FaultKind {
    const char* action;
    const char* route;
    nlohmann::json more = nlohmann::json::object();
    /// The attempt or refund may have to stand on the work list in the end.
    bool needsSomebody = false;
};

const std::vector<FaultKind>& faultKinds();

} // namespace guitai
