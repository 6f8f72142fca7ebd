#pragma once

#include "forms/drawer/drawer_panel.h"

class wxTextCtrl;

namespace guitai
{

class ActionButton;
class CashCountPanel;
class Note;
class OptionList;

/// Cash in or out of the drawer without a charge: change, the bank, the safe. Each has a slip.
class MovePanel final : public DrawerPanel
{
public:
    MovePanel(wxWindow* parent, const Around& around);
    void begin() override;

private:
    void buildFields();
    DrawerMove kind() const;
    bool leaves() const { return kind() != DrawerMove::in; }
    void takeKind();
    void submit();
    void send(const DrawerOrder& order, const std::optional<Actor>& second);
    void finish(const Result<Shift>& answer);
    void refuse(const Refusal& refusal);
    void failed() override;

    OptionList* m_kind = nullptr;
    CashCountPanel* m_count = nullptr;
    wxTextCtrl* m_reason = nullptr;
    wxTextCtrl* m_receiver = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_submit = nullptr;
};

} // namespace guitai
