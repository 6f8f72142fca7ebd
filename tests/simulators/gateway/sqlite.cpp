#include "tests/simulators/gateway/sqlite.h"

#include <sqlite3.h>

#include <stdexcept>

namespace guitai::simulator
{

std::int64_t SqlRow::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string SqlRow::text(int column) const
{
    const auto* data = sqlite3_column_text(m_statement, column);
    const auto size = sqlite3_column_bytes(m_statement, column);
    return data == nullptr
               ? std::string{}
               : std::string{reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

bool SqlRow::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Sqlite::Sqlite(const std::filesystem::path& file)
{
    sqlite3* opened = nullptr;
    const auto result = sqlite3_open(file.c_str(), &opened);
    m_database.reset(opened, sqlite3_close);
    if (result != SQLITE_OK)
        fail("open");
}

void Sqlite::fail(const char* what) const
{
    throw std::runtime_error(std::string{"ledger, "} + what + ": " +
                             sqlite3_errmsg(m_database.get()));
}

void Sqlite::run(const std::string& sql, const std::vector<SqlValue>& values, const OnRow& onRow)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
        fail(sql.c_str());
    const auto statement =
        std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>{prepared, sqlite3_finalize};
    auto at = 0;
    for (const auto& value : values) {
        ++at;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(prepared, at, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            sqlite3_bind_text64(
                prepared, at, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    auto step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared))
        if (onRow)
            onRow(SqlRow{prepared});
    if (step != SQLITE_DONE)
        fail(sql.c_str());
}

void Sqlite::runAll(const std::string& sql)
{
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail("schema");
}

} // namespace guitai::simulator
