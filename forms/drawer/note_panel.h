#pragma once

#include "forms/drawer/drawer_panel.h"

class wxChoice;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class Note;
class OptionList;

/// A counterfeit or torn note that was found after it was taken. Moves nothing.
class NotePanel final : public DrawerPanel
{
public:
    NotePanel(wxWindow* parent, const Around& around);
    void begin() override;

private:
    void buildFields();
    void submit();
    void finish(const Result<Shift>& answer);
    void failed() override;

    OptionList* m_fault = nullptr;
    wxChoice* m_denomination = nullptr;
    wxTextCtrl* m_serial = nullptr;
    wxTextCtrl* m_noticed = nullptr;
    wxTextCtrl* m_officer = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_submit = nullptr;
};

} // namespace guitai
