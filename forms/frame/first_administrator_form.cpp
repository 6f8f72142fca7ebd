#include "forms/frame/first_administrator_form.h"

#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace guitai
{

FirstAdministratorForm::FirstAdministratorForm(wxWindow* parent,
                                               Workstation& workstation,
                                               Shell& shell,
                                               std::function<void()> whenMade)
    : Card(parent, theme::Role::panel, theme::Role::border), m_workstation(workstation),
      m_shell(shell), m_whenMade(std::move(whenMade))
{
    auto* title = new wxStaticText(this, wxID_ANY, _("The first administrator"));
    title->SetFont(theme::font(theme::Text::title));
    auto* why = new wxStaticText(
        this, wxID_ANY, _("Nobody can sign in yet. The administrator sets up the others."));
    theme::paint(why, {.text = theme::Role::mutedText});
    auto grid = FormGrid{this};
    m_id = grid.row<wxTextCtrl>(_("&Name to sign in with"));
    m_displayName = grid.row<wxTextCtrl>(_("Name on the &screen"));
    m_password = grid.row<wxTextCtrl>(
        _("&Password"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
    m_again = grid.row<wxTextCtrl>(_("Password &again"),
                                   wxString{},
                                   wxDefaultPosition,
                                   wxDefaultSize,
                                   wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    m_note = new Note(this);
    m_submit = new ActionButton(this, _("&Create"), _("Enter"), ActionButton::Weight::main);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(title);
    inside->Add(why, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(10)));
    inside->Add(grid.sizer(), wxSizerFlags().Expand());
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
    inside->Add(m_submit, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(26)));
    SetSizer(padded);
    m_again->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
    m_submit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
}

void FirstAdministratorForm::begin()
{
    m_id->SetFocus();
}

void FirstAdministratorForm::submit()
{
    if (!m_submit->IsThisEnabled())
        return;
    if (m_password->GetValue() != m_again->GetValue()) {
        m_note->say(Note::Tone::caution, _("The two passwords differ. Type them again."));
        m_password->SetFocus();
        return;
    }
    m_submit->setReason(_("The administrator is being created"));
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people,
         id = fromUi(m_id->GetValue()),
         name = fromUi(m_displayName->GetValue()),
         password = fromUi(m_password->GetValue())] {
            return people.createFirstAdministrator(id, name, password);
        },
        [this](auto answer) { finish(std::move(answer)); });
}

void FirstAdministratorForm::finish(std::future<Result<User>> answer)
{
    m_submit->setReason({});
    m_password->ChangeValue({});
    m_again->ChangeValue({});
    const auto made = received(answer, m_shell, m_workstation.log);
    if (!made)
        return;
    if (!*made) {
        m_note->say(Note::Tone::bad, words::sentence(made->refusal()));
        m_password->SetFocus();
        return;
    }
    m_shell.notify(Shell::Tone::information,
                   _("The administrator was created. Sign in with the new name."));
    m_whenMade();
}

} // namespace guitai
