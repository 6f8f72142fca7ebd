// What pages and the console read of requests.
#include "services/approvals/request_desk.h"
#include "services/approvals/request_events.h"
#include "services/cases/case_events.h"

#include <algorithm>
#include <iterator>

namespace guitai
{

namespace
{

constexpr int rejectedLookedAt = 100; ///< the newest; more are not asked in a day

std::vector<std::string> idsIn(Journal& journal, RequestState state)
{
    auto ids = std::vector<std::string>{};
    for (const auto& row : journal.requests({.state = std::string{nameOf(state)}}))
        ids.push_back(row.id);
    return ids;
}

std::string displayName(Journal& journal, const std::string& userId)
{
    const auto user = journal.user(userId);
    return user ? user->displayName : userId;
}

} // namespace

RequestView RequestDesk::viewOf(ApprovalRequest request)
{
    auto& journal = m_parts.journal;
    auto view = RequestView{
        .request = std::move(request), .applicant = {}, .requesterName = {}, .deciderName = {}};
    view.requesterName = displayName(journal, view.request.requester);
    if (view.request.decision)
        view.deciderName = displayName(journal, view.request.decision->supervisor);
    const auto& subject = view.request.subject;
    if (const auto found = loadCase(journal, subject.acceptanceNumber)) {
        view.applicant = found->draft.applicant.name;
        if (subject.kind == RequestKind::reprint)
            view.papers = papersIn(*found);
    }
    const auto state = view.request.state;
    view.isStale =
        state != RequestState::used && state != RequestState::lapsed && isStale(view.request);
    return view;
}

std::vector<RequestView> RequestDesk::waiting()
{
    auto views = std::vector<RequestView>{};
    for (const auto& id : idsIn(m_parts.journal, RequestState::waiting))
        if (auto view = this->view(id))
            views.push_back(*std::move(view));
    std::ranges::reverse(views);
    return views;
}

std::vector<RequestView> RequestDesk::rejectedToday(const Actor& clerk)
{
    const auto today = m_parts.time.startOf(m_parts.time.dateOf(m_parts.clock.now()));
    auto views = std::vector<RequestView>{};
    for (const auto& row : m_parts.journal.requests(
             {.state = std::string{nameOf(RequestState::rejected)}, .limit = rejectedLookedAt})) {
        auto view = this->view(row.id);
        if (view && !view->isStale && view->request.decision->at >= today &&
            isOneOf(clerk, {{view->request.requester, view->request.requesterPerson}}))
            views.push_back(*std::move(view));
    }
    return views;
}

std::vector<RequestView> RequestDesk::returnedTo(const Actor& clerk)
{
    auto views = std::vector<RequestView>{};
    for (const auto state : {RequestState::approved, RequestState::waiting})
        for (const auto& id : idsIn(m_parts.journal, state)) {
            auto view = this->view(id);
            if (!view || view->isStale ||
                !isOneOf(clerk, {{view->request.requester, view->request.requesterPerson}}))
                continue;
            if (state == RequestState::approved || view->request.isAskedBack())
                views.push_back(*std::move(view));
        }
    std::ranges::move(rejectedToday(clerk), std::back_inserter(views));
    return views;
}

std::optional<RequestView> RequestDesk::view(const std::string& id)
{
    auto request = loadRequest(m_parts.journal, id);
    if (!request)
        return std::nullopt;
    return viewOf(*std::move(request));
}

std::optional<RequestView> RequestDesk::about(const RequestSubject& subject)
{
    auto request = newestRequest(m_parts.journal, subject);
    if (!request || request->subject != subject || request->state == RequestState::used ||
        request->state == RequestState::lapsed)
        return std::nullopt;
    return viewOf(*std::move(request));
}

} // namespace guitai
