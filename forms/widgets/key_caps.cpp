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
constexpr int smallGap = 9; ///< where there is little room
constexpr int dot = 9;

} // namespace

KeyCaps::KeyCaps(wxWindow* parent, std::function<void(int)> press)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      m_press(std::move(press))
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        measure();
        Refresh();
        event.Skip();
    });
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

/// Where not all of it fits, the longest words are cut first.
void KeyCaps::measure()
{
    auto dc = wxClientDC(this);
    dc.SetFont(theme::font(theme::Text::small));
    auto widths = std::vector<std::pair<int, int>>{}; // of caps and words
    auto sum = 0;
    for (const auto& cap : m_caps) {
        widths.emplace_back(dc.GetTextExtent(cap.key).GetWidth() + 2 * FromDIP(capPadding),
                            dc.GetTextExtent(cap.words).GetWidth());
        sum += widths.back().first + FromDIP(capGap) + widths.back().second;
    }
    const auto gaps = std::max(0, static_cast<int>(m_caps.size()) - 1);
    m_bestWidth = sum + gaps * FromDIP(gap);
    const auto room = GetClientSize().GetWidth();
    const auto isNarrow = room < m_bestWidth;
    const auto between = FromDIP(isNarrow ? smallGap : gap);
    auto longest = room;
    while (isNarrow && longest > 0 && sum + gaps * between > room) {
        --longest;
        sum = 0;
        for (const auto& [cap, words] : widths)
            sum += cap + FromDIP(capGap) + std::min(words, longest);
    }
    auto left = 0;
    m_placed.clear();
    for (std::size_t i = 0; i < m_caps.size(); ++i) {
        const auto [cap, words] = widths[i];
        const auto right = left + cap + FromDIP(capGap) + std::min(words, longest);
        const auto text = words <= longest
                              ? m_caps[i].words
                              : wxControl::Ellipsize(m_caps[i].words, dc, wxELLIPSIZE_END, longest);
        m_placed.push_back({left, cap, right, text});
        left = right + between;
    }
}

wxSize KeyCaps::DoGetBestClientSize() const
{
    return {m_bestWidth, FromDIP(22)};
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
        dc.DrawText(
            placed.words, placed.left + placed.capWidth + FromDIP(capGap), top(placed.words));
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
