#pragma once

#include "forms/case/case_session.h"
#include "forms/widgets/note.h"
#include "forms/widgets/wrapped_text.h"

#include <utility>
#include <vector>

namespace guitai
{

/// The entries of a case as the resident reads them before signing: label and words.
std::vector<std::pair<wxString, wxString>> summaryOf(const CaseSession& session);

/// The summary, large, on a quiet card.
class CaseSummary : public Card
{
public:
    explicit CaseSummary(wxWindow* parent);
    void show(const std::vector<std::pair<wxString, wxString>>& lines);

private:
    wxFlexGridSizer* m_grid;
    std::vector<std::pair<wxString, wxString>> m_lines;
};

} // namespace guitai
