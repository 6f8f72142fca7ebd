#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "services/journal/schema.h"
#include "tests/support/example_events.h"
#include "tests/support/failures.h"
#include "tests/support/raw_database.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>

namespace guitai::migration_test
{

using Kind = ServiceFailure::Kind;

namespace
{

/// Schema 1 as it was released. Never to be changed: windows stand that have it.
constexpr auto firstSchema = R"sql(
CREATE TABLE journal (sequence INTEGER PRIMARY KEY, window TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, actor TEXT NOT NULL, payload TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE INDEX journal_by_subject ON journal (subject);
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE TABLE attachment (sha256 TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX attachment_by_sha256 ON attachment (sha256);
CREATE TABLE draft (id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, parked INTEGER NOT NULL, saved_at INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE draft_field (draft TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, mac TEXT NOT NULL, PRIMARY KEY (draft, path)) STRICT, WITHOUT ROWID;
CREATE TABLE subject_index (subject TEXT NOT NULL PRIMARY KEY, events INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE serial_index (day TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE case_index (sequence INTEGER PRIMARY KEY, acceptance_number TEXT NOT NULL, draft TEXT NOT NULL, citizen_number TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, guardian_number TEXT NOT NULL, category TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, delivery TEXT NOT NULL, clerk TEXT NOT NULL, confirmed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, day TEXT NOT NULL, due_fen INTEGER NOT NULL, collected_fen INTEGER NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX case_by_number ON case_index (acceptance_number);
CREATE UNIQUE INDEX case_by_draft ON case_index (draft);
CREATE INDEX case_by_citizen ON case_index (citizen_number);
CREATE INDEX case_by_name ON case_index (name);
CREATE INDEX case_by_phone ON case_index (phone) WHERE phone <> '';
CREATE INDEX case_by_guardian ON case_index (guardian_number) WHERE guardian_number <> '';
CREATE INDEX case_by_category ON case_index (category);
CREATE INDEX case_by_state ON case_index (state);
CREATE INDEX case_by_day ON case_index (day);
CREATE TABLE user_index (id TEXT NOT NULL PRIMARY KEY, person_id TEXT NOT NULL, display_name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL, disabled INTEGER NOT NULL, failures INTEGER NOT NULL, last_failure INTEGER NOT NULL, failure_boot TEXT NOT NULL, failure_since_boot_ms INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE shift_index (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, clerk TEXT NOT NULL, opened_at INTEGER NOT NULL, open INTEGER NOT NULL, opening_float_fen INTEGER NOT NULL, cash_collected_fen INTEGER NOT NULL, cases INTEGER NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX shift_by_id ON shift_index (id);
CREATE UNIQUE INDEX shift_open_by_clerk ON shift_index (clerk) WHERE open = 1;
CREATE TABLE paper_index (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, acceptance_number TEXT NOT NULL, copy INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX paper_by_id ON paper_index (id);
CREATE UNIQUE INDEX paper_by_copy ON paper_index (acceptance_number, copy) WHERE state <> 'failed';
CREATE INDEX paper_by_case ON paper_index (acceptance_number);
CREATE INDEX paper_unresolved ON paper_index (state) WHERE state IN ('intended', 'unknown');
PRAGMA application_id = 1196704073;
PRAGMA user_version = 1;
)sql";

/// A journal of schema 1 with the rows of a real one, made without this program's migrations.
void makeFixture(const JournalPlace& source, const std::filesystem::path& target)
{
    auto raw = RawDatabase{target};
    raw.run(firstSchema);
    raw.run("ATTACH '" + source.database().string() + "' AS source");
    for (const auto& table : raw.column("SELECT name FROM main.sqlite_schema WHERE type = 'table'"))
        raw.run("INSERT INTO main." + table + " SELECT * FROM source." + table);
}

std::string contentOf(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void addColumn(Database& database)
{
    database.run("ALTER TABLE draft ADD COLUMN more TEXT");
}
void fail(Database& database)
{
    database.run("ALTER TABLE there_is_none ADD COLUMN more TEXT");
}

} // namespace

TEST_CASE("a database of schema 1 opens, whole, in this program")
{
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 3);
    window.journal().commit([](JournalWriting& writing) {
        writing.append({.kind = EventKind::databaseRestored,
                        .subject = "window",
                        .actor = "system",
                        .payload = R"({"day":"2026-11-23","part":2,"v":1})"});
    });
    const auto cases = window.journal().findCases({});
    window.close();
    const auto folder = TemporaryFolder{};
    const auto place = JournalPlace{folder.path()};
    makeFixture(window.place(), place.database());
    std::filesystem::copy_file(window.place().key(), place.key());

    auto open = openJournal(place, window.clock);
    CHECK(open.identity == TestWindow::exampleIdentity());
    CHECK(open.journal->findCases({}) == cases);
    // what schema 1 did not keep is made from the journal
    auto counter = OrderCounter{};
    open.journal->commit([&](JournalWriting& writing) { counter = writing.orderCounter(); });
    CHECK(counter.epoch == '3');
    confirm(*open.journal, {.serial = 9});
    CHECK(open.journal->verify().problems.empty());
    open = {};
    CHECK(RawDatabase{place.database()}.value("PRAGMA user_version") ==
          std::to_string(schemaVersion));
}

TEST_CASE("a database of a later schema is refused untouched")
{
    auto window = TestWindow{};
    window.close();
    const auto file = window.place().database();
    RawDatabase{file}.run("PRAGMA user_version = " + std::to_string(schemaVersion + 1));
    const auto before = contentOf(file);
    CHECK(failureOf([&] { window.open(); }) == Kind::newerSchema);
    CHECK(contentOf(file) == before);
}

TEST_CASE("migrate")
{
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 1);
    window.close();
    auto database = Database{window.place().database(), Database::Access::readWrite};
    auto steps = std::array<Migration, 3>{};
    steps[0] = migrations()[0];
    steps[1] = {.to = schemaVersion + 1, .apply = addColumn};
    const auto columns = [&] {
        auto rows = database.select("SELECT count(*) FROM pragma_table_info('draft')", "i");
        rows.next();
        return rows.integer(0);
    };
    SUBCASE("runs the missing steps only, once")
    {
        CHECK(migrate(database, std::span{steps}.first(2)));
        CHECK(versionOf(database) == schemaVersion + 1);
        CHECK(columns() == 6);
        CHECK_FALSE(migrate(database, std::span{steps}.first(2)));
    }
    SUBCASE("runs them all or none")
    {
        steps[2] = {.to = schemaVersion + 2, .apply = fail};
        CHECK_THROWS_AS(migrate(database, steps), ServiceFailure);
        CHECK(columns() == 5);
    }
}

} // namespace guitai::migration_test
