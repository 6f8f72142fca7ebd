#pragma once

#include "services/approvals/approval_request.h"
#include "services/cases/case_desk.h"
#include "services/result.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// A request as pages and the console show it.
struct RequestView {
    ApprovalRequest request;
    std::string applicant;             ///< of the case; empty for a cash difference
    std::string requesterName;         ///< as the accounts know it
    std::string deciderName;           ///< empty: not decided
    std::vector<PaperRow> papers = {}; ///< of a reprint: what was printed before, and why
    bool isStale = false;              ///< it was made for something that has changed since

    /// Approved for what stands as it was asked.
    bool isUsable() const { return request.state == RequestState::approved && !isStale; }
    bool awaitsAnswer() const
    {
        return request.state == RequestState::waiting && request.isAskedBack();
    }
    /// Decided about something that has changed since.
    bool isOver() const { return isStale && request.decision.has_value(); }
    bool operator==(const RequestView&) const = default;
};

/// Requests to a supervisor who is not at the desk: asked, answered, decided. What was approved is
/// done by the desk that it concerns (VoucherDesk, CaseDesk, PaymentDesk, MoneyDesk, CashDesk) with
/// Agreement::byRequest, once. Every call blocks on the disk; forms reach it through Background.
class RequestDesk
{
public:
    explicit RequestDesk(CaseDesk::Parts parts) : m_parts(std::move(parts)) {}

    /// Asks for a further copy of a voucher; `reason` says what became of the sheet. Refuses, as
    /// all that ask: requestOpen, noApprovalNeeded, reasonNeeded, notPermitted, and what the desk
    /// itself would refuse. A request that went stale is replaced.
    Result<ApprovalRequest>
    askReprint(const Actor& clerk, const std::string& acceptanceNumber, const std::string& reason);
    /// Asks to withdraw a case that was paid.
    Result<ApprovalRequest> askWithdrawal(const Actor& clerk,
                                          const std::string& acceptanceNumber,
                                          const std::string& reason);
    /// Asks for a refund by the way the money came, or by the finance desk. `orderNumber` empty:
    /// cash; `amount` is for the provider, who gives back in parts, too (refuses malformed else);
    /// none: all of it.
    struct Refund {
        RefundStep step{};
        std::string acceptanceNumber;
        std::string chargeId;
        std::string orderNumber = {};
        std::optional<Money> amount = {};
    };
    Result<ApprovalRequest>
    askRefund(const Actor& clerk, const Refund& refund, const std::string& reason);
    /// Asks to close the own counted drawer with its difference or with unknown payments.
    Result<ApprovalRequest> askClose(const Actor& clerk, const std::string& reason);

    /// Refuses ownWork for whoever has a part in it, requestStale for an approval of what changed
    /// since, alreadyDecided, reasonNeeded for a rejection.
    Result<ApprovalRequest> decide(const Actor& supervisor,
                                   const std::string& id,
                                   DecisionOutcome outcome,
                                   const std::string& reason);
    /// Refuses besides: askedAlready.
    Result<ApprovalRequest>
    askBack(const Actor& supervisor, const std::string& id, const std::string& question);
    /// Refuses: notAsked, ownWork for whoever asked.
    Result<ApprovalRequest>
    answer(const Actor& clerk, const std::string& id, const std::string& text);

    /// What waits for a decision, the longest first.
    std::vector<RequestView> waiting();
    /// What a clerk asked and can go on with, or has to answer: of the cases of all and of the own
    /// drawer; and what was rejected today and could be asked anew. Newest first, each of them.
    std::vector<RequestView> returnedTo(const Actor& clerk);
    std::optional<RequestView> view(const std::string& id);
    /// The newest request about the subject that still says something: not used, not lapsed.
    std::optional<RequestView> about(const RequestSubject& subject);
    /// The subject of a payment as requests name it; no value: no such payment.
    std::optional<RequestSubject> subjectOf(const Refund& refund);

private:
    Result<ApprovalRequest> ask(const Actor& clerk,
                                const RequestSubject& subject,
                                std::optional<Money> amount,
                                const std::string& reason);
    std::optional<Refusal> needFault(const RequestEvidence& evidence) const;
    /// The request, when `supervisor` may do something about it now.
    Result<ApprovalRequest> decidable(const Actor& supervisor, const std::string& id);
    bool isStale(const ApprovalRequest& request);
    std::vector<RequestView> rejectedToday(const Actor& clerk);
    RequestView viewOf(ApprovalRequest request);
    Result<ApprovalRequest>
    note(EventKind kind, const Actor& actor, const std::string& id, nlohmann::json members);

    CaseDesk::Parts m_parts;
};

} // namespace guitai
