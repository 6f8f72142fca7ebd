#include "forms/frame/lock_page.h"

#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/middle_column.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guitai
{

LockPage::LockPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

void LockPage::build()
{
    m_middle = new MiddleColumn(this);
    auto* card = new Card(m_middle, theme::Role::panel, theme::Role::border);
    auto* title = new wxStaticText(card, wxID_ANY, _("Locked"));
    title->SetFont(theme::font(theme::Text::title));
    m_who = new wxStaticText(card, wxID_ANY, {});
    theme::paint(m_who, {.text = theme::Role::mutedText});
    auto grid = FormGrid{card};
    m_password = grid.row<wxTextCtrl>(_("&Password"),
                                      wxString{},
                                      wxDefaultPosition,
                                      wxDefaultSize,
                                      wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    m_note = new Note(card);
    m_unlock = new ActionButton(card, _("&Unlock"), _("Enter"), ActionButton::Weight::main);
    auto* other =
        new ActionButton(card, _("Sign in as somebody &else"), {}, ActionButton::Weight::quiet);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(title);
    inside->Add(m_who, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(10)));
    inside->Add(grid.sizer(), wxSizerFlags().Expand());
    inside->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    inside->Add(m_unlock, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    inside->Add(other, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(26)));
    card->SetSizer(padded);
    card->SetMinSize(wxSize(FromDIP(420), -1));
    m_middle->add(card);
    m_password->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
    m_unlock->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    other->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_session.signOut(); });
}

void LockPage::enter()
{
    m_who->SetLabelText(wxString::Format(_("%s is signed in. What was entered is kept."),
                                         toUi(m_shell.user().displayName)));
    m_note->say(Note::Tone::plain, {});
    m_unlock->setReason({});
    m_password->ChangeValue({});
    m_middle->arrange();
    m_password->SetFocus();
}

void LockPage::leave()
{
    m_password->ChangeValue({});
}

void LockPage::submit()
{
    if (!m_unlock->IsThisEnabled())
        return;
    if (m_password->IsEmpty())
        return m_password->SetFocus();
    m_unlock->setReason(_("The password is being checked"));
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people,
         id = m_shell.actor().userId,
         password = fromUi(m_password->GetValue())] { return people.signIn(id, password); },
        [this](auto answer) { finish(std::move(answer)); });
}

void LockPage::finish(std::future<Result<Actor>> answer)
{
    m_unlock->setReason({});
    m_password->ChangeValue({});
    m_password->SetFocus();
    const auto actor = received(answer, m_shell, m_workstation.log);
    if (!actor)
        return;
    if (*actor)
        return m_session.unlock();
    m_note->say(Note::Tone::bad, words::sentence(actor->refusal()));
}

} // namespace guitai
