#include "forms/widgets/wrapped_text.h"

#include "forms/widgets/form_grid.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/weakref.h>

#include <algorithm>

namespace guitai
{

namespace
{

bool isWide(wxUniChar character)
{
    return character.GetValue() >= 0x2E80;
}

bool opens(wxUniChar character)
{
    return wxString(L"（《「『【〈〔“‘(").Find(character) != wxNOT_FOUND;
}

bool closes(wxUniChar character)
{
    return wxString(L"，。、；：！？）》」』】〉〕”’…,.;:!?)%").Find(character) != wxNOT_FOUND;
}

/// Whether a line may end after the character at `position`.
bool mayBreakAfter(const wxString& text, std::size_t position)
{
    const auto here = text[position];
    const auto next = text[position + 1];
    if (here == ' ')
        return next != ' ';
    return (isWide(here) || isWide(next)) && !opens(here) && !closes(next) && next != ' ';
}

/// The colour that the nearest window around it was given.
wxColour groundOf(const wxWindow& window)
{
    const auto* ground = window.GetParent();
    while (ground->GetParent() && !ground->UseBgCol())
        ground = ground->GetParent();
    return ground->GetBackgroundColour();
}

/// What has the focus stays in sight although it moved, with what stands around it if there is
/// room. By the positions that the sizers gave: the display knows them only later.
void keepFocusInSight(wxScrolledWindow& scrolled)
{
    auto* part = wxWindow::FindFocus();
    if (!part || !scrolled.IsDescendant(part) || part == &scrolled)
        return;
    const auto room = scrolled.GetClientSize().GetHeight();
    while (part->GetParent() != &scrolled && part->GetParent()->GetSize().GetHeight() <= room)
        part = part->GetParent();
    auto top = 0;
    for (const auto* each = part; each != &scrolled; each = each->GetParent())
        top += each->GetPosition().y;
    const auto bottom = top + part->GetSize().GetHeight();
    auto step = 0;
    scrolled.GetScrollPixelsPerUnit(nullptr, &step);
    const auto start = scrolled.GetViewStart().y;
    if (step > 0 && top < 0)
        scrolled.Scroll(-1, start - (-top + step - 1) / step);
    else if (step > 0 && bottom > room)
        scrolled.Scroll(-1, start + (bottom - room + step - 1) / step);
}

wxString withoutTrailingBlanks(wxString line)
{
    return line.Trim(true);
}

} // namespace

std::vector<std::size_t> lineEnds(const wxString& text, const wxArrayInt& widths, int width)
{
    auto ends = std::vector<std::size_t>{};
    auto start = std::size_t{0};
    auto candidate = std::size_t{0};
    const auto widthBefore = [&](std::size_t at) { return at == 0 ? 0 : widths[at - 1]; };
    for (std::size_t i = 0; i < text.length(); ++i) {
        if (text[i] == '\n') {
            ends.push_back(i + 1);
            start = candidate = i + 1;
            continue;
        }
        const auto tooWide = widths[i] - widthBefore(start) > width && text[i] != ' ';
        if (tooWide && i > start) {
            const auto end = candidate > start ? candidate : i;
            ends.push_back(end);
            start = candidate = end;
        }
        if (i + 1 < text.length() && mayBreakAfter(text, i))
            candidate = i + 1;
    }
    if (start < text.length())
        ends.push_back(text.length());
    return ends;
}

WrappedText::WrappedText(wxWindow* parent,
                         const wxString& text,
                         theme::Text font,
                         theme::Role colour)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE), m_text(text),
      m_colour(colour)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetFont(theme::font(font));
    SetMinSize(wxSize(FromDIP(40), -1));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paintLines(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        wrap();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        Refresh();
        event.Skip();
    });
    nameForScreenReaders(this, wxControl::EscapeMnemonics(m_text));
}

void WrappedText::setText(const wxString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    nameForScreenReaders(this, wxControl::EscapeMnemonics(m_text));
    m_wrappedWidth = -1;
    wrap();
    Refresh();
}

void WrappedText::setColour(theme::Role colour)
{
    m_colour = colour;
    Refresh();
}

void WrappedText::setMaxLines(int lines)
{
    m_maxLines = lines;
    m_wrappedWidth = -1;
    wrap();
}

wxSize WrappedText::DoGetBestClientSize() const
{
    const auto lines = std::max<int>(1, static_cast<int>(m_lines.size()));
    return {FromDIP(40), lines * (GetCharHeight() + FromDIP(3))};
}

void WrappedText::wrap()
{
    const auto width = GetClientSize().GetWidth();
    if (width <= 0 || width == m_wrappedWidth)
        return;
    m_wrappedWidth = width;
    auto dc = wxClientDC(this);
    dc.SetFont(GetFont());
    auto widths = wxArrayInt{};
    dc.GetPartialTextExtents(m_text, widths);
    m_lines.clear();
    auto start = std::size_t{0};
    for (const auto end : lineEnds(m_text, widths, width)) {
        m_lines.push_back(withoutTrailingBlanks(m_text.Mid(start, end - start)));
        start = end;
    }
    const auto allowed = static_cast<std::size_t>(m_maxLines);
    const auto tooMany = m_maxLines > 0 && m_lines.size() > allowed;
    if (tooMany) {
        auto& last = m_lines[allowed - 1];
        last = wxControl::Ellipsize(last + m_lines[allowed], dc, wxELLIPSIZE_END, width);
        m_lines.resize(allowed);
        SetToolTip(m_text);
    } else {
        UnsetToolTip();
    }
    const auto height = DoGetBestClientSize().GetHeight();
    if (height == GetMinHeight())
        return;
    SetMinSize(wxSize(FromDIP(40), height));
    InvalidateBestSize();
    layOutAround(this);
}

void WrappedText::paintLines()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(groundOf(*this));
    dc.Clear();
    dc.SetFont(GetFont());
    dc.SetTextForeground(theme::colour(m_colour));
    auto y = 0;
    for (const auto& line : m_lines) {
        const auto x =
            m_centred ? (GetClientSize().GetWidth() - dc.GetTextExtent(line).GetWidth()) / 2 : 0;
        dc.DrawText(line, std::max(0, x), y);
        y += GetCharHeight() + FromDIP(3);
    }
}

void layOutAround(wxWindow* window)
{
    auto* top = window->GetParent();
    while (top && !top->IsTopLevel() && !wxDynamicCast(top, wxScrolledWindow) && top->GetParent())
        top = top->GetParent();
    if (!top)
        return;
    top->CallAfter([weak = wxWeakRef<wxWindow>(window), top] {
        auto chain = std::vector<wxWindow*>{};
        for (auto* around = weak ? weak->GetParent() : nullptr; around;
             around = around->GetParent()) {
            around->InvalidateBestSize();
            chain.push_back(around);
            if (around == top)
                break;
        }
        if (auto* scrolled = wxDynamicCast(top, wxScrolledWindow))
            scrolled->FitInside();
        // Each of them: one whose own size stays does not lay out what is in it by itself.
        for (auto each = chain.rbegin(); each != chain.rend(); ++each)
            (*each)->Layout();
        if (auto* scrolled = wxDynamicCast(top, wxScrolledWindow))
            keepFocusInSight(*scrolled);
    });
}

} // namespace guitai
