#pragma once

#include "services/clock.h"
#include "services/journal/event.h"
#include "services/money.h"
#include "services/result.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// What a charge does to the shift. An exempt one moves 0 fen and is counted; electronic money is
/// counted, too, and never in the drawer.
enum class CashMovement { collected, refund, exempt, weChat, alipay, weChatRefund, alipayRefund };
std::string_view nameOf(CashMovement movement);
std::optional<CashMovement> cashMovementFrom(std::string_view name);

/// What a shift collected over one electronic channel.
struct ElectronicSums {
    Money collected;
    std::int64_t charges = 0;
    Money refunded; ///< not taken off `collected`
    std::int64_t refunds = 0;

    bool operator==(const ElectronicSums&) const = default;
};

struct ShiftEntry {
    CashMovement kind{};
    std::string chargeId;
    Money amount;
    Instant at{};
    Money tendered = {}; ///< for what was collected in cash; its change went out again

    bool operator==(const ShiftEntry&) const = default;
};

/// Cash that enters or leaves the drawer without a charge.
enum class DrawerMove { in, out, safeDrop, bankDeposit };
std::string_view nameOf(DrawerMove move);
std::optional<DrawerMove> drawerMoveFrom(std::string_view name);

/// One line of the drawer's book. Never changed; a mistake is put right by the opposite line.
struct DrawerMovement {
    DrawerMove kind{};
    std::int64_t slip = 0; ///< number of the slip within the shift, from 1
    CashCount pieces;
    Money amount;
    std::string reason;
    std::string receiver; ///< who took it; empty for cash in
    std::string second;   ///< user id of the second person; empty for cash in
    Instant at{};

    bool operator==(const DrawerMovement&) const = default;
};

/// The drawer was opened without a sale.
struct DrawerOpening {
    std::string reason;
    Instant at{};

    bool operator==(const DrawerOpening&) const = default;
};

enum class NoteFault { counterfeit, torn };
std::string_view nameOf(NoteFault fault);
std::optional<NoteFault> noteFaultFrom(std::string_view name);

/// A note that was found to be bad after it was taken. Moves nothing: only the central bank, the
/// police and banks may confiscate a counterfeit (Regulations on the Administration of RMB, art.
/// 33, 34), so it is handed to the duty officer, and the shortage shows at the count.
struct NoteIncident {
    NoteFault fault{};
    std::int64_t denomination = 0; ///< fen
    std::string serialNumber;      ///< of the note; empty for a coin
    std::string noticed;           ///< how
    std::string officer;           ///< to whom it was handed
    Instant at{};                  ///< set when it is recorded

    bool operator==(const NoteIncident&) const = default;
};

/// A blind count. From the second on somebody else watches.
struct DrawerCount {
    CashCount counted;
    Money total;
    std::string witness; ///< user id
    Instant at{};

    bool operator==(const DrawerCount&) const = default;
};

/// How a shift ended.
struct ShiftClose {
    CashCount counted;
    Money total;
    Money difference;                 ///< counted - expected: over > 0, short < 0
    std::string reason;               ///< of a difference, or of what is carried over
    std::string supervisor;           ///< user id of who agreed; empty when nobody had to
    std::string taker;                ///< user id of who went on with the drawer; empty: nobody
    std::vector<std::string> carried; ///< order numbers that were still unknown
    std::int64_t number = 0;          ///< of the Z report, from 1 in this window without gaps
    std::int64_t sequence = 0;        ///< of the closing event
    std::string seal;                 ///< its hash: the journal's last when the shift ended
    Instant at{};

    bool operator==(const ShiftClose&) const = default;
};

/// A printed X or Z report or slip. States as those of vouchers: intended, issued, failed, unknown.
struct ReportPaper {
    std::string id;
    bool final = false; ///< Z
    int copy = 0;       ///< of a Z or a slip: 0 the original, then marked reprints
    std::string state;
    std::string reason; ///< of a reprint
    std::string actor;
    Instant at{};
    std::int64_t slip = 0; ///< number of the movement's slip; 0: a report

    bool isInterim() const { return !final && slip == 0; }
    /// Nobody knows whether it came out.
    bool isUnresolved() const { return state == "intended" || state == "unknown"; }
    bool operator==(const ReportPaper&) const = default;
};

/// The drawer of one clerk: the fold of its own events.
struct Shift {
    std::string id;
    std::string clerk;
    Instant openedAt{};
    bool open = false;
    CashCount opening;
    Money openingFloat;
    std::string openingReason; ///< why it is not what the last drawer held
    std::string takenFrom;     ///< id of the shift that handed its drawer over
    Money cashCollected;       ///< refunds are taken off already
    std::int64_t cashCharges = 0;
    std::int64_t exemptCharges = 0;
    Money cashRefunded;
    ElectronicSums weChat;
    ElectronicSums alipay;
    Money movedIn;
    Money movedOut;
    std::vector<ShiftEntry> entries;
    std::vector<DrawerMovement> movements;
    std::vector<DrawerOpening> openings;
    std::vector<NoteIncident> incidents;
    std::vector<DrawerCount> counts;
    std::vector<ReportPaper> reports;
    std::optional<ShiftClose> close;

    /// float + due amounts collected − refunds + in − out
    Money expected() const { return openingFloat + cashCollected + movedIn - movedOut; }
    /// From the first count to the close no money moves: nobody may count, look and repair.
    bool isCounted() const { return !counts.empty(); }
    bool operator==(const Shift&) const = default;
};

/// Folds the events of "shift/ID". Throws ServiceFailure(damaged) for a path that no drawer goes.
Shift foldShift(const std::vector<Event>& events);

} // namespace guitai
