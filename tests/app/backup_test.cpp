#include "services/clock.h"
#include "services/journal/journal_files.h"
#include "tests/app/console.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace guitai;
using Codes = std::vector<std::string>;

namespace
{

/// Everything in the one file, as a disk would keep it.
void checkpoint(const TestConsole& console)
{
    REQUIRE(run({.command = {"sqlite3",
                             (console.data() / "guitai.db").string(),
                             "PRAGMA wal_checkpoint(TRUNCATE);"}})
                .exitCode == 0);
}

std::vector<std::size_t> placesOf(const std::string& part, const std::string& whole)
{
    auto places = std::vector<std::size_t>{};
    for (auto at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1))
        places.push_back(at);
    return places;
}

/// The kinds of all events but the export itself, oldest first.
std::vector<std::string> kindsIn(const TestConsole& console)
{
    const auto file = console.file("kinds.jsonl");
    REQUIRE(console.ask({"journal", "export", "--out", file.string()}).exitCode == 0);
    auto lines = std::istringstream{contentOf(file)};
    std::filesystem::remove(file);
    auto kinds = std::vector<std::string>{};
    for (auto line = std::string{}; std::getline(lines, line);)
        kinds.push_back(nlohmann::json::parse(line).at("kind"));
    kinds.pop_back();
    return kinds;
}

} // namespace

TEST_CASE("guitai-admin case show is journaled")
{
    const auto console = TestConsole::withStaff();
    const auto submitted = console.submit(example("under16-damage.json"));
    REQUIRE(submitted.exitCode == 0);
    const auto number = submitted.json.at("case").at("acceptanceNumber").get<std::string>();
    CHECK(console.ask({"case", "show", number}).exitCode == 0);
    CHECK(kindsIn(console).back() == "personalDataViewed");
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
}

TEST_CASE("guitai-admin journal verify finds a single flipped bit")
{
    const auto console = TestConsole::withStaff();
    REQUIRE(console.submit(example("under16-damage.json")).exitCode == 0);
    CHECK(console.ask({"journal", "verify"}).json.at("sound") == true);
    checkpoint(console);
    const auto database = console.data() / "guitai.db";
    const auto sound = contentOf(database);

    auto places = placesOf("周明轩", sound); // in the journal and in the index
    CHECK(places.size() >= 2);
    // The photo was made anew: its header is known, 350 dots an inch.
    const auto header = std::string{"JFIF\0\1\1\1\1\x5E\1\x5E", 12};
    const auto inPhoto = placesOf(header, sound);
    REQUIRE(inPhoto.size() == 1);
    places.push_back(inPhoto.front());
    for (const auto place : places) {
        CAPTURE(place);
        auto damaged = sound;
        damaged[place] = static_cast<char>(damaged[place] ^ 1);
        write(database, damaged);
        const auto answer = console.ask({"journal", "verify"});
        CHECK(answer.exitCode == 3);
        CHECK(answer.json.at("failure").at("kind") == "damaged");
    }
    write(database, sound);
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
}

TEST_CASE("guitai-admin journal rebuild")
{
    const auto console = TestConsole::withStaff();
    REQUIRE(console.submit(example("under16-damage.json")).exitCode == 0);
    const auto before = console.ask({"case", "list"}).json;
    CHECK(console.ask({"journal", "rebuild"}).exitCode == 0);
    CHECK(console.ask({"case", "list"}).json == before);
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
    CHECK(kindsIn(console).back() == "indexRebuilt");
}

TEST_CASE("guitai-admin journal export")
{
    const auto console = TestConsole::withStaff();
    const auto file = console.file("journal.jsonl");
    const auto answer = console.ask({"journal", "export", "--out", file.string()});
    CHECK(answer.exitCode == 0);
    const auto content = contentOf(file);
    CHECK(std::count(content.begin(), content.end(), '\n') == answer.json.at("events"));
    CHECK(content.find("journalExported") != std::string::npos);
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(codesOf(console.ask({"journal", "export", "--out", file.string()})) ==
          Codes{"wouldOverwrite"});
}

TEST_CASE("guitai-admin backup and restore")
{
    const auto console = TestConsole::withStaff();
    REQUIRE(console.submit(example("under16-first-issue.json")).exitCode == 0);
    const auto backup = console.file("monday.backup");
    REQUIRE(console.ask({"backup", backup.string()}).exitCode == 0);
    CHECK(kindsIn(console).back() == "backupMade");
    const auto key = (console.data() / "guitai.key").string();

    SUBCASE("brings everything to another folder")
    {
        const auto other = TestConsole{};
        CHECK(other.ask({"restore", backup.string(), "--key", key}).exitCode == 0);
        CHECK(other.ask({"case", "list", "--key", key}).json.at("total") == 1);
        CHECK(other.ask({"journal", "verify", "--key", key}).exitCode == 0);
    }
    SUBCASE("needs the key")
    {
        const auto other = TestConsole{};
        const auto answer = other.ask({"restore", backup.string()});
        CHECK(answer.exitCode == 3);
        CHECK(answer.json.at("failure").at("kind") == "keyMissing");
    }
    SUBCASE("overwrites nothing")
    {
        CHECK(codesOf(console.ask({"backup", backup.string()})) == Codes{"wouldOverwrite"});
        CHECK(codesOf(console.ask({"restore", backup.string()})) == Codes{"dataStands"});
        CHECK(console.ask({"case", "list"}).json.at("total") == 1);
    }
    SUBCASE("refuses a backup in which a bit was flipped")
    {
        auto content = contentOf(backup);
        const auto places = placesOf("王小满", content);
        REQUIRE_FALSE(places.empty());
        content[places.front()] = static_cast<char>(content[places.front()] ^ 1);
        write(backup, content);
        const auto other = TestConsole{};
        CHECK(codesOf(other.ask({"restore", backup.string(), "--key", key})) ==
              Codes{"notABackup"});
        CHECK(other.ask({"case", "list"}).exitCode == 1);
    }
    SUBCASE("leaves the database where it is when the file is no backup")
    {
        const auto before = contentOf(console.data() / "guitai.db");
        write(backup, "no backup");
        CHECK(codesOf(console.ask({"restore", backup.string(), "--set-aside"})) ==
              Codes{"notABackup"});
        CHECK(contentOf(console.data() / "guitai.db") == before);
    }
    SUBCASE("backs up while a window works on the folder")
    {
        const auto clock = std::make_unique<SystemClock>();
        const auto window = openJournal({console.data()}, *clock);
        CHECK(console.ask({"case", "list"}).exitCode == 3); // the folder is in use
        const auto second = console.file("tuesday.backup");
        const auto answer = console.ask({"backup", second.string()});
        CHECK(answer.exitCode == 0);
        CHECK(answer.json.at("recorded") == false);
        CHECK(std::filesystem::exists(second));
    }
    SUBCASE("moves a damaged database aside and puts the backup in its place")
    {
        const auto database = console.data() / "guitai.db";
        write(database, "This is no database. " + std::string(8192, 'x'));
        const auto damaged = console.ask({"case", "list"});
        CHECK(damaged.exitCode == 3);
        CHECK(damaged.json.at("failure").at("kind") == "damaged");
        CHECK(contentOf(database).starts_with("This is no database."));

        const auto restored = console.ask({"restore", backup.string(), "--set-aside"});
        REQUIRE(restored.exitCode == 0);
        CHECK(contentOf(restored.json.at("setAside").get<std::string>())
                  .starts_with("This is no database."));
        CHECK(console.ask({"case", "list"}).json.at("total") == 1);
    }
}
