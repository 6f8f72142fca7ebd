#include "app/station/log_file.h"

#include "tests/support/settable_clock.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace guitai;
using std::filesystem::perms;

namespace
{

std::string contentOf(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

TEST_CASE("LogFile")
{
    const auto clock = SettableClock{};
    const auto folder = TemporaryFolder{};
    const auto file = folder / "log" / "guitai.log";

    SUBCASE("writes one line with time and level, for its owner only")
    {
        auto log = LogFile{file, clock};
        log.warning("two\nlines");
        CHECK(contentOf(file) == "2026-11-23T01:00:00Z warning two lines\n");
        const auto rights = std::filesystem::status(file).permissions();
        CHECK((rights & (perms::group_all | perms::others_all)) == perms::none);
    }
    SUBCASE("begins anew when full and keeps a few older ones")
    {
        constexpr auto full = 100;
        auto log = LogFile{file, clock, full};
        for (auto i = 0; i < 200; ++i)
            log.info("a line of the log");
        CHECK(std::filesystem::file_size(file) < 2 * full);
        auto files = 0;
        for (const auto& entry : std::filesystem::directory_iterator{file.parent_path()})
            files += entry.is_regular_file() ? 1 : 0;
        CHECK(files == LogFile::keptFiles + 1);
    }
    SUBCASE("stops nobody when it cannot be written")
    {
        auto log = LogFile{"/proc/no-such-folder/guitai.log", clock};
        CHECK_NOTHROW(log.error("unheard"));
    }
}
