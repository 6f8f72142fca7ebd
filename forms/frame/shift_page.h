#pragma once

#include "forms/frame/session.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"

#include <vector>

class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
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
    struct Line {
        std::int64_t denomination = 0; ///< fen
        wxTextCtrl* pieces = nullptr;
        wxStaticText* amount = nullptr;
    };
    void build();
    wxSizer* buildLines(wxWindow* parent);
    void buildReason(wxWindow* parent);
    void askReason(bool asked);
    /// None, and the focus on it, when a field holds no count.
    std::optional<CashCount> count();
    void showTotal();
    void focusAfter(std::size_t index);
    void finish(std::future<Result<Shift>> answer);

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    MiddleColumn* m_middle = nullptr;
    std::vector<Line> m_lines;
    wxStaticText* m_total = nullptr;
    wxStaticText* m_reasonLabel = nullptr;
    wxTextCtrl* m_reason = nullptr;
    ActionButton* m_submit = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
