#include "services/journal/case_queries.h"

#include "services/station_time.h"

namespace guitai
{

namespace
{

class Narrowing
{
public:
    void equals(const char* column, const std::string& value, const char* besides = "")
    {
        if (value.empty())
            return;
        add(std::string{column} + " = ?" + besides);
        m_selection.parameters.emplace_back(value);
        m_hasIndex = true;
    }

    void beginsWith(const char* column, const std::string& beginning)
    {
        if (beginning.empty())
            return;
        add(std::string{column} + " >= ?");
        m_selection.parameters.emplace_back(beginning);
        if (const auto end = endOfBeginning(beginning); !end.empty()) {
            add(std::string{column} + " < ?");
            m_selection.parameters.emplace_back(end);
        }
        m_hasIndex = true;
    }

    void days(const CaseQuery& query)
    {
        if (!query.acceptedFrom && !query.acceptedTo)
            return;
        // Days and sequence numbers rise together, so this order needs no sorting.
        if (!m_hasIndex)
            m_selection.order = " ORDER BY day DESC, sequence DESC";
        const auto bound = [this](const char* comparison, Date day) {
            add(comparison);
            m_selection.parameters.emplace_back(isoDate(day));
        };
        if (query.acceptedFrom)
            bound("day >= ?", *query.acceptedFrom);
        if (query.acceptedTo)
            bound("day <= ?", *query.acceptedTo);
        m_hasIndex = true;
    }

    /// Narrows a selection that another column found.
    void moreThanNothing(const char* column) { add(std::string{column} + " > 0"); }

    CaseSelection finished() { return std::move(m_selection); }

private:
    void add(const std::string& condition)
    {
        m_selection.where += m_selection.where.empty() ? " WHERE " : " AND ";
        m_selection.where += m_hasIndex ? "+" + condition : condition;
    }

    CaseSelection m_selection{.where = {}, .order = " ORDER BY sequence DESC", .parameters = {}};
    bool m_hasIndex = false;
};

} // namespace

std::string endOfBeginning(std::string beginning)
{
    while (!beginning.empty() && static_cast<unsigned char>(beginning.back()) == 0xFF)
        beginning.pop_back();
    if (!beginning.empty())
        beginning.back() = static_cast<char>(static_cast<unsigned char>(beginning.back()) + 1);
    return beginning;
}

CaseSelection selectionOf(const CaseQuery& query)
{
    auto narrowing = Narrowing{};
    narrowing.equals("acceptance_number", query.acceptanceNumber);
    narrowing.equals("citizen_number", query.citizenNumber);
    // The indexes of guardian and phone leave empty values out; the query must say that it does.
    narrowing.equals("guardian_number", query.guardianNumber, " AND guardian_number <> ''");
    narrowing.equals("phone", query.phone, " AND phone <> ''");
    narrowing.beginsWith("name", query.nameBeginning);
    narrowing.days(query);
    narrowing.equals("state", query.state);
    narrowing.equals("category", query.category);
    if (query.holdsMoney)
        narrowing.moreThanNothing("collected_fen");
    return narrowing.finished();
}

} // namespace guitai
