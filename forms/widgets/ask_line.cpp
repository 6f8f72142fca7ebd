#include "forms/widgets/ask_line.h"

#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace guitai
{

AskLine::AskLine(wxWindow* parent)
    : Card(parent, theme::Role::accentSoft, theme::Role::accent),
      m_question(new WrappedText(this, {})),
      m_field(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      m_action(new ActionButton(this, _("&Do it"), _("Enter"), ActionButton::Weight::main)),
      m_giveUp(new ActionButton(this, _("Give up"), "Esc", ActionButton::Weight::plain))
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_giveUp, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(m_action, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_question, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    column->Add(m_field, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    column->Add(buttons, wxSizerFlags().Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    SetSizer(padded);
    m_field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { answer(); });
    m_action->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answer(); });
    m_giveUp->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dismiss(); });
    giveFieldHeight(m_field);
    nameForScreenReaders(m_field, _("Answer")); // until it asks something
    Hide();
}

void AskLine::ask(const wxString& question,
                  const wxString& action,
                  std::function<void(const wxString&)> then)
{
    m_then = std::move(then);
    m_question->setText(question);
    nameForScreenReaders(m_field, question);
    m_action->setLabel(action);
    m_field->ChangeValue({});
    m_field->Show();
    Show();
    layOutAround(this);
    m_field->SetFocus();
}

void AskLine::confirm(const wxString& question, const wxString& action, std::function<void()> then)
{
    m_then = [then = std::move(then)](const wxString&) { then(); };
    m_question->setText(question);
    m_action->setLabel(action);
    m_field->Hide();
    Show();
    layOutAround(this);
    m_giveUp->SetFocus();
}

void AskLine::dismiss()
{
    m_then = nullptr;
    Hide();
    layOutAround(this);
    GetParent()->SetFocus();
}

void AskLine::answer()
{
    if (!m_then)
        return;
    const auto words = m_field->GetValue().Strip(wxString::both);
    if (words.empty() && m_field->IsShown())
        return m_field->SetFocus();
    const auto then = std::exchange(m_then, nullptr);
    dismiss();
    then(words);
}

} // namespace guitai
