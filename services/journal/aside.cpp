#include "services/journal/aside.h"

#include "services/journal/data_folder.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace guitai
{

namespace
{

constexpr auto middle = std::string_view{".damaged-"};
constexpr auto stampLength = std::string_view{"20261122T024207Z"}.size();

/// 2026-11-22T02:42:07Z without what file systems of others refuse.
std::string stampOf(Instant instant)
{
    auto text = utcText(instant);
    std::erase(text, '-');
    std::erase(text, ':');
    return text;
}

std::optional<Instant> instantOf(std::string_view stamp)
{
    const auto date = parseDigitDate(stamp.substr(0, 8));
    if (!date || stamp.size() < stampLength || stamp[8] != 'T')
        return std::nullopt;
    auto seconds = 0;
    for (const auto position : {9U, 11U, 13U}) {
        const auto part = stamp.substr(position, 2);
        auto value = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), value).ptr !=
            part.data() + part.size())
            return std::nullopt;
        seconds = seconds * 60 + value;
    }
    return Instant{std::chrono::sys_days{*date}} + std::chrono::seconds{seconds};
}

bool isLog(std::string_view name)
{
    return name.ends_with("-wal") || name.ends_with("-shm");
}

} // namespace

std::filesystem::path asideOf(const std::filesystem::path& database, const Clock& clock)
{
    const auto stem = beside(database, std::string{middle} + stampOf(clock.now()));
    auto aside = stem;
    for (auto again = 2; isThere(aside) || isThere(beside(aside, "-wal")); ++again)
        aside = beside(stem, "-" + std::to_string(again));
    return aside;
}

void moveStrayLogsAside(const std::filesystem::path& database, const Clock& clock)
{
    const auto aside = asideOf(database, clock);
    for (const auto* suffix : {"-wal", "-shm"})
        if (isThere(beside(database, suffix)))
            renameNew(beside(database, suffix), beside(aside, suffix));
}

int movedAsideOn(const std::filesystem::path& database, Date day, StationTime time)
{
    const auto beginning = database.filename().string() + std::string{middle};
    auto count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{database.parent_path()}) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(beginning) || isLog(name))
            continue;
        const auto at = instantOf(std::string_view{name}.substr(beginning.size()));
        if (at && time.dateOf(*at) == day)
            ++count;
    }
    return count;
}

std::filesystem::path moveAside(const std::filesystem::path& database, const Clock& clock)
{
    const auto aside = asideOf(database, clock);
    // The database first: a log that is left over without it is moved before a new one is made.
    if (isThere(database))
        renameNew(database, aside);
    for (const auto* suffix : {"-wal", "-shm"})
        if (isThere(beside(database, suffix)))
            renameNew(beside(database, suffix), beside(aside, suffix));
    return aside;
}

bool wasMovedAside(const std::filesystem::path& database)
{
    const auto beginning = database.filename().string() + std::string{middle};
    auto error = std::error_code{};
    for (const auto& entry : std::filesystem::directory_iterator{database.parent_path(), error})
        if (entry.path().filename().string().starts_with(beginning))
            return true;
    return false;
}

} // namespace guitai
