#pragma once

#include "forms/widgets/list_table.h"
#include "services/journal/index_rows.h"
#include "services/station_time.h"

namespace guitai
{

/// Words of a wire name in an index row, such as "under16".
wxString categoryWords(const std::string& wireName);
wxString kindWords(const std::string& wireName);
wxString stateWords(const std::string& wireName);

} // namespace guitai
