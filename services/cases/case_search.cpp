#include "services/cases/case_search.h"

#include "services/rules/citizen_number.h"
#include "services/rules/digits.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr std::size_t longestPhone = 12;
constexpr std::size_t oldCitizenNumberLength = 15;
constexpr std::size_t citizenNumberLength = 18;

bool looksLikeCitizenNumber(std::string_view text)
{
    return text.size() == citizenNumberLength && areDigits(text.substr(0, 17)) &&
           (isDigit(text.back()) || text.back() == 'X');
}

/// As people write telephone numbers: hyphens between the groups, +86 before them.
std::string withoutPhoneMarks(std::string text)
{
    std::erase(text, '-');
    if (text.starts_with("+86"))
        text.erase(0, 3);
    return text;
}

} // namespace

CaseQuery queryFromText(std::string_view typed)
{
    auto query = CaseQuery{};
    const auto compact = withoutPhoneMarks(normalisedCitizenNumber(typed));
    if (compact.empty())
        return query;
    if (looksLikeCitizenNumber(compact)) {
        query.citizenNumber = compact;
    } else if (!areDigits(compact)) {
        query.nameBeginning = normalisedName(typed);
    } else if (compact.size() == oldCitizenNumberLength && upgradedFifteen(compact)) {
        query.citizenNumber = *upgradedFifteen(compact);
    } else if (compact.size() <= longestPhone) {
        query.phone = compact;
    } else {
        query.acceptanceNumber = compact;
    }
    return query;
}

} // namespace guitai
