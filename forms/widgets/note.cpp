#include "forms/widgets/note.h"

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
    SetBackgroundColour(theme::colour(background));
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        setRoles(m_background, m_border);
        event.Skip();
    });
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
    SetBackgroundColour(theme::colour(background)); // what its children draw on
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
      m_text(new WrappedText(this, {}, theme::Text::normal, coloursOf(tone).text))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(column);
    Hide();
}

void Note::say(Tone tone, const wxString& sentence)
{
    m_tone = tone;
    m_sentence = sentence;
    setRoles(coloursOf(tone).ground, coloursOf(tone).border);
    m_text->setColour(coloursOf(tone).text);
    m_text->setText(sentence);
    Show(!sentence.empty());
    layOutAround(this);
    if (GetParent())
        GetParent()->Layout();
}

} // namespace guitai
