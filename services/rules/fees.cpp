#include "services/rules/fees.h"

#include "services/rules/asset_error.h"
#include "services/station_time.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

/// The card's line with the waived part taken off. A line that is zero keeps its own ground; a
/// reduced one says so in its title, for the paper and the day's list.
FeeLine relieved(FeeLine line, const ReliefGround& relief)
{
    if (line.amount == Money{})
        return line;
    line.amount = Money::fen(line.amount.inFen() * (100 - relief.percent) / 100);
    if (line.amount == Money{})
        line.ground = relief.ground;
    else
        line.title += "，" + relief.title;
    return line;
}

} // namespace

FeeSchedule::FeeSchedule(std::vector<FeePeriod> periods, std::vector<ReliefGround> reliefs)
    : m_periods(std::move(periods)), m_reliefs(std::move(reliefs))
{
    if (!std::ranges::is_sorted(m_periods, std::ranges::less_equal{}, &FeePeriod::from))
        throw std::logic_error("periods of fees out of order");
}

const FeePeriod* FeeSchedule::periodOf(Date day) const
{
    const auto later = std::ranges::upper_bound(m_periods, day, {}, &FeePeriod::from);
    return later == m_periods.begin() ? nullptr : &*std::prev(later);
}

std::vector<FeeLine> FeeSchedule::othersOn(Date day) const
{
    const auto* period = periodOf(day);
    return period ? period->others : std::vector<FeeLine>{};
}

std::vector<FeeLine> FeeSchedule::linesFor(const FeeRequest& request, Date day) const
{
    const auto kind = request.kind;
    const auto* period = periodOf(day);
    if (!period)
        throw AssetError("fees.json", 1, "no fees are set for " + isoDate(day));
    const auto priced =
        std::ranges::find(period->card, kind, &std::pair<ApplicationKind, FeeLine>::first);
    if (priced == period->card.end())
        throw AssetError("fees.json", 1, "no fee is set for " + std::string{nameOf(kind)});

    const auto* granted = relief(request.reliefGround);
    const auto applies =
        granted != nullptr && std::ranges::find(granted->kinds, kind) != granted->kinds.end();
    auto lines = std::vector{applies ? relieved(priced->second, *granted) : priced->second};
    if (request.temporaryCard)
        lines.push_back(period->temporaryCard);
    for (const auto& other : period->others)
        if (request.otherFees.contains(other.code))
            lines.push_back(other);
    return lines;
}

const ReliefGround* FeeSchedule::relief(std::string_view code) const
{
    const auto found = std::ranges::find(m_reliefs, code, &ReliefGround::code);
    return found == m_reliefs.end() ? nullptr : &*found;
}

Money total(const std::vector<FeeLine>& lines)
{
    auto sum = Money{};
    for (const auto& line : lines)
        sum = sum + line.amount;
    return sum;
}

} // namespace guitai
