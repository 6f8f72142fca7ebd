#include "services/cases/template_removal.h"

#include "services/cases/case_events.h"

namespace guitai
{

namespace
{

bool isClosedSince(const CaseRow& row, Instant last)
{
    const auto state = caseStateFrom(row.state);
    const auto isClosed = state == CaseState::collected || state == CaseState::posted ||
                          state == CaseState::rejected || state == CaseState::withdrawn;
    return isClosed && row.changedAt <= last;
}

bool isDue(Journal& journal, const std::string& subject, Instant last)
{
    const auto number = subject.substr(subjectOfCase({}).size());
    const auto rows = journal.findCases({.acceptanceNumber = number, .limit = 1});
    return !rows.empty() && isClosedSince(rows.front(), last);
}

/// Template by case; no case's stand under the empty subject.
std::map<std::string, std::vector<std::string>> dueTemplates(Journal& journal, Instant last)
{
    auto kept = std::map<std::string, std::vector<std::string>>{};
    for (const auto& each : journal.templates())
        if (!each.inDraft)
            kept[each.subject].push_back(each.sha256);
    std::erase_if(kept, [&](const auto& group) {
        return !group.first.empty() && !isDue(journal, group.first, last);
    });
    return kept;
}

} // namespace

int removeDueTemplates(const CaseDesk::Parts& parts)
{
    const auto last = parts.clock.now() - std::chrono::days{parts.rules.fingers.keepTemplatesDays};
    const auto system = Actor{.userId = "system", .personId = {}, .role = Role::administrator};
    auto count = 0;
    for (const auto& due : dueTemplates(parts.journal, last)) {
        const auto& subject = due.first;
        const auto& templates = due.second;
        parts.journal.commit([&](JournalWriting& writing) {
            for (const auto& sha256 : templates)
                writing.removeAttachment(sha256);
            if (!subject.empty())
                writing.append(newEvent(EventKind::templatesRemoved,
                                        subject,
                                        system,
                                        {{"removed", templates}, {"reason", "period"}}));
        });
        count += static_cast<int>(templates.size());
    }
    return count;
}

} // namespace guitai
