#include "services/payments/drawer_pieces.h"

#include <algorithm>
#include <span>

namespace guitai
{

namespace
{

constexpr std::int64_t largestForChange = 5000; ///< fen

/// The fewest pieces of an amount, 100 yuan notes included: how people pay.
CashCount asTendered(Money amount)
{
    auto rest = amount.inFen();
    auto pieces = CashCount{};
    for (const auto denomination : denominations) {
        if (rest >= denomination)
            pieces[denomination] = rest / denomination;
        rest %= denomination;
    }
    return pieces;
}

void add(CashCount& drawer, const CashCount& pieces)
{
    for (const auto& [denomination, count] : pieces)
        drawer[denomination] += count;
}

/// More than there is means that the guess was wrong before: none are left then.
void take(CashCount& drawer, const CashCount& pieces)
{
    for (const auto& [denomination, count] : pieces)
        drawer[denomination] = std::max<std::int64_t>(drawer[denomination] - count, 0);
}

void giveOut(CashCount& drawer, Money amount)
{
    take(drawer, changeFrom(drawer, amount).value_or(changeIn(amount)));
}

/// One piece fewer than possible is tried as well: 60 yuan are three notes of 20 where there is one
/// of 50 and none of 10. Of no denomination more than one piece has to stay behind for that.
bool choose(const CashCount& drawer,
            std::span<const std::int64_t> smaller,
            std::int64_t rest,
            CashCount& chosen)
{
    if (rest == 0)
        return true;
    if (smaller.empty())
        return false;
    const auto denomination = smaller.front();
    const auto found = drawer.find(denomination);
    const auto here = denomination > largestForChange || found == drawer.end() ? 0 : found->second;
    const auto most = std::min(here, rest / denomination);
    for (auto count = most; count >= std::max<std::int64_t>(most - 1, 0); --count) {
        if (!choose(drawer, smaller.subspan(1), rest - count * denomination, chosen))
            continue;
        if (count > 0)
            chosen[denomination] = count;
        return true;
    }
    return false;
}

} // namespace

CashCount likelyPieces(const Shift& shift)
{
    auto drawer = shift.opening;
    // Money in first: in which order the lines were written matters little to the guess.
    for (const auto& line : shift.movements)
        if (line.kind == DrawerMove::in)
            add(drawer, line.pieces);
    for (const auto& entry : shift.entries) {
        if (entry.kind == CashMovement::collected) {
            add(drawer, asTendered(entry.tendered));
            giveOut(drawer, entry.tendered - entry.amount);
        } else if (entry.kind == CashMovement::refund) {
            giveOut(drawer, entry.amount);
        }
    }
    for (const auto& line : shift.movements)
        if (line.kind != DrawerMove::in)
            take(drawer, line.pieces);
    return drawer;
}

std::optional<CashCount> changeFrom(const CashCount& drawer, Money change)
{
    auto chosen = CashCount{};
    if (!choose(drawer, denominations, change.inFen(), chosen))
        return std::nullopt;
    return chosen;
}

std::vector<Money> notesWithoutChange(const CashCount& drawer, Money due)
{
    auto notes = std::vector<Money>{};
    for (const auto denomination : denominations) {
        const auto note = Money::fen(denomination);
        if (note > due && !changeFrom(drawer, note - due))
            notes.push_back(note);
    }
    return notes;
}

} // namespace guitai
