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
#include <sstream>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

unsigned modeOf(const std::filesystem::path& file)
{
    struct stat status {
    };
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

std::string contentOf(const std::filesystem::path& file)
{
    auto text = std::ostringstream{};
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<std::string> namesIn(const std::filesystem::path& folder)
{
    auto names = std::vector<std::string>{};
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

TEST_CASE("initialiseJournal")
{
    auto clock = SettableClock{};
    auto random = SeededRandom{};
    const auto parent = TemporaryFolder{};
    const auto place = JournalPlace{parent / "窗口 03"};
    const auto identity = TestWindow::exampleIdentity();
    CHECK_FALSE(isInitialised(place));

    SUBCASE("makes folder, key and database for their owner only")
    {
        const auto open = initialiseJournal(place, identity, clock, random);
        CHECK(isInitialised(place));
        CHECK(modeOf(place.folder) == 0700);
        for (const auto& name : namesIn(place.folder))
            CHECK(modeOf(place.folder / name) == 0600);
        CHECK(std::filesystem::file_size(place.key()) == 32);
    }
    SUBCASE("fixes the identity for ever")
    {
        {
            const auto open = initialiseJournal(place, identity, clock, random);
            CHECK(open.identity == identity);
        }
        CHECK(openJournal(place, clock).identity == identity);
    }
    SUBCASE("refuses a folder that holds a journal, and leaves it as it is")
    {
        {
            auto open = initialiseJournal(place, identity, clock, random);
            fillWithExamples(*open.journal, 2);
        }
        const auto before = contentOf(place.database());
        const auto key = contentOf(place.key());
        CHECK(failureOf([&] { initialiseJournal(place, identity, clock, random); }) == Kind::inUse);
        CHECK(contentOf(place.database()) == before);
        CHECK(contentOf(place.key()) == key);
    }
    SUBCASE("goes on where an interrupted attempt stopped, under the key that is there")
    {
        std::filesystem::create_directory(place.folder);
        std::ofstream{place.key()} << std::string(32, 'k');
        std::ofstream{place.folder / "guitai.db.new"} << "half";
        const auto open = initialiseJournal(place, identity, clock, random);
        CHECK(contentOf(place.key()) == std::string(32, 'k'));
        CHECK(open.journal->verify().problems.empty());
    }
    SUBCASE("keeps the key elsewhere when told")
    {
        auto elsewhere = place;
        elsewhere.keyFile = parent / "stick.key";
        initialiseJournal(elsewhere, identity, clock, random);
        CHECK_FALSE(std::filesystem::exists(place.folder / "guitai.key"));
        CHECK_NOTHROW(openJournal(elsewhere, clock));
        CHECK(failureOf([&] { openJournal(place, clock); }) == Kind::keyMissing);
    }
}

TEST_CASE("openJournal")
{
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 2);
    const auto place = window.place();
    const auto open = [&] { window.open(); };

    SUBCASE("refuses a second instance, and works again when the first has ended")
    {
        CHECK(failureOf([&] { openJournal(place, window.clock); }) == Kind::inUse);
        window.close();
        CHECK_NOTHROW(openJournal(place, window.clock));
    }
    SUBCASE("says when there is no journal")
    {
        const auto empty = TemporaryFolder{};
        CHECK(failureOf([&] { openJournal({empty.path()}, window.clock); }) == Kind::notFound);
        CHECK(namesIn(empty.path()).empty());
    }
    SUBCASE("needs the key, the whole key and the right one")
    {
        window.close();
        std::filesystem::rename(place.key(), place.folder / "away");
        CHECK(failureOf(open) == Kind::keyMissing);
        std::ofstream{place.key()} << std::string(31, 'k');
        CHECK(failureOf(open) == Kind::keyMissing);
        std::ofstream{place.key()} << std::string(32, 'k');
        CHECK(failureOf(open) == Kind::damaged);
        std::filesystem::rename(place.folder / "away", place.key());
        CHECK_NOTHROW(open());
    }
    SUBCASE("throws damaged for whatever is no sound database, and changes nothing of it")
    {
        window.close();
        const auto size = std::filesystem::file_size(place.database());
        SUBCASE("text")
        {
            std::ofstream{place.database()} << std::string(9000, 't');
        }
        SUBCASE("cut in the middle")
        {
            std::filesystem::resize_file(place.database(), size / 2);
        }
        SUBCASE("empty")
        {
            std::filesystem::resize_file(place.database(), 0);
        }
        SUBCASE("a zeroed first page")
        {
            auto file = std::fstream{place.database(), std::ios::in | std::ios::out};
            file << std::string(4096, '\0');
        }
        SUBCASE("a database of another program")
        {
            std::filesystem::remove(place.database());
            RawDatabase{place.database()}.run("CREATE TABLE journal (sequence INTEGER)");
        }
        const auto before = contentOf(place.database());
        CHECK(failureOf(open) == Kind::damaged);
        CHECK(contentOf(place.database()) == before);
    }
    SUBCASE("notices a damaged end before anybody works on it")
    {
        window.close();
        RawDatabase{place.database()}.flipBit("head", "hash", 0, 5);
        CHECK(failureOf(open) == Kind::damaged);
    }
}

TEST_CASE("moveAside")
{
    auto window = TestWindow{};
    fillWithExamples(window.journal(), 1);
    window.close();
    const auto place = window.place();
    std::ofstream{place.database()} << "damaged";
    std::ofstream{place.database().string() + "-wal"} << "log";
    const auto aside = moveAside(place.database(), window.clock);
    SUBCASE("keeps every byte under a name with the time")
    {
        CHECK(aside.filename() == "guitai.db.damaged-20261123T010000Z");
        CHECK(contentOf(aside) == "damaged");
        CHECK(contentOf(aside.string() + "-wal") == "log");
        CHECK_FALSE(isInitialised(place));
        CHECK(heldWindow(place));
        std::filesystem::remove(place.key());
        CHECK(heldWindow(place));
        CHECK_FALSE(heldWindow({window.place().folder / "elsewhere"}));
    }
    SUBCASE("never overwrites an earlier one")
    {
        std::ofstream{place.database()} << "again";
        const auto second = moveAside(place.database(), window.clock);
        CHECK(second != aside);
        CHECK(contentOf(aside) == "damaged");
        CHECK(contentOf(second) == "again");
    }
    SUBCASE("leaves room for a new journal under the old key, which no stray log disturbs")
    {
        std::ofstream{place.database().string() + "-wal"} << "stray";
        const auto key = contentOf(place.key());
        auto random = SeededRandom{2};
        const auto open =
            initialiseJournal(place, TestWindow::exampleIdentity(), window.clock, random);
        CHECK(open.journal->verify().problems.empty());
        CHECK(contentOf(place.key()) == key);
    }
}
