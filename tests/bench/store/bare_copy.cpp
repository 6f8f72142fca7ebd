#include "tests/bench/store/bare_copy.h"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace guitai::bench
{

namespace
{

void check(int result, sqlite3* connection)
{
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
        throw std::runtime_error(sqlite3_errmsg(connection));
}

void run(sqlite3* connection, const std::string& sql)
{
    check(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), connection);
}

std::vector<BareRow> rowsOf(sqlite3* connection, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr), connection);
    auto rows = std::vector<BareRow>{};
    while (sqlite3_step(statement) == SQLITE_ROW) {
        auto& row = rows.emplace_back();
        for (auto i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto type = sqlite3_column_type(statement, i);
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
            row.push_back(std::string(1, static_cast<char>('0' + type)) +
                          (bytes == nullptr ? std::string{} : std::string(bytes, size)));
        }
    }
    sqlite3_finalize(statement);
    return rows;
}

std::string bare(const std::string& value)
{
    return value.substr(1);
}

void bind(sqlite3_stmt* statement, int place, const std::string& value)
{
    const auto* text = value.data() + 1;
    const auto size = static_cast<int>(value.size() - 1);
    switch (value.front() - '0') {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, place, std::stoll(bare(value)));
        return;
    case SQLITE_NULL:
        sqlite3_bind_null(statement, place);
        return;
    case SQLITE_BLOB:
        sqlite3_bind_blob(statement, place, text, size, SQLITE_STATIC);
        return;
    default:
        sqlite3_bind_text(statement, place, text, size, SQLITE_STATIC);
    }
}

} // namespace

RowWatch::RowWatch(const std::filesystem::path& database)
{
    check(sqlite3_open_v2(database.c_str(), &m_connection, SQLITE_OPEN_READONLY, nullptr),
          m_connection);
    for (const auto& row : rowsOf(m_connection,
                                  "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                                  "ORDER BY type = 'table' DESC, rowid")) {
        m_schema.push_back(bare(row[2]));
        if (bare(row[0]) == "table")
            m_tables.push_back(bare(row[1]));
    }
    m_settings["page_size"] = bare(rowsOf(m_connection, "PRAGMA page_size").front().front());
    sinceLastTime();
}

RowWatch::~RowWatch()
{
    sqlite3_close(m_connection);
}

BareChange RowWatch::sinceLastTime()
{
    auto change = BareChange{};
    for (const auto& table : m_tables) {
        auto now = std::set<BareRow>{};
        for (auto& row : rowsOf(m_connection, "SELECT * FROM " + table))
            now.insert(std::move(row));
        auto& before = m_rows[table];
        std::ranges::set_difference(now, before, std::back_inserter(change.written[table]));
        std::ranges::set_difference(before, now, std::back_inserter(change.removed[table]));
        before = std::move(now);
    }
    return change;
}

BareChange RowWatch::everything() const
{
    auto all = BareChange{};
    for (const auto& [table, rows] : m_rows)
        all.written[table].assign(rows.begin(), rows.end());
    return all;
}

struct BareCopy::Statement {
    sqlite3_stmt* native = nullptr;
};

BareCopy::BareCopy(const std::filesystem::path& database, const RowWatch& model)
{
    check(sqlite3_open(database.c_str(), &m_connection), m_connection);
    run(m_connection, "PRAGMA page_size = " + model.settings().at("page_size"));
    for (const auto* setting : {"journal_mode = WAL",
                                "synchronous = FULL",
                                "foreign_keys = ON",
                                "secure_delete = ON",
                                "temp_store = MEMORY",
                                "trusted_schema = OFF",
                                "cell_size_check = ON",
                                "mmap_size = 0",
                                "journal_size_limit = 16777216"})
        run(m_connection, std::string{"PRAGMA "} + setting);
    for (const auto& sql : model.schema())
        run(m_connection, sql);
    commit(model.everything());
}

BareCopy::~BareCopy()
{
    for (auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement.native);
    sqlite3_close(m_connection);
}

BareCopy::Statement& BareCopy::kept(const std::string& sql)
{
    auto& statement = m_statements[sql];
    if (statement.native == nullptr)
        check(sqlite3_prepare_v3(m_connection,
                                 sql.c_str(),
                                 -1,
                                 SQLITE_PREPARE_PERSISTENT,
                                 &statement.native,
                                 nullptr),
              m_connection);
    return statement;
}

void BareCopy::commit(const BareChange& change)
{
    const auto each = [this](const std::string& sql, const BareRow& row) {
        auto* statement = kept(sql).native;
        for (std::size_t i = 0; i < row.size(); ++i)
            bind(statement, static_cast<int>(i) + 1, row[i]);
        check(sqlite3_step(statement), m_connection);
        check(sqlite3_reset(statement), m_connection);
    };
    run(m_connection, "BEGIN IMMEDIATE");
    for (const auto& [table, rows] : change.removed) {
        // What was replaced is written below; only rows that are gone are removed, by their key.
        if (!table.starts_with("draft"))
            continue;
        for (const auto& row : rows)
            each(table == "draft" ? "DELETE FROM draft WHERE id = ?1"
                                  : "DELETE FROM draft_field WHERE draft = ?1 AND path = ?2",
                 {row.begin(), row.begin() + (table == "draft" ? 1 : 2)});
    }
    for (const auto& [table, rows] : change.written) {
        for (const auto& row : rows) {
            auto places = std::string{"?1"};
            for (std::size_t i = 2; i <= row.size(); ++i)
                places += ", ?" + std::to_string(i);
            each((table == "journal" ? "INSERT INTO " : "INSERT OR REPLACE INTO ") + table +
                     " VALUES (" + places + ")",
                 row);
        }
    }
    run(m_connection, "COMMIT");
}

} // namespace guitai::bench
