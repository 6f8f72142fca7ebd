#pragma once

#include "forms/background.h"
#include "forms/workstation.h"

#include <wx/dialog.h>

#include <optional>

class wxTextCtrl;

namespace guitai
{

class ActionButton;
class Note;

/// A second person's sign-in at the clerk's desk; the clerk stays signed in.
class SupervisorDialog final : public wxDialog
{
public:
    /// Whoever may do `operation` is taken.
    SupervisorDialog(wxWindow* parent,
                     Workstation& workstation,
                     const wxString& title,
                     const wxString& why,
                     Operation operation);

    const std::optional<Actor>& supervisor() const { return m_supervisor; }
    void submit();
    /// Shows the way for a supervisor who is not here.
    void offerToSend();
    bool isToBeSent() const { return m_toBeSent; }
    void send();

private:
    void finish(std::future<Result<Actor>> answer);
    void end(int code);
    void refuse(const wxString& sentence);

    Workstation& m_workstation;
    Operation m_operation;
    Lifetime m_lifetime;
    std::optional<Actor> m_supervisor;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_password = nullptr;
    ActionButton* m_agree = nullptr;
    ActionButton* m_send = nullptr;
    bool m_toBeSent = false;
    Note* m_note = nullptr;
};

} // namespace guitai
