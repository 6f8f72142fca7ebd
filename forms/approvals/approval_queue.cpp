#include "forms/approvals/approval_queue.h"

#include <algorithm>
#include <string_view>

namespace guitai
{

namespace
{

constexpr auto requestKey = std::string_view{"request/"};

std::optional<std::string> requestIn(const std::string& key)
{
    return key.starts_with(requestKey) ? std::optional{key.substr(requestKey.size())}
                                       : std::nullopt;
}

Refusal nothingOpen()
{
    return {Refusal::Code::alreadyDecided, "exception", {}};
}

/// The first exception of the case that waits.
Result<ExceptionKind> firstOpen(CaseDesk& cases, const std::string& number)
{
    const auto subject = cases.load(number);
    if (!subject)
        return subject.refusals();
    const auto open = openExceptions(subject.value());
    if (open.empty())
        return nothingOpen();
    return open.front();
}

template <class T>
std::optional<Refusal> refusalIn(const Result<T>& result)
{
    return result ? std::nullopt : std::optional{result.refusal()};
}

Result<Done> doneUnless(const std::optional<Refusal>& refusal)
{
    if (refusal)
        return *refusal;
    return Done{};
}

std::optional<Refusal>
approveCase(CaseDesk& cases, const Actor& supervisor, const std::string& number)
{
    const auto subject = cases.load(number);
    auto refusal = refusalIn(subject);
    for (const auto kind : subject ? openExceptions(subject.value()) : std::vector<ExceptionKind>{})
        if (const auto why =
                refusalIn(cases.decide(supervisor, number, kind, DecisionOutcome::approved, {})))
            refusal = why;
    return refusal;
}

} // namespace

std::string WaitingMatter::key() const
{
    return request ? std::string{requestKey} + request->request.id : subject->acceptanceNumber;
}

Instant WaitingMatter::since() const
{
    return request ? request->request.askedAt : subject->confirmedAt;
}

bool WaitingMatter::isAskedBack() const
{
    return request ? request->request.isAskedBack() : guitai::isAskedBack(*subject);
}

std::vector<WaitingMatter> waitingMatters(const DecidingDesks& desks)
{
    auto matters = std::vector<WaitingMatter>{};
    for (auto& subject : waitingForApproval(desks.cases))
        matters.push_back({.subject = std::move(subject)});
    if (desks.requests != nullptr)
        for (auto& view : desks.requests->waiting())
            matters.push_back({.request = std::move(view)});
    std::ranges::stable_sort(matters, {}, &WaitingMatter::since);
    return matters;
}

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

ApprovalOutcome approveAll(const DecidingDesks& desks,
                           const Actor& supervisor,
                           const std::vector<std::string>& keys)
{
    auto outcome = ApprovalOutcome{};
    for (const auto& key : keys) {
        const auto id = requestIn(key);
        const auto refusal =
            id ? refusalIn(desks.requests->decide(supervisor, *id, DecisionOutcome::approved, {}))
               : approveCase(desks.cases, supervisor, key);
        if (refusal)
            outcome.refused.push_back(*refusal);
        else
            ++outcome.approved;
    }
    return outcome;
}

Result<Done> rejectMatter(const DecidingDesks& desks,
                          const Actor& supervisor,
                          const std::string& key,
                          const std::string& reason)
{
    constexpr auto rejected = DecisionOutcome::rejected;
    if (const auto id = requestIn(key))
        return doneUnless(refusalIn(desks.requests->decide(supervisor, *id, rejected, reason)));
    const auto kind = firstOpen(desks.cases, key);
    if (!kind)
        return kind.refusals();
    return doneUnless(
        refusalIn(desks.cases.decide(supervisor, key, kind.value(), rejected, reason)));
}

Result<Done> askBackAbout(const DecidingDesks& desks,
                          const Actor& supervisor,
                          const std::string& key,
                          const std::string& question)
{
    if (const auto id = requestIn(key))
        return doneUnless(refusalIn(desks.requests->askBack(supervisor, *id, question)));
    const auto kind = firstOpen(desks.cases, key);
    if (!kind)
        return kind.refusals();
    return doneUnless(refusalIn(desks.cases.askBack(supervisor, key, kind.value(), question)));
}

} // namespace guitai
