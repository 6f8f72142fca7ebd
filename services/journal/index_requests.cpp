// Requests to supervisors: their rows, what events make of them, and the list of them.
#include "services/journal/index_projector.h"
#include "services/journal/journal_store.h"
#include "services/journal/payload_members.h"

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

CanonicalForm formOf(const IndexedRequest& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"request_index"};
    form.add(indexed.sequence)
        .add(row.id)
        .add(row.kind)
        .add(row.target)
        .add(row.state)
        .add(row.requester)
        .add(secondsOf(row.askedAt));
    return form;
}

/// The state before and after an event. Nothing is used that was not approved.
struct RequestStep {
    std::vector<std::string> before;
    std::string after;
};

RequestStep stepOf(EventKind kind, const Json& payload)
{
    switch (kind) {
    case EventKind::requestDecided:
        return {{"waiting"}, text(payload, "outcome")};
    case EventKind::requestUsed:
        return {{"approved"}, "used"};
    case EventKind::requestReturned:
        return {{"used"}, "approved"};
    default:
        return {{"waiting", "approved"}, "lapsed"};
    }
}

} // namespace

const std::string IndexTables::requestColumns =
    "sequence, id, kind, target, state, requester, asked_at, mac";
const std::string IndexTables::requestTypes = "itttttit";

IndexedRequest IndexTables::requestFrom(const Rows& rows) const
{
    auto indexed = IndexedRequest{.sequence = rows.integer(0),
                                  .row = {.id = rows.text(1),
                                          .kind = rows.text(2),
                                          .target = rows.text(3),
                                          .state = rows.text(4),
                                          .requester = rows.text(5),
                                          .askedAt = instantFrom(rows.integer(6))}};
    require(formOf(indexed), rows.text(7));
    return indexed;
}

std::optional<IndexedRequest> IndexTables::request(std::string_view id)
{
    auto rows = m_database.select("SELECT " + requestColumns + " FROM " + m_where +
                                      "request_index WHERE id = ?",
                                  requestTypes,
                                  {std::string{id}});
    if (!rows.next())
        return std::nullopt;
    return requestFrom(rows);
}

void IndexTables::insert(const IndexedRequest& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where + "request_index VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.id,
                       row.kind,
                       row.target,
                       row.state,
                       row.requester,
                       secondsOf(row.askedAt),
                       m_sealer.mac(formOf(indexed))});
}

void IndexTables::update(const IndexedRequest& indexed)
{
    m_database.change("UPDATE " + m_where +
                          "request_index SET state = ?, mac = ? WHERE sequence = ?",
                      {indexed.row.state, m_sealer.mac(formOf(indexed)), indexed.sequence});
}

void IndexProjector::makeRequest(const Event& event, const Json& payload)
{
    m_tables.insert(IndexedRequest{.sequence = event.sequence,
                                   .row = {.id = text(payload, "id"),
                                           .kind = text(payload, "kind"),
                                           .target = text(payload, "target"),
                                           .state = "waiting",
                                           .requester = event.actor,
                                           .askedAt = event.at}});
}

void IndexProjector::moveRequest(const Event& event, const Json& payload)
{
    auto indexed = known(m_tables.request(event.subject.substr(event.subject.find('/') + 1)));
    const auto step = stepOf(event.kind, payload);
    if (std::ranges::find(step.before, indexed.row.state) == step.before.end())
        throw std::logic_error("a request that is " + indexed.row.state);
    indexed.row.state = step.after;
    m_tables.update(indexed);
}

std::vector<RequestRow> JournalStore::requests(const RequestQuery& query)
{
    auto where = std::string{};
    auto values = std::vector<SqlValue>{};
    const auto equal = [&](const std::string& column, const std::string& value) {
        if (value.empty())
            return;
        where += (where.empty() ? " WHERE " : " AND ") + column + " = ?";
        values.emplace_back(value);
    };
    equal("target", query.target);
    equal("kind", query.kind);
    equal("state", query.state);
    values.emplace_back(std::int64_t{query.limit});
    auto& store = connection();
    auto rows =
        store.database.select("SELECT " + IndexTables::requestColumns + " FROM request_index" +
                                  where + " ORDER BY sequence DESC LIMIT ?",
                              IndexTables::requestTypes,
                              values);
    auto found = std::vector<RequestRow>{};
    while (rows.next())
        found.push_back(store.index.requestFrom(rows).row);
    return found;
}

} // namespace guitai
