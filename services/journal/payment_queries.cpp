// Lists of attempts and refunds: the part of JournalStore that the cash desk and the work list ask.
#include "services/journal/journal_store.h"

namespace guitai
{

namespace
{

/// Conditions joined by AND, with the values that they bind.
class Selection
{
public:
    void equal(const std::string& column, const std::string& value)
    {
        if (!value.empty())
            add(column + " = ?", value);
    }
    void between(const std::string& column,
                 const std::optional<Instant>& from,
                 const std::optional<Instant>& before)
    {
        if (from || before)
            add(column + " <> ?", std::int64_t{0}); // 0 stands for "never"
        if (from)
            add(column + " >= ?", secondsOf(*from));
        if (before)
            add(column + " < ?", secondsOf(*before));
    }
    void only(const std::string& condition)
    {
        m_where += (m_where.empty() ? " WHERE " : " AND ") + condition;
    }
    std::string rest(int limit)
    {
        m_values.emplace_back(std::int64_t{limit});
        return m_where + " ORDER BY sequence DESC LIMIT ?";
    }
    const std::vector<SqlValue>& values() const { return m_values; }

private:
    void add(const std::string& condition, SqlValue value)
    {
        only(condition);
        m_values.push_back(std::move(value));
    }

    std::string m_where;
    std::vector<SqlValue> m_values;
};

} // namespace

std::vector<AttemptRow> JournalStore::attempts(const AttemptQuery& query)
{
    auto selection = Selection{};
    selection.equal("order_number", query.orderNumber);
    selection.equal("charge", query.chargeId);
    selection.equal("acceptance_number", query.acceptanceNumber);
    selection.equal("shift", query.shift);
    selection.equal("channel", query.channel);
    selection.equal("provider_number", query.providerNumber);
    selection.between("paid_at", query.paidFrom, query.paidBefore);
    selection.between("created_at", query.createdFrom, std::nullopt);
    if (query.unresolvedOnly)
        selection.only(unresolvedAttempt);
    auto& store = connection();
    const auto sql = "SELECT " + IndexTables::attemptColumns + " FROM attempt_index" +
                     selection.rest(query.limit);
    auto rows = store.database.select(sql, IndexTables::attemptTypes, selection.values());
    auto found = std::vector<AttemptRow>{};
    while (rows.next())
        found.push_back(store.index.attemptFrom(rows).row);
    return found;
}

std::vector<RefundRow> JournalStore::refunds(const RefundQuery& query)
{
    auto selection = Selection{};
    selection.equal("refund_number", query.refundNumber);
    selection.equal("order_number", query.orderNumber);
    selection.equal("charge", query.chargeId);
    selection.equal("channel", query.channel);
    selection.between("requested_at", query.requestedFrom, query.requestedBefore);
    selection.between("done_at", query.doneFrom, query.doneBefore);
    if (query.unresolvedOnly)
        selection.only(unresolvedRefund);
    auto& store = connection();
    const auto sql =
        "SELECT " + IndexTables::refundColumns + " FROM refund_index" + selection.rest(query.limit);
    auto rows = store.database.select(sql, IndexTables::refundTypes, selection.values());
    auto found = std::vector<RefundRow>{};
    while (rows.next())
        found.push_back(store.index.refundFrom(rows).row);
    return found;
}

} // namespace guitai
