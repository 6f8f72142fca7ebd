#include "forms/widgets/key_caps.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace guitai
{

namespace
{

constexpr int capPadding = 5;
constexpr int capGap = 5;
constexpr int gap = 18;
constexpr int dot = 9;

} // namespace

KeyCaps::KeyCaps(wxWindow* parent, std::function<void(int)> press)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      m_press(std::move(press))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { onClick(event.GetPosition()); });
}

void KeyCaps::setCaps(std::vector<Cap> caps)
{
    m_caps = std::move(caps);
    measure();
    auto spoken = wxString{};
    for (const auto& cap : m_caps)
        spoken += cap.key + " " + cap.words + "; ";
    nameForScreenReaders(this, spoken);
    InvalidateBestSize();
    Refresh();
}

void KeyCaps::measure()
{
    auto dc = wxClientDC(this);
    auto left = 0;
    m_placed.clear();
    for (const auto& cap : m_caps) {
        dc.SetFont(theme::font(theme::Text::small));
        const auto capWidth = dc.GetTextExtent(cap.key).GetWidth() + 2 * FromDIP(capPadding);
        const auto words = dc.GetTextExtent(cap.words).GetWidth();
        const auto right = left + capWidth + FromDIP(capGap) + words;
        m_placed.push_back({left, capWidth, right});
        left = right + FromDIP(gap);
    }
}

wxSize KeyCaps::DoGetBestClientSize() const
{
    const auto width = m_placed.empty() ? 0 : m_placed.back().right;
    return {width, FromDIP(22)};
}

void KeyCaps::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(GetParent()->GetBackgroundColour());
    dc.Clear();
    dc.SetFont(theme::font(theme::Text::small));
    const auto height = GetClientSize().GetHeight();
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const auto& cap = m_caps[i];
        const auto& placed = m_placed[i];
        // Han characters come from a taller face than the key's Latin ones.
        const auto top = [&](const wxString& text) {
            return (height - dc.GetTextExtent(text).GetHeight()) / 2;
        };
        dc.SetPen(theme::colour(theme::Role::border));
        dc.SetBrush(theme::colour(theme::Role::window));
        dc.DrawRoundedRectangle(
            placed.left, FromDIP(1), placed.capWidth, height - FromDIP(2), FromDIP(3));
        dc.SetTextForeground(theme::colour(theme::Role::text));
        dc.DrawText(cap.key, placed.left + FromDIP(capPadding), top(cap.key));
        dc.DrawText(cap.words, placed.left + placed.capWidth + FromDIP(capGap), top(cap.words));
    }
}

void KeyCaps::onClick(const wxPoint& where)
{
    for (std::size_t i = 0; i < m_placed.size(); ++i)
        if (where.x >= m_placed[i].left && where.x <= m_placed[i].right)
            return m_press(m_caps[i].keyCode);
}

StatusLight::StatusLight(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
}

void StatusLight::show(State state, const wxString& label, const wxString& why)
{
    m_state = state;
    m_label = label;
    SetToolTip(why);
    nameForScreenReaders(this, label + ": " + why);
    InvalidateBestSize();
    Refresh();
}

wxSize StatusLight::DoGetBestClientSize() const
{
    const auto words = GetTextExtent(m_label);
    return {FromDIP(dot) + FromDIP(6) + words.GetWidth() + FromDIP(2),
            std::max(words.GetHeight(), FromDIP(dot)) + FromDIP(2)};
}

void StatusLight::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(GetParent()->GetBackgroundColour());
    dc.Clear();
    const auto height = GetClientSize().GetHeight();
    const auto size = FromDIP(dot);
    {
        const auto graphics = std::unique_ptr<wxGraphicsContext>(wxGraphicsContext::Create(dc));
        // Bright on the band whatever the theme; the words and the shape say the same.
        const auto lit = m_state == State::good      ? wxColour("#6fcf97")
                         : m_state == State::caution ? wxColour("#f2c94c")
                                                     : wxColour("#ff8a80");
        if (graphics) {
            graphics->SetPen(*wxTRANSPARENT_PEN);
            graphics->SetBrush(wxBrush(lit));
            const auto top = (height - size) / 2.0;
            if (m_state == State::bad)
                graphics->DrawRectangle(0, top, size, size);
            else
                graphics->DrawEllipse(0, top, size, size);
        }
    }
    dc.SetFont(GetFont());
    dc.SetTextForeground(GetForegroundColour());
    dc.DrawText(m_label, size + FromDIP(6), (height - dc.GetTextExtent(m_label).GetHeight()) / 2);
}

} // namespace guitai
