#pragma once

#include <string>

namespace guitai
{

class Database;

/// Sets and reads back; throws ServiceFailure(internal) when the setting did not take. SQLite
/// ignores settings that it does not know without a word.
void setAndReadBack(Database& database,
                    const std::string& name,
                    const std::string& value,
                    const std::string& expected);

/// What every connection of ours has, reading or writing (the field's hardening list).
void applyCommonSettings(Database& database);

} // namespace guitai
