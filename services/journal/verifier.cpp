#include "services/journal/verifier.h"

#include "services/failure.h"
#include "services/journal/schema.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <set>

namespace guitai
{

namespace
{

/// Every "sha256" in a payload names an attachment.
void collectReferences(const nlohmann::json& json, std::set<std::string>& references)
{
    if (json.is_object())
        for (const auto& [name, value] : json.items())
            if (name == "sha256" && value.is_string())
                references.insert(value.get<std::string>());
            else
                collectReferences(value, references);
    else if (json.is_array())
        for (const auto& value : json)
            collectReferences(value, references);
}

/// What an event says was removed on purpose.
void forgetRemoved(const nlohmann::json& payload, std::set<std::string>& removed)
{
    for (const auto& sha256 : payload.value("removed", nlohmann::json::array()))
        if (sha256.is_string())
            removed.insert(sha256.get<std::string>());
}

class Verification
{
public:
    Verification(StoreConnection& store, const Sealer& sealer, const std::string& window)
        : m_store(store), m_sealer(sealer), m_window(window)
    {
    }

    VerifyReport run()
    {
        // What the connection remembers of the file says nothing about the file.
        m_store.database.run("PRAGMA shrink_memory");
        checkEach("database", [this] { checkDatabase(); });
        checkEach("journal", [this] { checkJournal(); });
        checkEach("head", [this] { checkHead(); });
        checkEach("drafts", [this] { checkDrafts(); });
        checkEach("attachments", [this] { checkAttachments(); });
        if (m_report.problems.empty())
            checkEach("index", [this] { checkIndex(); });
        else // a damaged journal makes no index to compare with
            problem("index", "not compared");
        return std::move(m_report);
    }

private:
    void problem(const std::string& place, const std::string& what)
    {
        m_report.problems.push_back({.place = place, .what = what});
    }

    void checkEach(const std::string& section, const std::function<void()>& check)
    {
        try {
            check();
        } catch (const ServiceFailure& failure) {
            if (failure.kind() != ServiceFailure::Kind::damaged)
                throw;
            problem(section, "unreadable");
        }
    }

    void checkDatabase();
    void checkJournal();
    void checkEvent(const Event& event, std::int64_t sequence);
    void checkHead();
    void checkDrafts();
    void checkAttachments();
    void checkIndex();
    void compare(const std::string& table);

    StoreConnection& m_store;
    const Sealer& m_sealer;
    const std::string& m_window;
    VerifyReport m_report;
    std::set<std::string> m_references;
    std::set<std::string> m_removed; ///< by events that hold
};

void Verification::checkDatabase()
{
    auto& database = m_store.database;
    if (schemaOf(database) != wantedSchema() || versionOf(database) != schemaVersion ||
        database.pragma("application_id") != std::to_string(applicationId))
        problem("schema", "differs");
    // The text says where inside the file, which helps nobody here; that there is one is enough.
    if (database.pragma("integrity_check") != "ok")
        problem("database", "integrity");
}

void Verification::checkEvent(const Event& event, std::int64_t sequence)
{
    const auto place = "journal " + std::to_string(sequence);
    if (event.sequence != sequence)
        problem(place, "gap");
    if (event.window != m_window)
        problem(place, "window");
    if (event.previousHash != m_report.headHash)
        problem(place, "link");
    if (!m_sealer.hashHolds(event))
        problem(place, "hash");
    if (!m_sealer.macHolds(event))
        problem(place, "mac");
    const auto payload = nlohmann::json::parse(event.payload, nullptr, false);
    if (payload.is_discarded())
        return;
    collectReferences(payload, m_references);
    if (event.kind == EventKind::templatesRemoved && payload.is_object())
        forgetRemoved(payload, m_removed);
}

void Verification::checkJournal()
{
    m_report.headHash = noHash;
    auto rows = m_store.database.select(
        "SELECT " + EventTable::columns + " FROM journal ORDER BY sequence", EventTable::types);
    while (rows.next()) {
        const auto sequence = ++m_report.events;
        if (!eventKindFrom(rows.text(3))) {
            problem("journal " + std::to_string(sequence), "kind");
            m_report.headHash = rows.text(8);
            continue;
        }
        const auto event = EventTable::unchecked(rows);
        checkEvent(event, sequence);
        m_report.headHash = event.hash;
    }
}

void Verification::checkHead()
{
    const auto head = m_store.events.readHead();
    if (head.sequence != m_report.events || head.hash != m_report.headHash)
        problem("head", "differs");
}

void Verification::checkDrafts()
{
    for (const auto& id : m_store.drafts.ids()) {
        ++m_report.drafts;
        checkEach("draft " + id, [&] {
            const auto draft = m_store.drafts.find(id);
            if (!draft)
                return problem("draft " + id, "missing");
            for (const auto& [path, value] : draft->fields) {
                const auto json = nlohmann::json::parse(value, nullptr, false);
                if (path.ends_with("/sha256") && json.is_string())
                    m_references.insert(json.get<std::string>());
                collectReferences(json, m_references);
            }
        });
    }
    for (const auto& id : m_store.drafts.idsWithoutDraft())
        problem("draft " + id, "missing");
}

void Verification::checkAttachments()
{
    auto rows = m_store.database.select(
        "SELECT sha256, media_type, size, bytes, mac FROM attachment", "ttibt");
    while (rows.next()) {
        ++m_report.attachments;
        const auto ref = AttachmentRef{
            .sha256 = rows.text(0), .mediaType = rows.text(1), .size = rows.integer(2)};
        if (!m_store.attachments.holds(ref, rows.blob(3), rows.text(4)))
            problem("attachment " + ref.sha256, "hash");
        m_references.erase(ref.sha256);
        if (m_removed.contains(ref.sha256))
            problem("attachment " + ref.sha256, "not removed");
    }
    for (const auto& sha256 : m_references)
        if (!m_removed.contains(sha256))
            problem("attachment " + sha256, "missing");
}

/// An empty database in memory beside the open one, for the index tables that are made anew.
class RebuiltBeside
{
public:
    explicit RebuiltBeside(Database& database) : m_database(database)
    {
        m_database.run("ATTACH ':memory:' AS rebuilt");
        m_database.run("BEGIN");
    }
    ~RebuiltBeside()
    {
        try {
            m_database.run("ROLLBACK");
            m_database.run("DETACH rebuilt");
        } catch (const ServiceFailure&) {
            // The connection is marked and closed at its next use, with all that is attached.
            return;
        }
    }
    RebuiltBeside(const RebuiltBeside&) = delete;
    RebuiltBeside& operator=(const RebuiltBeside&) = delete;

private:
    Database& m_database;
};

void Verification::checkIndex()
{
    const auto rebuilt = RebuiltBeside{m_store.database};
    createIndexTables(m_store.database, "rebuilt");
    auto tables = IndexTables{m_store.database, m_sealer, "rebuilt"};
    auto projector = IndexProjector{tables};
    project(m_store.events, projector);
    for (const auto& table : indexTables())
        compare(table);
}

/// Row by row over the primary key: all rows of one side have their equal, and there are as many.
void Verification::compare(const std::string& table)
{
    auto columns = std::string{};
    auto others = std::string{};
    auto key = std::string{};
    {
        auto rows = m_store.database.select(
            "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", "ti", {table});
        while (rows.next()) {
            const auto comma = columns.empty() ? "" : ", ";
            columns += comma + ("a." + rows.text(0));
            others += comma + ("b." + rows.text(0));
            if (rows.integer(1) == 1)
                key = rows.text(0);
        }
    }
    const auto count = [this](const std::string& sql) {
        auto rows = m_store.database.select(sql, "i");
        rows.next();
        return rows.integer(0);
    };
    const auto differing =
        count("SELECT count(*) FROM main." + table + " a WHERE NOT EXISTS (SELECT 1 FROM rebuilt." +
              table + " b WHERE b." + key + " = a." + key + " AND (" + columns + ") IS (" + others +
              "))");
    const auto all = count("SELECT count(*) FROM main." + table);
    if (differing != 0 || all != count("SELECT count(*) FROM rebuilt." + table))
        problem("index " + table, "differs");
}

} // namespace

void project(EventTable& events, IndexProjector& projector)
{
    constexpr auto batch = 1000;
    auto next = std::int64_t{1};
    while (true) {
        const auto some = events.from(next, batch);
        for (const auto& event : some)
            projector.apply(event);
        if (some.size() < batch)
            return;
        next += batch;
    }
}

VerifyReport verifyStore(StoreConnection& store, const Sealer& sealer, const std::string& window)
{
    return Verification{store, sealer, window}.run();
}

} // namespace guitai
