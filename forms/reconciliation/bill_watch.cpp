#include "forms/reconciliation/bill_watch.h"

#include "forms/bill_download.h"
#include "services/failure.h"

#include <string>

namespace guitai
{

BillWatch::BillWatch(Workstation& workstation, Tell tell)
    : m_workstation(workstation), m_tell(std::move(tell))
{
}

void BillWatch::check()
{
    const auto* bills = m_workstation.bills;
    if (!bills || m_busy)
        return;
    const auto now = m_workstation.clock.now();
    for (const auto& [channel, gateway] : bills->gateways) {
        auto& tries = m_tries[channel];
        const auto step = nextBillStep(bills->schedule, channel, tries, now, m_workstation.time);
        if (step == BillStep::wait)
            continue;
        if (step == BillStep::fetch)
            tries.last = now;
        else
            tries.givenUp = m_workstation.time.dateOf(now);
        return lookFor(channel, step == BillStep::giveUp);
    }
}

void BillWatch::lookFor(GatewayChannel channel, bool givesUp)
{
    m_busy = true;
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation,
         channel,
         today = m_workstation.time.dateOf(m_workstation.clock.now())] {
            return desk.missingDays(channel, today);
        },
        [this, channel, givesUp](std::future<std::vector<Date>> answer) {
            m_busy = false;
            const auto days = ready(answer);
            if (!days || days->empty())
                return;
            if (givesUp)
                return m_tell({BillNews::Kind::missing, channel, days->back(), 0});
            m_busy = true;
            fetchNext({channel, *days});
        });
}

void BillWatch::fetchNext(Errand errand)
{
    auto* bills = m_workstation.bills;
    if (errand.days.empty() || !bills) {
        m_busy = false;
        return;
    }
    bills->network.run(
        m_lifetime,
        [gateway = bills->gateways.at(errand.channel), day = errand.days.front()] {
            return fetchBills(*gateway, day);
        },
        [this, errand](std::future<FetchedBills> answer) { received(errand, answer); });
}

void BillWatch::received(Errand errand, std::future<FetchedBills>& answer)
{
    const auto bills = ready(answer);
    const auto warn = [&](const char* what, GatewayProblem problem) {
        m_workstation.log.warning(what + std::string{nameOf(errand.channel)} + " for " +
                                  isoDate(errand.days.front()) + ": " +
                                  std::string{nameOf(problem)});
    };
    if (bills && bills->funds && !bills->haveFunds())
        warn("no fund bill of ", bills->funds->problem);
    if (bills && bills->haveTrades())
        return compare(std::move(errand), *bills);
    if (bills)
        warn("no bill of ", bills->trades.problem);
    errand.days.erase(errand.days.begin());
    fetchNext(std::move(errand));
}

void BillWatch::compare(Errand errand, const FetchedBills& bills)
{
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation,
         channel = errand.channel,
         day = errand.days.front(),
         bills] {
            auto trades = desk.compareFetched(channel, day, *bills.trades.value);
            if (!trades || !bills.haveFunds())
                return trades;
            auto funds = desk.compareFetched(channel, day, *bills.funds->value, BillBook::funds);
            return funds ? funds : trades; // what the trades showed is known all the same
        },
        [this, errand](std::future<Result<DayComparison>> answer) mutable {
            const auto compared = ready(answer);
            if (compared && *compared)
                tellOf(errand, compared->value());
            else if (compared)
                m_workstation.log.warning("a bill was refused: " +
                                          std::string{nameOf(compared->refusal().code)});
            errand.days.erase(errand.days.begin());
            fetchNext(std::move(errand));
        });
}

void BillWatch::tellOf(const Errand& errand, const DayComparison& comparison)
{
    m_tell(
        {BillNews::Kind::compared, errand.channel, errand.days.front(), comparison.items.size()});
    if (comparison.funds && !comparison.funds->agrees())
        m_tell({BillNews::Kind::funds, errand.channel, errand.days.front(), 0});
}

template <class T>
std::optional<T> BillWatch::ready(std::future<T>& answer)
{
    try {
        return answer.get();
    } catch (const ServiceFailure& failure) {
        m_workstation.log.error(std::string{"bills: "} + failure.what());
        return std::nullopt;
    }
}

} // namespace guitai
