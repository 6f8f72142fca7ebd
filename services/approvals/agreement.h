#pragma once

#include "services/approvals/approval_request.h"
#include "services/result.h"
#include "services/rules/permissions.h"

#include <optional>
#include <string>

namespace guitai
{

class Journal;
class JournalWriting;

/// Who agrees to what needs a second person: a supervisor who signed in beside the clerk, or one
/// who approved the clerk's request elsewhere.
class Agreement
{
public:
    Agreement() = default; ///< nobody
    // Not explicit: whoever has a supervisor beside the clerk hands that person in.
    Agreement(const Actor& supervisor) : m_supervisor(supervisor) {}
    Agreement(const std::optional<Actor>& supervisor) : m_supervisor(supervisor) {}
    static Agreement byRequest(const std::string& id);

    const std::optional<Actor>& supervisor() const { return m_supervisor; }
    const std::string& request() const { return m_request; }

private:
    std::optional<Actor> m_supervisor;
    std::string m_request; ///< id; empty: none
};

/// An agreement as a desk judges it. That the supervisor is nobody who must not agree is judged by
/// the desk, in the same way for both kinds.
struct Agreed {
    std::optional<Actor> supervisor; ///< none: nobody
    std::string reason;              ///< of the request that was approved, else what was typed
    std::string request;             ///< id; empty: the supervisor stood at the desk
    std::optional<RequestEvidence> evidence = {};

    /// Refuses requestStale when the approval was given for something else.
    Result<Done> holdsFor(const RequestEvidence& now) const;
    /// To be written in the transaction of what was agreed to: the request is used up, or what is
    /// still asked about it has lapsed.
    void append(JournalWriting& writing,
                Journal& journal,
                const Actor& actor,
                const RequestSubject& subject) const;
};

/// Refuses noSuchRequest (also one about something else), requestNotApproved, requestUsed.
Result<Agreed> agreedTo(Journal& journal,
                        const Agreement& agreement,
                        const RequestSubject& subject,
                        const std::string& reason);

} // namespace guitai
