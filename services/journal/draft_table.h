#pragma once

#include "services/journal/database.h"
#include "services/journal/journal.h"
#include "services/journal/seal.h"

#include <optional>
#include <vector>

namespace guitai
{

/// Drafts, a row a field, so that a keystroke writes one small row. Every field carries a MAC, and
/// the draft's own MAC covers those of all its fields: none can change, vanish or come from
/// elsewhere unseen.
class DraftTable
{
public:
    DraftTable(Database& database, const Sealer& sealer) : m_database(database), m_sealer(sealer) {}

    /// Writes what differs from what is kept; false, and no write, when nothing does.
    bool save(const StoredDraft& draft, Instant now);
    void erase(const std::string& id);
    /// Throw ServiceFailure(damaged) when a MAC does not hold.
    std::optional<StoredDraft> find(const std::string& id);
    std::vector<StoredDraft> all(); ///< newest first

    std::vector<std::string> ids();
    /// Drafts of which only fields are left.
    std::vector<std::string> idsWithoutDraft();

private:
    struct Row {
        std::string owner;
        std::int64_t parked = 0;
        std::int64_t savedAt = 0;
        std::string mac = {};
    };
    /// Path → value and MAC.
    using Fields = std::map<std::string, std::pair<std::string, std::string>>;

    std::optional<Row> row(const std::string& id);
    Fields fields(const std::string& id);
    std::string
    macOfField(const std::string& id, const std::string& path, const std::string& value) const;
    static CanonicalForm formOf(const std::string& id, const Row& row, const Fields& fields);
    bool writeFields(const StoredDraft& draft, Fields& kept);

    Database& m_database;
    const Sealer& m_sealer;
};

} // namespace guitai
