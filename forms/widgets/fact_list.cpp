#include "forms/widgets/fact_list.h"

#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

FactList::FactList(wxWindow* parent)
    : wxPanel(parent), m_grid(new wxFlexGridSizer(2, FromDIP(6), FromDIP(14)))
{
    m_grid->AddGrowableCol(1, 1);
    SetSizer(m_grid);
}

void FactList::setFacts(const Facts& facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    DestroyChildren();
    for (const auto& [word, value] : m_facts) {
        auto* label = new wxStaticText(this, wxID_ANY, wxControl::EscapeMnemonics(word));
        theme::paint(label, {.text = theme::Role::mutedText});
        auto* text = new WrappedText(this, value);
        m_grid->Add(label);
        m_grid->Add(text, wxSizerFlags().Expand());
    }
    layOutAround(this);
}

} // namespace guitai
