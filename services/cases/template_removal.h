#pragma once

#include "services/cases/case_desk.h"

namespace guitai
{

/// Removes the fingers' templates of cases that were closed for as long as fingerprints.json says,
/// each case with an event in the journal, and those that neither a case nor a draft names any
/// more. To be called at the start, when no page holds a template that its draft does not yet.
/// Returns how many went. (What was collected for the card is kept no longer than the card's making
/// needs: Identity Card Law art. 6 and 19, confidentiality; the period is the station's.)
int removeDueTemplates(const CaseDesk::Parts& parts);

} // namespace guitai
