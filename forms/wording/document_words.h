#pragma once

#include "services/cases/draft.h"

#include <wx/string.h>

namespace guitai::words
{

/// "2 pages".
wxString pages(std::size_t count);

/// Each paper of which the case keeps a copy, with its pages; empty for none.
wxString copies(const DocumentCopies& kept);

} // namespace guitai::words
