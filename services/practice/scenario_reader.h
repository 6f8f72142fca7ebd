#pragma once

#include "services/assets.h"
#include "services/practice/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// Reads a scenario. Throws AssetError, which names the line, for a member that is unknown or
/// missing, a value of the wrong kind, and parts that contradict each other. `origin` stands in the
/// messages; `name` becomes the scenario's.
Scenario parseScenario(std::string_view text, const std::string& name, const std::string& origin);

/// What is embedded below "exercises/", by name.
std::vector<Scenario> loadExercises(const Assets& assets);

} // namespace guitai
