#pragma once

#include "forms/case/case_session.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"
#include "services/cases/handover_intake.h"

#include <wx/panel.h>

#include <filesystem>
#include <functional>

class wxTextCtrl;

namespace guitai
{

/// Takes over what a terminal hands over: its slip's code, scanned into the field, or its file,
/// whose path is typed there or chosen. Says what was taken over and where it comes from.
class HandoverPart final : public wxPanel
{
public:
    /// `taken`: the draft holds what the terminal said.
    HandoverPart(wxWindow* parent, CaseSession& session, std::function<void()> taken);

    /// What the draft holds.
    void show();
    /// False: the field has no focus, or nothing new in it.
    bool takeEnter();
    void importFile(const std::filesystem::path& file);
    void importCode(const std::string& scanned);

    wxTextCtrl* field() const { return m_field; }
    const wxString& sentence() const { return m_note->sentence(); }

private:
    using Import = std::function<Result<HandoverIntake>(HandoverDesk&, const Actor&, const Draft&)>;
    void browse();
    void run(Import import);
    void arrived(const Result<HandoverIntake>& read);
    void refuse(const wxString& sentence);
    void say();

    CaseSession& m_session;
    std::function<void()> m_taken;
    wxTextCtrl* m_field = nullptr;
    ActionButton* m_import = nullptr;
    Note* m_note = nullptr;
    std::string m_case;    ///< id of the draft that is shown
    wxString m_photoFault; ///< why the terminal's photo was left out
    UnderWay m_busy{m_session};
};

} // namespace guitai
