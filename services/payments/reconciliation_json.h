#pragma once

#include "services/payments/reconciliation_desk.h"

#include <nlohmann/json.hpp>

#include <string>

namespace guitai
{

/// Only the .cpp files of reconciliation include this header: JSON stays inside them.

std::string subjectOfComparison(GatewayChannel channel, Date day);
/// The members of `billCompared` that the sheet gives.
nlohmann::json comparisonJson(const Reconciliation& sheet, GatewayChannel channel);

} // namespace guitai
