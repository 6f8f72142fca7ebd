#pragma once

#include "services/approvals/request_desk.h"
#include "services/cases/case_desk.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// The desks that decide; `requests` may be missing.
struct DecidingDesks {
    CaseDesk& cases;
    RequestDesk* requests = nullptr;
};

/// What waits for a supervisor: the exceptions of a case, or a clerk's request.
struct WaitingMatter {
    std::optional<Case> subject = {};
    std::optional<RequestView> request = {};

    /// The acceptance number of the case, or "request/ID".
    std::string key() const;
    Instant since() const;
    bool isAskedBack() const;
};
/// The longest waiting first. Blocks on the disk.
std::vector<WaitingMatter> waitingMatters(const DecidingDesks& desks);
/// The cases among them.
std::vector<Case> waitingForApproval(CaseDesk& cases);
std::vector<ExceptionKind> openExceptions(const Case& subject);

/// What came of deciding several matters at once.
struct ApprovalOutcome {
    std::size_t approved = 0;
    std::vector<Refusal> refused; ///< one of each matter that was not
};
/// Approves requests and every open exception of cases, each by a decision of its own with its own
/// event; what is refused (an own case, what somebody else decided meanwhile, what has changed)
/// leaves the others as they are.
ApprovalOutcome approveAll(const DecidingDesks& desks,
                           const Actor& supervisor,
                           const std::vector<std::string>& keys);
/// Rejects the request, or the first open exception of the case.
Result<Done> rejectMatter(const DecidingDesks& desks,
                          const Actor& supervisor,
                          const std::string& key,
                          const std::string& reason);
Result<Done> askBackAbout(const DecidingDesks& desks,
                          const Actor& supervisor,
                          const std::string& key,
                          const std::string& question);

} // namespace guitai
