#pragma once

#include "forms/case/case_session.h"
#include "forms/case/code_panel.h"
#include "forms/case/note_field.h"
#include "forms/case/practice_strip.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

namespace guitai
{

/// The part of the payment step for WeChat Pay and Alipay: choosing the way while nothing is under
/// way, the code and the truth about it while something is. Keeps the second screen in step.
class ElectronicPart : public wxPanel
{
public:
    ElectronicPart(wxWindow* parent, CaseSession& session, ElectronicPayment& payment);

    /// Called when another way of paying became possible or impossible.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Called when the money has come; the case in the journal is accepted by then.
    void onSettled(std::function<void()> settled) { m_settled = std::move(settled); }

    /// Asks what is true of the case's charge.
    void load();
    /// Cash or another code may begin now.
    bool isFree() const { return !m_busy && (!m_view || m_view->free); }
    /// What is waited for; empty when nothing is.
    wxString waitingFor() const;
    /// A scanner's Enter in the field of payment codes, or digits that came to the field of cash.
    bool takeEnter();
    void payByCode(const std::string& scanned);
    static bool looksLikePaymentCode(const std::string& typed);

    void showCode(GatewayChannel channel);
    void giveUp();
    /// The person says that it is paid: the provider is asked, and the clerk gets the words.
    void hearClaim();
    /// The charge is settled or the case is left: the second screen greets the next person.
    void leave();

    const std::optional<PaymentView>& view() const { return m_view; }
    CodePanel& panel() const { return *m_panel; }
    NoteField* codeField() const { return m_codeField; }
    PracticeStrip* practice() const { return m_practice; } ///< none outside of training
    wxString told() const { return m_note->sentence(); }

private:
    wxSizer* buildWays();
    bool isOpen() const; ///< not settled, as far as is known
    const AttemptView* shownAttempt() const;
    void ask(std::function<Result<PaymentView>(PaymentDesk&)> question);
    void take(const PaymentView& view);
    void refreshParts();
    void showPractice();
    void tellCitizen();

    CaseSession& m_session;
    ElectronicPayment& m_payment;
    std::function<void()> m_changed, m_settled;
    std::optional<PaymentView> m_view;
    bool m_busy = false;
    bool m_settledTold = false;
    wxPanel* m_ways = nullptr;
    NoteField* m_codeField = nullptr;
    CodePanel* m_panel = nullptr;
    Note* m_note = nullptr;
    ActionButton* m_claim = nullptr;
    PracticeStrip* m_practice = nullptr;
    Lifetime m_lifetime;
};

} // namespace guitai
