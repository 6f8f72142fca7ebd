#pragma once

#include "services/bytes.h"
#include "services/cases/draft.h"
#include "services/journal/event.h"
#include "services/journal/index_rows.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// What may be done inside one durable transaction.
class JournalWriting
{
public:
    virtual ~JournalWriting() = default;
    /// Appends and applies the event to the index tables. Throws ServiceFailure(clock) when the
    /// clock stands more than two seconds before the last event.
    virtual Event append(const NewEvent& event) = 0;
    /// Keeps the bytes under their SHA-256; the same bytes are kept once.
    virtual AttachmentRef putAttachment(const Bytes& bytes, const std::string& mediaType) = 0;
    virtual void eraseDraft(const std::string& draftId) = 0;
    /// Removes the bytes for good; the event that says so is appended in the same transaction
    /// (`templatesRemoved`), unless no event ever named them.
    virtual void removeAttachment(const std::string& sha256) = 0;
    /// The highest serial that this window used on `day`, 0 for none; asked inside the transaction
    /// so that a number is taken together with the event that uses it. After a restore the numbers
    /// of that day that the lost events may have used are passed over: the answer is then the end
    /// of a quarter of the window's block (a multiple of 250).
    virtual int lastSerial(Date day) = 0;
    /// The order numbers that this device used; asked inside the transaction, too. A restore and
    /// another machine begin a new epoch.
    virtual OrderCounter orderCounter() = 0;
};

/// A draft as the store keeps it: one row a field, by its path.
struct StoredDraft {
    std::string id;
    std::string owner; ///< user id
    bool parked = false;
    Instant savedAt = {};                           ///< the store's; ignored when saving
    std::map<std::string, std::string> fields = {}; ///< JSON pointer → JSON text
};

/// How a list of cases is narrowed. Empty members do not narrow. Text search is by the beginning.
struct CaseQuery {
    std::string acceptanceNumber = {};
    std::string citizenNumber = {};
    std::string nameBeginning = {};
    std::string phone = {};
    std::optional<Date> acceptedFrom = {}, acceptedTo = {}; ///< days of confirmation, both included
    std::string category = {};                              ///< wire name
    std::string state = {};                                 ///< wire name
    std::string guardianNumber = {};
    bool holdsMoney = false; ///< only what was collected and not given back
    int limit = 100;         ///< newest first
    int offset = 0;
};

/// How a list of attempts is narrowed. Empty members do not narrow.
struct AttemptQuery {
    std::string orderNumber = {};
    std::string chargeId = {};
    std::string acceptanceNumber = {};
    std::string shift = {};
    std::string channel = {};        ///< wire name
    std::string providerNumber = {}; ///< whole
    std::optional<Instant> paidFrom = {}, paidBefore = {};
    std::optional<Instant> createdFrom = {};
    /// Money may arrive, arrived late and is not given back, or an answer did not fit.
    bool unresolvedOnly = false;
    int limit = 1000; ///< newest first
};

struct RefundQuery {
    std::string refundNumber = {};
    std::string orderNumber = {};
    std::string chargeId = {};
    std::string channel = {}; ///< wire name
    std::optional<Instant> requestedFrom = {}, requestedBefore = {};
    std::optional<Instant> doneFrom = {}, doneBefore = {};
    bool unresolvedOnly = false; ///< neither done, closed without effect nor finance's
    int limit = 1000;            ///< newest first
};

/// How a list of requests is narrowed. Empty members do not narrow.
struct RequestQuery {
    std::string target = {};
    std::string kind = {};  ///< wire name
    std::string state = {}; ///< wire name
    int limit = 1000;       ///< newest first
};

struct KeptTemplate {
    std::string sha256;
    std::string subject; ///< "case/NUMBER"; empty: no case names it
    bool inDraft = false;

    bool operator==(const KeptTemplate&) const = default;
};

struct Problem {
    std::string place; ///< "journal 17", "attachment 3f2a…", "index case_index"
    std::string what;  ///< "hash", "mac", "gap", "missing", "differs"

    bool operator==(const Problem&) const = default;
};

struct VerifyReport {
    std::int64_t events = 0;
    std::int64_t attachments = 0;
    std::int64_t drafts = 0;
    std::vector<Problem> problems;
    std::string headHash;
};

/// The append-only journal of one window, its attachments, index tables and drafts. One
/// read-write connection; used by one thread. Every call may throw ServiceFailure.
class Journal
{
public:
    virtual ~Journal() = default;

    /// Runs `work` in one transaction; when this returns, everything is durable. Whatever `work`
    /// throws rolls back and is thrown on. Not to be nested. Reads inside `work` see what it wrote.
    virtual void commit(const std::function<void(JournalWriting&)>& work) = 0;

    /// The events of one subject, oldest first, each hash and MAC checked; throws
    /// ServiceFailure(damaged) for the first that does not hold.
    virtual std::vector<Event> eventsOf(std::string_view subject) = 0;
    /// Events from `sequence` on, at most `limit`, checked.
    virtual std::vector<Event> eventsFrom(std::int64_t sequence, int limit) = 0;
    virtual std::optional<Event> lastEvent() = 0;

    /// The bytes, their SHA-256 checked; throws ServiceFailure(damaged).
    virtual std::optional<Bytes> attachment(const std::string& sha256) = 0;
    /// Keeps an attachment of a draft on its own (a photo is durable when it was taken).
    virtual AttachmentRef keep(const Bytes& bytes, const std::string& mediaType) = 0;
    /// Keeps a finger's template, encrypted under a key that the window's key gives; the reference
    /// names the encrypted bytes.
    virtual AttachmentRef keepTemplate(const Bytes& bytes) = 0;
    /// What `keepTemplate` kept; none: it was removed. Throws ServiceFailure(damaged).
    virtual std::optional<Bytes> fingerTemplate(const std::string& sha256) = 0;
    /// Every template that is there, the oldest first.
    virtual std::vector<KeptTemplate> templates() = 0;
    /// SHA-256 of the photos, signatures and scans that neither an event nor a draft names.
    virtual std::vector<std::string> unnamedPictures() = 0;

    virtual void
    saveDraft(const StoredDraft& draft) = 0;       ///< writes the fields that differ, durable
    virtual std::vector<StoredDraft> drafts() = 0; ///< newest first
    virtual std::optional<StoredDraft> draft(const std::string& id) = 0;
    virtual void eraseDraft(const std::string& id) = 0;

    virtual std::vector<CaseRow> findCases(const CaseQuery& query) = 0;
    virtual std::int64_t countCases(const CaseQuery& query) = 0;
    /// The acceptance number of the case that this draft became; a draft becomes one case only.
    virtual std::optional<std::string> findCaseOfDraft(std::string_view draftId) = 0;
    virtual std::vector<UserRow> users() = 0;
    virtual std::optional<UserRow> user(std::string_view id) = 0;
    virtual std::vector<ShiftRow> shifts(int limit) = 0; ///< newest first
    virtual std::optional<ShiftRow> openShiftOf(std::string_view userId) = 0;
    virtual std::vector<PaperRow> papersOf(std::string_view acceptanceNumber) = 0;
    /// Papers of which nobody knows whether they came out: the program stopped between intent and
    /// outcome, or the outcome was "unknown".
    virtual std::vector<PaperRow> unresolvedPapers() = 0;
    virtual std::vector<AttemptRow> attempts(const AttemptQuery& query) = 0;
    virtual std::vector<RefundRow> refunds(const RefundQuery& query) = 0;
    virtual std::vector<RequestRow> requests(const RequestQuery& query) = 0;

    /// Every hash, MAC, sequence, attachment, draft row and index row.
    virtual VerifyReport verify() = 0;
    /// Drops the index tables and makes them anew from the journal alone.
    virtual void rebuildIndex() = 0;
};

} // namespace guitai
