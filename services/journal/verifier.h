#pragma once

#include "services/journal/journal_store.h"

#include <string>

namespace guitai
{

/// Checks all stored content: SQLite's own integrity check (pages, indexes, types), schema and
/// version, every event (sequence, link, hash, MAC, window), the head, every attachment and that
/// none is missing, every draft, and the index tables against ones that are made anew in memory.
/// Reports and goes on; throws only when the database cannot be asked at all.
VerifyReport verifyStore(StoreConnection& store, const Sealer& sealer, const std::string& window);

/// Applies the whole journal to empty index tables.
void project(EventTable& events, IndexProjector& projector);

} // namespace guitai
