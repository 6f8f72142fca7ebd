#include "forms/wording/document_words.h"

#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString pages(std::size_t count)
{
    const auto number = static_cast<unsigned>(count);
    return wxString::Format(wxPLURAL("%u page", "%u pages", number), number);
}

wxString copies(const DocumentCopies& kept)
{
    auto text = wxString{};
    for (const auto& [paper, leaves] : kept) {
        if (!text.empty())
            text += wxString::FromUTF8("、");
        // TRANSLATORS: a paper, how many pages of it are kept
        text += wxString::Format(_("%s (%s)"), name(paper), pages(leaves.size()));
    }
    return text;
}

} // namespace guitai::words
