#include "services/journal/journal_store.h"

#include "services/failure.h"
#include "services/journal/schema.h"
#include "services/journal/template_table.h"
#include "services/journal/verifier.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

/// The newest events that are checked whenever a connection is opened.
constexpr auto eventsCheckedAtOpening = 50;
/// Pages in the log at which it is copied into the file (SQLite's own default).
constexpr auto pagesUntilCheckpoint = 1000;

nlohmann::json canonicalPayload(const NewEvent& event)
{
    auto json = nlohmann::json::parse(event.payload, nullptr, false);
    if (!json.is_object() || !json.contains("v") || json.dump() != event.payload)
        throw std::logic_error("a payload that is not canonical JSON with a version");
    return json;
}

void useLog(Database& database, StoreConnection::Log log)
{
    switch (log) {
    case StoreConnection::Log::durable:
        return database.useDurableLog();
    case StoreConnection::Log::unsynced:
        return database.useLogWithoutSyncs();
    case StoreConnection::Log::none:
        return database.useSingleFileWithoutSyncs();
    }
}

class Flag
{
public:
    explicit Flag(bool& flag) : m_flag(flag) { m_flag = true; }
    ~Flag() { m_flag = false; }
    Flag(const Flag&) = delete;
    Flag& operator=(const Flag&) = delete;

private:
    bool& m_flag;
};

} // namespace

void requireClock(const Clock& clock, Instant lastEvent)
{
    if (clock.now() + clockTolerance < lastEvent)
        throw ServiceFailure(ServiceFailure::Kind::clock, "before the last event");
}

StoreConnection::StoreConnection(const std::filesystem::path& file, const Sealer& sealer, Log log)
    : database(file, Database::Access::readWrite), events(database, sealer),
      attachments(database, sealer), drafts(database, sealer), index(database, sealer),
      projector(index)
{
    requireOurs(database);
    useLog(database, log);
    migrate(database, migrations(), [this] { project(events, projector); });
    if (schemaOf(database) != wantedSchema())
        throw ServiceFailure(ServiceFailure::Kind::damaged, "schema");
    if (log != Log::none)
        database.checkpoint(Database::Checkpoint::truncate);
    head = events.readHead();
    events.from(std::max<std::int64_t>(1, head.sequence - eventsCheckedAtOpening + 1),
                eventsCheckedAtOpening);
}

/// What `commit` hands to the work: everything lands in the one transaction.
class JournalStore::Writing final : public JournalWriting
{
public:
    Writing(JournalStore& store, StoreConnection& connection)
        : m_store(store), m_connection(connection), m_head(connection.head)
    {
    }

    Event append(const NewEvent& event) override
    {
        const auto payload = canonicalPayload(event);
        requireClock(m_store.m_clock, m_head.at);
        auto appended = Event{.window = m_store.m_window,
                              .sequence = m_head.sequence + 1,
                              .at = std::max(m_store.m_clock.now(), m_head.at),
                              .kind = event.kind,
                              .subject = event.subject,
                              .actor = event.actor,
                              .payload = event.payload,
                              .previousHash = m_head.hash,
                              .hash = {},
                              .mac = {}};
        m_store.m_sealer.seal(appended);
        m_connection.events.insert(appended);
        m_connection.projector.apply(appended, payload);
        m_head = {.sequence = appended.sequence, .hash = appended.hash, .at = appended.at};
        return appended;
    }

    AttachmentRef putAttachment(const Bytes& bytes, const std::string& mediaType) override
    {
        return m_connection.attachments.put(bytes, mediaType);
    }

    void eraseDraft(const std::string& draftId) override { m_connection.drafts.erase(draftId); }

    void removeAttachment(const std::string& sha256) override
    {
        m_connection.attachments.remove(sha256);
    }

    int lastSerial(Date day) override { return m_connection.index.lastSerial(day).value_or(0); }

    OrderCounter orderCounter() override { return m_connection.index.orderCounter(); }

    const Head& head() const { return m_head; }

private:
    JournalStore& m_store;
    StoreConnection& m_connection;
    Head m_head;
};

JournalStore::JournalStore(Parts parts)
    : m_lock(std::move(parts.lock)), m_file(std::move(parts.database)), m_sealer(parts.key),
      m_cipher(parts.key, "GuitaiFP"), m_clock(parts.clock), m_log(parts.log)
{
    open();
    m_acknowledged = m_connection->head;
    m_window = m_connection->events.from(1, 1).at(0).window;
}

void JournalStore::open()
{
    auto fresh = std::make_unique<StoreConnection>(m_file, m_sealer, m_log);
    if (m_acknowledged.sequence > 0) {
        const auto event = fresh->events.at(m_acknowledged.sequence);
        if (!event || event->hash != m_acknowledged.hash)
            throw ServiceFailure(ServiceFailure::Kind::damaged, "an acknowledged event is missing");
    }
    m_connection = std::move(fresh);
}

StoreConnection& JournalStore::connection()
{
    if (m_connection && m_connection->database.isUsable())
        return *m_connection;
    if (m_committing)
        throw ServiceFailure(ServiceFailure::Kind::disk, "a write of this transaction failed");
    m_connection.reset();
    open();
    return *m_connection;
}

void JournalStore::commit(const std::function<void(JournalWriting&)>& work)
{
    if (m_committing)
        throw std::logic_error("a commit inside a commit");
    auto& store = connection();
    auto head = Head{};
    {
        const auto flag = Flag{m_committing};
        auto transaction = Transaction{store.database};
        store.index.beginTransaction();
        auto writing = Writing{*this, store};
        work(writing);
        head = writing.head();
        if (head != store.head)
            store.events.writeHead(head);
        finish(transaction, head);
    }
    m_acknowledged = head;
    checkpointWhenDue();
}

/// When COMMIT fails, the events may be in the log all the same. A new connection makes sure of
/// what stands there; only if they do not, the failure is passed on.
void JournalStore::finish(Transaction& transaction, const Head& head)
{
    const auto before = m_connection->head;
    try {
        transaction.commit();
        m_connection->head = head;
    } catch (const ServiceFailure& failure) {
        if (m_connection->database.isUsable() || head == before)
            throw;
        try {
            m_connection.reset();
            open();
        } catch (const ServiceFailure&) {
            throw failure; // the next call tries again
        }
        if (m_connection->head != head)
            throw;
    }
}

void JournalStore::checkpointWhenDue()
{
    auto& database = m_connection->database;
    if (!database.isUsable() || database.pagesInLog() < pagesUntilCheckpoint)
        return;
    try {
        database.checkpoint(Database::Checkpoint::passive);
    } catch (const ServiceFailure&) {
        // What was committed stands in the log. The connection is not used again: opening the next
        // one repeats the checkpoint under fresh syncs, and fails where somebody can be told.
        m_connection.reset();
    }
}

void JournalStore::write(const std::function<void(StoreConnection&)>& work)
{
    if (m_committing)
        throw std::logic_error("a write of its own inside a commit");
    auto& store = connection();
    {
        auto transaction = Transaction{store.database};
        store.index.beginTransaction();
        work(store);
        transaction.commit();
    }
    checkpointWhenDue();
}

std::vector<Event> JournalStore::eventsOf(std::string_view subject)
{
    auto& store = connection();
    return store.events.ofSubject(subject, store.index.extentOf(subject));
}

std::vector<Event> JournalStore::eventsFrom(std::int64_t sequence, int limit)
{
    return connection().events.from(sequence, limit);
}

std::optional<Event> JournalStore::lastEvent()
{
    return connection().events.last();
}

std::optional<Bytes> JournalStore::attachment(const std::string& sha256)
{
    return connection().attachments.bytesOf(sha256);
}

AttachmentRef JournalStore::keep(const Bytes& bytes, const std::string& mediaType)
{
    auto ref = AttachmentRef{};
    write([&](StoreConnection& store) { ref = store.attachments.put(bytes, mediaType); });
    return ref;
}

AttachmentRef JournalStore::keepTemplate(const Bytes& bytes)
{
    return keep(m_cipher.encrypt(bytes), templateMediaType);
}

std::optional<Bytes> JournalStore::fingerTemplate(const std::string& sha256)
{
    const auto encrypted = attachment(sha256);
    if (!encrypted)
        return std::nullopt;
    return m_cipher.decrypt(*encrypted);
}

std::vector<KeptTemplate> JournalStore::templates()
{
    return templatesIn(connection().database);
}

std::vector<std::string> JournalStore::unnamedPictures()
{
    return connection().attachments.unnamedPictures();
}

void JournalStore::saveDraft(const StoredDraft& draft)
{
    write([&](StoreConnection& store) { store.drafts.save(draft, m_clock.now()); });
}

std::vector<StoredDraft> JournalStore::drafts()
{
    return connection().drafts.all();
}

std::optional<StoredDraft> JournalStore::draft(const std::string& id)
{
    return connection().drafts.find(id);
}

void JournalStore::eraseDraft(const std::string& id)
{
    write([&](StoreConnection& store) { store.drafts.erase(id); });
}

VerifyReport JournalStore::verify()
{
    return verifyStore(connection(), m_sealer, m_window);
}

void JournalStore::rebuildIndex()
{
    write([&](StoreConnection& store) {
        dropIndexTables(store.database);
        createIndexTables(store.database, "main");
        project(store.events, store.projector);
    });
}

} // namespace guitai
