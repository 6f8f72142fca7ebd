// Copies of a journal: made online, verified before they get their name, never written over.
#include "services/failure.h"
#include "services/journal/aside.h"
#include "services/journal/data_folder.h"
#include "services/journal/journal_files.h"
#include "services/journal/journal_store.h"
#include "services/journal/payloads.h"
#include "services/journal/schema.h"
#include "services/journal/verifier.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guitai
{

namespace
{

using Kind = ServiceFailure::Kind;

/// A database under a name of its own, removed unless it got its final one.
class Unfinished
{
public:
    explicit Unfinished(std::filesystem::path file) : m_file(std::move(file))
    {
        removeUnfinished(m_file);
    }
    ~Unfinished()
    {
        try {
            removeUnfinished(m_file);
        } catch (const ServiceFailure&) {
            return; // the next attempt removes it, or says why it cannot
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return m_file; }

private:
    std::filesystem::path m_file;
};

/// Throws ServiceFailure(damaged) unless everything in the copy holds under the key.
Head requireSound(const std::filesystem::path& file, const Sealer& sealer)
{
    auto store = StoreConnection{file, sealer, StoreConnection::Log::none};
    const auto window = store.events.from(1, 1).at(0).window;
    if (!verifyStore(store, sealer, window).problems.empty())
        throw ServiceFailure(Kind::damaged, "the copy does not verify");
    return store.head;
}

std::int64_t newestSequence(Database& database)
{
    auto rows = database.select("SELECT sequence FROM head WHERE id = 1", "i");
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

void backUp(const JournalPlace& place, const std::filesystem::path& file)
{
    if (isThere(file))
        throw ServiceFailure(Kind::inUse, "a file of that name");
    if (!isInitialised(place))
        throw ServiceFailure(Kind::notFound, "no journal in the folder");
    auto newest = std::int64_t{};
    const auto sealer = Sealer{readKey(place.key())};
    const auto unfinished = Unfinished{beside(file, ".unfinished")};
    makeEmptyFile(unfinished.path());
    {
        // Only reads and never checkpoints: a window may be at work on the same file.
        auto source = Database{place.database(), Database::Access::readOnly};
        newest = newestSequence(source);
        auto target = Database{unfinished.path(), Database::Access::readWrite};
        target.useSingleFileWithoutSyncs();
        source.copyTo(target);
        target.useSingleFileWithoutSyncs(); // the copy brought the log's mark with it
    }
    if (requireSound(unfinished.path(), sealer).sequence < newest)
        throw ServiceFailure(Kind::internal, "the copy ends before the journal");
    syncFile(unfinished.path());
    renameNew(unfinished.path(), file);
}

std::optional<std::filesystem::path> restore(const JournalPlace& place,
                                             const std::filesystem::path& backupFile,
                                             Clock& clock,
                                             Standing standing,
                                             StationTime time)
{
    makeFolder(place.folder);
    const auto lock = FolderLock{place.folder};
    if (isInitialised(place) && standing == Standing::refused)
        throw ServiceFailure(Kind::inUse, "the folder holds a journal");
    const auto unfinished = Unfinished{beside(place.database(), ".restoring")};
    copyFile(backupFile, unfinished.path());
    {
        const auto sealer = Sealer{readKey(place.key())};
        requireSound(unfinished.path(), sealer);
    }
    const auto day = time.dateOf(clock.now());
    const auto moves = isInitialised(place) ? 1 : 0;
    const auto part = std::max(1, movedAsideOn(place.database(), day, time) + moves);
    {
        auto store = JournalStore{{.lock = nullptr, // ours
                                   .database = unfinished.path(),
                                   .key = readKey(place.key()),
                                   .clock = clock,
                                   .log = StoreConnection::Log::unsynced}};
        store.commit([&](JournalWriting& writing) {
            writing.append(
                {.kind = EventKind::databaseRestored,
                 .subject = "window",
                 .actor = "system",
                 .payload =
                     nlohmann::json{{"v", payloadVersion}, {"day", isoDate(day)}, {"part", part}}
                         .dump()});
        });
    }
    // Closing copied the log into the file and removed it, unless the disk refused.
    if (isThere(beside(unfinished.path(), "-wal")))
        throw ServiceFailure(Kind::disk, "the log of the restored database");
    syncFile(unfinished.path());
    // Whole and sealed: only now does what stands there make room.
    auto aside = std::optional<std::filesystem::path>{};
    if (moves > 0)
        aside = moveAside(place.database(), clock);
    moveStrayLogsAside(place.database(), clock);
    renameNew(unfinished.path(), place.database());
    return aside;
}

} // namespace guitai
