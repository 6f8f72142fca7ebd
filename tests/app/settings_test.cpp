#include "app/station/settings.h"

#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace guitai;

namespace
{

std::string mistakeIn(const std::string& text)
{
    try {
        parseSettings(text, "settings.json");
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "(no mistake)";
}

void write(const std::filesystem::path& file, const std::string& text)
{
    auto stream = std::ofstream{file, std::ios::binary};
    stream << text;
}

} // namespace

TEST_CASE("parseSettings")
{
    SUBCASE("an empty object gives the defaults")
    {
        const auto settings = parseSettings("{}", "settings.json");
        CHECK(settings.language == "zh_CN");
        CHECK(settings.idleLock == std::chrono::minutes{5});
        CHECK(settings.printerQueue.empty());
    }
    SUBCASE("every member is read")
    {
        const auto settings = parseSettings(
            R"({"language":"en","idleMinutes":10,
                "station":{"authority":"A","phone":"P","address":"S"},
                "portraitDecoder":"/opt/decoder/portrait",
                "papers":{"printer":"a5"}})",
            "settings.json");
        CHECK(settings.language == "en");
        CHECK(settings.idleLock == std::chrono::minutes{10});
        CHECK(settings.station.authority == "A");
        CHECK(settings.station.phone == "P");
        CHECK(settings.station.address == "S");
        CHECK(settings.printerQueue == "a5");
        CHECK(settings.portraitDecoder == "/opt/decoder/portrait");
    }
    SUBCASE("each mistake names the file, the member and what to write")
    {
        CHECK(mistakeIn("{") ==
              "settings.json: is not JSON; look for a missing comma or quotation mark");
        CHECK(mistakeIn("[]") == "settings.json: the file is to be an object { … }");
        CHECK(mistakeIn(R"({"portraitDecoder":"portrait"})").find("whole path") !=
              std::string::npos);
        CHECK(mistakeIn(R"({"lang":"en"})") ==
              R"(settings.json: "lang" is not a setting; look at its spelling)");
        CHECK(mistakeIn(R"({"station":{"fax":"1"}})") ==
              R"(settings.json: "station.fax" is not a setting; look at its spelling)");
        CHECK(mistakeIn(R"({"language":"fr"})") ==
              R"(settings.json: "language" is to be "zh_CN" or "en")");
        CHECK(mistakeIn(R"({"station":{"phone":5}})") ==
              R"(settings.json: "station.phone" is to be a text)");
        CHECK(mistakeIn(R"({"papers":[]})") ==
              R"(settings.json: "papers" is to be an object { … })");
        for (const auto* minutes : {"0", "31", "4.5", "\"5\"", "1e30", "-3"})
            CHECK(mistakeIn(std::string{R"({"idleMinutes":)"} + minutes + "}") ==
                  R"(settings.json: "idleMinutes" is to be a whole number from 1 to 30)");
    }
    SUBCASE("a scanner's library is named by its whole path")
    {
        const auto settings = parseSettings(
            R"({"fingerprint":{"captureLibrary":"/opt/a.so","featureLibrary":"/opt/b.so"}})",
            "settings.json");
        CHECK(settings.fingerCaptureLibrary == "/opt/a.so");
        CHECK(settings.fingerFeatureLibrary == "/opt/b.so");
        CHECK(mistakeIn(R"({"fingerprint":{}})") ==
              R"(settings.json: "fingerprint.captureLibrary" is to name the scanner's library)");
        CHECK(mistakeIn(R"({"fingerprint":{"captureLibrary":"a.so"}})")
                  .starts_with(R"(settings.json: "fingerprint.captureLibrary" is to be a path)"));
    }
    SUBCASE("papers go to one place")
    {
        CHECK(mistakeIn(R"({"papers":{"printer":"a5","folder":"/srv"}})")
                  .find("exclude each other") != std::string::npos);
        CHECK(mistakeIn(R"({"papers":{"folder":"papers"}})").find("path from the root") !=
              std::string::npos);
        CHECK(mistakeIn(R"({"papers":{"printer":"-oraw"}})").find("printer queue") !=
              std::string::npos);
    }
}

TEST_CASE("loadSettings")
{
    const auto folder = TemporaryFolder{};
    const auto system = folder / "system.json";

    SUBCASE("no file is no mistake")
    {
        CHECK(loadSettings(folder.path(), system).language == "zh_CN");
    }
    SUBCASE("the machine's file serves a folder that has none")
    {
        write(system, R"({"language":"en"})");
        CHECK(loadSettings(folder.path(), system).language == "en");
    }
    SUBCASE("the folder's own file comes first")
    {
        write(system, R"({"language":"en"})");
        write(folder / "settings.json", R"({"idleMinutes":2})");
        const auto settings = loadSettings(folder.path(), system);
        CHECK(settings.language == "zh_CN");
        CHECK(settings.idleLock == std::chrono::minutes{2});
    }
    SUBCASE("a file that is far too large is not read")
    {
        write(folder / "settings.json", std::string(100 * 1024, ' '));
        CHECK_THROWS_AS(loadSettings(folder.path(), system), SettingsError);
    }
}
