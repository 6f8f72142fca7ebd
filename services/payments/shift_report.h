#pragma once

#include "services/cases/case.h"
#include "services/payments/attempt.h"
#include "services/payments/shift.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A payment over a channel, as far as a report tells of it.
struct ReportedAttempt {
    std::string orderNumber;
    Tender channel{};
    Money amount;
    AttemptState state{};

    bool operator==(const ReportedAttempt&) const = default;
};

/// A second person's yes.
struct ReportedApproval {
    enum class What { refund, cashOut, recount, close };

    What what{};
    std::string who; ///< displayed name
    std::string reason;
    Money amount;
    Instant at{};

    bool operator==(const ReportedApproval&) const = default;
};

/// What a report adds to the drawer's own book.
struct ShiftLedger {
    std::vector<Case> cases; ///< that the shift collected or refunded, as they stood at its end
    std::vector<ReportedAttempt> attempts;    ///< begun in the shift
    std::vector<ReportedApproval> refunds;    ///< agreed to in the shift, of any tender
    std::map<std::string, std::string> names; ///< user id → displayed name
};

struct CollectedLine {
    Tender tender{};
    std::string title; ///< of the fee
    std::int64_t count = 0;
    Money amount;

    bool operator==(const CollectedLine&) const = default;
};

struct CountedLine {
    std::string title; ///< ground of an exemption
    std::int64_t count = 0;

    bool operator==(const CountedLine&) const = default;
};

struct RefundedLine {
    Tender tender{};
    std::int64_t count = 0;
    Money amount;

    bool operator==(const RefundedLine&) const = default;
};

/// An X report (any time, no effect) or a Z report (of a closed shift), as values. The words of the
/// paper are printing's.
struct ShiftReport {
    std::int64_t number = 0; ///< of the Z; 0: an X
    std::string clerk;       ///< displayed name
    Instant start{};
    std::optional<Instant> end = {};
    Money openingFloat = {};
    std::string openingReason = {};

    std::vector<CollectedLine> collected = {}; ///< before refunds, by tender, then by fee
    Money collectedTotal = {};
    std::vector<CountedLine> exempt = {};
    std::vector<RefundedLine> refunds = {};
    std::vector<DrawerMovement> movements = {}; ///< `second` is a displayed name here

    Money cashCollected = {}; ///< before refunds
    Money cashRefunded = {};
    Money movedIn = {};
    Money movedOut = {};
    Money expected = {};
    std::vector<DrawerCount> counts = {}; ///< the last one holds; `witness` is a displayed name
    std::optional<Money> difference = {}; ///< counted - expected
    std::string differenceReason = {};
    std::string taker = {}; ///< displayed name of who went on with the drawer; empty: nobody

    std::vector<ReportedApproval> approvals = {};
    std::string firstVoucher = {}, lastVoucher = {}; ///< acceptance numbers
    std::int64_t vouchers = 0;
    std::vector<std::string> voidVouchers = {}; ///< printed, then withdrawn
    std::vector<ReportedAttempt> unknown = {};
    std::vector<ReportedAttempt> late = {}; ///< paid after the charge was settled or dropped
    std::vector<DrawerOpening> openings = {};
    std::vector<NoteIncident> incidents = {};
    std::string seal = {}; ///< hash of the journal's last event at the close; Z only

    bool isFinal() const { return number > 0; }
    bool operator==(const ShiftReport&) const = default;
};

/// Both reports come from here. Pure: the same shift and ledger make the same report, so that a
/// reprint years later says what the first print said.
ShiftReport shiftReport(const Shift& shift, const ShiftLedger& ledger);

/// What the slip of a movement says.
struct DrawerSlip {
    std::string clerk; ///< displayed name
    Instant openedAt{};
    DrawerMovement movement; ///< `second` is a displayed name here

    bool operator==(const DrawerSlip&) const = default;
};

/// The Z reports of a day in one.
struct DayReport {
    Date day{};
    std::vector<ShiftReport> shifts; ///< in the order of their numbers
    std::vector<CollectedLine> collected = {};
    Money collectedTotal = {};
    std::vector<CountedLine> exempt = {};
    std::vector<RefundedLine> refunds = {};
    Money deposited = {}; ///< to the bank; to be compared with its slip
    Money dropped = {};   ///< into the safe
    Money difference = {};

    bool operator==(const DayReport&) const = default;
};
DayReport dayReport(Date day, const std::vector<ShiftReport>& shifts);

} // namespace guitai
