#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/support/example_events.h"
#include "tests/support/failures.h"
#include "tests/support/raw_database.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

#include <set>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

/// A closed, checkpointed journal of which copies can be damaged.
class Specimen
{
public:
    Specimen()
    {
        fillWithExamples(m_window.journal(), 4);
        m_window.close();
    }

    JournalPlace original() const { return m_window.place(); }
    const Clock& clock() const { return m_window.clock; }

    /// A fresh copy; replaces the one before.
    JournalPlace copy()
    {
        std::filesystem::remove_all(m_copy.path());
        std::filesystem::create_directory(m_copy.path());
        for (const auto& file : {original().database(), original().key()})
            std::filesystem::copy_file(file, m_copy.path() / file.filename());
        return {m_copy.path()};
    }

    /// Whether opening refuses or verification reports.
    bool isNoticed(const JournalPlace& place)
    {
        try {
            return !openJournal(place, m_window.clock).journal->verify().problems.empty();
        } catch (const ServiceFailure&) {
            return true;
        }
    }

private:
    TestWindow m_window;
    TemporaryFolder m_copy;
};

std::string dumpOf(const std::filesystem::path& database)
{
    try {
        return RawDatabase{database}.dump();
    } catch (const std::runtime_error&) {
        return "unreadable";
    }
}

void change(const JournalPlace& place, const std::string& sql)
{
    auto raw = RawDatabase{place.database()};
    const auto triggers =
        raw.column("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
    for (const auto& name : raw.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        raw.run("DROP TRIGGER " + name);
    raw.run(sql);
    for (const auto& trigger : triggers)
        raw.run(trigger);
}

} // namespace

TEST_CASE("Journal::verify finds nothing in a sound journal")
{
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 5);
    const auto report = window.journal().verify();
    CHECK(report.problems.empty());
    CHECK(report.events == window.journal().lastEvent()->sequence);
    CHECK(report.attachments == 5);
    CHECK(report.drafts == 2);
    CHECK(report.headHash == window.journal().lastEvent()->hash);
    // And again, after it changed and on an untouched copy.
    confirm(window.journal(), {.serial = 50});
    CHECK(window.journal().verify().problems.empty());
    auto specimen = Specimen{};
    CHECK_FALSE(specimen.isNoticed(specimen.copy()));
}

TEST_CASE("a flipped bit in any column of any table is found")
{
    auto specimen = Specimen{};
    auto random = SeededRandom{7};
    auto raw = RawDatabase{specimen.copy().database()};
    auto flips = 0;
    for (const auto& table :
         raw.column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        const auto rows = std::uint64_t{std::stoull(raw.value("SELECT count(*) FROM " + table))};
        REQUIRE(rows > 0);
        for (const auto& column :
             raw.column("SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid")) {
            const auto place = specimen.copy();
            auto damaged = RawDatabase{place.database()};
            const auto bit = random.below(4096);
            auto flipped = false;
            for (auto row = random.below(rows), end = row + rows; row < end && !flipped; ++row)
                try {
                    flipped =
                        damaged.flipBit(table, column, static_cast<std::int64_t>(row % rows), bit);
                } catch (const std::runtime_error&) {
                    // SQLite lets no second row into a table of one.
                    CHECK(column == "id");
                    CHECK((table == "head" || table == "order_counter_index"));
                }
            INFO("table ", table, " column ", column, " bit ", bit);
            if (flipped)
                ++flips;
            CHECK((!flipped || specimen.isNoticed(place)));
        }
    }
    CHECK(flips > 60);
}

TEST_CASE("a flipped bit anywhere in the database file is found, or changes no content")
{
    auto specimen = Specimen{};
    auto random = SeededRandom{11};
    const auto size = std::filesystem::file_size(specimen.original().database());
    const auto before = dumpOf(specimen.copy().database());
    auto found = 0;
    auto withoutMeaning = 0;
    for (auto i = 0; i < 300; ++i) {
        const auto place = specimen.copy();
        const auto offset = random.below(size);
        const auto bit = static_cast<unsigned>(random.below(8));
        flipBitOfFile(place.database(), offset, bit);
        const auto after = dumpOf(place.database());
        if (specimen.isNoticed(place)) {
            ++found;
            continue;
        }
        ++withoutMeaning;
        INFO("offset ", offset, " bit ", bit);
        CHECK(after == before);
    }
    // Most of a small database is unused page space; still a good part of the flips must hit.
    MESSAGE("found ", found, ", in unused space ", withoutMeaning);
    CHECK(found > 40);
}

TEST_CASE("what an insider does to the tables is found")
{
    auto specimen = Specimen{};
    const auto noticed = [&](const std::string& sql) {
        const auto place = specimen.copy();
        change(place, sql);
        return specimen.isNoticed(place);
    };
    CHECK_FALSE(noticed("SELECT 1"));
    SUBCASE("an event removed")
    {
        CHECK(noticed("DELETE FROM journal WHERE sequence = 5"));
        CHECK(noticed("DELETE FROM journal WHERE sequence = 1"));
    }
    SUBCASE("the end cut off, with or without the head put back")
    {
        const auto last = "(SELECT max(sequence) FROM journal)";
        CHECK(noticed(std::string{"DELETE FROM journal WHERE sequence = "} + last));
        CHECK(noticed(std::string{"DELETE FROM journal WHERE sequence = "} + last +
                      "; UPDATE head SET sequence = " + last +
                      ", hash = (SELECT hash FROM journal "
                      "WHERE sequence = " +
                      last + ")"));
    }
    SUBCASE("two events exchanged")
    {
        CHECK(noticed("UPDATE journal SET sequence = -1 WHERE sequence = 4;"
                      "UPDATE journal SET sequence = 4 WHERE sequence = 5;"
                      "UPDATE journal SET sequence = 5 WHERE sequence = -1"));
    }
    SUBCASE("two people's photos exchanged, or one removed")
    {
        CHECK(noticed("UPDATE attachment SET bytes = (SELECT bytes FROM attachment a "
                      "WHERE a.rowid = 3 - attachment.rowid) WHERE rowid IN (1, 2)"));
        CHECK(noticed("DELETE FROM attachment WHERE rowid = 2"));
    }
    SUBCASE("rows of the index changed, removed or added")
    {
        CHECK(noticed("UPDATE case_index SET collected_fen = 0"));
        CHECK(noticed(
            "DELETE FROM case_index WHERE sequence = (SELECT max(sequence) FROM case_index)"));
        CHECK(noticed("DELETE FROM paper_index"));
        CHECK(noticed("UPDATE user_index SET role = 'administrator' WHERE id = 'wang'"));
        CHECK(noticed("INSERT INTO subject_index VALUES ('case/x', 1, 1)"));
        CHECK(noticed("UPDATE serial_index SET last = 0"));
    }
    SUBCASE("fields of drafts changed, removed or moved to another draft")
    {
        CHECK(noticed("UPDATE draft_field SET value = '\"x\"' WHERE path = '/applicant/name'"));
        CHECK(noticed("DELETE FROM draft_field WHERE path = '/applicant/phone'"));
        CHECK(noticed("DELETE FROM draft"));
        CHECK(noticed("UPDATE draft SET parked = 3 WHERE parked = 1"));
    }
    SUBCASE("triggers, tables and versions changed")
    {
        CHECK(noticed("CREATE TABLE more (x)"));
        CHECK(noticed("DROP INDEX case_by_name"));
        CHECK(noticed("PRAGMA user_version = 0"));
        CHECK(noticed("PRAGMA application_id = 1"));
        const auto place = specimen.copy();
        RawDatabase{place.database()}.run("DROP TRIGGER journal_never_changes");
        CHECK(specimen.isNoticed(place));
    }
}

TEST_CASE("a flipped bit is found before the value is used")
{
    auto specimen = Specimen{};
    auto random = SeededRandom{3};
    const auto subject = ExampleCase{.serial = 1}.subject();
    // The event's row is old enough not to be among those that opening checks.
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 40);
    const auto event = window.journal().eventsOf(subject).front();
    const auto attachment = sha256(*window.journal().attachment([&] {
        auto text = event.payload;
        return text.substr(text.find("\"sha256\":\"") + 10, 64);
    }()));
    window.close();
    const auto inOld = [&](const std::string& table, const std::string& column, std::int64_t row) {
        RawDatabase{window.place().database()}.flipBit(table, column, row, random.below(512));
    };
    SUBCASE("in an event")
    {
        inOld("journal", "payload", event.sequence - 1);
        window.open();
        CHECK(failureOf([&] { (void)window.journal().eventsOf(subject); }) == Kind::damaged);
        CHECK(failureOf([&] { (void)window.journal().eventsFrom(1, 10); }) == Kind::damaged);
    }
    SUBCASE("in the index that leads to it")
    {
        inOld("subject_index", "events", 0);
        window.open();
        const auto first = RawDatabase{window.place().database()}.value(
            "SELECT subject FROM subject_index LIMIT 1");
        CHECK(failureOf([&] { (void)window.journal().eventsOf(first); }) == Kind::damaged);
    }
    SUBCASE("in a photo")
    {
        inOld("attachment", "bytes", 0);
        window.open();
        const auto first = RawDatabase{window.place().database()}.value(
            "SELECT sha256 FROM attachment ORDER BY rowid LIMIT 1");
        CHECK(failureOf([&] { (void)window.journal().attachment(first); }) == Kind::damaged);
    }
    SUBCASE("in a draft")
    {
        inOld("draft_field", "value", 0);
        window.open();
        CHECK(failureOf([&] { (void)window.journal().drafts(); }) == Kind::damaged);
    }
    SUBCASE("in a list")
    {
        inOld("case_index", "name", 0);
        window.open();
        CHECK(failureOf([&] { (void)window.journal().findCases({}); }) == Kind::damaged);
    }
    SUBCASE("in a user: no password is tried against a changed hash")
    {
        inOld("user_index", "password_hash", 0);
        window.open();
        CHECK(failureOf([&] { (void)window.journal().user("wang"); }) == Kind::damaged);
    }
}
