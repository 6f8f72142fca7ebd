#include "services/cases/case_events.h"

#include <algorithm>

namespace guitai
{

namespace
{

std::string stateOfPaper(EventKind newest)
{
    switch (newest) {
    case EventKind::paperIssued:
        return "issued";
    case EventKind::paperFailed:
        return "failed";
    case EventKind::paperUnknown:
        return "unknown";
    default:
        return "intended";
    }
}

bool isPaper(EventKind kind)
{
    return kind == EventKind::paperIntended || kind == EventKind::paperIssued ||
           kind == EventKind::paperFailed || kind == EventKind::paperUnknown;
}

} // namespace

std::vector<PaperRow> papersIn(const Case& subject)
{
    auto papers = std::vector<PaperRow>{};
    for (const auto& event : subject.history) {
        if (!isPaper(event.kind))
            continue;
        const auto payload = Payload{event};
        const auto id = payload.text("id");
        if (event.kind == EventKind::paperIntended)
            papers.push_back({id,
                              subject.acceptanceNumber,
                              static_cast<int>(payload.number("copy")),
                              stateOfPaper(event.kind),
                              payload.text("reason"),
                              event.actor,
                              event.at});
        else
            std::ranges::find(papers, id, &PaperRow::id)->state = stateOfPaper(event.kind);
    }
    return papers;
}

bool wasPrinted(const Case& subject)
{
    return std::ranges::any_of(papersIn(subject),
                               [](const PaperRow& paper) { return paper.state != "failed"; });
}

bool isPaid(const Case& subject)
{
    return (subject.charge.state == ChargeState::settled ||
            subject.charge.state == ChargeState::overpaid) &&
           subject.charge.tender != Tender::exempt;
}

} // namespace guitai
