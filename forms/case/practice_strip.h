#pragma once

#include "forms/case/case_session.h"
#include "forms/case/value_choice.h"
#include "forms/widgets/note.h"

#include <functional>
#include <optional>
#include <string>

namespace guitai
{

class ActionButton;

/// In training mode only: what the made-up person with the telephone does. Marked as training, and
/// absent where real people pay.
class PracticeStrip : public Card
{
public:
    PracticeStrip(wxWindow* parent, CaseSession& session, ElectronicPayment& payment);

    /// The order that the person may scan and pay now, if there is one.
    void showOrder(const std::optional<AttemptView>& attempt);
    /// Called with what a scanner would read off the person's telephone.
    void onPaymentCode(std::function<void(const std::string&)> read) { m_read = std::move(read); }

    ValueChoice<PracticeHabit>* habit() const { return m_habit; }
    void adopt();
    void scanNow();
    void payNow();
    void showPaymentCode(GatewayChannel channel);

private:
    void act(bool pays);

    CaseSession& m_session;
    PracticePhone& m_phone;
    std::function<void(const std::string&)> m_read;
    std::optional<AttemptView> m_attempt;
    ValueChoice<PracticeHabit>* m_habit = nullptr;
    ActionButton* m_scans = nullptr;
    ActionButton* m_pays = nullptr;
};

} // namespace guitai
