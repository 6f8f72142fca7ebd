#pragma once

#include "forms/background.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

namespace guitai
{

class ActionButton;
class AskLine;
class Note;

/// How a request to a supervisor stands, in words; while it waits or after it was rejected, with
/// the sheet that tells the resident, if it concerns one; when the supervisor asked back, with the
/// answer. Hidden when there is nothing to say.
class RequestStanding final : public wxPanel
{
public:
    /// `answered` is called after the clerk's answer was stored.
    RequestStanding(wxWindow* parent,
                    Workstation& workstation,
                    Shell& shell,
                    std::function<void()> answered);

    void show(const std::optional<RequestView>& view);
    const std::optional<RequestView>& shown() const { return m_view; }
    bool isUsable() const { return m_view && m_view->isUsable(); }
    /// Asks for the answer to the supervisor's question.
    void ask();

private:
    void printSheet();
    void answer(const wxString& words);
    template <class Work>
    void run(Work work, const wxString& done, std::function<void()> then);

    Workstation& m_workstation;
    Shell& m_shell;
    std::optional<RequestView> m_view;
    Note* m_words = nullptr;
    ActionButton* m_sheet = nullptr;
    ActionButton* m_answer = nullptr;
    AskLine* m_ask = nullptr;
    std::function<void()> m_answered;
    Lifetime m_lifetime;
};

} // namespace guitai
