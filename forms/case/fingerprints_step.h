#pragma once

#include "forms/case/step_page.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <array>

namespace guitai
{

/// The result of each hand, entered by hand: which finger, and why one was not registered
/// (GA/T 1012: one finger a hand; the thumb first, then index, middle, ring, little).
class FingerprintsStep final : public StepPage
{
public:
    FingerprintsStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void refresh() override;

private:
    struct Hand {
        ValueChoice<FingerprintResult>* result = nullptr;
        ValueChoice<Finger>* finger = nullptr;
        ValueChoice<std::string>* reason = nullptr;
        HandPrint Draft::*print = nullptr;
    };
    void buildHand(FormGrid& grid, Hand& hand, bool right);
    void chooseResult(Hand& hand);
    void showHand(Hand& hand);
    void offerReasons(Hand& hand);
    void showNote();

    std::array<Hand, 2> m_hands;
    ActionButton* m_both = nullptr;
    Note* m_note = nullptr;
};

} // namespace guitai
