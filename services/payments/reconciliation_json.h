#pragma once

#include "services/payments/reconciliation_desk.h"

#include <nlohmann/json.hpp>

#include <string>

namespace guitai
{

/// Only the .cpp files of reconciliation include this header: JSON stays inside them.

/// The window itself, as the actor of what it did by itself.
Actor windowActor();
/// SHA-256; empty for a file without content.
std::string hashOf(const BillFile& file);
/// Keeps the raw file; the member "bill" names it.
void keepFile(JournalWriting& writing, const BillFile& file, nlohmann::json& members);
std::string subjectOfComparison(GatewayChannel channel, Date day);
/// The members of `billCompared` that the sheet gives.
nlohmann::json comparisonJson(const Reconciliation& sheet, GatewayChannel channel);
/// Its member "funds".
nlohmann::json fundsJson(const FundComparison& funds);

} // namespace guitai
