#include "forms/approvals/approval_queue.h"

#include <algorithm>

namespace guitai
{

std::vector<Case> waitingForApproval(CaseDesk& cases)
{
    constexpr auto mostShown = 200;
    auto query = CaseQuery{};
    query.state = nameOf(CaseState::awaitingApproval);
    query.limit = mostShown;
    auto waiting = std::vector<Case>{};
    for (const auto& row : cases.search(query).rows)
        if (auto loaded = cases.load(row.acceptanceNumber))
            waiting.push_back(std::move(loaded.value()));
    std::ranges::stable_sort(waiting, {}, &Case::confirmedAt);
    return waiting;
}

std::vector<ExceptionKind> openExceptions(const Case& subject)
{
    auto open = std::vector<ExceptionKind>{};
    for (const auto& exception : subject.exceptions)
        if (!exception.decision)
            open.push_back(exception.kind);
    return open;
}

ApprovalOutcome
approveAll(CaseDesk& cases, const Actor& supervisor, const std::vector<std::string>& numbers)
{
    auto outcome = ApprovalOutcome{};
    for (const auto& number : numbers) {
        const auto subject = cases.load(number);
        auto refusal = subject ? std::optional<Refusal>{} : std::optional{subject.refusal()};
        for (const auto kind :
             subject ? openExceptions(subject.value()) : std::vector<ExceptionKind>{}) {
            const auto decided =
                cases.decide(supervisor, number, kind, DecisionOutcome::approved, {});
            if (!decided)
                refusal = decided.refusal();
        }
        if (refusal)
            outcome.refused.push_back(*refusal);
        else
            ++outcome.approved;
    }
    return outcome;
}

} // namespace guitai
