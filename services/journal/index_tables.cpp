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

CanonicalForm formOf(const UserRow& row)
{
    auto form = CanonicalForm{"user_index"};
    form.add(row.id)
        .add(row.personId)
        .add(row.displayName)
        .add(row.role)
        .add(row.passwordHash)
        .add(std::int64_t{row.disabled})
        .add(std::int64_t{row.failures})
        .add(secondsOf(row.lastFailure))
        .add(row.failureBoot)
        .add(row.failureSinceBootMs);
    return form;
}

CanonicalForm formOf(const IndexedShift& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"shift_index"};
    form.add(indexed.sequence)
        .add(row.id)
        .add(row.clerk)
        .add(secondsOf(row.openedAt))
        .add(std::int64_t{row.open})
        .add(row.openingFloat.inFen())
        .add(row.cashCollected.inFen())
        .add(row.cases);
    return form;
}

CanonicalForm formOf(const IndexedPaper& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"paper_index"};
    form.add(indexed.sequence)
        .add(row.id)
        .add(row.acceptanceNumber)
        .add(std::int64_t{row.copy})
        .add(row.state)
        .add(row.reason)
        .add(row.actor)
        .add(secondsOf(row.at));
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

void IndexTables::store(std::string_view subject, const SubjectExtent& extent)
{
    m_database.change("INSERT OR REPLACE INTO " + m_where + "subject_index VALUES (?, ?, ?)",
                      {std::string{subject}, extent.events, extent.last});
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

// --- users

const std::string IndexTables::userColumns =
    "id, person_id, display_name, role, password_hash, disabled, failures, last_failure, "
    "failure_boot, failure_since_boot_ms, mac";
const std::string IndexTables::userTypes = "tttttiiitit";

UserRow IndexTables::userFrom(const Rows& rows) const
{
    auto row = UserRow{.id = rows.text(0),
                       .personId = rows.text(1),
                       .displayName = rows.text(2),
                       .role = rows.text(3),
                       .passwordHash = rows.text(4),
                       .disabled = rows.integer(5) != 0,
                       .failures = static_cast<int>(rows.integer(6)),
                       .lastFailure = instantFrom(rows.integer(7)),
                       .failureBoot = rows.text(8),
                       .failureSinceBootMs = rows.integer(9)};
    require(formOf(row), rows.text(10));
    return row;
}

std::optional<UserRow> IndexTables::user(std::string_view id)
{
    auto rows =
        m_database.select("SELECT " + userColumns + " FROM " + m_where + "user_index WHERE id = ?",
                          userTypes,
                          {std::string{id}});
    if (!rows.next())
        return std::nullopt;
    return userFrom(rows);
}

void IndexTables::store(const UserRow& row)
{
    m_database.change("INSERT OR REPLACE INTO " + m_where +
                          "user_index VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {row.id,
                       row.personId,
                       row.displayName,
                       row.role,
                       row.passwordHash,
                       std::int64_t{row.disabled},
                       std::int64_t{row.failures},
                       secondsOf(row.lastFailure),
                       row.failureBoot,
                       row.failureSinceBootMs,
                       m_sealer.mac(formOf(row))});
}

// --- shifts

const std::string IndexTables::shiftColumns =
    "sequence, id, clerk, opened_at, open, opening_float_fen, cash_collected_fen, cases, mac";
const std::string IndexTables::shiftTypes = "ittiiiiit";

IndexedShift IndexTables::shiftFrom(const Rows& rows) const
{
    auto indexed = IndexedShift{.sequence = rows.integer(0),
                                .row = {.id = rows.text(1),
                                        .clerk = rows.text(2),
                                        .openedAt = instantFrom(rows.integer(3)),
                                        .open = rows.integer(4) != 0,
                                        .openingFloat = Money::fen(rows.integer(5)),
                                        .cashCollected = Money::fen(rows.integer(6)),
                                        .cases = rows.integer(7)}};
    require(formOf(indexed), rows.text(8));
    return indexed;
}

std::optional<IndexedShift> IndexTables::shift(std::string_view id)
{
    auto rows = m_database.select("SELECT " + shiftColumns + " FROM " + m_where +
                                      "shift_index WHERE id = ?",
                                  shiftTypes,
                                  {std::string{id}});
    if (!rows.next())
        return std::nullopt;
    return shiftFrom(rows);
}

void IndexTables::insert(const IndexedShift& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where + "shift_index VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.id,
                       row.clerk,
                       secondsOf(row.openedAt),
                       std::int64_t{row.open},
                       row.openingFloat.inFen(),
                       row.cashCollected.inFen(),
                       row.cases,
                       m_sealer.mac(formOf(indexed))});
}

void IndexTables::update(const IndexedShift& indexed)
{
    const auto& row = indexed.row;
    m_database.change("UPDATE " + m_where +
                          "shift_index SET open = ?, cash_collected_fen = ?, cases = ?, mac = ? "
                          "WHERE sequence = ?",
                      {std::int64_t{row.open},
                       row.cashCollected.inFen(),
                       row.cases,
                       m_sealer.mac(formOf(indexed)),
                       indexed.sequence});
}

// --- papers

const std::string IndexTables::paperColumns =
    "sequence, id, acceptance_number, copy, state, reason, actor, at, mac";
const std::string IndexTables::paperTypes = "ittitttit";

IndexedPaper IndexTables::paperFrom(const Rows& rows) const
{
    auto indexed = IndexedPaper{.sequence = rows.integer(0),
                                .row = {.id = rows.text(1),
                                        .acceptanceNumber = rows.text(2),
                                        .copy = static_cast<int>(rows.integer(3)),
                                        .state = rows.text(4),
                                        .reason = rows.text(5),
                                        .actor = rows.text(6),
                                        .at = instantFrom(rows.integer(7))}};
    require(formOf(indexed), rows.text(8));
    return indexed;
}

std::optional<IndexedPaper> IndexTables::paper(std::string_view id)
{
    auto rows = m_database.select("SELECT " + paperColumns + " FROM " + m_where +
                                      "paper_index WHERE id = ?",
                                  paperTypes,
                                  {std::string{id}});
    if (!rows.next())
        return std::nullopt;
    return paperFrom(rows);
}

void IndexTables::insert(const IndexedPaper& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where + "paper_index VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.id,
                       row.acceptanceNumber,
                       std::int64_t{row.copy},
                       row.state,
                       row.reason,
                       row.actor,
                       secondsOf(row.at),
                       m_sealer.mac(formOf(indexed))});
}

void IndexTables::update(const IndexedPaper& indexed)
{
    m_database.change("UPDATE " + m_where + "paper_index SET state = ?, mac = ? WHERE sequence = ?",
                      {indexed.row.state, m_sealer.mac(formOf(indexed)), indexed.sequence});
}

} // namespace guitai
