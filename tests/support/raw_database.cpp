#include "tests/support/raw_database.h"

#include "services/bytes.h"

#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <stdexcept>

namespace guitai
{

namespace
{

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void fail(sqlite3* handle)
{
    throw std::runtime_error("raw SQLite " + std::to_string(sqlite3_extended_errcode(handle)));
}

Statement prepare(sqlite3* handle, const std::string& sql)
{
    auto* statement = static_cast<sqlite3_stmt*>(nullptr);
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        fail(handle);
    return Statement{statement};
}

bool step(sqlite3* handle, const Statement& statement)
{
    const auto result = sqlite3_step(statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(handle);
    return result == SQLITE_ROW;
}

std::string bytesOfColumn(const Statement& statement, int column)
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement.get(), column));
    const auto size = sqlite3_column_bytes(statement.get(), column);
    return bytes == nullptr ? std::string{} : std::string(bytes, static_cast<std::size_t>(size));
}

} // namespace

RawDatabase::RawDatabase(const std::filesystem::path& file)
{
    if (sqlite3_open(file.c_str(), &m_handle) != SQLITE_OK) {
        sqlite3_close(m_handle);
        throw std::runtime_error("raw SQLite does not open");
    }
}

RawDatabase::~RawDatabase()
{
    sqlite3_close(m_handle);
}

void RawDatabase::run(const std::string& sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle);
}

std::vector<std::string> RawDatabase::rows(const std::string& sql)
{
    auto found = std::vector<std::string>{};
    const auto statement = prepare(m_handle, sql);
    while (step(m_handle, statement)) {
        auto row = std::string{};
        for (auto column = 0; column < sqlite3_column_count(statement.get()); ++column) {
            const auto type = sqlite3_column_type(statement.get(), column);
            row += std::to_string(type) + ':' + bytesOfColumn(statement, column) + '|';
        }
        found.push_back(row);
    }
    return found;
}

std::vector<std::string> RawDatabase::column(const std::string& sql)
{
    auto found = std::vector<std::string>{};
    const auto statement = prepare(m_handle, sql);
    while (step(m_handle, statement))
        found.push_back(bytesOfColumn(statement, 0));
    return found;
}

std::string RawDatabase::value(const std::string& sql)
{
    return column(sql).at(0);
}

std::string RawDatabase::dump()
{
    auto text = std::string{};
    const auto add = [&](const std::string& sql) {
        for (const auto& row : rows(sql))
            text += row + '\n';
    };
    add("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
    for (const auto* setting : {"user_version", "application_id", "encoding"})
        add(std::string{"PRAGMA "} + setting);
    for (const auto& table :
         column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        text += table + '\n';
        add("SELECT * FROM " + table);
    }
    return text;
}

std::vector<std::string> RawDatabase::dropTriggers(const std::string& table)
{
    const auto which = " FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '" + table + "'";
    const auto texts = column("SELECT sql" + which);
    for (const auto& name : column("SELECT name" + which))
        run("DROP TRIGGER " + name);
    return texts;
}

bool RawDatabase::flipBit(const std::string& table,
                          const std::string& columnName,
                          std::int64_t row,
                          std::uint64_t bit)
{
    auto keys = std::string{};
    for (const auto& name :
         column("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk"))
        keys += (keys.empty() ? "" : ", ") + name;
    if (keys.empty())
        keys = "rowid";
    const auto place =
        " FROM " + table + " ORDER BY " + keys + " LIMIT 1 OFFSET " + std::to_string(row);
    auto triggers = std::vector<std::string>{};
    const auto where = " WHERE (" + keys + ") = (SELECT " + keys + place + ")";
    {
        const auto read = prepare(m_handle, "SELECT " + columnName + place);
        if (!step(m_handle, read))
            throw std::logic_error("no such row");
        if (sqlite3_column_bytes(read.get(), 0) == 0)
            return false;
        triggers = dropTriggers(table);
        const auto write =
            prepare(m_handle, "UPDATE " + table + " SET " + columnName + " = ?" + where);
        auto bytes = bytesOfColumn(read, 0);
        if (sqlite3_column_type(read.get(), 0) == SQLITE_INTEGER) {
            const auto value = static_cast<std::uint64_t>(sqlite3_column_int64(read.get(), 0));
            sqlite3_bind_int64(
                write.get(), 1, static_cast<sqlite3_int64>(value ^ (std::uint64_t{1} << bit % 64)));
        } else {
            const auto at = bit % (bytes.size() * 8);
            bytes[at / 8] = static_cast<char>(bytes[at / 8] ^ (1 << at % 8));
            const auto size = static_cast<int>(bytes.size());
            if (sqlite3_column_type(read.get(), 0) == SQLITE_TEXT)
                sqlite3_bind_text(write.get(), 1, bytes.data(), size, SQLITE_TRANSIENT);
            else
                sqlite3_bind_blob(write.get(), 1, bytes.data(), size, SQLITE_TRANSIENT);
        }
        step(m_handle, write);
    }
    for (const auto& trigger : triggers)
        run(trigger);
    return true;
}

void flipBitOfFile(const std::filesystem::path& file, std::uintmax_t offset, unsigned bit)
{
    auto stream = std::fstream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekg(static_cast<std::streamoff>(offset));
    const auto byte = stream.get();
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.put(static_cast<char>(byte ^ (1 << bit)));
}

} // namespace guitai
