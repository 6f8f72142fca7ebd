#include "forms/case/signature_pad.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/bitmap.h>
#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/imagpng.h>
#include <wx/intl.h>
#include <wx/mstream.h>

#include <algorithm>
#include <memory>

namespace guitai
{

namespace
{

constexpr auto pngWidth = 900;
constexpr auto penWidth = 2.6;
/// A dot is no signature: the strokes together are at least this long, in parts of the pad's width.
constexpr auto shortestSignature = 0.1;

} // namespace

SignaturePad::SignaturePad(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(300, 170)));
    SetCursor(wxCursor(wxCURSOR_PENCIL));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_MOTION, wxEVT_LEFT_UP})
        Bind(type, &SignaturePad::onMouse, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { endStroke(); });
    nameForScreenReaders(this, _("Signature"));
}

void SignaturePad::clear()
{
    m_strokes.clear();
    m_kept = wxImage{};
    m_drawing = false;
    if (HasCapture())
        ReleaseMouse();
    Refresh();
    if (m_changed)
        m_changed();
}

void SignaturePad::showKept(const wxImage& picture)
{
    m_strokes.clear();
    m_kept = picture;
    Refresh();
}

bool SignaturePad::isSigned() const
{
    auto length = 0.0;
    for (const auto& stroke : m_strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            length += stroke[i].GetDistance(stroke[i - 1]);
    return length >= shortestSignature * std::max(1, GetClientSize().GetWidth());
}

void SignaturePad::onMouse(wxMouseEvent& event)
{
    const auto here = wxPoint2DDouble(event.GetX(), event.GetY());
    if (event.LeftDown()) {
        m_kept = wxImage{};
        m_strokes.push_back({here});
        m_drawing = true;
        if (!HasCapture())
            CaptureMouse();
    } else if (m_drawing && event.Dragging()) {
        m_strokes.back().push_back(here);
    } else if (m_drawing && event.LeftUp()) {
        m_strokes.back().push_back(here);
        endStroke();
    } else {
        return event.Skip();
    }
    Refresh();
}

void SignaturePad::endStroke()
{
    if (!m_drawing)
        return;
    m_drawing = false;
    if (HasCapture())
        ReleaseMouse();
    if (m_changed)
        m_changed();
}

void SignaturePad::drawStrokes(wxGraphicsContext& graphics, double scale) const
{
    auto pen = wxPen(*wxBLACK, 1);
    pen.SetCap(wxCAP_ROUND);
    pen.SetJoin(wxJOIN_ROUND);
    graphics.SetPen(graphics.CreatePen(
        wxGraphicsPenInfo(*wxBLACK, penWidth * scale).Cap(wxCAP_ROUND).Join(wxJOIN_ROUND)));
    for (const auto& stroke : m_strokes) {
        auto path = graphics.CreatePath();
        path.MoveToPoint(stroke.front().m_x * scale, stroke.front().m_y * scale);
        for (const auto& point : stroke)
            path.AddLineToPoint(point.m_x * scale, point.m_y * scale);
        graphics.StrokePath(path);
    }
}

void SignaturePad::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(*wxWHITE); // paper: what is drawn here is printed
    dc.Clear();
    const auto size = GetClientSize();
    dc.SetPen(theme::colour(theme::Role::border));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(size));
    const auto line = size.GetHeight() * 4 / 5;
    dc.DrawLine(FromDIP(24), line, size.GetWidth() - FromDIP(24), line);
    if (m_kept.IsOk()) {
        const auto height = size.GetWidth() * m_kept.GetHeight() / std::max(1, m_kept.GetWidth());
        const auto fits = height <= size.GetHeight();
        const auto shown = fits ? wxSize(size.GetWidth(), height)
                                : wxSize(size.GetHeight() * m_kept.GetWidth() / m_kept.GetHeight(),
                                         size.GetHeight());
        auto bitmap = wxBitmap(m_kept.Scale(std::max(1, shown.GetWidth() - 2),
                                            std::max(1, shown.GetHeight() - 2),
                                            wxIMAGE_QUALITY_HIGH));
        dc.DrawBitmap(bitmap, 1, 1);
        return;
    }
    if (isEmpty()) {
        dc.SetFont(theme::font(theme::Text::normal));
        dc.SetTextForeground(wxColour(130, 136, 144));
        dc.DrawLabel(_("Please sign here"), wxRect(size), wxALIGN_CENTRE);
    }
    if (const auto graphics = std::unique_ptr<wxGraphicsContext>(wxGraphicsContext::Create(dc)))
        drawStrokes(*graphics, 1.0);
}

Bytes SignaturePad::png() const
{
    const auto size = GetClientSize();
    const auto scale = static_cast<double>(pngWidth) / std::max(1, size.GetWidth());
    auto bitmap = wxBitmap(pngWidth, std::max(1, static_cast<int>(size.GetHeight() * scale)), 24);
    {
        auto dc = wxMemoryDC(bitmap);
        dc.SetBackground(*wxWHITE_BRUSH);
        dc.Clear();
        if (const auto graphics = std::unique_ptr<wxGraphicsContext>(wxGraphicsContext::Create(dc)))
            drawStrokes(*graphics, scale);
    }
    auto image = bitmap.ConvertToImage();
    image.SetOption(wxIMAGE_OPTION_PNG_FORMAT, wxPNG_TYPE_GREY);
    auto stream = wxMemoryOutputStream{};
    auto handler = wxPNGHandler{};
    if (!handler.SaveFile(&image, stream, false))
        return {};
    auto bytes = Bytes(stream.GetSize());
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

} // namespace guitai
