#include "tests/app/console.h"
#include "tests/simulators/reader/reader_emulator.h"

#include <doctest/doctest.h>

using namespace guitai;

TEST_CASE("guitai-admin reader test")
{
    const auto console = TestConsole::withStaff();
    const auto folder = TemporaryFolder{"reader"};
    auto emulator = simulator::ReaderEmulator{folder.path()};
    const auto settings = [&](const std::string& reader) {
        write(console.data() / "settings.json", "{\"reader\": \"" + reader + "\"}");
    };

    SUBCASE("reads the card that lies there, and shows it masked")
    {
        settings(emulator.device().string());
        emulator.putDown({});
        const auto read = console.ask({"reader", "test"});
        CHECK(read.exitCode == 0);
        CHECK(read.json.at("state") == "read");
        CHECK(read.json.at("card").at("readTwice") == true);
        CHECK(read.json.dump().find("19880412") == std::string::npos);
        CHECK(read.json.dump().find("晓") == std::string::npos);
    }
    SUBCASE("says that nothing lies there, that there is no reader")
    {
        const auto at = emulator.device().string();
        CHECK(console.ask({"reader", "test", "--at", at, "--wait", "0"}).json.at("state") ==
              "waiting");
        emulator.unplug();
        const auto gone = console.ask({"reader", "test", "--at", at, "--wait", "0"});
        CHECK(gone.exitCode == 1);
        CHECK(gone.json.at("state") == "unplugged");
    }
    SUBCASE("refuses what is no reader's address")
    {
        CHECK(codesOf(console.ask({"reader", "test"})) == std::vector<std::string>{"missing"});
        CHECK(codesOf(console.ask({"reader", "test", "--at", "ttyUSB0"})) ==
              std::vector<std::string>{"malformed"});
        settings("tcp://reader:4001");
        CHECK(console.tell({"reader", "test"}).err.find("settings.json") != std::string::npos);
    }
}
