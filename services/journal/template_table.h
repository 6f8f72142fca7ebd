#pragma once

#include "services/journal/database.h"
#include "services/journal/journal.h"

#include <vector>

namespace guitai
{

inline constexpr auto templateMediaType = "application/x-encrypted-fingerprint-template";

/// Every template of the attachment table with the case or draft that names it, the oldest first.
std::vector<KeptTemplate> templatesIn(Database& database);

} // namespace guitai
