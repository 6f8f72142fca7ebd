#include "services/payments/cash_desk.h"
#include "services/payments/drawer_pieces.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

/// More pieces of one kind than any drawer holds: a typing error.
constexpr std::int64_t mostPieces = 100'000;

constexpr std::int64_t largestChangeNote = 5000; ///< fen: 50 yuan

} // namespace

Result<Money> totalOf(const CashCount& count)
{
    auto total = Money{};
    for (const auto& [denomination, pieces] : count) {
        if (std::ranges::find(denominations, denomination) == denominations.end() || pieces < 0)
            return Refusal{Refusal::Code::malformed, "counted", {}};
        if (pieces > mostPieces)
            return Refusal{Refusal::Code::tooManyItems, "counted", {std::to_string(mostPieces)}};
        total = total + Money::fen(denomination) * pieces;
    }
    return total;
}

CashCount changeIn(Money change)
{
    auto rest = change.inFen();
    if (rest < 0 || rest % denominations.back() != 0)
        throw std::logic_error("change that no notes and coins make");
    auto pieces = CashCount{};
    for (const auto denomination : denominations) {
        if (denomination > largestChangeNote || rest < denomination)
            continue;
        pieces[denomination] = rest / denomination;
        rest %= denomination;
    }
    return pieces;
}

Result<CashQuote> quoteCash(Money due,
                            Money tendered,
                            const CashLimits& limits,
                            const std::optional<CashCount>& drawer)
{
    constexpr std::int64_t wholeYuan = 100;
    if (due <= Money{})
        return Refusal{Refusal::Code::nothingToPay, "payment", {}};
    if (due.inFen() % wholeYuan != 0)
        return Refusal{Refusal::Code::notWholeYuan, "payment", {}};
    if (tendered.inFen() % wholeYuan != 0)
        return Refusal{Refusal::Code::notWholeYuan, "tendered", {}};
    if (tendered < due)
        return Refusal{Refusal::Code::tenderedTooLittle, "tendered", {(due - tendered).text()}};
    const auto change = tendered - due;
    const auto pieces = drawer ? changeFrom(*drawer, change) : std::nullopt;
    return CashQuote{.due = due,
                     .tendered = tendered,
                     .change = change,
                     .changePieces = pieces.value_or(changeIn(change)),
                     .changeLooksWrong = change >= limits.changeWarning,
                     .changeIsShort = drawer && !pieces};
}

} // namespace guitai
