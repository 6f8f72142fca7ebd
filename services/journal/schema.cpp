#include "services/journal/schema.h"
#include "services/journal/transaction.h"

#include "services/failure.h"
#include "services/journal/index_tables.h"

#include <array>

namespace guitai
{

namespace
{

// Two-part names and quotes are avoided on purpose: SQLite keeps the text of each statement, and a
// single flipped bit in it is found by comparing texts.

/// What must never be lost. STRICT lets integrity_check find a value of another type.
constexpr auto contentTables = std::array{
    "CREATE TABLE journal ("
    "sequence INTEGER PRIMARY KEY, window TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, "
    "subject TEXT NOT NULL, actor TEXT NOT NULL, payload TEXT NOT NULL, "
    "previous_hash TEXT NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL) STRICT",
    "CREATE INDEX journal_by_subject ON journal (subject)",
    "CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TABLE head ("
    "id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL, "
    "mac TEXT NOT NULL) STRICT",
    "CREATE TABLE attachment ("
    "sha256 TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, "
    "mac TEXT NOT NULL) STRICT",
    "CREATE UNIQUE INDEX attachment_by_sha256 ON attachment (sha256)",
    "CREATE TABLE draft ("
    "id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, parked INTEGER NOT NULL, "
    "saved_at INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE draft_field ("
    "draft TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, mac TEXT NOT NULL, "
    "PRIMARY KEY (draft, path)) STRICT, WITHOUT ROWID",
};

struct IndexTable {
    const char* name;
    const char* columns;
    std::vector<std::string> indexes; ///< "[UNIQUE] name ON table (…)"
};

/// For lists and search; made from the journal alone. `sequence` is that of the event which began
/// the row, so that "newest first" is the order of every index.
const std::vector<IndexTable>& tables()
{
    static const auto all = std::vector<IndexTable>{
        {"subject_index",
         "(subject TEXT NOT NULL PRIMARY KEY, events INTEGER NOT NULL, last INTEGER NOT NULL) "
         "STRICT, WITHOUT ROWID",
         {}},
        {"serial_index",
         "(day TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL, mac TEXT NOT NULL) "
         "STRICT, WITHOUT ROWID",
         {}},
        {"case_index",
         "(sequence INTEGER PRIMARY KEY, acceptance_number TEXT NOT NULL, draft TEXT NOT NULL, "
         "citizen_number TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, "
         "guardian_number TEXT NOT NULL, category TEXT NOT NULL, kind TEXT NOT NULL, "
         "state TEXT NOT NULL, delivery TEXT NOT NULL, clerk TEXT NOT NULL, "
         "confirmed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, day TEXT NOT NULL, "
         "due_fen INTEGER NOT NULL, collected_fen INTEGER NOT NULL, mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX case_by_number ON case_index (acceptance_number)",
          "UNIQUE INDEX case_by_draft ON case_index (draft)",
          "INDEX case_by_citizen ON case_index (citizen_number)",
          "INDEX case_by_name ON case_index (name)",
          "INDEX case_by_phone ON case_index (phone) WHERE phone <> ''",
          "INDEX case_by_guardian ON case_index (guardian_number) WHERE guardian_number <> ''",
          "INDEX case_by_category ON case_index (category)",
          "INDEX case_by_state ON case_index (state)",
          "INDEX case_by_day ON case_index (day)"}},
        {"user_index",
         "(id TEXT NOT NULL PRIMARY KEY, person_id TEXT NOT NULL, display_name TEXT NOT NULL, "
         "role TEXT NOT NULL, password_hash TEXT NOT NULL, disabled INTEGER NOT NULL, "
         "failures INTEGER NOT NULL, last_failure INTEGER NOT NULL, failure_boot TEXT NOT NULL, "
         "failure_since_boot_ms INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID",
         {}},
        {"shift_index",
         "(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, clerk TEXT NOT NULL, "
         "opened_at INTEGER NOT NULL, open INTEGER NOT NULL, opening_float_fen INTEGER NOT NULL, "
         "cash_collected_fen INTEGER NOT NULL, cases INTEGER NOT NULL, mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX shift_by_id ON shift_index (id)",
          // one drawer a clerk
          "UNIQUE INDEX shift_open_by_clerk ON shift_index (clerk) WHERE open = 1"}},
        {"paper_index",
         "(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, acceptance_number TEXT NOT NULL, "
         "copy INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, "
         "at INTEGER NOT NULL, mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX paper_by_id ON paper_index (id)",
          // one original a case, one sheet a copy number
          "UNIQUE INDEX paper_by_copy ON paper_index (acceptance_number, copy) "
          "WHERE state <> 'failed'",
          "INDEX paper_by_case ON paper_index (acceptance_number)",
          "INDEX paper_unresolved ON paper_index (state) WHERE state IN ('intended', 'unknown')"}},
        {"attempt_index",
         "(sequence INTEGER PRIMARY KEY, order_number TEXT NOT NULL, charge TEXT NOT NULL, "
         "acceptance_number TEXT NOT NULL, channel TEXT NOT NULL, mode TEXT NOT NULL, "
         "amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), state TEXT NOT NULL, "
         "provider_number TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, "
         "paid_at INTEGER NOT NULL, clerk TEXT NOT NULL, shift TEXT NOT NULL, "
         "refunded_fen INTEGER NOT NULL, frozen INTEGER NOT NULL, mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX attempt_by_order ON attempt_index (order_number)",
          // one attempt a charge whose money may arrive
          "UNIQUE INDEX attempt_open_by_charge ON attempt_index (charge) WHERE state IN "
          "('planned', 'creating', 'shown', 'charging', 'userPaying', 'closing', 'reversing', "
          "'unknown')",
          "UNIQUE INDEX attempt_by_provider ON attempt_index (channel, provider_number) "
          "WHERE provider_number <> ''",
          "INDEX attempt_by_charge ON attempt_index (charge)",
          "INDEX attempt_by_case ON attempt_index (acceptance_number)",
          "INDEX attempt_by_shift ON attempt_index (shift)",
          "INDEX attempt_by_payment ON attempt_index (paid_at) WHERE paid_at <> 0",
          "INDEX attempt_unresolved ON attempt_index (state) WHERE " + unresolvedAttempt}},
        {"refund_index",
         "(sequence INTEGER PRIMARY KEY, refund_number TEXT NOT NULL, order_number TEXT NOT NULL, "
         "charge TEXT NOT NULL, channel TEXT NOT NULL, "
         "amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), state TEXT NOT NULL, "
         "reason TEXT NOT NULL, requested_at INTEGER NOT NULL, done_at INTEGER NOT NULL, "
         "mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX refund_by_number ON refund_index (refund_number)",
          "INDEX refund_by_order ON refund_index (order_number)",
          "INDEX refund_by_charge ON refund_index (charge)",
          "INDEX refund_by_end ON refund_index (done_at) WHERE done_at <> 0",
          "INDEX refund_unresolved ON refund_index (state) WHERE " + unresolvedRefund}},
        {"request_index",
         "(sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, "
         "target TEXT NOT NULL, state TEXT NOT NULL, requester TEXT NOT NULL, "
         "asked_at INTEGER NOT NULL, mac TEXT NOT NULL) STRICT",
         {"UNIQUE INDEX request_by_id ON request_index (id)",
          // one open request about the same thing
          "UNIQUE INDEX request_open_by_target ON request_index (kind, target) "
          "WHERE state IN ('waiting', 'approved')",
          "INDEX request_by_target ON request_index (target)",
          "INDEX request_waiting ON request_index (state) WHERE state = 'waiting'"}},
        {"order_counter_index",
         "(id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, last INTEGER NOT NULL, "
         "machine TEXT NOT NULL, mac TEXT NOT NULL) STRICT",
         {}},
        // a charge is collected by one merged charge at a time
        {"merged_index",
         "(sequence INTEGER PRIMARY KEY, charge TEXT NOT NULL, merged TEXT NOT NULL, "
         "locked INTEGER NOT NULL) STRICT",
         {"UNIQUE INDEX merged_open_by_charge ON merged_index (charge) WHERE locked = 1"}},
    };
    return all;
}

void createFirstSchema(Database& database)
{
    database.run("PRAGMA application_id = " + std::to_string(applicationId));
    for (const auto* statement : contentTables)
        database.run(statement);
}

/// Index tables hold nothing of their own.
void noContentChanged(Database&) {}

constexpr auto steps = std::array{
    Migration{.to = 1, .apply = createFirstSchema},
    Migration{.to = 2, .apply = noContentChanged}, // attempts, refunds, order numbers
    Migration{.to = 3, .apply = noContentChanged}, // requests
};
static_assert(steps.back().to == schemaVersion);

/// "CREATE UNIQUE INDEX main.name ON …" from "UNIQUE INDEX name ON …".
std::string createIndex(const std::string& index, const std::string& where)
{
    const auto word = std::string{"INDEX "};
    const auto name = index.find(word) + word.size();
    return "CREATE " + index.substr(0, name) + where + "." + index.substr(name);
}

} // namespace

std::span<const Migration> migrations()
{
    return steps;
}

int versionOf(Database& database)
{
    return std::stoi(database.pragma("user_version"));
}

void requireOurs(Database& database, int newest)
{
    const auto version = versionOf(database);
    if (version < 1 || database.pragma("application_id") != std::to_string(applicationId))
        throw ServiceFailure(ServiceFailure::Kind::damaged, "not a database of this program");
    if (version > newest)
        throw ServiceFailure(ServiceFailure::Kind::newerSchema,
                             "schema " + std::to_string(version));
}

bool migrate(Database& database,
             std::span<const Migration> wanted,
             const std::function<void()>& reproject)
{
    const auto version = versionOf(database);
    if (version == wanted.back().to)
        return false;
    auto transaction = Transaction{database};
    for (const auto& step : wanted)
        if (step.to > version)
            step.apply(database);
    dropIndexTables(database);
    createIndexTables(database, "main");
    if (version > 0 && reproject)
        reproject();
    database.run("PRAGMA user_version = " + std::to_string(wanted.back().to));
    transaction.commit();
    return true;
}

std::vector<std::string> schemaOf(Database& database)
{
    auto schema = std::vector<std::string>{};
    auto rows = database.select("SELECT type, name, tbl_name, coalesce(sql, '') "
                                "FROM sqlite_schema ORDER BY type, name",
                                "tttt");
    while (rows.next())
        schema.push_back(rows.text(0) + ' ' + rows.text(1) + ' ' + rows.text(2) + ' ' +
                         rows.text(3));
    return schema;
}

const std::vector<std::string>& wantedSchema()
{
    static const auto wanted = [] {
        auto database = Database{":memory:", Database::Access::readWrite};
        migrate(database, migrations());
        return schemaOf(database);
    }();
    return wanted;
}

std::vector<std::string> indexTables()
{
    auto names = std::vector<std::string>{};
    for (const auto& table : tables())
        names.emplace_back(table.name);
    return names;
}

void createIndexTables(Database& database, const std::string& where)
{
    for (const auto& table : tables()) {
        database.run("CREATE TABLE " + where + "." + table.name + " " + table.columns);
        for (const auto& index : table.indexes)
            database.run(createIndex(index, where));
    }
}

void dropIndexTables(Database& database)
{
    for (const auto& table : tables())
        database.run(std::string{"DROP TABLE IF EXISTS main."} + table.name);
}

} // namespace guitai
