#pragma once

#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"
#include "services/payments/money_desk.h"

#include <functional>
#include <optional>
#include <string>

namespace guitai
{

/// What people do about money that is not settled, from the work list and from the page of one
/// payment: has a second person sign in, tells the desk, says what came of it.
class MoneyActions
{
public:
    /// One payment, or the cash of one case.
    struct Subject {
        std::string acceptanceNumber;
        std::string chargeId;
        std::string orderNumber; ///< empty: cash
        Money amount;
        MoneyMatter matter{};
    };

    /// `changed` is called after the desk did something.
    MoneyActions(Workstation& workstation, Shell& shell, std::function<void()> changed);

    // Why one of them cannot be begun now; empty: it can.
    wxString whyNotAsk(const Subject& subject) const;
    wxString whyNotRefund(const Subject& subject) const;
    wxString whyNotHandOver(const Subject& subject) const;

    void ask(const Subject& subject);
    /// `amount` at most what is open.
    void refund(const Subject& subject, Money amount, const std::string& reason);
    void accept(const Subject& subject, const std::string& reason);
    void release(const Subject& subject, const std::string& reason);
    void handOver(const Subject& subject, const std::string& reason);
    /// Goes on with what a supervisor approved: a refund, or what the finance desk gives back.
    void goOn(const Subject& subject, const ApprovalRequest& request);

private:
    /// On the journal's thread, with the person who agrees.
    using Work = std::function<Result<Done>(const Agreement& agreement)>;
    /// Asks the supervisor instead; none: somebody has to sign in.
    using Send = std::function<Result<Done>()>;
    wxString whyNoProvider() const;
    /// The own sign-in is enough for what the program found itself, if the actor may decide it.
    void decide(const wxString& question,
                const Work& work,
                const wxString& done,
                bool alone,
                const Send& send = {});
    void run(const Agreement& agreement, const Work& work, const wxString& done);
    Work onDesk(std::function<Result<PaymentView>(PaymentDesk&, const Agreement&)> work) const;
    Work refunding(const Subject& subject, Money amount, const std::string& reason) const;
    Work handingOver(const Subject& subject, const std::string& reason) const;
    Send asking(RefundStep step,
                const Subject& subject,
                std::optional<Money> amount,
                const std::string& reason) const;

    Workstation& m_workstation;
    Shell& m_shell;
    std::function<void()> m_changed;
    Lifetime m_lifetime;
};

} // namespace guitai
