#pragma once

#include "services/cases/case_desk.h"

#include <set>
#include <string>
#include <vector>

namespace guitai
{

/// The cases that wait for a decision, the longest waiting first. Blocks on the disk.
std::vector<Case> waitingForApproval(CaseDesk& cases);
std::vector<ExceptionKind> openExceptions(const Case& subject);

/// What came of deciding several cases at once.
struct ApprovalOutcome {
    std::size_t approved = 0;     ///< cases
    std::vector<Refusal> refused; ///< one of each case that was not
};
/// Approves every open exception of these cases, each by a decision of its own with its own event;
/// what is refused (an own case, one that somebody else decided meanwhile) leaves the others as
/// they are.
ApprovalOutcome
approveAll(CaseDesk& cases, const Actor& supervisor, const std::vector<std::string>& numbers);

} // namespace guitai
