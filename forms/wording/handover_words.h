#pragma once

#include "services/cases/terminal_handover.h"

#include <wx/string.h>

namespace guitai::words
{

/// Why a terminal's hand-over does not go into a case, and what to do; empty when it fits.
wxString sentence(HandoverStanding standing);
/// What is wrong with a hand-over's file or code, and what to do.
wxString handoverSentence(const Refusals& refusals);
/// By what the clerk knows a hand-over again: the beginning of its number.
wxString handoverMark(const TerminalAttempt& attempt);

} // namespace guitai::words
