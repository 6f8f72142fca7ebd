#pragma once

#include "services/approvals/agreement.h"
#include "services/cases/case.h"
#include "services/cases/case_desk.h"
#include "services/payments/attempt.h"
#include "services/payments/shift.h"
#include "services/result.h"
#include "services/rules/cash_limits.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// What the clerk sees before taking the money.
struct CashQuote {
    Money due;
    Money tendered;
    Money change;
    CashCount changePieces;
    bool changeLooksWrong = false; ///< so much change that the amount may be a typing error
    bool changeIsShort = false;    ///< the drawer's pieces do not make it, as far as is known
};

/// Change is proposed out of `drawer`, where it is known what lies there (likelyPieces).
/// Refuses: tenderedTooLittle, notWholeYuan, nothingToPay. One charge has one tender.
Result<CashQuote> quoteCash(Money due,
                            Money tendered,
                            const CashLimits& limits,
                            const std::optional<CashCount>& drawer = {});

/// Cash in or out without a charge, as a clerk asks for it.
struct DrawerOrder {
    DrawerMove kind{};
    CashCount pieces;
    std::string reason;
    std::string receiver = {}; ///< needed for everything that leaves the drawer
};

/// What ends a shift besides the count.
struct ShiftClosing {
    std::string reason = {};              ///< of a difference, or of unknown payments
    std::optional<Actor> supervisor = {}; ///< signed in beside the clerk
    std::string request = {};             ///< approved one, instead: its reason holds
};

struct Handover {
    Shift closed;
    Shift opened;
};

/// An electronic attempt as far as the close of a shift looks at it.
struct ShiftAttempt {
    std::string orderNumber;
    AttemptState state{};

    bool operator==(const ShiftAttempt&) const = default;
};
/// The attempts begun in a shift; left out, the journal's own list answers.
using AttemptsOfShift = std::function<std::vector<ShiftAttempt>(const std::string& shiftId)>;

/// The drawer of one clerk in one shift. Blocks on the disk; forms reach it through
/// Background.
class CashDesk
{
public:
    explicit CashDesk(CaseDesk::Parts parts, AttemptsOfShift attempts = {});

    /// One drawer a clerk: `shiftAlreadyOpen` otherwise. The float is what the window's last drawer
    /// held when it closed; another one needs a reason (`floatDiffers`, argument: what it held).
    Result<Shift>
    openShift(const Actor& clerk, const CashCount& opening, const std::string& reason = {});
    std::optional<Shift> openShiftOf(const Actor& clerk);

    /// Cash in needs a reason; what leaves needs a receiver and a second person who is signed in
    /// (`witnessNeeded`, `ownWork` for the clerk's own second account).
    Result<Shift>
    moveCash(const Actor& clerk, const DrawerOrder& order, const std::optional<Actor>& second = {});
    /// Opens the drawer without a sale, for a reason.
    Result<Shift> openDrawer(const Actor& clerk, const std::string& reason);
    /// A bad note that was found after it was taken; moves nothing.
    Result<Shift> recordIncident(const Actor& clerk, const NoteIncident& incident);

    /// The blind count that begins the close: journaled before anything is told about what should
    /// be there. From then on no money moves through this drawer. Counting again needs a witness.
    Result<Shift> countDrawer(const Actor& clerk,
                              const CashCount& counted,
                              const std::optional<Actor>& witness = {});
    /// Ends the shift with its last count. A difference needs a reason; above the limit of
    /// cash.json a supervisor, who is another person (`supervisorNeeded`, arguments: difference,
    /// limit), at the desk or by a request (`requestStale` when it was counted again
    /// since). Refused while an electronic attempt is in flight; unknown ones are carried over by a
    /// supervisor with a reason (`attemptsInFlight`, `attemptsUnknown`, argument: how many).
    Result<Shift> closeShift(const Actor& clerk, const ShiftClosing& closing = {});
    /// Close and open in one transaction: `taker`, signed in too, goes on with the counted drawer.
    Result<Handover>
    handOver(const Actor& giver, const Actor& taker, const ShiftClosing& closing = {});

    /// Settles the charge in cash: charge, drawer and acceptance are one transaction. A repeated
    /// call for a charge that is settled returns `alreadySettled` and moves nothing. Refused while
    /// an electronic payment may still arrive (`paymentOpen`): it is given up and closed first.
    /// `largeChangeConfirmed` is needed when the change looks wrong.
    Result<Case> payCash(const Actor& clerk,
                         const std::string& acceptanceNumber,
                         Money tendered,
                         bool largeChangeConfirmed);

private:
    struct End; ///< of a shift, judged and ready to be written
    Result<Shift> workingShift(const Actor& clerk, Operation operation);
    Result<End> endOf(const Actor& clerk, const ShiftClosing& closing);
    Result<Agreed> agreementOf(const Shift& shift,
                               const ShiftClosing& closing,
                               const std::vector<std::string>& carried);
    std::vector<ShiftAttempt> storedAttempts(const std::string& shift);
    std::vector<std::string> attemptsIn(const std::string& shift, bool (*wanted)(AttemptState));
    Shift load(const std::string& id);

    CaseDesk::Parts m_parts;
    AttemptsOfShift m_attempts;
};

} // namespace guitai
