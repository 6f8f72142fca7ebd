#pragma once

#include "services/cases/case.h"
#include "services/cases/case_desk.h"
#include "services/result.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Notes and coins in circulation, in fen, largest first: 100, 50, 20, 10, 5, 1 yuan, 5 and 1 jiao.
inline constexpr std::array<std::int64_t, 8> denominations{
    10000, 5000, 2000, 1000, 500, 100, 50, 10};

/// How many of each denomination (fen → pieces).
using CashCount = std::map<std::int64_t, std::int64_t>;
/// Refuses unknown denominations and negative counts.
Result<Money> totalOf(const CashCount& count);
/// Greedy from 50 yuan down, which is optimal for this set.
CashCount changeIn(Money change);

/// What was counted when a shift closed.
struct ShiftClose {
    CashCount counted;
    Money total;
    Money difference;   ///< counted - expected: over > 0, short < 0
    std::string reason; ///< of a difference
    Instant at{};

    bool operator==(const ShiftClose&) const = default;
};

/// What a shift collected over one electronic channel; no cash.
struct ElectronicSums {
    Money collected;
    std::int64_t charges = 0;
    Money refunded; ///< not taken off `collected`
    std::int64_t refunds = 0;

    bool operator==(const ElectronicSums&) const = default;
};

struct Shift {
    std::string id;
    std::string clerk;
    Instant openedAt{};
    bool open = false;
    CashCount opening;
    Money openingFloat;
    Money cashCollected;
    std::int64_t cashCharges = 0;
    std::int64_t exemptCharges = 0;
    Money cashRefunded;
    ElectronicSums weChat;
    ElectronicSums alipay;
    std::optional<ShiftClose> close;

    /// float + due amounts collected in cash; refunds are taken off `cashCollected` already
    Money expected() const { return openingFloat + cashCollected; }
    bool operator==(const Shift&) const = default;
};

/// Folds the events of "shift/ID": opened, cash moved (collected, refund, exempt), closed. Throws
/// ServiceFailure(damaged) for any other path.
Shift foldShift(const std::vector<Event>& events);

/// What the clerk sees before taking the money.
struct CashQuote {
    Money due;
    Money tendered;
    Money change;
    CashCount changePieces;
    bool changeLooksWrong = false; ///< change of 100 yuan or more: a typing error?
};

/// The drawer of one clerk in one shift. Blocks on the disk; forms reach it through Background.
class CashDesk
{
public:
    explicit CashDesk(CaseDesk::Parts parts);

    /// One drawer a clerk: `shiftAlreadyOpen` otherwise.
    Result<Shift> openShift(const Actor& clerk, const CashCount& opening);
    std::optional<Shift> openShiftOf(const Actor& clerk);
    /// Blind count at the end; a difference needs a reason (`reasonNeeded`, which does not tell the
    /// difference: nobody may count towards it). Cash is never unresolved: it settles in one
    /// transaction. Electronic attempts will refuse here while `moneyMayArrive`.
    Result<Shift>
    closeShift(const Actor& clerk, const CashCount& counted, const std::string& reason);

    /// Refuses: tenderedTooLittle, notWholeYuan, nothingToPay. One charge has one tender.
    static Result<CashQuote> quote(Money due, Money tendered);
    /// Settles the charge in cash: charge, drawer and acceptance are one transaction. A repeated
    /// call for a charge that is settled returns `alreadySettled` and moves nothing. Refused while
    /// an electronic payment may still arrive (`paymentOpen`): it is given up and closed first.
    /// `largeChangeConfirmed` is needed when the change is 100 yuan or more.
    Result<Case> payCash(const Actor& clerk,
                         const std::string& acceptanceNumber,
                         Money tendered,
                         bool largeChangeConfirmed);

private:
    CaseDesk::Parts m_parts;
};

} // namespace guitai
