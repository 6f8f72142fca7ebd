#pragma once

#include "services/refusal.h"

#include <wx/string.h>

namespace guitai::words
{

/// `text` with {field} replaced by the field's label, {path} by its path and {1}, {2} by the
/// refusal's arguments, each in words where it is a code of ours.
wxString filled(wxString text, const Refusal& refusal);

} // namespace guitai::words
