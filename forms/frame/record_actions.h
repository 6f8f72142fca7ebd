#pragma once

#include "forms/background.h"
#include "forms/frame/user_names.h"
#include "forms/shell.h"
#include "forms/widgets/side_panel.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"
#include "services/cases/card_delivery.h"
#include "services/cases/case_actions.h"

#include <functional>
#include <map>
#include <vector>

class wxBoxSizer;

namespace guitai
{

class ActionButton;
class AskLine;
class HandOverPanel;
class WrappedText;

/// What may be done with a confirmed case. An action that its state leaves open but something else
/// hinders says why; those of another state are out of sight. The desks decide, also who may.
class RecordActions final : public SidePanel
{
public:
    RecordActions(wxWindow* parent,
                  Workstation& workstation,
                  Shell& shell,
                  std::function<void()> changed);

    void show(const Case& subject,
              std::vector<PaperRow> papers,
              UserNames names,
              std::vector<RequestView> requests);
    /// So that Enter goes on with what a supervisor approved; false when nothing is.
    bool focusApproved();
    /// As the action's button does.
    void begin(CaseAction action);
    /// A decision about an exception of the case; the supervisor signs in when the clerk is no one
    /// who may.
    void decide(ExceptionKind kind, DecisionOutcome outcome);
    /// Gives up what was being asked; false when nothing was.
    bool dismiss();
    AskLine& askLine() const { return *m_ask; }
    HandOverPanel& handOverPanel() const { return *m_handOver; }
    ActionButton* button(CaseAction action) const { return m_buttons.at(action).button; }

private:
    struct Entry {
        ActionButton* button = nullptr;
        WrappedText* why = nullptr;
    };
    void build();
    void showButtons();
    void showExceptions();
    void addException(const CaseException& exception);
    void addAnswer(const CaseException& exception);
    void sendAnswer(ExceptionKind kind, const wxString& words);
    void addRequest(const RequestView& view);
    void goOn(const RequestView& view);
    void sendRequest(RequestKind kind, const wxString& reason);
    /// Approved for the case as it is now; nullptr: none.
    const RequestView* approvedRequest(RequestKind kind) const;
    void printNotice();
    void handOver(const CardHandOver& handOver);
    void takeBack(const CardsBack& back);
    void reprint(const wxString& reason);
    void reprint(const std::string& reason, const Agreement& agreement);
    void withdraw(const wxString& reason);
    void withdraw(const std::string& reason, const Agreement& agreement);
    void settleDecision(ExceptionKind kind,
                        DecisionOutcome outcome,
                        const Actor& supervisor,
                        const std::string& reason);
    void decideWithReason(ExceptionKind kind, DecisionOutcome outcome, const std::string& reason);
    /// Runs `work` on the desk, says `done` or the refusal, and has the record loaded anew.
    /// `then` after it was done, instead of showing the case anew.
    void
    run(std::function<Result<Done>()> work, const wxString& done, std::function<void()> then = {});

    Workstation& m_workstation;
    Shell& m_shell;
    std::function<void()> m_changed;
    Lifetime m_lifetime;
    std::optional<Case> m_case;
    std::vector<PaperRow> m_papers;
    UserNames m_names;
    std::vector<RequestView> m_requests;
    ActionButton* m_goOn = nullptr; ///< with what was approved; nullptr: nothing
    std::map<CaseAction, Entry> m_buttons;
    wxPanel* m_exceptions = nullptr;
    AskLine* m_ask = nullptr;
    HandOverPanel* m_handOver = nullptr;
};

} // namespace guitai
