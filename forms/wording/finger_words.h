#pragma once

#include "services/devices/fingerprint/finger_scanner.h"
#include "services/rules/finger_rules.h"

#include <wx/string.h>

#include <vector>

namespace guitai::words
{

/// What is true of the scanner or the finger now, and what the clerk does.
wxString sentence(FingerOutcome outcome);
/// The record's wording of what was tried: "Right thumb 5 attempts, best 48; …". Empty without an
/// attempt.
wxString record(const std::vector<FingerTry>& tries, const FingerRules& rules);

} // namespace guitai::words
