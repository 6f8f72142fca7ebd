#include "forms/frame/band.h"
#include "forms/frame/citizen_screen.h"
#include "forms/frame/main_frame.h"
#include "forms/money/refund_page.h"
#include "forms/reconciliation/reconciliation_page.h"
#include "forms/text.h"
#include "forms/wording/payment_words.h"
#include "forms/wording/words.h"

#include <wx/display.h>

namespace guitai
{

// What payment by telephone brings to the window around the pages: the second screen and alarms.

void MainFrame::makeCitizenScreen()
{
    m_citizen = new CitizenScreen(this, m_workstation.clock, placeWords(m_workstation));
    m_citizen->say(m_citizenView);
}

void MainFrame::showCitizen(const CitizenView& view)
{
    m_citizenView = view;
    if (!m_citizen && wxDisplay::GetCount() > 1) {
        makeCitizenScreen();
        m_citizen->fillSecondDisplay();
    } else if (m_citizen) {
        m_citizen->say(view);
    }
}

/// Where there is no second display, its window comes and goes with the key.
void MainFrame::toggleCitizenScreen()
{
    if (!m_citizen)
        makeCitizenScreen();
    if (m_citizen->IsShown())
        m_citizen->Hide();
    else if (!m_citizen->fillSecondDisplay())
        m_citizen->ShowWithoutActivating();
}

void MainFrame::goExercises()
{
    if (m_workstation.exercises && isPermitted(actor().role, Operation::takeCase))
        show(View::exercises);
}

void MainFrame::goApprovals()
{
    show(View::approvals);
}

void MainFrame::goMoney()
{
    if (!isPermitted(actor().role, Operation::searchCases))
        return notify(Tone::warning, _("An administrator never touches a case."));
    show(View::money);
}

void MainFrame::openPayment(const std::string& acceptanceNumber, const std::string& orderNumber)
{
    m_cameFrom[View::payment] = m_view == View::record ? View::record : View::money;
    dynamic_cast<RefundPage&>(page(View::payment)).open(acceptanceNumber, orderNumber);
    show(View::payment);
}

void MainFrame::tellAlarms(const PaymentChange& change)
{
    if (!isWorking())
        return;
    for (const auto alarm : change.alarms)
        notify(alarm == PaymentAlarm::clockWarning || alarm == PaymentAlarm::untrusted
                   ? Tone::warning
                   : Tone::error,
               words::sentence(alarm));
    if (!change.alarms.empty())
        refreshCounts();
}

// The providers' bills of the days before.

void MainFrame::goReconciliation()
{
    if (!isPermitted(actor().role, Operation::reconcile))
        return notify(Tone::warning, _("Only a supervisor compares the bills."));
    show(View::reconciliation);
}

void MainFrame::openBill(GatewayChannel channel, Date day)
{
    goReconciliation();
    if (m_view == View::reconciliation)
        dynamic_cast<ReconciliationPage&>(page(m_view)).open(channel, day);
}

void MainFrame::tellBill(const BillNews& news)
{
    if (!isWorking())
        return;
    const auto channel = words::name(news.channel);
    const auto day = toUi(isoDate(news.day));
    if (news.kind == BillNews::Kind::missing)
        notify(
            Tone::error,
            // TRANSLATORS: channel, day
            wxString::Format(_("The bill of %s for %s has not come. A supervisor imports it from "
                               "the provider's portal (F11)."),
                             channel,
                             day));
    else if (news.kind == BillNews::Kind::funds)
        notify(Tone::error,
               // TRANSLATORS: channel, day
               wxString::Format(_("%s, %s: the account does not show what the bill lists. Tell the "
                                  "finance office (F11)."),
                                channel,
                                day));
    else if (news.differences > 0)
        notify(Tone::warning,
               // TRANSLATORS: channel, day
               wxString::Format(
                   _("The bill of %s for %s shows differences. A supervisor looks at them (F11)."),
                   channel,
                   day));
}

} // namespace guitai
