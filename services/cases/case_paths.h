#pragma once

#include "services/cases/case.h"
#include "services/journal/event.h"

namespace guitai
{

/// In which states of a case an event may follow. Money is judged by the charge's own state.
bool mayFollow(CaseState state, EventKind kind);

} // namespace guitai
