#pragma once

#include "app/console/answer.h"
#include "services/cases/case.h"
#include "services/cases/checklist.h"
#include "services/journal/index_rows.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace guitai::console
{

/// Values of the services as --json documents and as lines for people. Members of the documents
/// are never renamed or left out; what is not known is null or empty.

nlohmann::ordered_json json(const Case& value);
/// The case as it stands after a command, a line about what was done, and the next step.
Answer aboutCase(const Case& value, const std::string& line);
std::vector<std::string> lines(const Case& value, StationTime time);
/// What the case waits for, and the command for it.
std::string nextStep(const Case& value);

/// null: not decided.
nlohmann::ordered_json json(const std::optional<Decision>& decision);
nlohmann::ordered_json json(const std::vector<Inquiry>& inquiries);

nlohmann::ordered_json json(const CaseRow& row);
std::vector<std::string> lines(const std::vector<CaseRow>& rows);

nlohmann::ordered_json json(const std::vector<ChecklistItem>& items);
/// "wrong  applicant.name  The name …", one a line.
std::vector<std::string> lines(const std::vector<ChecklistItem>& items);

nlohmann::ordered_json json(const Derived& derived);
std::vector<std::string> lines(const Derived& derived);

} // namespace guitai::console
