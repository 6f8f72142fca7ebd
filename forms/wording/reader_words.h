#pragma once

#include "services/cases/draft.h"
#include "services/devices/reader/card_reader.h"
#include "services/rules/holder_number.h"

#include <wx/string.h>

namespace guitai::words
{

/// What the reader does now and what helps.
wxString sentence(ReaderState state);
/// "resident identity card"
wxString name(HolderNumber::Document document);

/// "from the chip" where the entry is what the chip says; with a word of caution where the chip was
/// read once only.
wxString chipMark(const std::optional<ChipCopy>& chip,
                  const std::string& number,
                  const std::string& entry,
                  std::string ChipCopy::*said);

} // namespace guitai::words
