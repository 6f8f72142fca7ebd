#pragma once

#include "forms/case/case_session.h"
#include "forms/case/hands_picture.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

namespace guitai
{

/// The scanner's part of the fingerprints page: finger after finger in the order of GA/T 1012, what
/// became of each, and the result that follows. Enter takes the finger whose turn it is.
class FingerPart final : public wxPanel
{
public:
    /// `changed`: the draft's results are others.
    FingerPart(wxWindow* parent, CaseSession& session, std::function<void()> changed);

    /// What the draft holds.
    void show();
    /// False: both hands are done.
    bool takeEnter();
    bool isWaiting() const { return m_waiting; }
    /// Ends the wait for a finger; false: nothing waited.
    bool cancel();
    void markAbsent();
    void endHand();
    void startAgain();

    HandsPicture* picture() const { return m_picture; }
    const wxString& sentence() const { return m_note->sentence(); }
    std::optional<Finger> turn() const; ///< none: both hands are done

private:
    wxSizer* buildButtons();
    void take(Finger finger);
    /// Another case: what was said and waited for was of the one before.
    void followCase();
    void arrived(Finger finger, const FingerCapture& capture);
    void keep(const FingerTry& made, const FingerCapture& capture);
    void note(const FingerTry& made);
    void settle(Draft& next, Hand hand) const;
    std::string usualReason(const HandPrint& print) const;
    void tellTry(const FingerTry& made);
    const FingerRules& rules() const { return m_session.station().rules.fingers; }

    CaseSession& m_session;
    std::function<void()> m_changed;
    HandsPicture* m_picture = nullptr;
    ActionButton* m_take = nullptr;
    ActionButton* m_absent = nullptr;
    ActionButton* m_end = nullptr;
    ActionButton* m_again = nullptr;
    Note* m_note = nullptr;
    bool m_waiting = false;
    int m_asked = 0;    ///< an answer to an earlier question is not taken
    std::string m_case; ///< id of the draft that is shown
    Lifetime m_lifetime;
};

} // namespace guitai
