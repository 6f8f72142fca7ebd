#pragma once

#include "services/result.h"
#include "services/rules/finger_rules.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace guitai
{

inline constexpr std::size_t mostFingerTries = 200; ///< ten fingers, twenty attempts each

/// Reads [{"finger", "outcome", "quality"}], as drafts and hand-over files have them; every mistake
/// is noted with its path.
void readTries(const nlohmann::json& list,
               const std::string& path,
               std::vector<FingerTry>& tries,
               Refusals& mistakes);

} // namespace guitai
