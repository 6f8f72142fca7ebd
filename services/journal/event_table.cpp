#include "services/journal/event_table.h"

#include "services/failure.h"

namespace guitai
{

namespace
{

[[noreturn]] void damaged(const std::string& place)
{
    throw ServiceFailure(ServiceFailure::Kind::damaged, place);
}

} // namespace

const std::string EventTable::columns =
    "sequence, window, at, kind, subject, actor, payload, previous_hash, hash, mac";
const std::string EventTable::types = "ititttt"
                                      "ttt";

CanonicalForm EventTable::formOf(const Head& head)
{
    auto form = CanonicalForm{"head"};
    form.add(head.sequence).add(head.hash);
    return form;
}

bool EventTable::holds(const Head& head, std::string_view mac) const
{
    return m_sealer.matches(formOf(head), mac);
}

void EventTable::insert(const Event& event)
{
    m_database.change("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {event.sequence,
                       event.window,
                       secondsOf(event.at),
                       std::string{nameOf(event.kind)},
                       event.subject,
                       event.actor,
                       event.payload,
                       event.previousHash,
                       event.hash,
                       event.mac});
}

void EventTable::writeHead(const Head& head)
{
    m_database.change("INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?)",
                      {head.sequence, head.hash, m_sealer.mac(formOf(head))});
}

Head EventTable::readHead()
{
    auto head = Head{};
    {
        auto rows = m_database.select("SELECT sequence, hash, mac FROM head WHERE id = 1", "itt");
        if (!rows.next())
            damaged("head");
        head.sequence = rows.integer(0);
        head.hash = rows.text(1);
        if (!holds(head, rows.text(2)))
            damaged("head");
    }
    const auto newest = last();
    if (!newest || newest->sequence != head.sequence || newest->hash != head.hash)
        damaged("head");
    head.at = newest->at;
    return head;
}

Event EventTable::unchecked(const Rows& rows)
{
    const auto kind = eventKindFrom(rows.text(3));
    if (!kind)
        damaged("journal " + std::to_string(rows.integer(0)));
    return {.window = rows.text(1),
            .sequence = rows.integer(0),
            .at = instantFrom(rows.integer(2)),
            .kind = *kind,
            .subject = rows.text(4),
            .actor = rows.text(5),
            .payload = rows.text(6),
            .previousHash = rows.text(7),
            .hash = rows.text(8),
            .mac = rows.text(9)};
}

Event EventTable::checked(const Rows& rows) const
{
    auto event = unchecked(rows);
    m_sealer.require(event);
    return event;
}

std::vector<Event> EventTable::ofSubject(std::string_view subject, const SubjectExtent& extent)
{
    auto events = std::vector<Event>{};
    auto rows =
        m_database.select("SELECT " + columns + " FROM journal WHERE subject = ? ORDER BY sequence",
                          types,
                          {std::string{subject}});
    while (rows.next())
        events.push_back(checked(rows));
    const auto found = events.empty()
                           ? SubjectExtent{}
                           : SubjectExtent{.events = static_cast<std::int64_t>(events.size()),
                                           .last = events.back().sequence};
    if (found != extent)
        damaged("events of one subject");
    return events;
}

std::vector<Event> EventTable::from(std::int64_t sequence, int limit)
{
    auto events = std::vector<Event>{};
    auto rows = m_database.select("SELECT " + columns +
                                      " FROM journal WHERE sequence >= ? ORDER BY sequence LIMIT ?",
                                  types,
                                  {sequence, std::int64_t{limit}});
    while (rows.next()) {
        auto event = checked(rows);
        if (!events.empty() && (event.sequence != events.back().sequence + 1 ||
                                event.previousHash != events.back().hash))
            damaged("journal " + std::to_string(event.sequence));
        events.push_back(std::move(event));
    }
    return events;
}

std::optional<Event> EventTable::at(std::int64_t sequence)
{
    auto rows = m_database.select(
        "SELECT " + columns + " FROM journal WHERE sequence = ?", types, {sequence});
    if (!rows.next())
        return std::nullopt;
    return checked(rows);
}

std::optional<Event> EventTable::last()
{
    auto rows = m_database.select(
        "SELECT " + columns + " FROM journal ORDER BY sequence DESC LIMIT 1", types);
    if (!rows.next())
        return std::nullopt;
    return checked(rows);
}

} // namespace guitai
