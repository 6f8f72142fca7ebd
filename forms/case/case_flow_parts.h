#pragma once

#include "forms/case/card_intake.h"
#include "forms/case/case_flow_page.h"
#include "forms/case/case_session.h"
#include "forms/case/draft_leaving.h"
#include "forms/case/make_step.h"
#include "forms/case/step_state.h"
#include "forms/widgets/held_key.h"

#include <map>

namespace guitai
{

class CaseSide;
class PracticeCardsStrip;
class StepRail;

/// The parts of the page and how they play together.
struct CaseFlowPage::Parts : StepHost {
    Parts(CaseFlowPage& owner, Workstation& workstation, Shell& window);

    void goToStep(Step step) override;
    void goToNextStep() override;
    void refreshActions() override;
    void focusMainAction() override;
    void goToOpenStep() override { goToStep(firstOpenStep(facts())); }

    StepFacts facts() const
    {
        return {session.derived(), session.items(), session.confirmed(), session.printed()};
    }
    StepPage& page(Step step);
    StepPage& current() { return page(step); }
    void bring(Step next);
    void refresh();
    void showRail();
    MainAction mainAction();
    wxString whyNoPrint() const;
    void onCharHook(wxKeyEvent& event);
    void enterPressed();
    void goTo(const ChecklistItem& item);
    void goToNextMissing();
    bool goToMissingHere();
    void print();
    void park();
    void cardTaken(CardUse use);
    void offerPracticeCards();
    bool focusIsOnButton() const;

    HeldKey enter;
    CaseFlowPage& owner;
    Shell& shell;
    CaseSession session;
    DraftLeaving leaving;
    StepRail* rail = nullptr;
    wxPanel* middle = nullptr;
    CardIntake* cards = nullptr;
    PracticeCardsStrip* practiceCards = nullptr; ///< in training, once the steps need cards
    CaseSide* side = nullptr;
    std::map<Step, StepPage*> pages;
    Step step = Step::category;
    StepPage* shown = nullptr;
};

} // namespace guitai
