#pragma once

#include "forms/shell.h"
#include "forms/widgets/note.h"
#include "forms/workstation.h"

#include <functional>

class wxTextCtrl;

namespace guitai
{

class ActionButton;

/// Shown while there is no user at all: makes the administrator, who makes the others.
class FirstAdministratorForm final : public Card
{
public:
    FirstAdministratorForm(wxWindow* parent,
                           Workstation& workstation,
                           Shell& shell,
                           std::function<void()> whenMade);

    void begin();
    void submit();

private:
    void finish(std::future<Result<User>> answer);

    Workstation& m_workstation;
    Shell& m_shell;
    std::function<void()> m_whenMade;
    Lifetime m_lifetime;
    wxTextCtrl* m_id = nullptr;
    wxTextCtrl* m_displayName = nullptr;
    wxTextCtrl* m_password = nullptr;
    wxTextCtrl* m_again = nullptr;
    ActionButton* m_submit = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
