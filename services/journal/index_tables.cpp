#include "services/journal/index_tables.h"

#include "services/failure.h"
#include "services/station_time.h"

namespace guitai
{

namespace
{

CanonicalForm formOf(const IndexedCase& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"case_index"};
    form.add(indexed.sequence)
        .add(row.acceptanceNumber)
        .add(indexed.draft)
        .add(row.citizenNumber)
        .add(row.name)
        .add(row.phone)
        .add(row.guardianNumber)
        .add(row.category)
        .add(row.kind)
        .add(row.state)
        .add(row.delivery)
        .add(row.clerk)
        .add(secondsOf(row.confirmedAt))
        .add(secondsOf(row.changedAt))
        .add(isoDate(row.day))
        .add(row.due.inFen())
        .add(row.collected.inFen());
    return form;
}

CanonicalForm formOfSerial(const std::string& day, std::int64_t last)
{
    auto form = CanonicalForm{"serial_index"};
    form.add(day).add(last);
    return form;
}

} // namespace

std::int64_t secondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant instantFrom(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

IndexTables::IndexTables(Database& database, const Sealer& sealer, const std::string& where)
    : m_database(database), m_sealer(sealer), m_where(where + ".")
{
}

void IndexTables::require(const CanonicalForm& form, const std::string& mac) const
{
    if (!m_sealer.matches(form, mac))
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a row of an index table");
}

SubjectExtent IndexTables::extentOf(std::string_view subject)
{
    auto rows =
        m_database.select("SELECT events, last FROM " + m_where + "subject_index WHERE subject = ?",
                          "ii",
                          {std::string{subject}});
    if (!rows.next())
        return {};
    return {.events = rows.integer(0), .last = rows.integer(1)};
}

void IndexTables::extend(std::string_view subject, std::int64_t sequence)
{
    m_database.change("INSERT INTO " + m_where +
                          "subject_index VALUES (?, 1, ?) ON CONFLICT (subject) DO UPDATE "
                          "SET events = events + 1, last = excluded.last",
                      {std::string{subject}, sequence});
}

std::optional<int> IndexTables::lastSerial(Date day)
{
    const auto text = isoDate(day);
    auto rows = m_database.select(
        "SELECT last, mac FROM " + m_where + "serial_index WHERE day = ?", "it", {text});
    if (!rows.next())
        return std::nullopt;
    require(formOfSerial(text, rows.integer(0)), rows.text(1));
    return static_cast<int>(rows.integer(0));
}

void IndexTables::storeSerial(Date day, int last)
{
    const auto text = isoDate(day);
    m_database.change("INSERT OR REPLACE INTO " + m_where + "serial_index VALUES (?, ?, ?)",
                      {text, std::int64_t{last}, m_sealer.mac(formOfSerial(text, last))});
}

// --- cases

const std::string IndexTables::caseColumns =
    "sequence, acceptance_number, draft, citizen_number, name, phone, guardian_number, category, "
    "kind, state, delivery, clerk, confirmed_at, changed_at, day, due_fen, collected_fen, mac";
const std::string IndexTables::caseTypes = "itttttttttttiitiit";

IndexedCase IndexTables::caseFrom(const Rows& rows) const
{
    const auto day = parseIsoDate(rows.text(14));
    auto indexed = IndexedCase{.sequence = rows.integer(0),
                               .draft = rows.text(2),
                               .row = {.acceptanceNumber = rows.text(1),
                                       .citizenNumber = rows.text(3),
                                       .name = rows.text(4),
                                       .phone = rows.text(5),
                                       .guardianNumber = rows.text(6),
                                       .category = rows.text(7),
                                       .kind = rows.text(8),
                                       .state = rows.text(9),
                                       .delivery = rows.text(10),
                                       .clerk = rows.text(11),
                                       .confirmedAt = instantFrom(rows.integer(12)),
                                       .changedAt = instantFrom(rows.integer(13)),
                                       .day = day.value_or(Date{}),
                                       .due = Money::fen(rows.integer(15)),
                                       .collected = Money::fen(rows.integer(16))}};
    require(formOf(indexed), rows.text(17));
    return indexed;
}

std::optional<IndexedCase> IndexTables::caseOf(std::string_view acceptanceNumber)
{
    // Most transactions change one case several times.
    if (m_written && m_written->row.acceptanceNumber == acceptanceNumber)
        return m_written;
    auto rows = m_database.select("SELECT " + caseColumns + " FROM " + m_where +
                                      "case_index WHERE acceptance_number = ?",
                                  caseTypes,
                                  {std::string{acceptanceNumber}});
    if (!rows.next())
        return std::nullopt;
    return caseFrom(rows);
}

void IndexTables::insert(const IndexedCase& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where +
                          "case_index VALUES "
                          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.acceptanceNumber,
                       indexed.draft,
                       row.citizenNumber,
                       row.name,
                       row.phone,
                       row.guardianNumber,
                       row.category,
                       row.kind,
                       row.state,
                       row.delivery,
                       row.clerk,
                       secondsOf(row.confirmedAt),
                       secondsOf(row.changedAt),
                       isoDate(row.day),
                       row.due.inFen(),
                       row.collected.inFen(),
                       m_sealer.mac(formOf(indexed))});
    m_written = indexed;
}

void IndexTables::update(const IndexedCase& indexed)
{
    const auto& row = indexed.row;
    m_database.change("UPDATE " + m_where +
                          "case_index SET state = ?, changed_at = ?, due_fen = ?, "
                          "collected_fen = ?, mac = ? WHERE sequence = ?",
                      {row.state,
                       secondsOf(row.changedAt),
                       row.due.inFen(),
                       row.collected.inFen(),
                       m_sealer.mac(formOf(indexed)),
                       indexed.sequence});
    m_written = indexed;
}

void IndexTables::correct(const IndexedCase& indexed)
{
    const auto& row = indexed.row;
    m_database.change("UPDATE " + m_where +
                          "case_index SET citizen_number = ?, name = ?, phone = ?, "
                          "guardian_number = ?, category = ?, kind = ?, delivery = ? "
                          "WHERE sequence = ?",
                      {row.citizenNumber,
                       row.name,
                       row.phone,
                       row.guardianNumber,
                       row.category,
                       row.kind,
                       row.delivery,
                       indexed.sequence});
    update(indexed);
}

} // namespace guitai
