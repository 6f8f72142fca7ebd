#include "forms/frame/supervisor_dialog.h"

#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/note.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace guitai
{

SupervisorDialog::SupervisorDialog(wxWindow* parent,
                                   Workstation& workstation,
                                   const wxString& title,
                                   const wxString& why,
                                   Operation operation)
    : wxDialog(parent, wxID_ANY, title), m_workstation(workstation), m_operation(operation)
{
    theme::paint(this, {.background = theme::Role::window});
    auto* reason = new WrappedText(this, why);
    auto grid = FormGrid{this};
    m_name = grid.row<wxTextCtrl>(
        _("User &name"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_password = grid.row<wxTextCtrl>(_("&Password"),
                                      wxString{},
                                      wxDefaultPosition,
                                      wxDefaultSize,
                                      wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    m_note = new Note(this);
    m_agree = new ActionButton(this, _("&Sign in"), _("Enter"), ActionButton::Weight::main);
    auto* cancel = new ActionButton(this, _("&Cancel"), "Esc", ActionButton::Weight::plain);
    m_send = new ActionButton(
        this, _("Send it to the super&visor's queue"), "F4", ActionButton::Weight::plain);
    m_send->Hide();
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(cancel, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(m_agree, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(reason, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(14)));
    column->Add(grid.sizer(), wxSizerFlags().Expand());
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
    column->Add(m_send, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    padded->SetMinSize(FromDIP(430), -1);
    SetSizerAndFit(padded);
    CentreOnParent();
    m_name->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { m_password->SetFocus(); });
    m_password->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { submit(); });
    m_agree->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { submit(); });
    cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(wxID_CANCEL); });
    m_send->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { send(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            end(wxID_CANCEL);
        else if (event.GetKeyCode() == WXK_F4 && m_send->IsShown())
            send();
        else
            event.Skip();
    });
    m_name->SetFocus();
}

void SupervisorDialog::offerToSend()
{
    m_send->Show();
    Fit();
}

void SupervisorDialog::send()
{
    m_toBeSent = true;
    end(wxID_CANCEL);
}

void SupervisorDialog::submit()
{
    if (!m_agree->IsThisEnabled())
        return;
    if (m_name->IsEmpty() || m_password->IsEmpty())
        return (m_name->IsEmpty() ? m_name : m_password)->SetFocus();
    m_agree->setReason(_("The password is being checked"));
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people,
         name = fromUi(m_name->GetValue()),
         password = fromUi(m_password->GetValue())] { return people.signIn(name, password); },
        [this](auto answer) { finish(std::move(answer)); });
}

void SupervisorDialog::finish(std::future<Result<Actor>> answer)
{
    m_agree->setReason({});
    try {
        const auto actor = answer.get();
        if (!actor)
            return refuse(words::sentence(actor.refusal()));
        if (const auto may = require(actor.value(), m_operation); !may)
            return refuse(words::sentence(may.refusal()));
        m_supervisor = actor.value();
        end(wxID_OK);
    } catch (const ServiceFailure& failure) {
        m_workstation.log.error(failure.what());
        refuse(words::sentence(failure));
    }
}

void SupervisorDialog::end(int code)
{
    SetReturnCode(code);
    if (IsModal())
        EndModal(code);
}

void SupervisorDialog::refuse(const wxString& sentence)
{
    m_note->say(Note::Tone::bad, sentence);
    m_password->ChangeValue({});
    m_password->SetFocus();
    Fit();
}

} // namespace guitai
