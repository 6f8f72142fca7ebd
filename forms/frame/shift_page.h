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
class CashCountPanel;
class MiddleColumn;
class Note;

/// The float by denomination. Blind: what it ought to be is not shown.
class ShiftPage final : public Page
{
public:
    ShiftPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session);

    void enter() override;
    void submit();

private:
    void build();
    void buildReason(wxWindow* parent);
    void askReason(bool asked);
    void finish(std::future<Result<Shift>> answer);

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    MiddleColumn* m_middle = nullptr;
    CashCountPanel* m_count = nullptr;
    wxStaticText* m_reasonLabel = nullptr;
    wxTextCtrl* m_reason = nullptr;
    ActionButton* m_submit = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
