#pragma once

#include "forms/drawer/drawer_panel.h"
#include "services/approvals/request_desk.h"

class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class CashCountPanel;
class FactList;
class Note;
class RequestStanding;

/// The end of a shift: count blind, then see the difference, explain it, close or hand over.
class ClosePanel final : public DrawerPanel
{
public:
    ClosePanel(wxWindow* parent, const Around& around);
    void begin() override;

private:
    enum class End { close, handOver };

    wxWindow* buildCount();
    wxWindow* buildResult();
    void showState();
    void giveCount(const std::optional<Actor>& witness);
    void countAgain();
    void counted(const Result<Shift>& answer);
    void showResult(const DrawerFacts::Counted& counted);
    void end(End how);
    void end(End how, const std::optional<Actor>& supervisor);
    void send(End how, const std::optional<Actor>& supervisor, const std::optional<Actor>& taker);
    void refused(End how, const Refusal& refusal);
    void ended(const Shift& closed, const wxString& sentence);
    /// What was asked of a supervisor about this count.
    void loadRequest();
    void showRequest(const std::optional<RequestView>& view);
    void sendRequest();
    void setBusy(const wxString& why);
    void failed() override { setBusy({}); }

    bool m_again = false; ///< a second count is being typed
    wxWindow* m_countPart = nullptr;
    wxWindow* m_resultPart = nullptr;
    CashCountPanel* m_count = nullptr;
    Note* m_countNote = nullptr;
    ActionButton* m_give = nullptr;
    FactList* m_facts = nullptr;
    Note* m_verdict = nullptr;
    Note* m_note = nullptr;
    RequestStanding* m_request = nullptr; ///< about this count
    wxStaticText* m_reasonLabel = nullptr;
    wxTextCtrl* m_reason = nullptr;
    ActionButton* m_close = nullptr;
    ActionButton* m_handOver = nullptr;
    ActionButton* m_recount = nullptr;
};

} // namespace guitai
