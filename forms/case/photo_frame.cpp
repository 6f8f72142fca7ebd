#include "forms/case/photo_frame.h"

#include "forms/case/photo_picture.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>
#include <wx/intl.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto step = 40; ///< a key press moves by a fortieth of the frame

int heightFor(int width)
{
    return width * photoHeight / photoWidth;
}

} // namespace

wxRect largestPart(const wxSize& picture)
{
    auto width = picture.GetWidth();
    if (heightFor(width) > picture.GetHeight())
        width = picture.GetHeight() * photoWidth / photoHeight;
    const auto height = std::min(heightFor(width), picture.GetHeight());
    return {(picture.GetWidth() - width) / 2, (picture.GetHeight() - height) / 2, width, height};
}

wxRect fittingPart(wxRect part, const wxSize& picture, int least)
{
    const auto largest = largestPart(picture);
    part.width = std::clamp(part.width, std::min(least, largest.width), largest.width);
    part.height = std::min(heightFor(part.width), picture.GetHeight());
    part.x = std::clamp(part.x, 0, picture.GetWidth() - part.width);
    part.y = std::clamp(part.y, 0, picture.GetHeight() - part.height);
    return part;
}

PhotoFrame::PhotoFrame(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(photoWidth, photoHeight)));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_KEY_DOWN, &PhotoFrame::onKey, this);
    for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_MOTION})
        Bind(type, &PhotoFrame::onMouse, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        m_shown = wxBitmap{};
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, _("Photo"));
}

void PhotoFrame::showNothing(const wxString& words)
{
    m_words = words;
    m_marks.clear();
    m_picture = wxImage{};
    m_shown = wxBitmap{};
    m_cropping = false;
    Refresh();
}

void PhotoFrame::showPhoto(const wxImage& picture, std::vector<PhotoMark> marks)
{
    m_marks = std::move(marks);
    m_picture = picture;
    m_shown = wxBitmap{};
    m_cropping = false;
    Refresh();
}

void PhotoFrame::showToCrop(const wxImage& picture, const wxRect& part, int least)
{
    m_marks.clear();
    m_least = least;
    m_picture = picture;
    m_shown = wxBitmap{};
    m_cropping = true;
    m_part = fittingPart(part, picture.GetSize(), least);
    Refresh();
}

wxRect PhotoFrame::placeOfPicture() const
{
    const auto room = GetClientSize();
    const auto size = m_picture.GetSize();
    auto width = room.GetWidth();
    auto height = size.GetHeight() * width / std::max(1, size.GetWidth());
    if (height > room.GetHeight()) {
        height = room.GetHeight();
        width = size.GetWidth() * height / std::max(1, size.GetHeight());
    }
    return {(room.GetWidth() - width) / 2,
            (room.GetHeight() - height) / 2,
            std::max(1, width),
            std::max(1, height)};
}

void PhotoFrame::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::panel));
    dc.Clear();
    if (m_picture.IsOk()) {
        const auto place = placeOfPicture();
        if (!m_shown.IsOk())
            m_shown = wxBitmap(m_picture.Scale(place.width, place.height, wxIMAGE_QUALITY_HIGH));
        dc.DrawBitmap(m_shown, place.GetTopLeft());
        if (m_cropping)
            drawFrame(dc, place);
        drawMarks(dc, place, m_marks);
        return;
    }
    dc.SetPen(wxPen(theme::colour(theme::Role::border), 1, wxPENSTYLE_SHORT_DASH));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(GetClientSize()));
    dc.SetFont(theme::font(theme::Text::small));
    dc.SetTextForeground(theme::colour(theme::Role::mutedText));
    dc.DrawLabel(m_words, wxRect(GetClientSize()), wxALIGN_CENTRE);
}

void PhotoFrame::drawFrame(wxDC& dc, const wxRect& place) const
{
    const auto scale = static_cast<double>(place.width) / m_picture.GetWidth();
    const auto scaled = [scale](int length) { return static_cast<int>(length * scale); };
    const auto frame = wxRect(place.x + scaled(m_part.x),
                              place.y + scaled(m_part.y),
                              scaled(m_part.width),
                              scaled(m_part.height));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    // Light and dark line, so that one of them is seen on any picture.
    dc.SetPen(wxPen(*wxWHITE, FromDIP(4)));
    dc.DrawRectangle(frame);
    dc.SetPen(
        wxPen(theme::colour(HasFocus() ? theme::Role::accent : theme::Role::caution), FromDIP(2)));
    dc.DrawRectangle(frame);
}

void PhotoFrame::move(int dx, int dy)
{
    m_part.Offset(dx, dy);
    m_part = fittingPart(m_part, m_picture.GetSize(), m_least);
    Refresh();
}

void PhotoFrame::resize(int percent)
{
    const auto middle = wxPoint(m_part.x + m_part.width / 2, m_part.y + m_part.height / 2);
    auto part = m_part;
    part.width = part.width * percent / 100;
    part = fittingPart(part, m_picture.GetSize(), m_least);
    part.x = middle.x - part.width / 2;
    part.y = middle.y - part.height / 2;
    m_part = fittingPart(part, m_picture.GetSize(), m_least);
    Refresh();
}

void PhotoFrame::onKey(wxKeyEvent& event)
{
    const auto by = std::max(1, m_part.width / step);
    switch (m_cropping ? event.GetKeyCode() : 0) {
    case WXK_LEFT:
        return move(-by, 0);
    case WXK_RIGHT:
        return move(by, 0);
    case WXK_UP:
        return move(0, -by);
    case WXK_DOWN:
        return move(0, by);
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
        return resize(105);
    case '-':
    case WXK_NUMPAD_SUBTRACT:
        return resize(95);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
        return;
    default:
        event.Skip();
    }
}

void PhotoFrame::onMouse(wxMouseEvent& event)
{
    if (!m_cropping)
        return event.Skip();
    if (event.LeftDown()) {
        SetFocus();
        m_dragFrom = event.GetPosition();
    } else if (event.Dragging() && event.LeftIsDown()) {
        const auto scale = static_cast<double>(m_picture.GetWidth()) / placeOfPicture().width;
        const auto way = event.GetPosition() - m_dragFrom;
        move(static_cast<int>(way.x * scale), static_cast<int>(way.y * scale));
        m_dragFrom = event.GetPosition();
    }
}

} // namespace guitai
