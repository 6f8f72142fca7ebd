#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

struct sqlite3;

namespace guitai::bench
{

/// A row as SQLite gives it: one text a column, prefixed by its type.
using BareRow = std::vector<std::string>;

/// What one commit changed, by table.
struct BareChange {
    std::map<std::string, std::vector<BareRow>> written;
    std::map<std::string, std::vector<BareRow>> removed;
};

/// Watches a database from outside and tells which rows each commit of its owner changed.
class RowWatch
{
public:
    explicit RowWatch(const std::filesystem::path& database);
    ~RowWatch();
    RowWatch(const RowWatch&) = delete;
    RowWatch& operator=(const RowWatch&) = delete;

    BareChange sinceLastTime();
    /// All rows, as they were last time.
    BareChange everything() const;
    const std::vector<std::string>& schema() const { return m_schema; }
    const std::map<std::string, std::string>& settings() const { return m_settings; }

private:
    sqlite3* m_connection = nullptr;
    std::vector<std::string> m_tables;
    std::vector<std::string> m_schema;
    std::map<std::string, std::string> m_settings;
    std::map<std::string, std::set<BareRow>> m_rows;
};

/// The floor: the same rows with the same settings through bare sqlite3, statements kept. It begins
/// with the rows of its model, so that what a commit removes is there to be removed.
class BareCopy
{
public:
    BareCopy(const std::filesystem::path& database, const RowWatch& model);
    ~BareCopy();
    BareCopy(const BareCopy&) = delete;
    BareCopy& operator=(const BareCopy&) = delete;

    /// One transaction.
    void commit(const BareChange& change);

private:
    struct Statement;
    Statement& kept(const std::string& sql);

    sqlite3* m_connection = nullptr;
    std::map<std::string, Statement> m_statements;
    std::map<std::string, std::vector<std::string>> m_columns;
};

} // namespace guitai::bench
