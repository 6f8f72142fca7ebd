#pragma once

#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/practice/outcome.h"

namespace guitai
{

class ActionButton;
class FactList;
class ListTable;
class Note;
class SidePanel;
class WrappedText;

/// Training mode's exercises: the situations with their stories. One is begun, its case taken as
/// any other, and checked here: state, money and paper.
class ExercisesPage final : public Page
{
public:
    ExercisesPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    void enter() override;
    bool takeKey(int keyCode) override;

    ListTable& list() const { return *m_list; }
    wxString told() const;

private:
    void build();
    void buildSide();
    const Scenario* chosen() const;
    void showChosen();
    void begin();
    void check();
    void tell(const std::vector<Deviation>& deviations);

    Workstation& m_workstation;
    Shell& m_shell;
    ListTable* m_list = nullptr;
    SidePanel* m_side = nullptr;
    WrappedText* m_title = nullptr;
    WrappedText* m_story = nullptr;
    FactList* m_people = nullptr;
    Note* m_result = nullptr;
    ActionButton* m_begin = nullptr;
    ActionButton* m_check = nullptr;
};

} // namespace guitai
