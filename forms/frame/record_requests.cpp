// A further copy and a withdrawal: with a supervisor at the desk, or by a request to one.
#include "forms/frame/record_actions.h"

#include "forms/approvals/request_standing.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"

#include <wx/sizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

template <class T>
Result<Done> doneOf(const Result<T>& result)
{
    if (result)
        return Done{};
    return result.refusals();
}

bool wasReprinted(const std::vector<PaperRow>& papers)
{
    return std::ranges::any_of(
        papers, [](const PaperRow& paper) { return paper.copy > 0 && paper.state == "issued"; });
}

} // namespace

void RecordActions::reprint(const wxString& reason)
{
    if (!wasReprinted(m_papers))
        return reprint(fromUi(reason), {});
    const auto answer = m_shell.askSupervisorOrSend(
        _("The voucher was reprinted before. A supervisor agrees to a further copy."));
    if (answer.send)
        sendRequest(RequestKind::reprint, reason);
    else if (answer.supervisor)
        reprint(fromUi(reason), answer.supervisor);
}

void RecordActions::reprint(const std::string& reason, const Agreement& agreement)
{
    run([&vouchers = m_workstation.vouchers,
         actor = m_shell.actor(),
         number = m_case->acceptanceNumber,
         reason,
         agreement] { return doneOf(vouchers.reprint(actor, number, reason, agreement)); },
        _("The marked copy was printed."));
}

void RecordActions::withdraw(const wxString& reason)
{
    const auto& charge = m_case->charge;
    if (charge.state != ChargeState::settled || charge.due == Money{})
        return withdraw(fromUi(reason), m_shell.actor());
    const auto answer = m_shell.askSupervisorOrSend(
        wxString::Format(_("%s yuan were taken and are given back. A supervisor agrees and "
                           "takes the voucher in, if it was printed."),
                         toUi(charge.due.text())));
    if (answer.send)
        sendRequest(RequestKind::refund, reason);
    else if (answer.supervisor)
        withdraw(fromUi(reason), answer.supervisor);
}

void RecordActions::withdraw(const std::string& reason, const Agreement& agreement)
{
    run(
        [&cases = m_workstation.cases,
         actor = m_shell.actor(),
         agreement,
         number = m_case->acceptanceNumber,
         reason] {
            return doneOf(
                cases.withdraw(actor, agreement, number, reason, VoucherReturn::returned));
        },
        _("The case was withdrawn."),
        [this, tender = m_case->charge.tender] { // by telephone: back on its own page
            if (tender == Tender::weChat || tender == Tender::alipay)
                m_shell.openPayment(m_case->acceptanceNumber, {});
            else
                m_changed();
        });
}

const RequestView* RecordActions::approvedRequest(RequestKind kind) const
{
    const auto found = std::ranges::find_if(m_requests, [kind](const RequestView& view) {
        return view.request.subject.kind == kind && view.isUsable();
    });
    return found == m_requests.end() ? nullptr : &*found;
}

bool RecordActions::focusApproved()
{
    if (m_goOn != nullptr)
        m_goOn->SetFocus();
    return m_goOn != nullptr;
}

void RecordActions::addRequest(const RequestView& view)
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8));
    auto* standing = new RequestStanding(m_exceptions, m_workstation, m_shell, m_changed);
    m_exceptions->GetSizer()->Add(standing, below);
    standing->show(view);
    if (!view.isUsable())
        return;
    // Money that goes back is never under an Enter that was meant for something else.
    const auto isReprint = view.request.subject.kind == RequestKind::reprint;
    auto* next =
        new ActionButton(m_exceptions,
                         isReprint ? _("&Print the approved copy") : _("With&draw as approved"),
                         isReprint ? _("Enter") : wxString{},
                         ActionButton::Weight::main);
    m_exceptions->GetSizer()->Add(next, below);
    if (isReprint)
        m_goOn = next;
    // CallAfter: going on rebuilds this very button.
    next->Bind(wxEVT_BUTTON,
               [this, view](wxCommandEvent&) { CallAfter([this, view] { goOn(view); }); });
}

void RecordActions::goOn(const RequestView& view)
{
    const auto agreement = Agreement::byRequest(view.request.id);
    if (view.request.subject.kind == RequestKind::reprint)
        return reprint(view.request.reason, agreement);
    const auto withdrawNow = [this, reason = view.request.reason, agreement] {
        withdraw(reason, agreement);
    };
    const auto* refund = std::get_if<RefundEvidence>(&view.request.evidence);
    if (refund == nullptr || !refund->printed)
        return withdrawNow();
    // No supervisor is here to take the sheet in.
    m_ask->confirm(_("Money goes back for the original only. Is the printed voucher here?"),
                   _("It is &here: withdraw"),
                   withdrawNow);
}

void RecordActions::sendRequest(RequestKind kind, const wxString& reason)
{
    run(
        [&requests = *m_workstation.requests,
         actor = m_shell.actor(),
         number = m_case->acceptanceNumber,
         kind,
         reason = fromUi(reason)] {
            return doneOf(kind == RequestKind::reprint
                              ? requests.askReprint(actor, number, reason)
                              : requests.askWithdrawal(actor, number, reason));
        },
        _("It was sent to the supervisor; go on with the next person. The answer stands on the "
          "start page."));
}

} // namespace guitai
