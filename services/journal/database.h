#pragma once

#include "services/bytes.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guitai
{

/// What can be bound to a statement. Columns are read as the types that the caller names.
using SqlValue = std::variant<std::int64_t, std::string, Bytes>;

struct KeptStatement;

/// The rows of one running query; ends the query when it goes.
class Rows
{
public:
    explicit Rows(KeptStatement& statement, class Database& database);
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next();
    std::int64_t integer(std::size_t column) const;
    const std::string& text(std::size_t column) const;
    Bytes blob(std::size_t column) const;

private:
    KeptStatement& m_statement;
    Database& m_database;
    bool m_started = false;
};

/// One SQLite connection. The only file that knows SOCI: its exceptions repeat bound values, so
/// none leaves here; each becomes a ServiceFailure that names result codes only.
///
/// Statements are prepared once for each text and kept. Settings are those of the hardening
/// list, each read back after opening. Never run two connections that write.
class Database
{
public:
    enum class Access { readWrite, readOnly };

    /// Opens a file that must exist, or ":memory:".
    Database(const std::filesystem::path& file, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Sets and reads back WAL and synchronous=FULL; throws ServiceFailure(internal) for a setting
    /// that did not take.
    void useDurableLog();
    /// For a file that is being made under another name: the log of above, but no syncs. Whoever
    /// makes it syncs the whole file before it gets its name.
    void useLogWithoutSyncs();
    /// The same without a log beside it.
    void useSingleFileWithoutSyncs();

    /// Fixed text without parameters: schema, settings, savepoints.
    void run(const std::string& sql);
    /// A statement that returns no rows; how many rows it changed.
    std::int64_t change(std::string_view sql, const std::vector<SqlValue>& parameters);
    /// `columns`: one letter a column: i integer, t text, b blob.
    Rows select(std::string_view sql,
                std::string_view columns,
                const std::vector<SqlValue>& parameters = {});
    /// The value of a setting.
    std::string pragma(const std::string& name);

    /// Pages in the write-ahead log after the last commit.
    int pagesInLog() const;
    /// Copies the log into the database file; `truncate` also empties the log.
    enum class Checkpoint { passive, truncate };
    void checkpoint(Checkpoint mode);
    /// Copies everything, as of now, into an empty database.
    void copyTo(Database& target);

    /// False once a write, a sync or the content failed: such a connection is closed, never used
    /// again, because a second fsync would report a success that is none.
    bool isUsable() const;
    bool inTransaction() const;

private:
    friend class Rows;
    struct Connection;

    KeptStatement&
    kept(std::string_view sql, std::string_view columns, const std::vector<SqlValue>& parameters);
    void harden();
    void keepLog();
    [[noreturn]] void fail();
    void check(int result);

    std::filesystem::path m_folder; ///< empty in memory
    std::unique_ptr<Connection> m_connection;
};

} // namespace guitai
