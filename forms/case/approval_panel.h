#pragma once

#include "forms/case/case_session.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/wrapped_text.h"

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>
#include <vector>

namespace guitai
{

/// What a supervisor must decide about a confirmed case; decided here with the supervisor's own
/// sign-in. Nobody decides about an own case: the services refuse.
class ApprovalPanel : public wxPanel
{
public:
    ApprovalPanel(wxWindow* parent, CaseSession& session);

    void refresh();
    /// Called when the case went on.
    void onDecided(std::function<void()> decided) { m_decided = std::move(decided); }
    void focusFirst();

private:
    struct Row {
        ExceptionKind kind{};
        WrappedText* words = nullptr;
        wxTextCtrl* reason = nullptr;
        ActionButton* approve = nullptr;
        ActionButton* reject = nullptr;
    };
    void rebuild(const std::vector<CaseException>& open);
    void decide(std::size_t index, DecisionOutcome outcome);
    std::optional<Actor> whoDecides(const wxString& what) const;
    void setBusy(bool busy);
    void addNotice();
    void printNotice();

    CaseSession& m_session;
    std::vector<Row> m_rows;
    std::vector<ExceptionKind> m_kinds;
    WrappedText* m_problem = nullptr;
    std::function<void()> m_decided;
    bool m_busy = false;
};

} // namespace guitai
