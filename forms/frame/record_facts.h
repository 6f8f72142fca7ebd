#pragma once

#include "forms/widgets/fact_list.h"
#include "forms/workstation.h"
#include "services/cases/case.h"

namespace guitai
{

/// "not registered, right thumb"
wxString handWords(const HandPrint& hand);
/// What was tried at the window: "Right thumb 5 attempts, best 48; …"; empty without an attempt.
wxString windowRecord(const Draft& draft, const FingerRules& rules);

/// What stands on a record about its case. The citizen number is masked unless it was asked for.
FactList::Facts factsOf(const Case& subject, const Workstation& workstation, bool wholeNumber);

} // namespace guitai
