#pragma once

#include "services/devices/reader/card_reader.h"

#include <wx/string.h>

namespace guitai::words
{

/// What the reader does now and what helps.
wxString sentence(ReaderState state);
/// "resident identity card"
wxString kindOf(const CardText& card);

} // namespace guitai::words
