#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;

namespace guitai
{

/// SQLite without the program's wrapper: what an insider, a broken disk or an older version may do
/// to the file. Throws std::runtime_error when SQLite refuses.
class RawDatabase
{
public:
    explicit RawDatabase(const std::filesystem::path& file);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    void run(const std::string& sql);
    std::string value(const std::string& sql);
    /// The first column of each row.
    std::vector<std::string> column(const std::string& sql);
    /// Every schema text, setting and row, with types: equal dumps mean equal content.
    std::string dump();
    /// Flips one bit of a stored value; `bit` is taken modulo its size. Rows count from 0 in the
    /// order of the primary key. Triggers do not hinder. False when the value is empty.
    bool flipBit(const std::string& table,
                 const std::string& column,
                 std::int64_t row,
                 std::uint64_t bit);

private:
    std::vector<std::string> rows(const std::string& sql);
    std::vector<std::string> dropTriggers(const std::string& table);

    sqlite3* m_handle = nullptr;
};

/// The same for any file.
void flipBitOfFile(const std::filesystem::path& file, std::uintmax_t offset, unsigned bit);

} // namespace guitai
