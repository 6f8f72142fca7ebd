#pragma once

#include "services/result.h"

#include <wx/string.h>

#include <string>

namespace guitai::console
{

/// The next line of standard input; on a terminal asked for with `prompt` on standard error and
/// without echo. Refuses `missing` when there is no line.
Result<std::string> readPassword(const wxString& prompt);

/// The same for a password that is being set: on a terminal it is asked for twice, until both are
/// equal.
Result<std::string> readNewPassword(const wxString& prompt);

} // namespace guitai::console
