#pragma once

#include "app/console/answer.h"
#include "services/approvals/request_desk.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace guitai::console
{

/// A request as a --json document and as lines for people; see case_view.h.
nlohmann::ordered_json json(const RequestView& view);
std::vector<std::string> lines(const RequestView& view, StationTime time);

} // namespace guitai::console
