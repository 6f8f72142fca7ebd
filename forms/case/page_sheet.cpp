#include "forms/case/page_sheet.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>
#include <wx/intl.h>

#include <algorithm>

namespace guitai
{

PageSheet::PageSheet(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(240, 160)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        m_bitmap = wxBitmap{};
        clampOffset();
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, _("Page of a copy"));
}

void PageSheet::show(const wxImage& page)
{
    m_page = page;
    m_bitmap = wxBitmap{};
    m_offset = {};
    clampOffset();
    Refresh();
}

void PageSheet::showWords(const wxString& words)
{
    m_words = words;
    show(wxImage{});
}

void PageSheet::setWhole(bool whole)
{
    m_whole = whole;
    show(m_page);
}

void PageSheet::move(int across, int down)
{
    const auto room = GetClientSize();
    m_offset.x += across * room.x / 10;
    m_offset.y += down * room.y / 10;
    clampOffset();
    Refresh();
}

void PageSheet::clampOffset()
{
    if (!m_page.IsOk() || m_whole) {
        m_offset = {};
        return;
    }
    const auto room = GetClientSize();
    m_offset.x = std::clamp(m_offset.x, 0, std::max(0, m_page.GetWidth() - room.x));
    m_offset.y = std::clamp(m_offset.y, 0, std::max(0, m_page.GetHeight() - room.y));
}

/// How large the page is shown.
wxSize PageSheet::roomFor() const
{
    const auto size = m_page.GetSize();
    if (!m_whole)
        return size;
    const auto room = GetClientSize();
    const auto scale =
        std::min({1.0, static_cast<double>(room.x) / size.x, static_cast<double>(room.y) / size.y});
    return {std::max(1, static_cast<int>(size.x * scale)),
            std::max(1, static_cast<int>(size.y * scale))};
}

void PageSheet::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::panel));
    dc.Clear();
    if (!m_page.IsOk()) {
        dc.SetFont(theme::font(theme::Text::normal));
        dc.SetTextForeground(theme::colour(theme::Role::mutedText));
        dc.DrawLabel(m_words, wxRect(GetClientSize()), wxALIGN_CENTRE);
        return;
    }
    const auto size = roomFor();
    if (!m_bitmap.IsOk())
        m_bitmap = size == m_page.GetSize()
                       ? wxBitmap(m_page)
                       : wxBitmap(m_page.Scale(size.x, size.y, wxIMAGE_QUALITY_BOX_AVERAGE));
    const auto room = GetClientSize();
    dc.DrawBitmap(m_bitmap,
                  std::max(0, (room.x - size.x) / 2) - m_offset.x,
                  std::max(0, (room.y - size.y) / 2) - m_offset.y);
}

} // namespace guitai
