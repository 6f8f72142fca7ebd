#pragma once

#include "services/journal/database.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace guitai
{

/// One step from schema `to - 1` to schema `to`; runs inside the migration's transaction.
struct Migration {
    int to = 0;
    void (*apply)(Database& database) = nullptr;
};

/// Every step since the first, in order. Steps are never changed once released: databases of every
/// past version stand at windows. Only tables of content are migrated: the index tables are made
/// anew, whatever they were, and filled from the journal. A change of those is a step, too.
std::span<const Migration> migrations();
inline constexpr int schemaVersion = 3;
/// "GTAI": what `file` and `PRAGMA application_id` tell about a database of ours.
inline constexpr int applicationId = 0x47544149;

int versionOf(Database& database);
/// Throws ServiceFailure(damaged) for a database that is not ours, newerSchema for one of a later
/// version. Reads only.
void requireOurs(Database& database, int newest = schemaVersion);
/// Applies the missing steps, all of them to an empty database, in one transaction. True when
/// something changed. `reproject` fills the index tables of a database that was not empty, in the
/// same transaction.
bool migrate(Database& database,
             std::span<const Migration> steps,
             const std::function<void()>& reproject = {});

/// Tables, indexes and triggers as SQLite keeps them, sorted: what `wantedSchema` must equal.
std::vector<std::string> schemaOf(Database& database);
/// The schema that this program's migrations make.
const std::vector<std::string>& wantedSchema();

/// The index tables alone, for the rebuild (`where` is "main" or the name of an attached database).
std::vector<std::string> indexTables();
void createIndexTables(Database& database, const std::string& where);
void dropIndexTables(Database& database);

} // namespace guitai
