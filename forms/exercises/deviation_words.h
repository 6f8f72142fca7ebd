#pragma once

#include "services/practice/outcome.h"

#include <wx/string.h>

namespace guitai::words
{

/// "Fee: 40.00 is asked for, not 20.00."
wxString sentence(const Deviation& deviation);

} // namespace guitai::words
