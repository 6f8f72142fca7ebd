#include "forms/widgets/note.h"

#include "forms/widgets/form_grid.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/sizer.h>

#include <memory>

namespace guitai
{

namespace
{

struct Colours {
    theme::Role ground;
    theme::Role border;
    theme::Role text;
};

Colours coloursOf(Note::Tone tone)
{
    switch (tone) {
    case Note::Tone::plain:
        return {theme::Role::window, theme::Role::border, theme::Role::text};
    case Note::Tone::good:
        return {theme::Role::goodSoft, theme::Role::good, theme::Role::good};
    case Note::Tone::caution:
        return {theme::Role::cautionSoft, theme::Role::cautionBorder, theme::Role::caution};
    case Note::Tone::bad:
        return {theme::Role::badSoft, theme::Role::bad, theme::Role::bad};
    }
    return {theme::Role::window, theme::Role::border, theme::Role::text};
}

} // namespace

Card::Card(wxWindow* parent, theme::Role background, theme::Role border)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE),
      m_background(background), m_border(border)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
}

void Card::setRoles(theme::Role background, theme::Role border)
{
    m_background = background;
    m_border = border;
    Refresh();
}

void Card::onPaint()
{
    auto dc = wxAutoBufferedPaintDC(this);
    dc.SetBackground(GetParent()->GetBackgroundColour());
    dc.Clear();
    const auto graphics = std::unique_ptr<wxGraphicsContext>(wxGraphicsContext::Create(dc));
    if (!graphics)
        return;
    const auto size = GetClientSize();
    graphics->SetPen(wxPen(theme::colour(m_border), 1));
    graphics->SetBrush(wxBrush(theme::colour(m_background)));
    graphics->DrawRoundedRectangle(
        0.5, 0.5, size.GetWidth() - 1.0, size.GetHeight() - 1.0, FromDIP(6));
}

Note::Note(wxWindow* parent, Tone tone)
    : Card(parent, coloursOf(tone).ground, coloursOf(tone).border), m_tone(tone),
      m_text(new wxStaticText(this, wxID_ANY, {}))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(column);
    m_text->SetMinSize(wxSize(FromDIP(60), -1));
    m_text->SetForegroundColour(theme::colour(coloursOf(tone).text));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        wrap();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        m_text->SetForegroundColour(theme::colour(coloursOf(m_tone).text));
        Refresh();
        event.Skip();
    });
    Hide();
}

void Note::say(Tone tone, const wxString& sentence)
{
    m_tone = tone;
    m_sentence = sentence;
    m_wrappedWidth = 0;
    setRoles(coloursOf(tone).ground, coloursOf(tone).border);
    m_text->SetForegroundColour(theme::colour(coloursOf(tone).text));
    nameForScreenReaders(m_text, sentence);
    Show(!sentence.empty());
    wrap();
    if (GetParent())
        GetParent()->Layout();
}

void Note::wrap()
{
    const auto width = GetClientSize().GetWidth() - 2 * FromDIP(8);
    if (width < FromDIP(60) || width == m_wrappedWidth)
        return;
    m_wrappedWidth = width;
    m_text->SetLabelText(m_sentence);
    m_text->Wrap(width);
    m_text->SetMinSize(wxSize(FromDIP(60), m_text->GetBestSize().GetHeight()));
    InvalidateBestSize();
    // The height follows the width: the parent lays out once more after this event.
    CallAfter([this] {
        if (GetParent())
            GetParent()->Layout();
    });
}

} // namespace guitai
