#pragma once

#include "forms/case/finger_part.h"
#include "forms/case/step_page.h"
#include "forms/case/tries_table.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/note.h"

#include <array>

namespace guitai
{

/// The result of each hand (GA/T 1012: one finger a hand; the thumb first, then index, middle,
/// ring, little): taken with the scanner, or entered: which finger, and why one was not registered.
class FingerprintsStep final : public StepPage
{
public:
    FingerprintsStep(wxWindow* parent, CaseSession& session, StepHost& host);
    void load() override;
    void refresh() override;
    bool takeEnter() override;
    bool takeKey(int keyCode) override;
    void focusFirst() override;
    FingerPart* part() const { return m_part; } ///< none: there is no scanner
    const TriesTable& tries() const { return *m_tries; }

private:
    struct Hand {
        ValueChoice<FingerprintResult>* result = nullptr;
        ValueChoice<Finger>* finger = nullptr;
        ValueChoice<std::string>* reason = nullptr;
        HandPrint Draft::*print = nullptr;
    };
    void buildPart();
    void buildHand(FormGrid& grid, Hand& hand, bool right);
    void chooseResult(Hand& hand);
    void showHand(Hand& hand);
    void offerReasons(Hand& hand);
    void showNote();

    std::array<Hand, 2> m_hands;
    ActionButton* m_both = nullptr;
    Note* m_note = nullptr;
    FingerPart* m_part = nullptr;
    TriesTable* m_tries = nullptr;
};

} // namespace guitai
