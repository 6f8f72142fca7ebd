#pragma once

#include "forms/widgets/note.h"
#include "services/cases/case.h"
#include "services/payments/shift.h"

#include <optional>
#include <utility>

namespace guitai
{

/// The case goes no further: it was rejected or withdrawn.
bool isDecidedAgainst(const Case& confirmed);

/// What stands above the payment step: why nothing can be paid now, that it was paid, or that
/// change runs short. `drawer` is what should lie there, where that is known.
std::pair<Note::Tone, wxString>
paymentNote(const Case& confirmed, bool hasShift, const std::optional<CashCount>& drawer);

} // namespace guitai
