#pragma once

#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/payments/money_desk.h"

#include <wx/dialog.h>

#include <optional>
#include <string>

namespace guitai
{

class ActionButton;
class Note;
class NoteField;
class WrappedText;

/// The person at the window says that it is paid. Asks the provider at once, whose answer alone
/// counts; looks for the number that the telephone shows among this window's payments; and gives
/// the clerk the words for what the telephone tells otherwise.
class PaidClaimDialog final : public wxDialog
{
public:
    /// The payment that is spoken of; none: only the number helps.
    struct About {
        std::string acceptanceNumber;
        AttemptView attempt;
    };
    PaidClaimDialog(wxWindow* parent,
                    Workstation& workstation,
                    Shell& shell,
                    std::optional<About> about);

    NoteField* number() const { return m_number; }
    void search();
    wxString answer() const;
    wxString wording() const;
    wxString found() const;

private:
    void build();
    void ask();
    void take(const AttemptView& attempt);
    void show(const std::vector<MoneyFile>& files);
    void end();

    Workstation& m_workstation;
    Shell& m_shell;
    std::optional<About> m_about;
    Lifetime m_lifetime;
    Note* m_answer = nullptr;
    WrappedText* m_wording = nullptr;
    NoteField* m_number = nullptr;
    Note* m_found = nullptr;
    ActionButton* m_search = nullptr;
};

} // namespace guitai
