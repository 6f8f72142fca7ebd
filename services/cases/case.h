#pragma once

#include "services/cases/checklist.h"
#include "services/cases/draft.h"
#include "services/clock.h"
#include "services/journal/event.h"
#include "services/money.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

enum class CaseState {
    awaitingApproval,
    awaitingPayment,
    accepted,
    ready,
    collected,
    posted,
    rejected,
    withdrawn,
};
std::string_view nameOf(CaseState state);
std::optional<CaseState> caseStateFrom(std::string_view name);

/// Whether the case still stands: a second one for the same person would double it.
bool isOpen(CaseState state);

enum class DecisionOutcome { approved, rejected };
std::string_view nameOf(DecisionOutcome outcome);
std::optional<DecisionOutcome> decisionOutcomeFrom(std::string_view name);

struct Decision {
    DecisionOutcome outcome{};
    std::string supervisor; ///< user id
    std::string personId;
    std::string reason; ///< needed for a rejection
    Instant at{};

    bool operator==(const Decision&) const = default;
};

/// What a supervisor asks back before deciding, and what the clerk answers.
struct Inquiry {
    std::string question;
    std::string supervisor; ///< user id
    std::string supervisorPerson;
    Instant askedAt{};
    std::string answer = {}; ///< empty: not answered yet
    std::string clerk = {};
    std::string clerkPerson = {};
    Instant answeredAt{};

    bool operator==(const Inquiry&) const = default;
};

struct CaseException {
    ExceptionKind kind{};
    std::string requester; ///< user id of the clerk
    std::string requesterPerson;
    std::optional<Decision> decision;
    std::vector<Inquiry> inquiries = {}; ///< oldest first; the last one may be open

    /// A question of a supervisor waits for its answer.
    bool isAskedBack() const { return !inquiries.empty() && inquiries.back().answer.empty(); }

    bool operator==(const CaseException&) const = default;
};

/// What became of a card that must come back.
enum class CardReturn {
    handedIn,
    missing, ///< a signed statement says so
};
std::string_view nameOf(CardReturn outcome);
std::optional<CardReturn> cardReturnFrom(std::string_view name);

enum class Tender { cash, weChat, alipay, exempt };
std::string_view nameOf(Tender tender);
std::optional<Tender> tenderFrom(std::string_view name);

enum class ChargeState { open, settled, refundPending, refunded, voided, overpaid };
std::string_view nameOf(ChargeState state);
std::optional<ChargeState> chargeStateFrom(std::string_view name);

/// What is owed for a case.
struct Charge {
    std::string id; ///< acceptance number + "-1"
    std::vector<FeeLine> lines;
    Money due;
    ChargeState state = ChargeState::open;
    std::optional<Tender> tender;
    Money tendered;            ///< cash only
    Money change;              ///< cash only
    std::string ground;        ///< legal ground when exempt
    std::string shift;         ///< shift in which it was settled
    std::string receiptNumber; ///< made at settlement
    Instant settledAt{};
    std::string orderNumber = {}; ///< of the attempt that settled it; electronic only
    std::string lockedBy = {};    ///< id of the merged charge that collects it now

    bool operator==(const Charge&) const = default;
};

/// A confirmed case: the fold of its own events.
struct Case {
    std::string acceptanceNumber; ///< 22 digits
    Draft draft;                  ///< as confirmed
    Category category{};
    std::vector<Category> marks;
    ApplicationKind kind{};
    Validity validity;
    WorkingDay promised;
    bool postPossible = false;
    CaseState state = CaseState::awaitingPayment;
    std::vector<CaseException> exceptions;
    Charge charge;
    std::string clerk; ///< user id
    std::string clerkPerson;
    std::string clerkName;
    Instant confirmedAt{};
    Date day{}; ///< station day of confirmation
    std::optional<CardReturn> oldCardBack = {};
    std::optional<CardReturn> temporaryCardBack = {};
    std::string receiver = {}; ///< who took the new card; empty by post
    std::vector<Event> history;

    bool operator==(const Case&) const = default;
};

/// Whether a supervisor's question about one of its exceptions waits for the clerk.
bool isAskedBack(const Case& subject);

/// Folds the events of "case/NUMBER" and "charge/NUMBER-1", merged by sequence. Throws
/// ServiceFailure(damaged) for a path that the state machine does not have.
Case foldCase(const std::vector<Event>& events);

/// Where the decisions that were made leave the case: rejected by one rejection, awaiting payment
/// when all are approved.
CaseState stateAfterDecisions(const Case& subject);

/// "110108 520 20261122 00024"
std::string groupedAcceptanceNumber(std::string_view number);

/// 22 digits: area 6 + station 3 + date 8 + serial 5 (GA 214.4-2004).
std::string acceptanceNumber(std::string_view areaAndStation, Date day, int serial);
bool isAcceptanceNumber(std::string_view text);

/// The serials that a window may use on a day. `window` is 1 to 99; every window owns 1,000 of the
/// station's 99,999.
struct SerialBlock {
    int first = 0;
    int last = 0;
};
SerialBlock serialBlock(int window);

} // namespace guitai
