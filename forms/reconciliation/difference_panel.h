#pragma once

#include "forms/background.h"
#include "forms/shell.h"
#include "forms/widgets/fact_list.h"
#include "forms/workstation.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class Note;
class WrappedText;

/// One difference: what it is, what to do next, who does it, how it ended.
class DifferencePanel final : public wxPanel
{
public:
    /// `changed` after something was assigned or settled.
    DifferencePanel(wxWindow* parent,
                    Workstation& workstation,
                    Shell& shell,
                    std::function<void()> changed);

    void clear();
    void show(GatewayChannel channel, Date day, const Difference& difference, const WorkItem* item);
    void focusFirst();
    /// Whoever may look at a difference is offered: clerks and supervisors who may still sign in.
    void setPeople(const std::vector<User>& people);
    /// The id itself for somebody who is not known.
    wxString nameOf(const std::string& userId) const;

private:
    void build();
    wxSizer* buildWork();
    void showWork(const WorkItem* item);
    FactList::Facts facts(const Difference& difference, const WorkItem* item) const;
    void assign();
    void settle();
    void finish(std::future<Result<Done>> answer, const wxString& sentence);

    Workstation& m_workstation;
    Shell& m_shell;
    std::function<void()> m_changed;
    Lifetime m_lifetime;
    GatewayChannel m_channel{};
    Date m_day{};
    WorkItem m_item;
    std::vector<User> m_people;
    std::map<std::string, std::string> m_names;
    wxStaticText* m_title = nullptr;
    WrappedText* m_remedy = nullptr;
    FactList* m_facts = nullptr;
    wxPanel* m_work = nullptr;
    wxChoice* m_person = nullptr;
    wxTextCtrl* m_words = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_assign = nullptr;
    ActionButton* m_settle = nullptr;
};

} // namespace guitai
