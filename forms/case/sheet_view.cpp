#include "forms/case/sheet_view.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>

#include <algorithm>

namespace guitai
{

SheetView::SheetView(wxWindow* parent, const wxString& name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(260, 360)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        m_scaled = wxBitmap{};
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, name);
}

void SheetView::show(const wxImage& sheet)
{
    m_sheet = sheet;
    m_scaled = wxBitmap{};
    Refresh();
}

void SheetView::showWords(const wxString& words)
{
    m_words = words;
    show(wxImage{});
}

void SheetView::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::window));
    dc.Clear();
    const auto room = GetClientSize();
    if (!m_sheet.IsOk()) {
        dc.SetFont(theme::font(theme::Text::normal));
        dc.SetTextForeground(theme::colour(theme::Role::mutedText));
        dc.DrawLabel(m_words, wxRect(room), wxALIGN_CENTRE);
        return;
    }
    const auto size = m_sheet.GetSize();
    const auto scale = std::min(static_cast<double>(room.GetWidth() - 2) / size.GetWidth(),
                                static_cast<double>(room.GetHeight() - 2) / size.GetHeight());
    const auto width = std::max(1, static_cast<int>(size.GetWidth() * scale));
    const auto height = std::max(1, static_cast<int>(size.GetHeight() * scale));
    if (!m_scaled.IsOk())
        m_scaled = wxBitmap(m_sheet.Scale(width, height, wxIMAGE_QUALITY_HIGH));
    const auto place = wxRect((room.GetWidth() - width) / 2, 1, width, height);
    dc.DrawBitmap(m_scaled, place.GetTopLeft());
    dc.SetPen(theme::colour(theme::Role::border));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    auto edge = place;
    edge.Inflate(1);
    dc.DrawRectangle(edge);
}

} // namespace guitai
