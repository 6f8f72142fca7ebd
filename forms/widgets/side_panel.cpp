#include "forms/widgets/side_panel.h"

#include "forms/widgets/theme.h"

#include <wx/sizer.h>

namespace guitai
{

SidePanel::SidePanel(wxWindow* parent, int width)
    : wxScrolledWindow(parent), m_column(new wxBoxSizer(wxVERTICAL))
{
    constexpr auto margin = 16;
    constexpr auto step = 12;
    theme::paint(this, {.background = theme::Role::panel});
    SetScrollRate(0, FromDIP(step));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(m_column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(margin)));
    SetSizer(padded);
    m_column->SetMinSize(FromDIP(width - 2 * margin), -1);
}

void SidePanel::fit()
{
    FitInside();
    Layout();
}

void SidePanel::FitInside()
{
    wxScrolledWindow::FitInside();
    InvalidateBestSize();
    if (GetBestSize().GetWidth() != GetSize().GetWidth())
        GetParent()->Layout();
}

} // namespace guitai
