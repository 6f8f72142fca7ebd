#include "services/journal/attachment_table.h"

#include "services/failure.h"

namespace guitai
{

namespace
{

CanonicalForm formOf(const AttachmentRef& ref)
{
    auto form = CanonicalForm{"attachment"};
    form.add(ref.sha256).add(ref.mediaType).add(ref.size);
    return form;
}

} // namespace

bool AttachmentTable::holds(const AttachmentRef& ref,
                            const Bytes& bytes,
                            std::string_view mac) const
{
    return m_sealer.matches(formOf(ref), mac) &&
           ref.size == static_cast<std::int64_t>(bytes.size()) && ref.sha256 == sha256(bytes);
}

std::optional<AttachmentRef> AttachmentTable::find(const std::string& sha256)
{
    auto rows = m_database.select(
        "SELECT media_type, size, mac FROM attachment WHERE sha256 = ?", "tit", {sha256});
    if (!rows.next())
        return std::nullopt;
    auto ref = AttachmentRef{.sha256 = sha256, .mediaType = rows.text(0), .size = rows.integer(1)};
    if (!m_sealer.matches(formOf(ref), rows.text(2)))
        throw ServiceFailure(ServiceFailure::Kind::damaged, "attachment");
    return ref;
}

AttachmentRef AttachmentTable::put(const Bytes& bytes, const std::string& mediaType)
{
    const auto ref = AttachmentRef{.sha256 = sha256(bytes),
                                   .mediaType = mediaType,
                                   .size = static_cast<std::int64_t>(bytes.size())};
    if (auto kept = find(ref.sha256))
        return *kept;
    m_database.change("INSERT INTO attachment VALUES (?, ?, ?, ?, ?)",
                      {ref.sha256, ref.mediaType, ref.size, bytes, m_sealer.mac(formOf(ref))});
    return ref;
}

void AttachmentTable::remove(const std::string& sha256)
{
    m_database.change("DELETE FROM attachment WHERE sha256 = ?", {sha256});
}

std::vector<std::string> AttachmentTable::unnamedPictures()
{
    // An event names an attachment anywhere in its payload; a draft in a member "sha256", and pages
    // of copies in the array of one row.
    auto rows = m_database.select(
        "SELECT sha256 FROM attachment WHERE media_type IN ('image/jpeg', 'image/png') "
        "AND sha256 NOT IN (SELECT named.value FROM journal, json_tree(journal.payload) named "
        "WHERE journal.payload LIKE '%\"sha256\"%' AND named.key = 'sha256' "
        "AND named.value IS NOT NULL) "
        "AND sha256 NOT IN (SELECT json_extract(value, '$') FROM draft_field "
        "WHERE path LIKE '%/sha256' AND json_extract(value, '$') IS NOT NULL) "
        "AND sha256 NOT IN (SELECT named.value FROM draft_field, json_tree(draft_field.value) "
        "named "
        "WHERE draft_field.path = '/copies' AND named.key = 'sha256' AND named.value IS NOT NULL) "
        "ORDER BY rowid",
        "t");
    auto unnamed = std::vector<std::string>{};
    while (rows.next())
        unnamed.push_back(rows.text(0));
    return unnamed;
}

std::optional<Bytes> AttachmentTable::bytesOf(const std::string& sha256)
{
    auto rows = m_database.select(
        "SELECT media_type, size, bytes, mac FROM attachment WHERE sha256 = ?", "tibt", {sha256});
    if (!rows.next())
        return std::nullopt;
    auto bytes = rows.blob(2);
    const auto ref =
        AttachmentRef{.sha256 = sha256, .mediaType = rows.text(0), .size = rows.integer(1)};
    if (!holds(ref, bytes, rows.text(3)))
        throw ServiceFailure(ServiceFailure::Kind::damaged, "attachment " + sha256);
    return bytes;
}

} // namespace guitai
