#include "services/approvals/agreement.h"

#include "services/approvals/request_events.h"
#include "services/cases/case_events.h"
#include "services/rules/terms.h"

namespace guitai
{

namespace
{

/// Whoever decided, as the accounts know them now: who lost the office agrees to nothing any more.
std::optional<Actor> stillAnswering(Journal& journal, const Decision& decision)
{
    const auto row = journal.user(decision.supervisor);
    const auto role = row && !row->disabled ? fromName<Role>(row->role) : std::nullopt;
    if (!role)
        return std::nullopt;
    return Actor{decision.supervisor, decision.personId, *role};
}

} // namespace

Agreement Agreement::byRequest(const std::string& id)
{
    auto agreement = Agreement{};
    agreement.m_request = id;
    return agreement;
}

Result<Done> Agreed::holdsFor(const RequestEvidence& now) const
{
    if (evidence && *evidence != now)
        return Refusal{Refusal::Code::requestStale, "request", {}};
    return Done{};
}

void Agreed::append(JournalWriting& writing,
                    Journal& journal,
                    const Actor& actor,
                    const RequestSubject& subject) const
{
    if (request.empty())
        return appendLapse(writing, journal, actor, subject);
    writing.append(newEvent(
        EventKind::requestUsed, subjectOfRequest(request), actor, nlohmann::json::object()));
}

Result<Agreed> agreedTo(Journal& journal,
                        const Agreement& agreement,
                        const RequestSubject& subject,
                        const std::string& reason)
{
    if (agreement.request().empty())
        return Agreed{agreement.supervisor(), reason, {}};
    const auto request = loadRequest(journal, agreement.request());
    if (!request || request->subject != subject)
        return Refusal{Refusal::Code::noSuchRequest, "request", {}};
    if (request->state == RequestState::used)
        return Refusal{Refusal::Code::requestUsed, "request", {}};
    if (request->state != RequestState::approved)
        return Refusal{
            Refusal::Code::requestNotApproved, "request", {std::string{nameOf(request->state)}}};
    return Agreed{stillAnswering(journal, *request->decision),
                  request->reason,
                  request->id,
                  request->evidence};
}

} // namespace guitai
