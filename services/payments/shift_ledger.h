#pragma once

#include "services/journal/journal.h"
#include "services/payments/shift_report.h"

namespace guitai
{

/// Gathers what a report of the shift needs. For a closed shift nothing that happened after the
/// close enters, so that its Z report never changes.
ShiftLedger ledgerOf(Journal& journal, const Shift& shift);

} // namespace guitai
