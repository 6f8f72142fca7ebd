#pragma once

#include "forms/money/money_actions.h"
#include "forms/page.h"

#include <vector>

namespace guitai
{

class ActionButton;
class AskLine;
class ListTable;
class SidePanel;
class WrappedText;

/// The work list of unresolved money: what happened, since when, what to do next.
class MoneyPage final : public Page
{
public:
    MoneyPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    void enter() override;
    void leave() override;
    bool takeKey(int keyCode) override;

    ListTable& list() const { return *m_list; }
    AskLine& question() const { return *m_ask; }
    const std::vector<MoneyItem>& items() const { return m_items; }
    wxString nextStep() const;

private:
    void build();
    void buildSide();
    void load();
    void show(std::vector<MoneyItem> items);
    void showChosen();
    const MoneyItem* chosen() const;
    std::optional<MoneyActions::Subject> subject() const;
    void open();
    void askProvider();
    void handOver();
    void release();
    void hearClaim();

    Workstation& m_workstation;
    Shell& m_shell;
    MoneyActions m_acts;
    std::vector<MoneyItem> m_items;
    ListTable* m_list = nullptr;
    SidePanel* m_side = nullptr;
    WrappedText* m_what = nullptr;
    WrappedText* m_next = nullptr;
    WrappedText* m_carried = nullptr;
    ActionButton* m_open = nullptr;
    ActionButton* m_askNow = nullptr;
    ActionButton* m_handOver = nullptr;
    ActionButton* m_release = nullptr;
    ActionButton* m_claim = nullptr;
    AskLine* m_ask = nullptr;
};

} // namespace guitai
