#include "forms/widgets/middle_column.h"

#include "forms/widgets/theme.h"

#include <wx/sizer.h>

namespace guitai
{

namespace
{

// A little more room below than above looks like the middle.
constexpr int roomAbove = 2;
constexpr int roomBelow = 3;

} // namespace

MiddleColumn::MiddleColumn(wxWindow* page)
    : wxScrolledWindow(
          page, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxVSCROLL),
      m_column(new wxBoxSizer(wxVERTICAL))
{
    theme::paint(this, {.background = theme::Role::window});
    SetScrollRate(0, FromDIP(12));
    m_column->AddStretchSpacer(roomAbove);
    m_column->AddStretchSpacer(roomBelow);
    SetSizer(m_column);
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(this, wxSizerFlags(1).Expand());
    page->SetSizer(whole);
}

void MiddleColumn::add(wxWindow* card, int gapAbove)
{
    m_column->Insert(
        m_column->GetItemCount() - 1, card, wxSizerFlags().Centre().Border(wxTOP, gapAbove));
}

void MiddleColumn::arrange()
{
    FitInside();
    Layout();
}

} // namespace guitai
