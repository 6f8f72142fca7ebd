#pragma once

#include "forms/workstation.h"
#include "services/payments/bills/bill_fetch.h"

#include <functional>
#include <map>
#include <vector>

namespace guitai
{

/// What the watch has to say to whoever is at the window.
struct BillNews {
    enum class Kind {
        compared, ///< with `differences` that somebody has to look at
        missing,  ///< not there at the hour at which somebody is told
        funds,    ///< the account does not show what the bill lists
    };

    Kind kind{};
    GatewayChannel channel{};
    Date day{};
    std::size_t differences = 0;

    bool operator==(const BillNews&) const = default;
};

/// Fetches yesterday's bills by itself, once a day, and those of the days
/// before that are missing: asks when the provider has made
/// them, again every half hour, and tells somebody at two o'clock. Lives on the
/// UI thread and never waits there.
class BillWatch
{
public:
    using Tell = std::function<void(const BillNews&)>;
    BillWatch(Workstation& workstation, Tell tell);

    /// Cheap; the frame calls it every few seconds.
    void check();

private:
    struct Errand {
        GatewayChannel channel{};
        std::vector<Date> days; ///< still to be fetched, oldest first
    };
    void lookFor(GatewayChannel channel, bool givesUp);
    void fetchNext(Errand errand);
    void received(Errand errand, std::future<FetchedBills>& answer);
    void compare(Errand errand, const FetchedBills& bills);
    void tellOf(const Errand& errand, const DayComparison& comparison);
    /// The answer, or none after it was logged.
    template <class T>
    std::optional<T> ready(std::future<T>& answer);

    Workstation& m_workstation;
    Tell m_tell;
    Lifetime m_lifetime;
    bool m_busy = false;
    std::map<GatewayChannel, BillTries> m_tries;
};

} // namespace guitai
