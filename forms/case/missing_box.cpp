#include "forms/case/missing_box.h"

#include "forms/widgets/form_grid.h"
#include "forms/wording/words.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

constexpr auto shownLines = std::size_t{8};
constexpr int linePoints = 27;

} // namespace

MissingBox::MissingBox(wxWindow* parent)
    : Card(parent, theme::Role::cautionSoft, theme::Role::cautionBorder), m_limit(shownLines),
      m_headline(new wxStaticText(this, wxID_ANY, {})),
      m_key(new wxStaticText(this, wxID_ANY, _("F8 next"))),
      m_more(new wxStaticText(this, wxID_ANY, {})), m_column(new wxBoxSizer(wxVERTICAL))
{
    m_headline->SetFont(theme::font(theme::Text::strong));
    m_key->SetFont(theme::font(theme::Text::small));
    m_more->SetFont(theme::font(theme::Text::small));
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(m_headline, wxSizerFlags(1).CentreVertical());
    head->Add(m_key, wxSizerFlags().CentreVertical());
    m_column->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    makeLines();
    m_column->Add(m_more, wxSizerFlags().Border(wxTOP, FromDIP(2)));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_column, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(frame);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            fillLine(i);
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
    show({});
}

void MissingBox::makeLines()
{
    for (std::size_t i = 0; i < shownLines; ++i) {
        auto line = Line{};
        line.phrase = new wxButton(
            this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_LEFT | wxBORDER_NONE);
        line.phrase->SetMinSize(wxSize(FromDIP(60), lineHeight()));
        theme::addStyleClass(line.phrase, "guitai-line");
        line.phrase->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) {
            if (m_choose && i < m_items.size())
                m_choose(m_items[i]);
        });
        line.step = new wxStaticText(this, wxID_ANY, {});
        line.step->SetFont(theme::font(theme::Text::small));
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(line.phrase, wxSizerFlags(1).CentreVertical());
        row->Add(line.step, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(4)));
        m_column->Add(row, wxSizerFlags().Expand());
        m_lines.push_back(line);
    }
}

void MissingBox::show(const std::vector<ChecklistItem>& items)
{
    m_items = items;
    const auto count = static_cast<int>(items.size());
    m_headline->SetLabelText(count == 0 ? _("Nothing is missing")
                                        : wxString::Format(wxPLURAL("%d item missing",
                                                                    "%d items missing",
                                                                    static_cast<unsigned>(count)),
                                                           count));
    m_key->Show(count > 0);
    showLines();
    dress();
    Layout();
}

void MissingBox::showLines()
{
    const auto shown = linesShown();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].phrase->Show(i < shown);
        m_lines[i].step->Show(i < shown);
        fillLine(i);
    }
    const auto more = static_cast<int>(m_items.size() - shown);
    m_more->Show(more > 0);
    if (more > 0)
        m_more->SetLabelText(wxString::Format(
            wxPLURAL("and %d more", "and %d more", static_cast<unsigned>(more)), more));
    InvalidateBestSize();
}

void MissingBox::showAtMost(std::size_t lines)
{
    lines = std::min(lines, shownLines);
    if (std::exchange(m_limit, lines) == lines)
        return;
    showLines();
    Layout();
}

std::size_t MissingBox::mostLines() const
{
    return std::min(m_items.size(), shownLines);
}

int MissingBox::lineHeight() const
{
    return FromDIP(linePoints);
}

void MissingBox::fillLine(std::size_t index)
{
    if (index >= m_items.size())
        return;
    const auto& line = m_lines[index];
    const auto& item = m_items[index];
    // TRANSLATORS: in the list of what is missing, where it is entered
    const auto step = wxString::Format(_("step %d"), static_cast<int>(item.step) + 1);
    line.step->SetLabelText(step);
    const auto phrase = words::phrase(item);
    auto dc = wxClientDC(line.phrase);
    const auto room =
        GetClientSize().GetWidth() - line.step->GetBestSize().GetWidth() - FromDIP(34);
    const auto fitting =
        room > FromDIP(40) ? wxControl::Ellipsize(phrase, dc, wxELLIPSIZE_END, room) : phrase;
    if (line.phrase->GetLabelText() != fitting)
        line.phrase->SetLabelText(fitting);
    line.phrase->SetToolTip(words::sentence(item.refusal));
    nameForScreenReaders(line.phrase, wxControl::EscapeMnemonics(phrase + ", " + step));
}

void MissingBox::dress()
{
    const auto nothing = m_items.empty();
    setRoles(nothing ? theme::Role::goodSoft : theme::Role::cautionSoft,
             nothing ? theme::Role::good : theme::Role::cautionBorder);
    m_headline->SetForegroundColour(
        theme::colour(nothing ? theme::Role::good : theme::Role::caution));
    m_key->SetForegroundColour(theme::colour(theme::Role::caution));
    m_more->SetForegroundColour(theme::colour(theme::Role::mutedText));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto wrong = i < m_items.size() && m_items[i].severity == Severity::wrong;
        m_lines[i].step->SetForegroundColour(theme::colour(theme::Role::mutedText));
        m_lines[i].phrase->SetForegroundColour(
            theme::colour(wrong ? theme::Role::bad : theme::Role::text));
    }
    Refresh();
}

} // namespace guitai
