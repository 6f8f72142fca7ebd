#include "services/journal/journal_files.h"

#include "services/failure.h"
#include "services/journal/aside.h"
#include "services/journal/data_folder.h"
#include "services/journal/journal_store.h"
#include "services/journal/payloads.h"
#include "services/journal/schema.h"
#include "services/journal/transaction.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

Event firstEvent(const WindowIdentity& identity, const Clock& clock, const Sealer& sealer)
{
    auto event = Event{.window = identity.window,
                       .sequence = 1,
                       .at = clock.now(),
                       .kind = EventKind::windowInitialised,
                       .subject = "window",
                       .actor = "system",
                       .payload = nlohmann::json{{"v", payloadVersion},
                                                 {"agency", identity.agency},
                                                 {"window", identity.window},
                                                 {"name", identity.name},
                                                 {"training", identity.training}}
                                      .dump(),
                       .previousHash = noHash,
                       .hash = {},
                       .mac = {}};
    sealer.seal(event);
    return event;
}

/// A whole database under another name; it gets its own when it is on the disk.
void makeDatabase(const std::filesystem::path& file, const Event& first, const Sealer& sealer)
{
    const auto unfinished = beside(file, ".new");
    removeUnfinished(unfinished);
    makeEmptyFile(unfinished);
    {
        auto database = Database{unfinished, Database::Access::readWrite};
        database.useLogWithoutSyncs();
        migrate(database, migrations());
        auto index = IndexTables{database, sealer};
        auto transaction = Transaction{database};
        auto events = EventTable{database, sealer};
        events.insert(first);
        events.writeHead({.sequence = first.sequence, .hash = first.hash, .at = first.at});
        IndexProjector{index}.apply(first);
        transaction.commit();
        database.checkpoint(Database::Checkpoint::truncate);
    }
    syncFile(unfinished);
    renameNew(unfinished, file);
}

WindowIdentity identityFrom(const Event& first)
{
    try {
        const auto payload = nlohmann::json::parse(first.payload);
        return {.agency = payload.at("agency").get<std::string>(),
                .window = payload.at("window").get<std::string>(),
                .name = payload.at("name").get<std::string>(),
                .training = payload.at("training").get<bool>()};
    } catch (const nlohmann::json::exception&) {
        throw ServiceFailure(ServiceFailure::Kind::damaged, "journal 1");
    }
}

OpenJournal openLocked(const JournalPlace& place, std::unique_ptr<FolderLock> lock, Clock& clock)
{
    auto store = std::make_unique<JournalStore>(JournalStore::Parts{.lock = std::move(lock),
                                                                    .database = place.database(),
                                                                    .key = readKey(place.key()),
                                                                    .clock = clock});
    auto identity = identityFrom(store->eventsFrom(1, 1).at(0));
    return {.journal = std::move(store), .identity = std::move(identity)};
}

} // namespace

bool isInitialised(const JournalPlace& place)
{
    return isThere(place.database());
}

bool heldWindow(const JournalPlace& place)
{
    return isInitialised(place) || isThere(place.key()) || wasMovedAside(place.database());
}

OpenJournal initialiseJournal(const JournalPlace& place,
                              const WindowIdentity& identity,
                              Clock& clock,
                              RandomSource& random,
                              StationTime)
{
    makeFolder(place.folder);
    auto lock = std::make_unique<FolderLock>(place.folder);
    if (isInitialised(place))
        throw ServiceFailure(ServiceFailure::Kind::inUse, "the folder holds a journal");
    moveStrayLogsAside(place.database(), clock);
    ensureKey(place.key(), random);
    {
        const auto sealer = Sealer{readKey(place.key())};
        makeDatabase(place.database(), firstEvent(identity, clock, sealer), sealer);
    }
    return openLocked(place, std::move(lock), clock);
}

OpenJournal openJournal(const JournalPlace& place, Clock& clock, StationTime)
{
    if (!isInitialised(place))
        throw ServiceFailure(ServiceFailure::Kind::notFound, "no journal in the folder");
    auto lock = std::make_unique<FolderLock>(place.folder);
    auto open = openLocked(place, std::move(lock), clock);
    requireClock(clock, open.journal->lastEvent().value().at);
    return open;
}

} // namespace guitai
