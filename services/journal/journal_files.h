#pragma once

#include "services/clock.h"
#include "services/journal/journal.h"
#include "services/log.h"
#include "services/random_source.h"
#include "services/station_time.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace guitai
{

/// The window's identity, fixed by `windowInitialised`, the first event of a journal.
struct WindowIdentity {
    std::string agency; ///< 12 digits, GA/T 380
    std::string window; ///< two digits
    std::string name;   ///< 测试派出所
    bool training = false;

    std::string areaAndStation() const { return agency.substr(0, 9); }
    bool operator==(const WindowIdentity&) const = default;
};

/// Where a window keeps its data. The database is DATA/guitai.db, the lock DATA/guitai.lock, the
/// key of the MAC DATA/guitai.key unless `keyFile` names another place.
struct JournalPlace {
    std::filesystem::path folder;
    std::filesystem::path keyFile = {};

    std::filesystem::path database() const { return folder / "guitai.db"; }
    std::filesystem::path key() const { return keyFile.empty() ? folder / "guitai.key" : keyFile; }
};

/// What an open journal hands to the services. Holds the lock on the data folder until it dies.
struct OpenJournal {
    std::unique_ptr<Journal> journal;
    WindowIdentity identity;
};

/// Whether a database stands in the folder.
bool isInitialised(const JournalPlace& place);
/// Whether a window's database stands there or stood there once: its key, or a database that was
/// moved aside. Such a folder is mended, never begun anew.
bool heldWindow(const JournalPlace& place);

/// Makes folder (0700), key (0600), database (0600) and the first event. A folder that holds a
/// journal already throws ServiceFailure(inUse) untouched.
OpenJournal initialiseJournal(const JournalPlace& place,
                              const WindowIdentity& identity,
                              Clock& clock,
                              RandomSource& random,
                              StationTime time = {});

/// Opens, migrates an older schema, checks the settings by reading them back and the newest
/// events. Throws ServiceFailure: notFound, inUse (a second instance), damaged, newerSchema,
/// keyMissing, readOnly, clock.
OpenJournal openJournal(const JournalPlace& place, Clock& clock, StationTime time = {});

/// Online backup to a file that must not exist yet (ServiceFailure inUse), while a window works in
/// the folder or not; verified before it gets its name (written beside, synced, renamed). Throws
/// ServiceFailure(damaged) when what was copied does not hold.
void backUp(const JournalPlace& place, const std::filesystem::path& file);

/// What restoring does with a database that stands in the place.
enum class Standing { refused, movedAside };

/// Copies a verified backup into a place. A database that stands there is refused (ServiceFailure
/// inUse) or, once the backup was verified, moved aside unchanged; its new path is returned. Needs
/// the key the backup was made under (keyMissing, or damaged when MACs do not hold). Appends
/// `databaseRestored`, after which serials of that day continue in a fresh part of the block.
std::optional<std::filesystem::path> restore(const JournalPlace& place,
                                             const std::filesystem::path& backupFile,
                                             Clock& clock,
                                             Standing standing = Standing::refused,
                                             StationTime time = {});

} // namespace guitai
