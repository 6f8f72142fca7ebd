#include "services/failure.h"
#include "services/journal/aside.h"
#include "services/journal/journal_files.h"
#include "tests/support/example_events.h"
#include "tests/support/failures.h"
#include "tests/support/raw_database.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <fstream>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

/// A window, a backup of it, and work that was done after the backup.
struct Backed {
    Backed()
    {
        fillWithExamples(window.journal(), 3);
        backUp(window.place(), file);
        before = window.journal().findCases({});
        confirm(window.journal(), {.serial = 24});
    }

    void loseTheDatabase()
    {
        window.close();
        moveAside(window.place().database(), window.clock);
    }
    int lastSerial()
    {
        auto serial = 0;
        window.journal().commit(
            [&](JournalWriting& writing) { serial = writing.lastSerial(ExampleCase{}.day); });
        return serial;
    }

    TestWindow window;
    TemporaryFolder shelf;
    std::filesystem::path file = shelf / "backup.db";
    std::vector<CaseRow> before;
};

std::size_t filesIn(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

} // namespace

TEST_CASE("backUp")
{
    auto backed = Backed{};
    SUBCASE("makes one private file and leaves nothing beside it")
    {
        CHECK(filesIn(backed.shelf.path()) == 1);
        struct stat status {
        };
        REQUIRE(::stat(backed.file.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600);
        CHECK(RawDatabase{backed.file}.value("PRAGMA journal_mode") == "delete");
    }
    SUBCASE("refuses a file that exists, and leaves it as it is")
    {
        const auto size = std::filesystem::file_size(backed.file);
        CHECK(failureOf([&] { backUp(backed.window.place(), backed.file); }) == Kind::inUse);
        CHECK(std::filesystem::file_size(backed.file) == size);
    }
    SUBCASE("says when the target cannot be written")
    {
        CHECK(failureOf([&] {
                  backUp(backed.window.place(), backed.shelf / "no such folder" / "x.db");
              }) == Kind::notFound);
    }
    SUBCASE("does not copy damage: nothing gets the name")
    {
        backed.window.close();
        // Old enough not to be noticed when the journal is opened.
        RawDatabase{backed.window.place().database()}.flipBit("attachment", "bytes", 0, 77);
        backed.window.open();
        const auto second = backed.shelf / "second.db";
        CHECK(failureOf([&] { backUp(backed.window.place(), second); }) == Kind::damaged);
        CHECK(filesIn(backed.shelf.path()) == 1);
    }
    SUBCASE("holds what was confirmed while it stood open elsewhere")
    {
        // The window keeps its journal open, with a log that no checkpoint has emptied.
        const auto later = backed.shelf / "later.db";
        backUp(backed.window.place(), later);
        CHECK(RawDatabase{later}.value("SELECT COUNT(*) FROM journal") ==
              std::to_string(backed.window.journal().lastEvent()->sequence));
    }
    SUBCASE("lets the window work on")
    {
        confirm(backed.window.journal(), {.serial = 25});
        CHECK(backed.window.journal().verify().problems.empty());
    }
}

TEST_CASE("restore")
{
    auto backed = Backed{};
    auto& window = backed.window;
    SUBCASE("brings back what the backup held, and journals it")
    {
        backed.loseTheDatabase();
        restore(window.place(), backed.file, window.clock);
        window.open();
        CHECK(window.journal().findCases({}) == backed.before);
        CHECK(window.journal().drafts().size() == 2);
        CHECK(window.journal().lastEvent()->kind == EventKind::databaseRestored);
        CHECK(window.journal().verify().problems.empty());
    }
    SUBCASE("continues the serials of the day in a fresh part of the block")
    {
        backed.loseTheDatabase();
        restore(window.place(), backed.file, window.clock);
        window.open();
        // Window 03 owns 2001 to 3000 of the day; the example's serials do not matter here.
        CHECK(backed.lastSerial() == 2250);
        SUBCASE("and after a second restore of the same backup in the next")
        {
            backed.loseTheDatabase();
            restore(window.place(), backed.file, window.clock);
            window.open();
            CHECK(backed.lastSerial() == 2500);
        }
    }
    SUBCASE("moves a database that stands there aside, when told to")
    {
        window.close();
        const auto aside = restore(window.place(), backed.file, window.clock, Standing::movedAside);
        REQUIRE(aside);
        CHECK(RawDatabase{*aside}.value("SELECT COUNT(*) FROM journal") != "0");
        window.open();
        CHECK(window.journal().findCases({}) == backed.before);
        CHECK(backed.lastSerial() == 2250); // the work after the backup keeps its numbers
    }
    SUBCASE("leaves a database alone when the file is no backup or the clock is behind")
    {
        window.close();
        const auto attempt = [&] {
            restore(window.place(), backed.file, window.clock, Standing::movedAside);
        };
        SUBCASE("no backup")
        {
            std::ofstream{backed.file} << std::string(5000, 't');
            CHECK(failureOf(attempt) == Kind::damaged);
        }
        SUBCASE("clock")
        {
            window.clock.jumpWall(std::chrono::hours{-24});
            CHECK(failureOf(attempt) == Kind::clock);
            window.clock.jumpWall(std::chrono::hours{24});
        }
        window.open();
        CHECK(window.journal().countCases({}) == 4);
    }
    SUBCASE("refuses to overwrite a journal")
    {
        window.close();
        CHECK(failureOf([&] { restore(window.place(), backed.file, window.clock); }) ==
              Kind::inUse);
        window.open();
        CHECK(window.journal().countCases({}) == 4);
    }
    SUBCASE("needs the key that the backup was made under")
    {
        const auto other = TemporaryFolder{};
        CHECK(failureOf([&] { restore({other.path()}, backed.file, window.clock); }) ==
              Kind::keyMissing);
        std::ofstream{other / "guitai.key"} << std::string(32, 'k');
        CHECK(failureOf([&] { restore({other.path()}, backed.file, window.clock); }) ==
              Kind::damaged);
        CHECK_FALSE(isInitialised({other.path()}));
    }
    SUBCASE("refuses what is no backup, or a damaged one, and leaves nothing")
    {
        backed.loseTheDatabase();
        SUBCASE("text")
        {
            std::ofstream{backed.file} << std::string(5000, 't');
        }
        SUBCASE("cut")
        {
            std::filesystem::resize_file(backed.file, 8192);
        }
        SUBCASE("a changed photo")
        {
            RawDatabase{backed.file}.flipBit("attachment", "bytes", 1, 9);
        }
        const auto files = filesIn(window.place().folder);
        CHECK(failureOf([&] { restore(window.place(), backed.file, window.clock); }) ==
              Kind::damaged);
        CHECK(filesIn(window.place().folder) == files);
    }
    SUBCASE("says when there is no such file")
    {
        backed.loseTheDatabase();
        CHECK(failureOf([&] { restore(window.place(), backed.shelf / "none", window.clock); }) ==
              Kind::notFound);
    }
    SUBCASE("is refused under a clock before the backup's last event")
    {
        backed.loseTheDatabase();
        window.clock.jumpWall(std::chrono::hours{-24});
        CHECK(failureOf([&] { restore(window.place(), backed.file, window.clock); }) ==
              Kind::clock);
        CHECK_FALSE(isInitialised(window.place()));
    }
    SUBCASE("leaves the backup as it is")
    {
        const auto before = RawDatabase{backed.file}.dump();
        backed.loseTheDatabase();
        restore(window.place(), backed.file, window.clock);
        CHECK(RawDatabase{backed.file}.dump() == before);
        CHECK(filesIn(backed.shelf.path()) == 1);
    }
}
