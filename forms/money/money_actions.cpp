#include "forms/money/money_actions.h"

#include "forms/case/amounts.h"
#include "forms/frame/received.h"
#include "services/rules/permissions.h"

#include <wx/intl.h>

#include <utility>

namespace guitai
{

namespace
{

/// The desks answer with what they made; a page loads it anew and needs only the yes or no.
template <class T>
Result<Done> withoutValue(const Result<T>& result)
{
    if (result)
        return Done{};
    return result.refusals();
}

bool isLate(MoneyMatter matter)
{
    return matter == MoneyMatter::paidLate || matter == MoneyMatter::paidTwice;
}

} // namespace

MoneyActions::MoneyActions(Workstation& workstation, Shell& shell, std::function<void()> changed)
    : m_workstation(workstation), m_shell(shell), m_changed(std::move(changed))
{
}

wxString MoneyActions::whyNoProvider() const
{
    return m_workstation.electronic != nullptr
               ? wxString{}
               : _("WeChat Pay and Alipay are not connected at this window.");
}

wxString MoneyActions::whyNotAsk(const Subject& subject) const
{
    return choicesOf(subject.matter).ask ? whyNoProvider()
                                         : _("There is nothing to ask the provider about it now.");
}

wxString MoneyActions::whyNotRefund(const Subject& subject) const
{
    return choicesOf(subject.matter).refund
               ? whyNoProvider()
               : _("Nothing of it can go back by the way it came now.");
}

wxString MoneyActions::whyNotHandOver(const Subject& subject) const
{
    if (!choicesOf(subject.matter).handOver)
        return _("The finance desk takes only what the provider does not give back.");
    return subject.orderNumber.empty() ? wxString{} : whyNoProvider();
}

MoneyActions::Work
MoneyActions::onDesk(std::function<Result<PaymentView>(PaymentDesk&, const Actor&)> work) const
{
    return [&payment = *m_workstation.electronic, work = std::move(work)](const Actor& approver) {
        const auto result = work(payment.desk, approver);
        payment.wake();
        return withoutValue(result);
    };
}

void MoneyActions::ask(const Subject& subject)
{
    run(m_shell.actor(),
        onDesk([order = subject.orderNumber](PaymentDesk& desk, const Actor& actor) {
            return desk.askNow(actor, order);
        }),
        _("The provider is being asked; the line changes when it answers."));
}

void MoneyActions::refund(const Subject& subject, Money amount, const std::string& reason)
{
    decide(
        wxString::Format(_("%s go back by the way they came. A supervisor agrees."), yuan(amount)),
        onDesk([actor = m_shell.actor(), subject, amount, reason](PaymentDesk& desk,
                                                                  const Actor& approver) {
            return desk.requestRefund(
                actor, approver, subject.chargeId, subject.orderNumber, amount, reason);
        }),
        _("The refund was agreed and goes to the provider."),
        isLate(subject.matter));
}

void MoneyActions::accept(const Subject& subject, const std::string& reason)
{
    decide(wxString::Format(_("The late payment of %s settles the case. A supervisor agrees."),
                            yuan(subject.amount)),
           onDesk([subject, reason](PaymentDesk& desk, const Actor& approver) {
               return desk.acceptLatePayment(approver, subject.orderNumber, reason);
           }),
           _("The late payment settles the case."),
           true);
}

void MoneyActions::release(const Subject& subject, const std::string& reason)
{
    decide(_("A supervisor looked at the answer that did not fit; the provider is asked again."),
           onDesk([subject, reason](PaymentDesk& desk, const Actor& approver) {
               return desk.release(approver, subject.orderNumber, reason);
           }),
           _("The provider is being asked; the line changes when it answers."),
           true);
}

void MoneyActions::handOver(const Subject& subject, const std::string& reason)
{
    const auto question =
        wxString::Format(_("The finance desk gives %s back; this window does so no more. A "
                           "supervisor agrees."),
                         yuan(subject.amount));
    const auto done = _("Handed over to the finance desk, with both names and the reason.");
    if (!subject.orderNumber.empty())
        return decide(question,
                      onDesk([actor = m_shell.actor(), subject, reason](PaymentDesk& desk,
                                                                        const Actor& approver) {
                          return desk.handToFinance(
                              actor, approver, subject.chargeId, subject.orderNumber, reason);
                      }),
                      done,
                      isLate(subject.matter));
    decide(
        question,
        [&money = m_workstation.money, actor = m_shell.actor(), subject, reason](
            const Actor& approver) {
            return withoutValue(
                money.handCashToFinance(actor, approver, subject.acceptanceNumber, reason));
        },
        done,
        false);
}

void MoneyActions::decide(const wxString& question,
                          const Work& work,
                          const wxString& done,
                          bool alone)
{
    const auto& self = m_shell.actor();
    if (alone && isPermitted(self.role, Operation::approveRefund))
        return run(self, work, done);
    if (const auto approver = m_shell.askSupervisor(question))
        run(*approver, work, done);
}

void MoneyActions::run(const Actor& approver, const Work& work, const wxString& done)
{
    m_workstation.background.run(
        m_lifetime,
        [work, approver] { return work(approver); },
        [this, approver, work, done](auto answer) {
            const auto result = received(answer, m_shell, m_workstation.log);
            if (!result)
                return;
            if (*result) {
                m_shell.notify(Shell::Tone::information, done);
                m_shell.refreshCounts();
                return m_changed();
            }
            const auto why = words::sentence(result->refusal());
            m_shell.notify(Shell::Tone::warning, why);
            // A supervisor whose own work it is can let another one sign in here.
            if (approver == m_shell.actor() && result->refusal().code == Refusal::Code::ownWork)
                if (const auto other = m_shell.askSupervisor(why))
                    run(*other, work, done);
        });
}

} // namespace guitai
