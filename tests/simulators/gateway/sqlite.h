#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace guitai::simulator
{

using SqlValue = std::variant<std::monostate, std::int64_t, std::string>;

/// One row of an answer.
class SqlRow
{
public:
    explicit SqlRow(sqlite3_stmt* statement) : m_statement(statement) {}
    std::int64_t number(int column) const;
    std::string text(int column) const;
    bool isNull(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// SQLite as far as the simulator needs it. Throws std::runtime_error.
class Sqlite
{
public:
    explicit Sqlite(const std::filesystem::path& file);

    using OnRow = std::function<void(const SqlRow&)>;
    void run(const std::string& sql,
             const std::vector<SqlValue>& values = {},
             const OnRow& onRow = nullptr);
    void runAll(const std::string& sql);

private:
    [[noreturn]] void fail(const char* what) const;

    std::shared_ptr<sqlite3> m_database; // shared for the deleter
};

} // namespace guitai::simulator
