#pragma once

#include "services/clock.h"
#include "services/station_time.h"

#include <filesystem>

namespace guitai
{

/// Where a damaged database goes: DATABASE.damaged-20261122T024207Z, with -2, -3 … behind when
/// that is taken.
std::filesystem::path asideOf(const std::filesystem::path& database, const Clock& clock);

/// Renames a damaged database and its -wal and -shm to `asideOf` and returns the new path; nothing
/// is overwritten or deleted. The caller holds the folder's lock.
std::filesystem::path moveAside(const std::filesystem::path& database, const Clock& clock);

/// Whether a database of this name was ever moved aside.
bool wasMovedAside(const std::filesystem::path& database);

/// A log without its database belongs to one whose move was interrupted; SQLite would read it into
/// a new database of that name and damage it.
void moveStrayLogsAside(const std::filesystem::path& database, const Clock& clock);

/// How many databases were moved aside on this station day.
int movedAsideOn(const std::filesystem::path& database, Date day, StationTime time);

} // namespace guitai
