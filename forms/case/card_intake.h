#pragma once

#include "forms/case/case_session.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"
#include "services/cases/card_use.h"

#include <wx/panel.h>

#include <array>
#include <functional>

namespace guitai
{

/// Takes a card that was read into the case. Where it could belong to two people, it asks in a line
/// above the step; Enter answers nothing there.
class CardIntake final : public wxPanel
{
public:
    /// `taken`: the draft holds what the card says now.
    CardIntake(wxWindow* parent, CaseSession& session, std::function<void(CardUse)> taken);

    void take(const CardReading& reading, Step step);
    bool asks() const { return m_reading.has_value(); }
    void dismiss(); ///< the question, if there is one
    ActionButton* answer(CardUse use) const { return m_answers[static_cast<std::size_t>(use)]; }
    const wxString& question() const { return m_words->sentence(); }

private:
    void ask(const CardReading& reading, const std::vector<CardUse>& choices);
    void use(CardUse use, const CardReading& reading);
    void keepPortrait(const CardReading& reading);
    void showIt(bool shown);

    CaseSession& m_session;
    std::function<void(CardUse)> m_taken;
    Note* m_words = nullptr;
    std::array<ActionButton*, 3> m_answers = {};
    ActionButton* m_none = nullptr;
    std::optional<CardReading> m_reading; ///< while it asks
};

} // namespace guitai
