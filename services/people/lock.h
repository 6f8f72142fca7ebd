#pragma once

#include "services/clock.h"
#include "services/journal/index_rows.h"

namespace guitai
{

/// Minutes until the account may be tried again, rounded up; 0 when it is not locked.
///
/// Every fifth failure since the last sign-in that worked locks for 15 minutes. Within one run of
/// the machine the time since its start counts, which nobody can set. After a restart only the wall
/// clock is left: one that stands before the failure keeps the lock.
int minutesLocked(const UserRow& row, const Clock& clock);

} // namespace guitai
