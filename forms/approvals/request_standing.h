#pragma once

#include "forms/background.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"

#include <wx/panel.h>

#include <optional>

namespace guitai
{

class ActionButton;
class Note;

/// How a request to a supervisor stands, in words; while it waits or after it was rejected, with
/// the sheet that tells the resident, if it concerns one. Hidden when there is nothing to say.
class RequestStanding final : public wxPanel
{
public:
    RequestStanding(wxWindow* parent, Workstation& workstation, Shell& shell);

    void show(const std::optional<RequestView>& view);
    const std::optional<RequestView>& shown() const { return m_view; }
    bool isUsable() const { return m_view && m_view->isUsable(); }
    bool awaitsAnswer() const { return m_view && m_view->awaitsAnswer(); }

private:
    void printSheet();

    Workstation& m_workstation;
    Shell& m_shell;
    std::optional<RequestView> m_view;
    Note* m_words = nullptr;
    ActionButton* m_sheet = nullptr;
    Lifetime m_lifetime;
};

} // namespace guitai
