#include "services/people/lock.h"

#include "services/people/people.h"

namespace guitai
{

namespace
{

using std::chrono::milliseconds;

/// How long ago the last failure was, or zero when nothing trustworthy says.
milliseconds sinceFailure(const UserRow& row, const Clock& clock)
{
    if (row.failureBoot == clock.bootId())
        return clock.sinceBoot() - milliseconds{row.failureSinceBootMs};
    return std::max(milliseconds{0}, milliseconds{clock.now() - row.lastFailure});
}

} // namespace

int minutesLocked(const UserRow& row, const Clock& clock)
{
    if (row.failures == 0 || row.failures % failuresUntilLock != 0)
        return 0;
    const auto left = milliseconds{lockTime} - sinceFailure(row, clock);
    if (left <= milliseconds{0})
        return 0;
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count());
}

} // namespace guitai
