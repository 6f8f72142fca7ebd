#pragma once

#include "forms/frame/session.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"

#include <set>
#include <string>
#include <vector>

class wxStaticText;

namespace guitai
{

class ActionButton;
class ListTable;
class Note;

/// Where the day happens: the new case, what waits, what is half done, what was taken today.
class HomePage final : public Page
{
public:
    HomePage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session);

    void enter() override;
    bool takeKey(int keyCode) override;
    ListTable& waiting() const { return *m_waiting; }
    ListTable& drafts() const { return *m_drafts; }
    ListTable& today() const { return *m_today; }

private:
    /// What the store says, fetched in one job.
    struct Content {
        std::vector<CaseRow> today;
        std::vector<CaseRow> approvals;
        std::set<std::string> askedBack; ///< of the approvals: a supervisor waits for an answer
        std::vector<CaseRow> payments;
        std::vector<DraftSummary> drafts;
        std::vector<PaperRow> unresolved;
        std::vector<ComparedDay> bills;
        std::vector<RequestView> asked;    ///< of anybody, waiting
        std::vector<RequestView> returned; ///< own ones that were approved or asked back
        std::size_t openMoney = 0;         ///< lines of the work list of money
    };
    static Content load(Workstation& workstation, const Actor& actor);

    void build();
    wxSizer* buildActions();
    void show(const Content& content);
    void showWaiting(const Content& content);
    void showDrafts(const std::vector<DraftSummary>& drafts);
    void openWaiting(const std::string& key);
    void openBill(const std::string& key);
    /// On the page where it is gone on with, or answered.
    void openRequest(const RequestSubject& subject);
    void openDraft(const std::string& id);
    void askWhetherItCameOut(const PaperRow& paper);
    void greet();

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    std::vector<PaperRow> m_unresolved;
    std::vector<RequestView> m_returned;
    wxStaticText* m_greeting = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_new = nullptr;
    ActionButton* m_search = nullptr;
    ActionButton* m_shift = nullptr;
    ActionButton* m_drawer = nullptr;
    ListTable* m_waiting = nullptr;
    ListTable* m_drafts = nullptr;
    ListTable* m_today = nullptr;
};

} // namespace guitai
