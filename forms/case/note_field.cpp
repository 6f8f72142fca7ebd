#include "forms/case/note_field.h"

#include "forms/case/digit_groups.h"
#include "forms/text.h"
#include "forms/widgets/form_grid.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

NoteField::NoteField(wxWindow* parent, wxWindowID id, Look look)
    : wxPanel(parent, id), m_text(new wxTextCtrl(this, wxID_ANY)),
      m_remark(new wxStaticText(this, wxID_ANY, {})),
      m_problem(new WrappedText(this, {}, theme::Text::small, theme::Role::bad))
{
    if (look == Look::number)
        m_text->SetFont(theme::font(theme::Text::number));
    m_text->SetMinSize(wxSize(FromDIP(80), -1));
    giveFieldHeight(m_text);
    m_remark->SetFont(theme::font(theme::Text::small));
    m_remark->Hide();
    m_problem->Hide();

    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(m_text, wxSizerFlags(1).CentreVertical());
    line->Add(m_remark, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(10)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line, wxSizerFlags().Expand());
    column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(3)));
    SetSizer(column);
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
