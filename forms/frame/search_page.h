#pragma once

#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class ListTable;
class Note;

/// One field that understands what is typed, three filters, a list; Enter opens the record.
class SearchPage final : public Page
{
public:
    SearchPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    void enter() override;
    /// Finds the cases of the card's holder.
    bool takeCard(const CardReading& reading) override;
    void search();
    ListTable& results() const { return *m_results; }

private:
    void build();
    wxSizer* buildFilters(wxWindow* parent);
    /// None, and the focus on it, when a date is none.
    std::optional<CaseQuery> query();
    bool readDate(wxTextCtrl* field, std::optional<Date>& date);
    void show(const CasePage& page);

    Workstation& m_workstation;
    Shell& m_shell;
    bool m_entered = false;
    int m_asked = 0; ///< searches begun; an older answer is dropped
    wxTextCtrl* m_text = nullptr;
    wxTextCtrl* m_from = nullptr;
    wxTextCtrl* m_to = nullptr;
    wxChoice* m_category = nullptr;
    wxChoice* m_state = nullptr;
    ActionButton* m_submit = nullptr;
    Note* m_note = nullptr;
    ListTable* m_results = nullptr;
};

} // namespace guitai
