#pragma once

#include "forms/widgets/note.h"

#include <functional>

class wxTextCtrl;

namespace guitai
{

class ActionButton;
class WrappedText;

/// A question in the page, asked when an action needs a few words: one field, a button that names
/// the action, Esc gives up. Hidden until it asks.
class AskLine final : public Card
{
public:
    explicit AskLine(wxWindow* parent);

    void ask(const wxString& question,
             const wxString& action,
             std::function<void(const wxString& answer)> then);
    /// Asks for a yes. The focus is on the button that gives up: yes needs another key than the one
    /// that led here.
    void confirm(const wxString& question, const wxString& action, std::function<void()> then);
    void dismiss();
    /// Presses the button.
    void answer();
    wxTextCtrl* field() const { return m_field; }

private:
    std::function<void(const wxString&)> m_then;
    WrappedText* m_question;
    wxTextCtrl* m_field;
    ActionButton* m_action;
    ActionButton* m_giveUp;
};

} // namespace guitai
