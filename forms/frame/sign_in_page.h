#pragma once

#include "forms/frame/session.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"

class wxBoxSizer;
class wxFlexGridSizer;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class Card;
class FirstAdministratorForm;
class MiddleColumn;
class Note;

/// Name, password, Enter. Below it the self-test; in practice the made-up users; on the first day
/// the form for the administrator.
class SignInPage final : public Page
{
public:
    SignInPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session);

    void enter() override;
    void leave() override;

    void submit();
    const wxString& told() const;

private:
    void build();
    wxSizer* buildUsers(wxWindow* parent);
    void look();
    void testOnce(wxIdleEvent& event);
    void finish(std::future<Result<SignedIn>> answer);
    void showSelfTest(const std::vector<SelfTestLine>& lines);
    void setBusy(bool busy);
    void showFirstRun(bool first);

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    bool m_busy = false;
    MiddleColumn* m_middle = nullptr;
    Card* m_card = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_password = nullptr;
    ActionButton* m_submit = nullptr;
    Note* m_note = nullptr;
    FirstAdministratorForm* m_first = nullptr;
    wxFlexGridSizer* m_lines = nullptr;
    wxWindow* m_linesPanel = nullptr;
};

} // namespace guitai
