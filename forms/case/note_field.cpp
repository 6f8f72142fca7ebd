#include "forms/case/note_field.h"

#include "forms/case/digit_groups.h"
#include "forms/text.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/native_style.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr int remarkGap = 10;

} // namespace

NoteField::NoteField(wxWindow* parent, wxWindowID id, Look look)
    : wxPanel(parent, id), m_text(new wxTextCtrl(this, wxID_ANY)),
      m_remark(new wxStaticText(
          this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END)),
      m_problem(new WrappedText(this, {}, theme::Text::small, theme::Role::bad))
{
    native::passMnemonic(this, m_text);
    if (look == Look::number)
        m_text->SetFont(theme::font(theme::Text::number));
    // A whole citizen number, or a name of four characters.
    constexpr auto insets = 26;
    const auto least = m_text->GetTextExtent(
        look == Look::number ? wxString("000000 00000000 000 0") : wxString(wxUniChar(0x4E00), 4));
    m_text->SetMinSize(wxSize(least.GetWidth() + FromDIP(insets), -1));
    giveFieldHeight(m_text);
    m_remark->SetFont(theme::font(theme::Text::small));
    m_remark->Hide();
    m_problem->Hide();

    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(m_text, wxSizerFlags(1).CentreVertical());
    line->Add(m_remark, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(remarkGap)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line, wxSizerFlags().Expand());
    column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
    SetSizer(column);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fitRemark();
        event.Skip();
    });
}

/// The entry keeps the room that it needs; the remark is cut with dots, and whole in its tooltip.
void NoteField::fitRemark()
{
    const auto whole = m_remark->GetTextExtent(m_remark->GetLabelText()).GetWidth();
    const auto room = GetClientSize().GetWidth() - m_text->GetMinWidth() - FromDIP(remarkGap);
    const auto width = std::max(std::min(whole + 1, room), 0);
    m_remark->SetMinSize(wxSize(width, -1));
    m_remark->SetToolTip(width < whole ? m_remark->GetLabelText() : wxString{});
}

std::string NoteField::value() const
{
    const auto typed = fromUi(m_text->GetValue());
    return m_groups.empty() ? typed : withoutBlanks(typed);
}

void NoteField::setValue(const std::string& value)
{
    const auto shown = m_groups.empty() ? value : inGroups(value, m_groups);
    if (fromUi(m_text->GetValue()) != shown)
        m_text->ChangeValue(toUi(shown));
}

void NoteField::setGroups(const std::vector<int>& lengths)
{
    m_groups = lengths;
    keepInGroups(m_text, lengths);
}

void NoteField::setRemark(const wxString& remark, theme::Role colour)
{
    m_remark->SetForegroundColour(theme::colour(colour));
    if (m_remark->GetLabelText() == remark)
        return;
    m_remark->SetLabelText(remark);
    m_remark->Show(!remark.empty());
    fitRemark();
    Layout();
}

void NoteField::setProblem(const wxString& sentence, theme::Role colour)
{
    m_problem->setColour(colour);
    if (m_problem->text() == sentence)
        return;
    const auto isWrong = !sentence.empty() && colour == theme::Role::bad;
    if (isWrong)
        theme::addStyleClass(m_text, "guitai-wrong");
    else
        theme::removeStyleClass(m_text, "guitai-wrong");
    m_problem->setText(sentence);
    m_problem->Show(!sentence.empty());
    speak();
    layOutAround(m_problem);
}

void NoteField::setSpokenName(const wxString& name)
{
    m_name = name;
    speak();
}

void NoteField::speak()
{
    nameForScreenReaders(m_text, problem().empty() ? m_name : m_name + ". " + problem());
}

bool NoteField::Enable(bool enable)
{
    return m_text->Enable(enable);
}

} // namespace guitai
