#include "services/clock.h"
#include "services/station_time.h"
#include "tests/app/console.h"

#include <doctest/doctest.h>

using namespace guitai;
using Codes = std::vector<std::string>;

namespace
{

/// The example, as if it had been written so many days ago.
std::filesystem::path handoverOf(const TestConsole& console, int daysAgo)
{
    auto file = nlohmann::json::parse(contentOf(example("handover/terminal-attempts.json")));
    const auto today = StationTime{}.dateOf(SystemClock{}.now());
    file["date"] = isoDate(std::chrono::sys_days{today} - std::chrono::days{daysAgo});
    const auto path = console.file("handover.json");
    write(path, file.dump());
    return path;
}

} // namespace

TEST_CASE("guitai-admin case import-handover")
{
    const auto console = TestConsole::withStaff();
    const auto import = [&console](const std::filesystem::path& file) {
        return console.askAs("liming", {"case", "import-handover", file.string()});
    };

    SUBCASE("makes a draft of it, photo and tries included")
    {
        const auto answer = import(handoverOf(console, 1));
        REQUIRE(answer.exitCode == 0);
        CHECK(answer.json.at("draft").get<std::string>().size() == 32);
        CHECK(answer.json.at("tries") == 8);
        CHECK(answer.json.at("photo") == true);
        for (const auto& item : answer.json.at("checklist"))
            CHECK(item.dump().find("applicant.citizenNumber") == std::string::npos);
    }
    SUBCASE("refuses an old one, and stores nothing")
    {
        const auto answer = import(handoverOf(console, 31));
        CHECK(answer.exitCode == 1);
        CHECK(answer.json.at("standing") == "tooOld");
    }
    SUBCASE("refuses what is no hand-over, by field")
    {
        CHECK(codesOf(import(console.file("nothing"))) == Codes{"fileUnreadable"});
        const auto cut = console.file("cut.json");
        const auto whole = contentOf(handoverOf(console, 0));
        write(cut, whole.substr(0, whole.size() / 2));
        CHECK(codesOf(import(cut)) == Codes{"notJson"});
        write(cut, "GTH1*cut");
        CHECK(codesOf(import(cut)) == Codes{"malformed"});
    }
    SUBCASE("asks for a clerk")
    {
        const auto file = handoverOf(console, 1);
        CHECK(codesOf(console.ask({"case", "import-handover", file.string(), "--user", "liming"},
                                  {"wrong"})) == Codes{"wrongPassword"});
    }
}
