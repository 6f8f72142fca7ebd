#pragma once

#include "services/clock.h"
#include "services/journal/attachment_table.h"
#include "services/journal/cipher.h"
#include "services/journal/data_folder.h"
#include "services/journal/database.h"
#include "services/journal/draft_table.h"
#include "services/journal/event_table.h"
#include "services/journal/index_projector.h"
#include "services/journal/index_tables.h"
#include "services/journal/journal.h"
#include "services/journal/seal.h"
#include "services/journal/transaction.h"

#include <filesystem>
#include <memory>

namespace guitai
{

/// One open connection with its tables, checked when it was opened: settings read back, schema
/// equal to ours, log emptied into the file, newest events and head sound.
struct StoreConnection {
    /// `unsynced` is for a database that is being made under another name, `none` for one that is
    /// a single file, too.
    enum class Log { durable, unsynced, none };
    StoreConnection(const std::filesystem::path& file, const Sealer& sealer, Log log);

    Database database;
    EventTable events;
    AttachmentTable attachments;
    DraftTable drafts;
    IndexTables index;
    IndexProjector projector;
    Head head;
};

/// How far a clock may step back (NTP) before events are refused.
inline constexpr std::chrono::seconds clockTolerance{2};
/// Throws ServiceFailure(clock).
void requireClock(const Clock& clock, Instant lastEvent);

/// The journal on SQLite.
///
/// After a failed write or sync nobody knows what the disk holds of it. So the connection is closed
/// without another try; the next call opens a new one, which empties the log into the file under
/// fresh syncs, checks the newest events and that the last acknowledged event is there.
class JournalStore final : public Journal
{
public:
    struct Parts {
        std::unique_ptr<FolderLock> lock;
        std::filesystem::path database;
        SecretKey key;
        Clock& clock;
        StoreConnection::Log log = StoreConnection::Log::durable;
    };
    explicit JournalStore(Parts parts);

    void commit(const std::function<void(JournalWriting&)>& work) override;
    std::vector<Event> eventsOf(std::string_view subject) override;
    std::vector<Event> eventsFrom(std::int64_t sequence, int limit) override;
    std::optional<Event> lastEvent() override;

    std::optional<Bytes> attachment(const std::string& sha256) override;
    AttachmentRef keep(const Bytes& bytes, const std::string& mediaType) override;
    AttachmentRef keepTemplate(const Bytes& bytes) override;
    std::optional<Bytes> fingerTemplate(const std::string& sha256) override;
    std::vector<KeptTemplate> templates() override;
    std::vector<std::string> unnamedPictures() override;

    void saveDraft(const StoredDraft& draft) override;
    std::vector<StoredDraft> drafts() override;
    std::optional<StoredDraft> draft(const std::string& id) override;
    void eraseDraft(const std::string& id) override;

    std::vector<CaseRow> findCases(const CaseQuery& query) override;
    std::int64_t countCases(const CaseQuery& query) override;
    std::optional<std::string> findCaseOfDraft(std::string_view draftId) override;
    std::vector<UserRow> users() override;
    std::optional<UserRow> user(std::string_view id) override;
    std::vector<ShiftRow> shifts(int limit) override;
    std::optional<ShiftRow> openShiftOf(std::string_view userId) override;
    std::vector<PaperRow> papersOf(std::string_view acceptanceNumber) override;
    std::vector<PaperRow> unresolvedPapers() override;
    std::vector<AttemptRow> attempts(const AttemptQuery& query) override;
    std::vector<RefundRow> refunds(const RefundQuery& query) override;
    std::vector<RequestRow> requests(const RequestQuery& query) override;

    VerifyReport verify() override;
    void rebuildIndex() override;

private:
    class Writing;

    StoreConnection& connection();
    void open();
    /// Runs `work` in a transaction of its own.
    void write(const std::function<void(StoreConnection&)>& work);
    void finish(Transaction& transaction, const Head& head);
    void checkpointWhenDue();
    std::vector<ShiftRow> shiftRows(const std::string& rest, const std::vector<SqlValue>& values);
    std::vector<PaperRow> paperRows(const std::string& rest, const std::vector<SqlValue>& values);

    std::unique_ptr<FolderLock> m_lock;
    std::filesystem::path m_file;
    Sealer m_sealer;
    Cipher m_cipher;
    Clock& m_clock;
    StoreConnection::Log m_log;
    std::string m_window;
    Head m_acknowledged; ///< what somebody was told is saved
    std::unique_ptr<StoreConnection> m_connection;
    bool m_committing = false;
};

} // namespace guitai
