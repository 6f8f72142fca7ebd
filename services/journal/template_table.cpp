#include "services/journal/template_table.h"

#include <map>
#include <set>

namespace guitai
{

namespace
{

std::map<std::string, std::string> casesOfTemplates(Database& database)
{
    auto cases = std::map<std::string, std::string>{};
    for (const auto* hand : {"rightHand", "leftHand"}) {
        auto rows =
            database.select("SELECT coalesce(json_extract(payload, ?), ''), subject FROM journal "
                            "WHERE kind = 'caseConfirmed'",
                            "tt",
                            {std::string{"$.draft."} + hand + ".features.sha256"});
        while (rows.next())
            if (auto sha256 = rows.text(0); !sha256.empty())
                cases.emplace(std::move(sha256), rows.text(1));
    }
    return cases;
}

std::set<std::string> templatesOfDrafts(Database& database)
{
    auto named = std::set<std::string>{};
    auto rows = database.select(
        "SELECT value FROM draft_field WHERE path LIKE '/%Hand/features/sha256'", "t");
    while (rows.next()) {
        const auto text = rows.text(0); // a JSON text of hexadecimal digits
        if (text.size() > 2)
            named.insert(text.substr(1, text.size() - 2));
    }
    return named;
}

} // namespace

std::vector<KeptTemplate> templatesIn(Database& database)
{
    auto kept = std::vector<KeptTemplate>{};
    {
        auto rows =
            database.select("SELECT sha256 FROM attachment WHERE media_type = ? ORDER BY rowid",
                            "t",
                            {std::string{templateMediaType}});
        while (rows.next())
            kept.push_back({.sha256 = rows.text(0), .subject = {}, .inDraft = false});
    }
    if (kept.empty())
        return kept;
    const auto cases = casesOfTemplates(database);
    const auto drafts = templatesOfDrafts(database);
    for (auto& each : kept) {
        const auto found = cases.find(each.sha256);
        if (found != cases.end())
            each.subject = found->second;
        each.inDraft = drafts.contains(each.sha256);
    }
    return kept;
}

} // namespace guitai
