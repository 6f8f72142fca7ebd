// Users, shifts and papers; cases, serials and subjects stand in index_tables.cpp.
#include "services/journal/index_tables.h"

namespace guitai
{

namespace
{

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

} // namespace

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
