#include "services/journal/sqlite_settings.h"

#include "services/failure.h"
#include "services/journal/database.h"

namespace guitai
{

void setAndReadBack(Database& database,
                    const std::string& name,
                    const std::string& value,
                    const std::string& expected)
{
    database.run("PRAGMA " + name + " = " + value);
    // In memory there is no file to map and no log to sync: SQLite answers with nothing.
    const auto now = database.pragma(name);
    if (now != expected && !now.empty())
        throw ServiceFailure(ServiceFailure::Kind::internal, "SQLite setting " + name);
}

void applyCommonSettings(Database& database)
{
    setAndReadBack(database, "busy_timeout", "5000", "5000");
    setAndReadBack(database, "foreign_keys", "ON", "1");
    setAndReadBack(database, "secure_delete", "ON", "1");
    setAndReadBack(database, "temp_store", "MEMORY", "2");
    setAndReadBack(database, "trusted_schema", "OFF", "0");
    setAndReadBack(database, "cell_size_check", "ON", "1");
    setAndReadBack(database, "mmap_size", "0", "0");
    setAndReadBack(database, "journal_size_limit", "16777216", "16777216");
    setAndReadBack(database, "synchronous", "FULL", "2");
}

} // namespace guitai
