#pragma once

#include "forms/case/value_choice.h"
#include "forms/widgets/note.h"
#include "services/cases/card_delivery.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxCheckBox;
class wxTextCtrl;

namespace guitai
{

class ActionButton;

/// Who takes the new card, whether a proxy's papers were seen, and what became of the cards that
/// must come back. Asks only what the case leaves open; Enter does it, Esc gives up. Hidden until
/// it asks.
class HandOverPanel final : public Card
{
public:
    /// `papers`: what a proxy brings, in words.
    HandOverPanel(wxWindow* parent, const std::vector<std::string>& papers);
    /// Called when it opens and when it closes: what stands around it may make room.
    void onShown(std::function<void()> changed) { m_shown = std::move(changed); }

    void ask(const Case& subject, std::function<void(const CardHandOver&)> then);
    /// Only for the cards that are out.
    void askBack(const Case& subject, std::function<void(const CardsBack&)> then);
    void dismiss();
    /// As Enter does: hands over, or says what is open and leads there.
    void answer();

    // for tests
    ValueChoice<Receiver>* receiver() const { return m_receiver; }
    wxTextCtrl* name() const { return m_name; }
    wxCheckBox* papers() const { return m_papers; }
    ValueChoice<CardReturn>* oldCard() const { return m_oldCard; }
    ValueChoice<CardReturn>* temporaryCard() const { return m_temporaryCard; }
    wxString problem() const { return m_problem->text(); }

private:
    template <class Control>
    Control* add(const wxString& label, Control* control);
    void begin(const Case& subject);
    void showParts();
    void focusOpen();
    void say(const Refusal& refusal);
    CardHandOver entered() const;
    CardsBack enteredBack() const;

    std::optional<Case> m_case;
    std::function<void()> m_shown = [] {};
    std::function<void(const CardHandOver&)> m_handOver;
    std::function<void(const CardsBack&)> m_takeBack;
    std::vector<std::pair<wxWindow*, wxWindow*>> m_labels; ///< control, its label
    ValueChoice<Receiver>* m_receiver = nullptr;
    wxTextCtrl* m_name = nullptr;
    WrappedText* m_list = nullptr;
    wxCheckBox* m_papers = nullptr;
    ValueChoice<CardReturn>* m_oldCard = nullptr;
    ValueChoice<CardReturn>* m_temporaryCard = nullptr;
    WrappedText* m_problem = nullptr;
    ActionButton* m_action = nullptr;
};

} // namespace guitai
