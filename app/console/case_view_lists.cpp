// Cases of a search and items of a checklist, one a row.
#include "app/console/case_view.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/words.h"
#include "services/rules/citizen_number.h"

#include <wx/translation.h>

namespace guitai::console
{

namespace
{

using Json = nlohmann::ordered_json;

std::string severityText(Severity severity)
{
    switch (severity) {
    case Severity::missing:
        return say(_("missing"));
    case Severity::wrong:
        return say(_("wrong"));
    case Severity::warning:
        return say(_("warning"));
    }
    return {};
}

} // namespace

Json json(const CaseRow& row)
{
    return {{"acceptanceNumber", row.acceptanceNumber},
            {"citizenNumber", row.citizenNumber},
            {"name", row.name},
            {"phone", row.phone},
            {"guardianNumber", row.guardianNumber},
            {"category", row.category},
            {"kind", row.kind},
            {"state", row.state},
            {"delivery", row.delivery},
            {"clerk", row.clerk},
            {"day", isoDate(row.day)},
            {"confirmedAt", utcText(row.confirmedAt)},
            {"changedAt", utcText(row.changedAt)},
            {"due_fen", row.due.inFen()},
            {"collected_fen", row.collected.inFen()}};
}

std::vector<std::string> lines(const std::vector<CaseRow>& rows)
{
    auto cells = std::vector<std::vector<std::string>>{{fromUi(words::field("acceptanceNumber")),
                                                        fromUi(words::field("name")),
                                                        fromUi(words::field("citizenNumber")),
                                                        fromUi(words::field("category")),
                                                        fromUi(words::field("state"))}};
    for (const auto& row : rows) {
        const auto category = fromName<Category>(row.category);
        const auto state = caseStateFrom(row.state);
        cells.push_back({row.acceptanceNumber,
                         row.name,
                         maskedCitizenNumber(row.citizenNumber),
                         category ? fromUi(words::name(*category)) : row.category,
                         state ? fromUi(words::name(*state)) : row.state});
    }
    return table(cells);
}

Json json(const std::vector<ChecklistItem>& items)
{
    auto list = Json::array();
    for (const auto& item : items)
        list.push_back({{"severity", nameOf(item.severity)},
                        {"step", nameOf(item.step)},
                        {"code", nameOf(item.refusal.code)},
                        {"field", item.refusal.field},
                        {"arguments", item.refusal.arguments},
                        {"sentence", fromUi(words::sentence(item.refusal))}});
    return list;
}

std::vector<std::string> lines(const std::vector<ChecklistItem>& items)
{
    auto cells = std::vector<std::vector<std::string>>{};
    for (const auto& item : items)
        cells.push_back({severityText(item.severity),
                         item.refusal.field,
                         fromUi(words::sentence(item.refusal))});
    return table(cells);
}

} // namespace guitai::console
