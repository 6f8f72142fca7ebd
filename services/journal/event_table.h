#pragma once

#include "services/journal/database.h"
#include "services/journal/event.h"
#include "services/journal/index_tables.h"
#include "services/journal/seal.h"

#include <optional>
#include <string_view>
#include <vector>

namespace guitai
{

/// The newest event, as the row `head` tells it: a journal whose end was cut off does not match.
struct Head {
    std::int64_t sequence = 0;
    std::string hash = noHash;
    Instant at{}; ///< not stored; of the event itself

    bool operator==(const Head&) const = default;
};

/// Rows of the journal and its head. Every event that leaves here had its hash and MAC checked,
/// except from `unchecked`.
class EventTable
{
public:
    EventTable(Database& database, const Sealer& sealer) : m_database(database), m_sealer(sealer) {}

    void insert(const Event& event);
    void writeHead(const Head& head);
    /// Throws ServiceFailure(damaged) unless head and newest event agree.
    Head readHead();

    /// All events of the subject; `extent` says how many there must be.
    std::vector<Event> ofSubject(std::string_view subject, const SubjectExtent& extent);
    /// Also checks that each follows the one before.
    std::vector<Event> from(std::int64_t sequence, int limit);
    std::optional<Event> at(std::int64_t sequence);
    std::optional<Event> last();

    static const std::string columns, types;
    /// Throws ServiceFailure(damaged) for a kind that there is not.
    static Event unchecked(const Rows& rows);
    bool holds(const Head& head, std::string_view mac) const;

private:
    static CanonicalForm formOf(const Head& head);
    Event checked(const Rows& rows) const;

    Database& m_database;
    const Sealer& m_sealer;
};

} // namespace guitai
