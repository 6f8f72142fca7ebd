#pragma once

#include <wx/panel.h>

#include <utility>
#include <vector>

class wxFlexGridSizer;

namespace guitai
{

/// What is known, as muted word and value in two columns; nothing here can be edited.
class FactList : public wxPanel
{
public:
    using Facts = std::vector<std::pair<wxString, wxString>>;

    explicit FactList(wxWindow* parent);
    void setFacts(const Facts& facts);
    /// For tests and screen readers.
    const Facts& facts() const { return m_facts; }

private:
    Facts m_facts;
    wxFlexGridSizer* m_grid;
};

} // namespace guitai
