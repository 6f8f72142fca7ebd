#pragma once

#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"
#include "forms/widgets/qr_view.h"
#include "forms/workstation.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <optional>

namespace guitai
{

/// One electronic payment while it is under way: the code, one line that tells the truth, the time
/// that is left, and the way out of it. The line changes with the provider's signed answers only.
class CodePanel : public wxPanel
{
public:
    CodePanel(wxWindow* parent, const Clock& clock);

    void onGiveUp(std::function<void()> giveUp) { m_giveUp = std::move(giveUp); }
    void show(const AttemptView& attempt);
    /// Nothing is under way any more.
    void clear();
    /// Empty: giving up is possible.
    void setReason(const wxString& whyNoGivingUp) { m_button->setReason(whyNoGivingUp); }
    wxWindow* button() const { return m_button; }

    const std::string& code() const { return m_code->content(); }
    const wxString& sentence() const { return m_state->sentence(); }

private:
    void showTime();

    const Clock& m_clock;
    std::optional<AttemptView> m_attempt;
    std::function<void()> m_giveUp;
    QrView* m_code;
    WrappedText* m_channel;
    WrappedText* m_time;
    Note* m_state;
    ActionButton* m_button;
    wxTimer m_timer;
};

/// "3:42"
wxString minutesAndSeconds(std::chrono::seconds left);

} // namespace guitai
