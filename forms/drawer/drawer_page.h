#pragma once

#include "forms/drawer/drawer_panel.h"
#include "forms/page.h"

class wxSimplebook;

namespace guitai
{

class ActionButton;
class AskLine;
class ClosePanel;
class FactList;
class MovePanel;
class NotePanel;
class PapersPanel;

/// The drawer: at the left what is known of the shift and what can be done, at the right one of it.
class DrawerPage final : public Page, public DrawerHost
{
public:
    DrawerPage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session);

    void enter() override;
    bool takeKey(int keyCode) override;

    // DrawerHost
    const std::optional<DrawerFacts>& drawer() const override { return m_drawer; }
    void drawerChanged(const std::optional<DrawerFacts>& facts) override;
    void showPaper(const PaperChoice& choice) override;

    PapersPanel& papers();

private:
    void build();
    wxSizer* buildMenu();
    ActionButton* menuButton(wxSizer* into, const wxString& label);
    template <class Panel>
    ActionButton* menuButton(wxSizer* into, const wxString& label, Panel*& panel);
    /// Panels are made when they are first shown: all at once would hold the window up.
    template <class Panel>
    Panel& made(Panel*& panel);
    template <class Panel>
    void show(Panel*& panel);
    void bringToFront(DrawerPanel& panel);
    void askOpening();

    Workstation& m_workstation;
    Shell& m_shell;
    Session& m_session;
    std::optional<DrawerFacts> m_drawer;
    FactList* m_facts = nullptr;
    std::vector<ActionButton*> m_needShift; ///< what an open shift is needed for
    wxSimplebook* m_book = nullptr;
    ClosePanel* m_close = nullptr;
    MovePanel* m_move = nullptr;
    NotePanel* m_notes = nullptr;
    PapersPanel* m_papers = nullptr;
    AskLine* m_ask = nullptr;
};

} // namespace guitai
