#include "services/payments/bill_schedule.h"

namespace guitai
{

BillStep nextBillStep(const BillSchedule& schedule,
                      GatewayChannel channel,
                      const BillTries& tries,
                      Instant now,
                      const StationTime& time)
{
    const auto today = time.dateOf(now);
    const auto sinceMidnight = now - time.startOf(today);
    if (sinceMidnight < schedule.from(channel))
        return BillStep::wait;
    if (!tries.last || time.dateOf(*tries.last) != today)
        return BillStep::fetch;
    if (sinceMidnight >= schedule.until)
        return tries.givenUp == today ? BillStep::wait : BillStep::giveUp;
    return now - *tries.last >= schedule.retry ? BillStep::fetch : BillStep::wait;
}

} // namespace guitai
