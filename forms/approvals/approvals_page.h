#pragma once

#include "forms/approvals/approval_queue.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

class wxBoxSizer;

namespace guitai
{

class ActionButton;
class AskLine;
class FactList;
class ListTable;
class PagesView;
class SidePanel;
class WrappedText;

/// What waits for a supervisor: how long, what it is about, and its evidence. Decided by whoever is
/// signed in and may, or by a supervisor who signs in once for this page; only what was looked at
/// can be approved, one by one or all of it together. Nobody decides about an own case: the
/// services refuse.
class ApprovalsPage final : public Page
{
public:
    ApprovalsPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    void enter() override;
    void leave() override;
    bool takeKey(int keyCode) override;

    ListTable& list() const { return *m_list; }
    AskLine& question() const { return *m_ask; }
    wxString whoDecides() const;
    std::size_t seen() const { return m_seen.size(); }
    PagesView& pages() const { return *m_pages; }

private:
    void build();
    void buildSide();
    void load();
    void show(std::vector<WaitingMatter> waiting);
    void fillList();
    void showChosen();
    const WaitingMatter* chosen() const;
    DecidingDesks desks() const;
    std::vector<std::string> seenNumbers() const;
    /// Who decides; asks for a supervisor's sign-in when nobody who may is known yet.
    std::optional<Actor> decider();
    /// Whether the case in front was there long enough to be looked at. A key that is held down, or
    /// pressed too early, begins the time anew.
    bool wasLookedAt();
    void approveChosen();
    void approve(const std::vector<std::string>& numbers);
    void reject();
    void askBack();
    /// Asks for words about the matter in front (of a case: its first open exception), then lets
    /// the supervisor do it.
    using Act = Result<Done> (*)(const DecidingDesks&,
                                 const Actor&,
                                 const std::string& key,
                                 const std::string& words);
    void
    askFor(const wxString& question, const wxString& label, Act act, const wxString& afterwards);
    void settle(std::function<Result<Done>(const Actor&)> act, const wxString& afterwards);
    void setBusy(bool busy);
    void openRecord();
    /// The copies of the case in front, once the journal knows who looks.
    void showCopies();

    Workstation& m_workstation;
    Shell& m_shell;
    std::vector<WaitingMatter> m_waiting;
    std::set<std::string> m_seen;
    std::string m_inFront;               ///< its key
    std::chrono::milliseconds m_since{}; ///< when it came, or a key was too early; since boot
    std::optional<Actor> m_second;       ///< who signed in for this page
    bool m_busy = false;
    ListTable* m_list = nullptr;
    SidePanel* m_side = nullptr;
    WrappedText* m_name = nullptr;
    FactList* m_facts = nullptr;
    WrappedText* m_evidence = nullptr;
    WrappedText* m_who = nullptr;
    ActionButton* m_approve = nullptr;
    ActionButton* m_reject = nullptr;
    ActionButton* m_askBack = nullptr;
    ActionButton* m_all = nullptr;
    ActionButton* m_record = nullptr;
    ActionButton* m_copies = nullptr;
    PagesView* m_pages = nullptr;
    AskLine* m_ask = nullptr;
};

} // namespace guitai
