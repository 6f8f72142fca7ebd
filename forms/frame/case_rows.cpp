#include "forms/frame/case_rows.h"

#include "forms/text.h"
#include "forms/wording/words.h"
#include "services/cases/case.h"

namespace guitai
{

wxString categoryWords(const std::string& wireName)
{
    const auto value = fromName<Category>(wireName);
    return value ? words::name(*value) : toUi(wireName);
}

wxString kindWords(const std::string& wireName)
{
    const auto value = fromName<ApplicationKind>(wireName);
    return value ? words::name(*value) : toUi(wireName);
}

wxString stateWords(const std::string& wireName)
{
    const auto value = caseStateFrom(wireName);
    return value ? words::name(*value) : toUi(wireName);
}

} // namespace guitai
