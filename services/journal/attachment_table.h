#pragma once

#include "services/cases/draft.h"
#include "services/journal/database.h"
#include "services/journal/seal.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Photos, signatures and scans under their SHA-256.
class AttachmentTable
{
public:
    AttachmentTable(Database& database, const Sealer& sealer)
        : m_database(database), m_sealer(sealer)
    {
    }

    /// The same bytes are kept once, with the media type of the first time.
    AttachmentRef put(const Bytes& bytes, const std::string& mediaType);
    /// Throws ServiceFailure(damaged) unless hash, size and MAC hold.
    std::optional<Bytes> bytesOf(const std::string& sha256);
    void remove(const std::string& sha256);
    /// Those of pictures that no event and no draft names, in the order in which they came.
    std::vector<std::string> unnamedPictures();
    bool holds(const AttachmentRef& ref, const Bytes& bytes, std::string_view mac) const;

private:
    std::optional<AttachmentRef> find(const std::string& sha256);

    Database& m_database;
    const Sealer& m_sealer;
};

} // namespace guitai
