#include "forms/case/step_rail.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"
#include "forms/wording/words.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/intl.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace guitai
{

namespace
{

constexpr int fullWidth = 196;
constexpr int compactWidth = 52;

struct Dress {
    theme::Role disc;
    theme::Role sign;
    theme::Role words;
};

Dress dressOf(StepState state)
{
    switch (state) {
    case StepState::done:
        return {theme::Role::goodSoft, theme::Role::good, theme::Role::text};
    case StepState::wrong:
        return {theme::Role::badSoft, theme::Role::bad, theme::Role::text};
    case StepState::todo:
        return {theme::Role::window, theme::Role::text, theme::Role::text};
    case StepState::notNeeded:
    case StepState::later:
        return {theme::Role::window, theme::Role::mutedText, theme::Role::mutedText};
    }
    return {theme::Role::window, theme::Role::text, theme::Role::text};
}

wxString signOf(StepState state, std::size_t index)
{
    switch (state) {
    case StepState::done:
        return wxString(wxUniChar(0x2713));
    case StepState::wrong:
        return "!";
    case StepState::notNeeded:
        return wxString(wxUniChar(0x2013));
    case StepState::todo:
    case StepState::later:
        return wxString::Format("%zu", index + 1);
    }
    return {};
}

/// wxGraphicsContext::SetFont asks the display for its resolution each time, and waits; the font is
/// sized already.
wxGraphicsFont fontOf(const wxGraphicsContext& graphics, theme::Text font, theme::Role colour)
{
    return graphics.GetRenderer()->CreateFontAtDPI(
        theme::font(font), wxRealPoint(0, 0), theme::colour(colour));
}

wxString stateInWords(StepState state)
{
    switch (state) {
    case StepState::done:
        return _("done");
    case StepState::wrong:
        return _("an entry is wrong");
    case StepState::notNeeded:
        return _("not needed");
    case StepState::todo:
        return _("something is missing");
    case StepState::later:
        return _("comes later");
    }
    return {};
}

} // namespace

StepRail::StepRail(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_KEY_DOWN, &StepRail::onKey, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        if (const auto row = rowAt(event.GetY()))
            choose(*row);
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        const auto row = rowAt(event.GetY());
        const auto tip = row && m_compact ? spoken(allSteps[*row]) : wxString{};
        if (tip != GetToolTipText())
            SetToolTip(tip);
        event.Skip();
    });
    const auto redraw = [this](auto& event) {
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, redraw);
    Bind(wxEVT_KILL_FOCUS, redraw);
    Bind(wxEVT_SIZE, redraw);
    Bind(wxEVT_SYS_COLOUR_CHANGED, redraw);
    speak();
}

void StepRail::show(Step current, const std::array<Entry, allSteps.size()>& entries)
{
    m_entries = entries;
    if (m_current != current || !HasFocus())
        m_focused = static_cast<std::size_t>(current);
    m_current = current;
    speak();
    Refresh();
}

wxString StepRail::spoken(Step step) const
{
    // TRANSLATORS: step number, name of the step, how it stands
    return wxString::Format(_("Step %d, %s: %s"),
                            static_cast<int>(step) + 1,
                            words::name(step),
                            stateInWords(entry(step).state));
}

void StepRail::speak()
{
    nameForScreenReaders(this, spoken(allSteps[m_focused]));
}

wxSize StepRail::DoGetBestClientSize() const
{
    return {FromDIP(m_compact ? compactWidth : fullWidth),
            2 * topMargin() + rowHeight() * static_cast<int>(m_entries.size())};
}

void StepRail::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    InvalidateBestSize();
    GetParent()->Layout();
    Refresh();
}

std::optional<std::size_t> StepRail::rowAt(int y) const
{
    const auto row = (y - topMargin()) / rowHeight();
    if (y < topMargin() || row >= static_cast<int>(m_entries.size()))
        return std::nullopt;
    return static_cast<std::size_t>(row);
}

void StepRail::choose(std::size_t index)
{
    if (m_choose && m_entries[index].reachable)
        m_choose(allSteps[index]);
}

void StepRail::moveTo(int index)
{
    const auto last = static_cast<int>(m_entries.size()) - 1;
    m_focused = static_cast<std::size_t>(std::clamp(index, 0, last));
    speak();
    Refresh();
}

void StepRail::onKey(wxKeyEvent& event)
{
    const auto at = static_cast<int>(m_focused);
    switch (event.GetKeyCode()) {
    case WXK_UP:
        return moveTo(at - 1);
    case WXK_DOWN:
        return moveTo(at + 1);
    case WXK_HOME:
        return moveTo(0);
    case WXK_END:
        return moveTo(static_cast<int>(m_entries.size()) - 1);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE:
        return choose(m_focused);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
        return;
    default:
        event.Skip();
    }
}

void StepRail::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(theme::colour(theme::Role::panel));
    dc.Clear();
    const auto graphics = std::unique_ptr<wxGraphicsContext>(wxGraphicsContext::Create(dc));
    if (!graphics)
        return;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        paintEntry(*graphics, i);
    graphics->SetPen(theme::colour(theme::Role::border));
    const auto size = GetClientSize();
    graphics->StrokeLine(size.GetWidth() - 0.5, 0, size.GetWidth() - 0.5, size.GetHeight());
}

void StepRail::paintEntry(wxGraphicsContext& graphics, std::size_t index)
{
    const auto isCurrent = allSteps[index] == m_current;
    const auto& entry = m_entries[index];
    const auto dress = dressOf(entry.state);
    const auto height = static_cast<double>(rowHeight());
    const auto top = topMargin() + height * static_cast<double>(index);
    const auto width = static_cast<double>(GetClientSize().GetWidth() - 1);
    const auto middle = [&](double textHeight) { return top + (height - textHeight) / 2; };

    graphics.SetPen(wxNullPen);
    if (isCurrent) {
        graphics.SetBrush(theme::colour(theme::Role::accentSoft));
        graphics.DrawRectangle(0, top, width, height);
        graphics.SetBrush(theme::colour(theme::Role::accent));
        graphics.DrawRectangle(0, top, FromDIP(3), height);
    }
    const auto disc = static_cast<double>(FromDIP(22));
    const auto left = static_cast<double>(FromDIP(14));
    graphics.SetBrush(theme::colour(isCurrent ? theme::Role::accent : dress.disc));
    graphics.SetPen(theme::colour(isCurrent ? theme::Role::accent : theme::Role::border));
    if (entry.state == StepState::done || entry.state == StepState::wrong || isCurrent)
        graphics.SetPen(wxNullPen);
    graphics.DrawEllipse(left, top + (height - disc) / 2, disc, disc);

    auto textWidth = 0.0, textHeight = 0.0;
    const auto write = [&](const wxString& text, theme::Text font, theme::Role colour, auto place) {
        graphics.SetFont(fontOf(graphics, font, colour));
        graphics.GetTextExtent(text, &textWidth, &textHeight);
        graphics.DrawText(text, place(), middle(textHeight));
    };
    write(signOf(entry.state, index),
          theme::Text::small,
          isCurrent ? theme::Role::accentText : dress.sign,
          [&] { return left + (disc - textWidth) / 2; });
    if (!m_compact)
        write(words::name(allSteps[index]),
              isCurrent ? theme::Text::strong : theme::Text::normal,
              dress.words,
              [&] { return left + disc + FromDIP(10); });
    if (!m_compact)
        write(wxString::Format("%zu", (index + 1) % 10),
              theme::Text::small,
              theme::Role::mutedText,
              [&] { return width - textWidth - FromDIP(14); });
    if (HasFocus() && index == m_focused) {
        graphics.SetBrush(*wxTRANSPARENT_BRUSH);
        graphics.SetPen(wxPen(theme::colour(theme::Role::accent), FromDIP(2)));
        graphics.DrawRoundedRectangle(
            FromDIP(5), top + FromDIP(3), width - FromDIP(10), height - FromDIP(6), FromDIP(5));
    }
}

} // namespace guitai
