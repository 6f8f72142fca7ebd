#include "forms/widgets/qr_view.h"

#include "forms/widgets/form_grid.h"

#include <wx/dcbuffer.h>
#include <wx/intl.h>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace guitai
{

namespace
{

constexpr int quietZone = 4; ///< modules on each side, ISO/IEC 18004

using Symbol = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Symbol symbolOf(const std::string& content)
{
    return {QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
}

} // namespace

QrView::QrView(wxWindow* parent, const wxSize& smallest)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(smallest);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, _("Payment code"));
}

void QrView::show(const std::string& content)
{
    if (content == m_content)
        return;
    m_content = content;
    Refresh();
}

void QrView::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    const auto symbol = m_content.empty() ? Symbol{nullptr, &QRcode_free} : symbolOf(m_content);
    if (!symbol)
        return;
    const auto room = GetClientSize();
    const auto modules = symbol->width + 2 * quietZone;
    const auto module = std::max(1, std::min(room.GetWidth(), room.GetHeight()) / modules);
    const auto left = (room.GetWidth() - module * symbol->width) / 2;
    const auto top = (room.GetHeight() - module * symbol->width) / 2;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(*wxBLACK_BRUSH);
    for (auto y = 0; y < symbol->width; ++y)
        for (auto x = 0; x < symbol->width; ++x)
            if ((symbol->data[y * symbol->width + x] & 1) != 0)
                dc.DrawRectangle(left + x * module, top + y * module, module, module);
}

} // namespace guitai
