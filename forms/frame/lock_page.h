#pragma once

#include "forms/frame/session.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"

class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class MiddleColumn;
class Note;

/// Covers the work, which stays as it is. The same person's password uncovers it; somebody else
/// signs in anew.
class LockPage final : public Page
{
public:
    LockPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session);

    void enter() override;
    void leave() override;
    void submit();

private:
    void build();
    void finish(std::future<Result<Actor>> answer);

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    MiddleColumn* m_middle = nullptr;
    wxStaticText* m_who = nullptr;
    wxTextCtrl* m_password = nullptr;
    ActionButton* m_unlock = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
