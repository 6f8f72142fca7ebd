#pragma once

#include "services/payments/shift.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace guitai::console
{

/// A shift as a --json document and as lines for people; see case_view.h.
nlohmann::ordered_json json(const Shift& shift);
std::vector<std::string> lines(const Shift& shift, StationTime time);

} // namespace guitai::console
