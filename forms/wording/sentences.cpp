#include "forms/wording/fill.h"
#include "forms/wording/refusal_words.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString sentence(const Refusal& refusal)
{
    return filled(wxGetTranslation(wxString::FromAscii(wordsOf(refusal.code).sentence)), refusal);
}

wxString phrase(const ChecklistItem& item)
{
    const auto& refusal = item.refusal;
    const auto isDocument = refusal.code == Refusal::Code::documentMissing ||
                            refusal.code == Refusal::Code::copyMissing;
    if (item.severity == Severity::missing && !isDocument && !refusal.field.empty())
        return field(refusal.field);
    const auto brief = wxGetTranslation(wxString::FromAscii(wordsOf(refusal.code).brief));
    if (isDocument || refusal.field.empty())
        return filled(brief, refusal);
    // TRANSLATORS: one thing to mend, in the strip of what is missing: "Photo: not a JPEG".
    auto text = wxString{_("{field}: {brief}")};
    text.Replace("{brief}", brief);
    return filled(text, refusal);
}

} // namespace guitai::words
