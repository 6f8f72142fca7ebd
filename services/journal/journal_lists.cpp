// The reading half of JournalStore: lists and look-ups in the index tables.
#include "services/journal/case_queries.h"
#include "services/journal/journal_store.h"

namespace guitai
{

std::vector<CaseRow> JournalStore::findCases(const CaseQuery& query)
{
    auto& store = connection();
    auto selection = selectionOf(query);
    // The inner query walks an index alone; only the rows of the page are fetched.
    const auto sql = "SELECT " + IndexTables::caseColumns +
                     " FROM case_index WHERE sequence IN (SELECT sequence FROM case_index" +
                     selection.where + selection.order + " LIMIT ? OFFSET ?)" + selection.order;
    selection.parameters.emplace_back(std::int64_t{query.limit});
    selection.parameters.emplace_back(std::int64_t{query.offset});
    auto found = std::vector<CaseRow>{};
    auto rows = store.database.select(sql, IndexTables::caseTypes, selection.parameters);
    while (rows.next())
        found.push_back(store.index.caseFrom(rows).row);
    return found;
}

std::int64_t JournalStore::countCases(const CaseQuery& query)
{
    const auto selection = selectionOf(query);
    auto rows = connection().database.select(
        "SELECT count(*) FROM case_index" + selection.where, "i", selection.parameters);
    rows.next();
    return rows.integer(0);
}

std::optional<std::string> JournalStore::findCaseOfDraft(std::string_view draftId)
{
    auto& store = connection();
    auto rows = store.database.select("SELECT " + IndexTables::caseColumns +
                                          " FROM case_index WHERE draft = ?",
                                      IndexTables::caseTypes,
                                      {std::string{draftId}});
    if (!rows.next())
        return std::nullopt;
    return store.index.caseFrom(rows).row.acceptanceNumber;
}

std::vector<UserRow> JournalStore::users()
{
    auto& store = connection();
    auto found = std::vector<UserRow>{};
    auto rows =
        store.database.select("SELECT " + IndexTables::userColumns + " FROM user_index ORDER BY id",
                              IndexTables::userTypes);
    while (rows.next())
        found.push_back(store.index.userFrom(rows));
    return found;
}

std::optional<UserRow> JournalStore::user(std::string_view id)
{
    return connection().index.user(id);
}

std::vector<ShiftRow> JournalStore::shiftRows(const std::string& rest,
                                              const std::vector<SqlValue>& values)
{
    auto& store = connection();
    auto found = std::vector<ShiftRow>{};
    auto rows =
        store.database.select("SELECT " + IndexTables::shiftColumns + " FROM shift_index " + rest,
                              IndexTables::shiftTypes,
                              values);
    while (rows.next())
        found.push_back(store.index.shiftFrom(rows).row);
    return found;
}

std::vector<ShiftRow> JournalStore::shifts(int limit)
{
    return shiftRows("ORDER BY sequence DESC LIMIT ?", {std::int64_t{limit}});
}

std::optional<ShiftRow> JournalStore::openShiftOf(std::string_view userId)
{
    const auto found = shiftRows("WHERE clerk = ? AND open = 1", {std::string{userId}});
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<PaperRow> JournalStore::paperRows(const std::string& rest,
                                              const std::vector<SqlValue>& values)
{
    auto& store = connection();
    auto found = std::vector<PaperRow>{};
    auto rows =
        store.database.select("SELECT " + IndexTables::paperColumns + " FROM paper_index " + rest,
                              IndexTables::paperTypes,
                              values);
    while (rows.next())
        found.push_back(store.index.paperFrom(rows).row);
    return found;
}

std::vector<PaperRow> JournalStore::papersOf(std::string_view acceptanceNumber)
{
    return paperRows("WHERE acceptance_number = ? ORDER BY sequence",
                     {std::string{acceptanceNumber}});
}

std::vector<PaperRow> JournalStore::unresolvedPapers()
{
    return paperRows("WHERE state IN ('intended', 'unknown') ORDER BY sequence", {});
}

} // namespace guitai
