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
MoneyActions::onDesk(std::function<Result<PaymentView>(PaymentDesk&, const Agreement&)> work) const
{
    return
        [&payment = *m_workstation.electronic, work = std::move(work)](const Agreement& agreement) {
            const auto result = work(payment.desk, agreement);
            payment.wake();
            return withoutValue(result);
        };
}

void MoneyActions::ask(const Subject& subject)
{
    run(m_shell.actor(),
        onDesk([order = subject.orderNumber, actor = m_shell.actor()](
                   PaymentDesk& desk, const Agreement&) { return desk.askNow(actor, order); }),
        _("The provider is being asked; the line changes when it answers."));
}

MoneyActions::Work
MoneyActions::refunding(const Subject& subject, Money amount, const std::string& reason) const
{
    return onDesk([actor = m_shell.actor(), subject, amount, reason](PaymentDesk& desk,
                                                                     const Agreement& agreement) {
        return desk.requestRefund(
            actor, agreement, subject.chargeId, subject.orderNumber, amount, reason);
    });
}

MoneyActions::Send MoneyActions::asking(RefundStep step,
                                        const Subject& subject,
                                        std::optional<Money> amount,
                                        const std::string& reason) const
{
    if (m_workstation.requests == nullptr)
        return {};
    return [&requests = *m_workstation.requests,
            actor = m_shell.actor(),
            wanted = RequestDesk::Refund{.step = step,
                                         .acceptanceNumber = subject.acceptanceNumber,
                                         .chargeId = subject.chargeId,
                                         .orderNumber = subject.orderNumber,
                                         .amount = amount},
            desk = m_workstation.electronic ? &m_workstation.electronic->desk : nullptr,
            reason]() -> Result<Done> {
        // A supervisor is not asked for what could not be done afterwards.
        if (desk != nullptr && !wanted.orderNumber.empty())
            if (const auto fault =
                    desk->returnFault(wanted.step, wanted.chargeId, wanted.orderNumber))
                return *fault;
        return withoutValue(requests.askRefund(actor, wanted, reason));
    };
}

void MoneyActions::refund(const Subject& subject, Money amount, const std::string& reason)
{
    decide(
        wxString::Format(_("%s go back by the way they came. A supervisor agrees."), yuan(amount)),
        refunding(subject, amount, reason),
        _("The refund was agreed and goes to the provider."),
        isLate(subject.matter),
        asking(RefundStep::provider, subject, amount, reason));
}

void MoneyActions::accept(const Subject& subject, const std::string& reason)
{
    decide(wxString::Format(_("The late payment of %s settles the case. A supervisor agrees."),
                            yuan(subject.amount)),
           onDesk([subject, reason](PaymentDesk& desk, const Agreement& agreement) {
               return desk.acceptLatePayment(*agreement.supervisor(), subject.orderNumber, reason);
           }),
           _("The late payment settles the case."),
           true);
}

void MoneyActions::release(const Subject& subject, const std::string& reason)
{
    decide(_("A supervisor looked at the answer that did not fit; the provider is asked again."),
           onDesk([subject, reason](PaymentDesk& desk, const Agreement& agreement) {
               return desk.release(*agreement.supervisor(), subject.orderNumber, reason);
           }),
           _("The provider is being asked; the line changes when it answers."),
           true);
}

MoneyActions::Work MoneyActions::handingOver(const Subject& subject,
                                             const std::string& reason) const
{
    if (!subject.orderNumber.empty())
        return onDesk([actor = m_shell.actor(), subject, reason](PaymentDesk& desk,
                                                                 const Agreement& agreement) {
            return desk.handToFinance(
                actor, agreement, subject.chargeId, subject.orderNumber, reason);
        });
    return [&money = m_workstation.money, actor = m_shell.actor(), subject, reason](
               const Agreement& agreement) {
        return withoutValue(
            money.handCashToFinance(actor, agreement, subject.acceptanceNumber, reason));
    };
}

void MoneyActions::handOver(const Subject& subject, const std::string& reason)
{
    decide(wxString::Format(_("The finance desk gives %s back; this window does so no more. A "
                              "supervisor agrees."),
                            yuan(subject.amount)),
           handingOver(subject, reason),
           _("Handed over to the finance desk, with both names and the reason."),
           !subject.orderNumber.empty() && isLate(subject.matter),
           asking(RefundStep::finance, subject, {}, reason));
}

void MoneyActions::goOn(const Subject& subject, const ApprovalRequest& request)
{
    const auto* evidence = std::get_if<RefundEvidence>(&request.evidence);
    if (evidence == nullptr)
        return;
    const auto agreement = Agreement::byRequest(request.id);
    if (request.subject.step == RefundStep::finance)
        return run(agreement,
                   handingOver(subject, request.reason),
                   _("Handed over to the finance desk, with both names and the reason."));
    run(agreement,
        refunding(subject, evidence->amount, request.reason),
        _("The refund was agreed and goes to the provider."));
}

void MoneyActions::decide(
    const wxString& question, const Work& work, const wxString& done, bool alone, const Send& send)
{
    const auto& self = m_shell.actor();
    if (alone && isPermitted(self.role, Operation::approveRefund))
        return run(self, work, done);
    if (!send) {
        if (const auto approver = m_shell.askSupervisor(question))
            run(*approver, work, done);
        return;
    }
    const auto answer = m_shell.askSupervisorOrSend(question);
    if (answer.supervisor)
        return run(*answer.supervisor, work, done);
    if (answer.send)
        run(
            {},
            [send](const Agreement&) { return send(); },
            _("It was sent to the supervisor; go on with the next person. The answer stands on "
              "the start page."));
}

void MoneyActions::run(const Agreement& agreement, const Work& work, const wxString& done)
{
    m_workstation.background.run(
        m_lifetime,
        [work, agreement] { return work(agreement); },
        [this, agreement, work, done](auto answer) {
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
            if (agreement.supervisor() == m_shell.actor() &&
                result->refusal().code == Refusal::Code::ownWork)
                if (const auto other = m_shell.askSupervisor(why))
                    run(*other, work, done);
        });
}

} // namespace guitai
