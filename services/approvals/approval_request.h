#pragma once

#include "services/cases/case.h"
#include "services/rules/permissions.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guitai
{

/// What a clerk may ask a supervisor to agree to without having them at the desk. Exceptions of a
/// case are part of the case (CaseException).
enum class RequestKind { reprint, refund, cashDifference };
std::string_view nameOf(RequestKind kind);
std::optional<RequestKind> requestKindFrom(std::string_view name);

enum class RequestState {
    waiting,
    approved, ///< and not used yet
    rejected,
    used,
    lapsed, ///< something else took its place
};
std::string_view nameOf(RequestState state);
std::optional<RequestState> requestStateFrom(std::string_view name);

/// Which step of a refund: the case is withdrawn, the provider gives the money back, or the finance
/// desk does.
enum class RefundStep { withdraw, provider, finance };
std::string_view nameOf(RefundStep step);
std::optional<RefundStep> refundStepFrom(std::string_view name);

/// What a request is about. An approval is good for the very same subject and no other.
struct RequestSubject {
    RequestKind kind{};
    std::string acceptanceNumber = {}; ///< of a reprint and a refund
    std::string chargeId = {};         ///< of a refund
    std::string orderNumber = {};      ///< of a refund; empty: cash, or the case is withdrawn
    RefundStep step{};                 ///< of a refund
    std::string shift = {};            ///< of a cash difference

    bool operator==(const RequestSubject&) const = default;
};
RequestSubject aboutReprint(const std::string& acceptanceNumber);
RequestSubject aboutWithdrawal(const std::string& acceptanceNumber);
RequestSubject aboutDifference(const std::string& shift);
RequestSubject aboutCash(const std::string& acceptanceNumber); ///< that the finance desk gives back
/// Only one request of a kind may be open about a target: an acceptance number, a charge with its
/// order, or a shift.
std::string targetOf(const RequestSubject& subject);

/// Sheets that left the machine or may have, the original among them.
struct ReprintEvidence {
    std::int64_t copies = 0;

    bool operator==(const ReprintEvidence&) const = default;
};

struct RefundEvidence {
    Money amount;         ///< that is to go back
    Money open;           ///< the most that could
    Tender tender{};      ///< by which it came
    std::string drawer;   ///< shift whose drawer pays it back now; empty: not out of a drawer
    bool printed = false; ///< the sheet is out and has to be handed in

    bool operator==(const RefundEvidence&) const = default;
};

struct DifferenceEvidence {
    Money counted;
    Money expected;
    std::int64_t counts = 0;          ///< how often it was counted
    std::vector<std::string> carried; ///< order numbers of payments that are still unknown

    Money difference() const { return counted - expected; }
    bool operator==(const DifferenceEvidence&) const = default;
};

/// What the approval is bound to: when it is another one by now, the approval is stale.
using RequestEvidence = std::variant<ReprintEvidence, RefundEvidence, DifferenceEvidence>;

/// Somebody who has a part in the matter, by account and as a person.
struct Party {
    std::string user;
    std::string person;

    bool operator==(const Party&) const = default;
};
bool isOneOf(const Actor& actor, const std::vector<Party>& parties);

/// A request: the fold of "request/ID".
struct ApprovalRequest {
    std::string id;
    RequestSubject subject;
    RequestEvidence evidence;
    std::string reason;
    std::string requester; ///< user id
    std::string requesterPerson;
    /// Who has a part in it besides: the clerk of the case, whoever took the money, the owner of
    /// the drawer.
    std::vector<Party> parties;
    Instant askedAt{};
    std::vector<Inquiry> inquiries = {}; ///< oldest first; the last one may be open
    std::optional<Decision> decision = {};
    RequestState state = RequestState::waiting;

    bool isAskedBack() const { return !inquiries.empty() && inquiries.back().answer.empty(); }
    bool operator==(const ApprovalRequest&) const = default;
};

/// Folds the events of "request/ID". Throws ServiceFailure(damaged) for a path that no request
/// goes, a decision of somebody who has a part in it among them.
ApprovalRequest foldRequest(const std::vector<Event>& events);

/// Why `supervisor` may not decide the request, as far as the people are concerned: requester, the
/// parties and whoever answered, each also under another name.
bool hasPartIn(const Actor& actor, const ApprovalRequest& request);

/// Who may ask for it, and answer about it; who may decide.
Operation askingOperation(RequestKind kind);
Operation decidingOperation(RequestKind kind);

} // namespace guitai
