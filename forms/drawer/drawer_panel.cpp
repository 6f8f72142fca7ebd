#include "forms/drawer/drawer_panel.h"

#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

DrawerFacts factsOf(const Shift& shift)
{
    auto facts = DrawerFacts{.shift = shift.id,
                             .openedAt = shift.openedAt,
                             .openingFloat = shift.openingFloat,
                             .slips = shift.movements.size()};
    if (shift.isCounted())
        facts.counted =
            DrawerFacts::Counted{shift.counts.back().total, shift.expected(), shift.counts.size()};
    return facts;
}

DrawerPanel::DrawerPanel(wxWindow* parent, const Around& around)
    : wxPanel(parent), m_around(around), m_column(new wxBoxSizer(wxVERTICAL))
{
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(m_column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(20)));
    SetSizer(padded);
}

void DrawerPanel::heading(const wxString& title, const wxString& hint)
{
    auto* words = new wxStaticText(this, wxID_ANY, title);
    words->SetFont(theme::font(theme::Text::heading));
    column()->Add(words);
    column()->Add(new WrappedText(this, hint, theme::Text::normal, theme::Role::mutedText),
                  wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
}

} // namespace guitai
