#pragma once

#include "services/payments/shift.h"

#include <optional>
#include <vector>

namespace guitai
{

/// What lies in the drawer, piece by piece, as far as the book tells: float and slips as counted,
/// what was tendered in the fewest pieces, change as it was proposed. A guess that helps to see
/// early that change runs short; the count at the close asks nobody for it.
CashCount likelyPieces(const Shift& shift);

/// Change out of these pieces, from 50 yuan down; no value: they do not make it.
std::optional<CashCount> changeFrom(const CashCount& drawer, Money change);

/// The single notes that somebody may pay `due` with and that could not be changed, largest first.
std::vector<Money> notesWithoutChange(const CashCount& drawer, Money due);

} // namespace guitai
