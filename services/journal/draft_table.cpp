#include "services/journal/draft_table.h"

#include "services/failure.h"
#include "services/journal/index_tables.h"

#include <algorithm>

namespace guitai
{

namespace
{

CanonicalForm formOfField(const std::string& id, const std::string& path, const std::string& value)
{
    auto form = CanonicalForm{"draft-field"};
    form.add(id).add(path).add(value);
    return form;
}

} // namespace

std::string DraftTable::macOfField(const std::string& id,
                                   const std::string& path,
                                   const std::string& value) const
{
    return m_sealer.mac(formOfField(id, path, value));
}

CanonicalForm DraftTable::formOf(const std::string& id, const Row& row, const Fields& fields)
{
    auto form = CanonicalForm{"draft"};
    form.add(id).add(row.owner).add(row.parked).add(row.savedAt);
    for (const auto& [path, field] : fields)
        form.add(path).add(field.second);
    return form;
}

std::optional<DraftTable::Row> DraftTable::row(const std::string& id)
{
    auto rows = m_database.select(
        "SELECT owner, parked, saved_at, mac FROM draft WHERE id = ?", "tiit", {id});
    if (!rows.next())
        return std::nullopt;
    return Row{.owner = rows.text(0),
               .parked = rows.integer(1),
               .savedAt = rows.integer(2),
               .mac = rows.text(3)};
}

DraftTable::Fields DraftTable::fields(const std::string& id)
{
    auto found = Fields{};
    auto rows =
        m_database.select("SELECT path, value, mac FROM draft_field WHERE draft = ?", "ttt", {id});
    while (rows.next())
        found.emplace(rows.text(0), std::pair{rows.text(1), rows.text(2)});
    return found;
}

std::optional<StoredDraft> DraftTable::find(const std::string& id)
{
    const auto stored = row(id);
    if (!stored)
        return std::nullopt;
    const auto kept = fields(id);
    const auto damaged = ServiceFailure(ServiceFailure::Kind::damaged, "draft " + id);
    if (!m_sealer.matches(formOf(id, *stored, kept), stored->mac))
        throw damaged;
    auto draft = StoredDraft{.id = id,
                             .owner = stored->owner,
                             .parked = stored->parked != 0,
                             .savedAt = instantFrom(stored->savedAt)};
    for (const auto& [path, field] : kept) {
        if (!m_sealer.matches(formOfField(id, path, field.first), field.second))
            throw damaged;
        draft.fields.emplace(path, field.first);
    }
    return draft;
}

bool DraftTable::writeFields(const StoredDraft& draft, Fields& kept)
{
    auto changed = false;
    for (auto field = kept.begin(); field != kept.end();) {
        if (draft.fields.contains(field->first)) {
            ++field;
            continue;
        }
        m_database.change("DELETE FROM draft_field WHERE draft = ? AND path = ?",
                          {draft.id, field->first});
        field = kept.erase(field);
        changed = true;
    }
    for (const auto& [path, value] : draft.fields) {
        const auto before = kept.find(path);
        if (before != kept.end() && before->second.first == value)
            continue;
        const auto mac = macOfField(draft.id, path, value);
        m_database.change("INSERT OR REPLACE INTO draft_field VALUES (?, ?, ?, ?)",
                          {draft.id, path, value, mac});
        kept.insert_or_assign(path, std::pair{value, mac});
        changed = true;
    }
    return changed;
}

bool DraftTable::save(const StoredDraft& draft, Instant now)
{
    const auto before = find(draft.id); // checks what stands there
    auto kept = before ? fields(draft.id) : Fields{};
    const auto fieldsChanged = writeFields(draft, kept);
    if (before && !fieldsChanged && before->owner == draft.owner && before->parked == draft.parked)
        return false;
    const auto row =
        Row{.owner = draft.owner, .parked = draft.parked ? 1 : 0, .savedAt = secondsOf(now)};
    m_database.change(
        "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)",
        {draft.id, row.owner, row.parked, row.savedAt, m_sealer.mac(formOf(draft.id, row, kept))});
    return true;
}

void DraftTable::erase(const std::string& id)
{
    m_database.change("DELETE FROM draft_field WHERE draft = ?", {id});
    m_database.change("DELETE FROM draft WHERE id = ?", {id});
}

std::vector<std::string> DraftTable::ids()
{
    auto found = std::vector<std::string>{};
    auto rows = m_database.select("SELECT id FROM draft ORDER BY saved_at DESC, id", "t");
    while (rows.next())
        found.push_back(rows.text(0));
    return found;
}

std::vector<std::string> DraftTable::idsWithoutDraft()
{
    auto found = std::vector<std::string>{};
    auto rows = m_database.select(
        "SELECT DISTINCT draft FROM draft_field WHERE draft NOT IN (SELECT id FROM draft)", "t");
    while (rows.next())
        found.push_back(rows.text(0));
    return found;
}

std::vector<StoredDraft> DraftTable::all()
{
    auto drafts = std::vector<StoredDraft>{};
    for (const auto& id : ids())
        if (auto draft = find(id))
            drafts.push_back(*std::move(draft));
    return drafts;
}

} // namespace guitai
