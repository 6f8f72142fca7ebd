// How the main frame opens a new case, a parked draft and a case that exists.
#include "forms/case/case_flow_page.h"
#include "forms/frame/main_frame.h"
#include "forms/frame/received.h"
#include "forms/frame/record_page.h"

namespace guitai
{

void MainFrame::startCase()
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, actor = actor()] { return cases.newDraft(actor); },
        [this](auto answer) {
            const auto made = received(answer, *this, m_workstation.log);
            if (made && *made) {
                openDraft(made->value());
                useWaitingCard();
            } else if (made)
                notify(Tone::warning, words::sentence(made->refusal()));
        });
}

void MainFrame::openDraft(const Draft& draft)
{
    auto& flow = dynamic_cast<CaseFlowPage&>(page(View::caseFlow));
    if (m_view == View::caseFlow)
        flow.leave();
    flow.open(draft);
    show(View::caseFlow);
}

void MainFrame::openCase(const std::string& acceptanceNumber)
{
    struct Opened {
        Result<Case> loaded;
        bool mayPrint = false;
    };
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases,
         &vouchers = m_workstation.vouchers,
         actor = actor(),
         acceptanceNumber] {
            auto opened = Opened{.loaded = cases.load(acceptanceNumber)};
            if (opened.loaded && opened.loaded.value().state == CaseState::accepted)
                opened.mayPrint = vouchers.papersOf(acceptanceNumber).empty() &&
                                  static_cast<bool>(vouchers.mayIssue(actor, acceptanceNumber));
            return opened;
        },
        [this](auto answer) {
            const auto opened = received(answer, *this, m_workstation.log);
            if (!opened)
                return;
            if (!opened->loaded)
                return notify(Tone::warning, words::sentence(opened->loaded.refusal()));
            const auto& found = opened->loaded.value();
            const auto mayPay = found.state == CaseState::awaitingPayment &&
                                isPermitted(actor().role, Operation::collectCash);
            if (mayPay || opened->mayPrint)
                openOnCasePage(found);
            else
                openRecord(found.acceptanceNumber);
        });
}

void MainFrame::openOnCasePage(const Case& opened)
{
    auto& flow = dynamic_cast<CaseFlowPage&>(page(View::caseFlow));
    if (m_view == View::caseFlow)
        flow.leave();
    flow.open(opened);
    show(View::caseFlow);
}

void MainFrame::openRecord(const std::string& acceptanceNumber)
{
    if (m_view != View::payment) // from there Esc led back here
        m_cameFrom[View::record] =
            m_view == View::search || m_view == View::approvals ? m_view : View::home;
    dynamic_cast<RecordPage&>(page(View::record)).open(acceptanceNumber);
    show(View::record);
}

} // namespace guitai
