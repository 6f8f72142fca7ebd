#include "services/journal/database.h"

#include "services/failure.h"
#include "services/journal/sqlite_failure.h"
#include "services/journal/sqlite_settings.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <unistd.h>

#include <cerrno>
#include <deque>
#include <map>
#include <stdexcept>

namespace guitai
{

namespace
{

// SOCI puts SQLite's declarations into a namespace of its own.
namespace native = sqlite_api;

/// SOCI splits its connect string at blanks and takes a quoted value whole.
std::string connectString(const std::filesystem::path& file, Database::Access access)
{
    const auto name = file.string();
    if (name.find('"') != std::string::npos || name.find('\0') != std::string::npos)
        throw ServiceFailure(ServiceFailure::Kind::notFound, "a path with a double quote");
    const auto reading = access == Database::Access::readOnly ? " readonly=true" : "";
    return "db=\"" + name + "\"" + reading;
}

int rememberPages(void* pages, native::sqlite3*, const char*, int inLog)
{
    *static_cast<int*>(pages) = inLog;
    return SQLITE_OK;
}

} // namespace

/// A prepared statement with the variables that SOCI binds for its whole life.
struct KeptStatement {
    struct Variable {
        char type;
        long long integer = 0;
        std::string text = {};
        std::unique_ptr<soci::blob> blob = {};
    };

    KeptStatement(soci::session& session,
                  std::string_view sql,
                  std::string_view parameterTypes,
                  std::string_view columnTypes);
    void bind(const std::vector<SqlValue>& values);
    void reset();

    std::string types;
    std::deque<Variable> parameters, columns;
    bool running = false;
    soci::statement statement; // last: it refers to the variables
};

namespace
{

/// One letter a value: i integer, t text, b blob.
std::string lettersOf(const std::vector<SqlValue>& values)
{
    auto letters = std::string{};
    for (const auto& value : values)
        letters += "itb"[value.index()];
    return letters;
}

KeptStatement::Variable&
addVariable(std::deque<KeptStatement::Variable>& variables, char type, soci::session& session)
{
    auto& variable = variables.emplace_back(KeptStatement::Variable{.type = type});
    if (type == 'b')
        variable.blob = std::make_unique<soci::blob>(session);
    return variable;
}

/// Calls `exchange` with the variable's value. soci::use and soci::into refer to temporaries of
/// their own, so each is handed to SOCI within the one expression.
template <class Exchange>
void withValue(KeptStatement::Variable& variable, Exchange exchange)
{
    switch (variable.type) {
    case 'i':
        return exchange(variable.integer);
    case 't':
        return exchange(variable.text);
    case 'b':
        return exchange(*variable.blob);
    default:
        throw std::logic_error("a column is i, t or b");
    }
}

} // namespace

KeptStatement::KeptStatement(soci::session& session,
                             std::string_view sql,
                             std::string_view parameterTypes,
                             std::string_view columnTypes)
    : types(parameterTypes), statement(session)
{
    statement.alloc();
    for (const auto type : parameterTypes)
        withValue(addVariable(parameters, type, session),
                  [this](auto& value) { statement.exchange(soci::use(value)); });
    for (const auto type : columnTypes)
        withValue(addVariable(columns, type, session),
                  [this](auto& value) { statement.exchange(soci::into(value)); });
    statement.prepare(std::string{sql});
    statement.define_and_bind();
}

void KeptStatement::bind(const std::vector<SqlValue>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto& variable = parameters[i];
        if (const auto* integer = std::get_if<std::int64_t>(&values[i]))
            variable.integer = *integer;
        else if (const auto* text = std::get_if<std::string>(&values[i]))
            variable.text = *text;
        else {
            const auto& bytes = std::get<Bytes>(values[i]);
            variable.blob->trim(0);
            variable.blob->append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }
    }
}

void KeptStatement::reset()
{
    auto& backend = static_cast<soci::sqlite3_statement_backend&>(*statement.get_backend());
    native::sqlite3_reset(backend.stmt_);
    running = false;
}

struct Database::Connection {
    Connection(const std::filesystem::path& file, Access access)
        : session(soci::sqlite3, connectString(file, access))
    {
    }

    native::sqlite3* handle()
    {
        return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
    }

    soci::session session;
    std::map<std::string, std::unique_ptr<KeptStatement>, std::less<>> statements;
    int pagesInLog = 0;
    bool usable = true;
};

Database::Database(const std::filesystem::path& file, Access access)
{
    const auto inMemory = file == ":memory:";
    if (!inMemory)
        m_folder = std::filesystem::absolute(file).parent_path();
    if (!inMemory && ::access(file.c_str(), access == Access::readWrite ? R_OK | W_OK : R_OK) != 0)
        throw fileFailure(errno, "database");
    try {
        m_connection = std::make_unique<Connection>(file, access);
    } catch (const soci::soci_error&) {
        throw sqliteFailure(SQLITE_CANTOPEN, errno, m_folder);
    }
    // SQLite falls back to reading when it may not write, and says so only when asked.
    if (!inMemory && access == Access::readWrite &&
        native::sqlite3_db_readonly(m_connection->handle(), "main") == 1)
        throw ServiceFailure(ServiceFailure::Kind::readOnly, "database");
    harden();
    if (access == Access::readOnly)
        setAndReadBack(*this, "query_only", "ON", "1");
}

Database::~Database()
{
    if (!m_connection)
        return;
    // A failed fsync must not be tried again on this handle, as a checkpoint on close would.
    if (!m_connection->usable)
        native::sqlite3_db_config(
            m_connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_connection->statements.clear();
}

void Database::harden()
{
    auto* handle = m_connection->handle();
    native::sqlite3_extended_result_codes(handle, 1);
    const auto option = [&](int name, int value) {
        auto now = -1;
        if (native::sqlite3_db_config(handle, name, value, &now) != SQLITE_OK || now != value)
            throw ServiceFailure(ServiceFailure::Kind::internal,
                                 "SQLite option " + std::to_string(name));
    };
    option(SQLITE_DBCONFIG_DEFENSIVE, 1);
    option(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    option(SQLITE_DBCONFIG_DQS_DML, 0);
    option(SQLITE_DBCONFIG_DQS_DDL, 0);
    option(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    applyCommonSettings(*this);
}

void Database::useDurableLog()
{
    keepLog();
    setAndReadBack(*this, "synchronous", "FULL", "2");
}

void Database::useLogWithoutSyncs()
{
    // First: while it changes modes, SQLite syncs a file again after a sync of it failed.
    setAndReadBack(*this, "synchronous", "OFF", "0");
    keepLog();
}

void Database::keepLog()
{
    setAndReadBack(*this, "journal_mode", "WAL", "wal");
    // Checkpoints are ours: SQLite's own keep silent about a failed fsync. The hook replaces them.
    native::sqlite3_wal_hook(m_connection->handle(), rememberPages, &m_connection->pagesInLog);
}

void Database::useSingleFileWithoutSyncs()
{
    setAndReadBack(*this, "synchronous", "OFF", "0");
    setAndReadBack(*this, "journal_mode", "DELETE", "delete");
}

void Database::run(const std::string& sql)
{
    check(native::sqlite3_exec(m_connection->handle(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::string Database::pragma(const std::string& name)
{
    auto value = std::string{};
    const auto take = [](void* text, int count, char** values, char**) {
        if (count > 0 && values[0] != nullptr)
            *static_cast<std::string*>(text) = values[0];
        return 0;
    };
    const auto sql = "PRAGMA " + name;
    check(native::sqlite3_exec(m_connection->handle(), sql.c_str(), take, &value, nullptr));
    return value;
}

std::int64_t Database::change(std::string_view sql, const std::vector<SqlValue>& parameters)
{
    auto rows = Rows{kept(sql, "", parameters), *this};
    rows.next();
    return native::sqlite3_changes64(m_connection->handle());
}

Rows Database::select(std::string_view sql,
                      std::string_view columns,
                      const std::vector<SqlValue>& parameters)
{
    return Rows{kept(sql, columns, parameters), *this};
}

KeptStatement& Database::kept(std::string_view sql,
                              std::string_view columns,
                              const std::vector<SqlValue>& parameters)
{
    const auto types = lettersOf(parameters);
    auto found = m_connection->statements.find(sql);
    if (found == m_connection->statements.end()) {
        try {
            auto made = std::make_unique<KeptStatement>(m_connection->session, sql, types, columns);
            found = m_connection->statements.emplace(sql, std::move(made)).first;
        } catch (const soci::soci_error&) {
            fail();
        }
    }
    auto& statement = *found->second;
    if (statement.running || statement.types != types)
        throw std::logic_error("a kept statement used twice at a time or with other types");
    statement.bind(parameters);
    return statement;
}

void Database::check(int result)
{
    if (result != SQLITE_OK)
        fail();
}

void Database::fail()
{
    auto* handle = m_connection->handle();
    const auto code = native::sqlite3_extended_errcode(handle);
    // SOCI threw although SQLite was content: a NULL stands where the schema allows none.
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "no value where one must be");
    if (!leavesConnectionUsable(code))
        m_connection->usable = false;
    throw sqliteFailure(code, native::sqlite3_system_errno(handle), m_folder);
}

int Database::pagesInLog() const
{
    return m_connection->pagesInLog;
}

void Database::checkpoint(Checkpoint mode)
{
    const auto how =
        mode == Checkpoint::truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    check(native::sqlite3_wal_checkpoint_v2(m_connection->handle(), "main", how, nullptr, nullptr));
    m_connection->pagesInLog = 0;
}

void Database::copyTo(Database& target)
{
    auto* to = target.m_connection->handle();
    auto* backup = native::sqlite3_backup_init(to, "main", m_connection->handle(), "main");
    if (backup == nullptr)
        target.fail();
    const auto result = native::sqlite3_backup_step(backup, -1);
    native::sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE)
        throw sqliteFailure(result, native::sqlite3_system_errno(to), target.m_folder);
}

bool Database::isUsable() const
{
    return m_connection->usable;
}

bool Database::inTransaction() const
{
    return native::sqlite3_get_autocommit(m_connection->handle()) == 0;
}

Rows::Rows(KeptStatement& statement, Database& database)
    : m_statement(statement), m_database(database)
{
    m_statement.running = true;
}

Rows::~Rows()
{
    m_statement.reset();
}

bool Rows::next()
{
    try {
        const auto first = !m_started;
        m_started = true;
        return first ? m_statement.statement.execute(true) : m_statement.statement.fetch();
    } catch (const soci::soci_error&) {
        m_database.fail();
    }
}

std::int64_t Rows::integer(std::size_t column) const
{
    return m_statement.columns.at(column).integer;
}

const std::string& Rows::text(std::size_t column) const
{
    return m_statement.columns.at(column).text;
}

Bytes Rows::blob(std::size_t column) const
{
    auto& blob = *m_statement.columns.at(column).blob;
    auto bytes = Bytes(blob.get_len());
    if (!bytes.empty())
        blob.read(0, reinterpret_cast<char*>(bytes.data()), bytes.size());
    return bytes;
}

} // namespace guitai
