#include "forms/case/case_flow_page.h"

#include "forms/case/case_flow_parts.h"

namespace guitai
{

CaseFlowPage::CaseFlowPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_parts(std::make_unique<Parts>(*this, workstation, shell))
{
}

CaseFlowPage::~CaseFlowPage() = default;

void CaseFlowPage::open(const Draft& draft)
{
    leave();                        // what is on its way belongs to the case before
    m_parts->shell.showCitizen({}); // nothing of that case stays in sight
    m_parts->session.open(draft);
    m_parts->bring(firstOpenStep(m_parts->facts()));
}

void CaseFlowPage::open(const Case& confirmed)
{
    leave();
    m_parts->shell.showCitizen({}); // nothing of that case stays in sight
    m_parts->session.open(confirmed);
    m_parts->bring(firstOpenStep(m_parts->facts()));
}

void CaseFlowPage::enter()
{
    auto& parts = *m_parts;
    if (!parts.shown)
        return;
    parts.refresh();
    Layout();
    if (!parts.goToMissingHere())
        parts.current().focusFirst();
}

void CaseFlowPage::leave()
{
    if (m_parts->shown)
        m_parts->shown->leaving();
    m_parts->session.save();
}

bool CaseFlowPage::takeKey(int keyCode)
{
    auto& parts = *m_parts;
    if (!parts.shown || !parts.session.isOpen())
        return false;
    switch (keyCode) {
    case WXK_ESCAPE:
        if (!parts.cards->asks())
            return parts.current().takeKey(keyCode);
        parts.cards->dismiss();
        return true;
    case WXK_F4:
        parts.park();
        return true;
    case WXK_F8:
        parts.goToNextMissing();
        return true;
    case WXK_F9:
        parts.print();
        return true;
    default:
        return parts.current().takeKey(keyCode);
    }
}

bool CaseFlowPage::takeCard(const CardReading& reading)
{
    auto& parts = *m_parts;
    if (!parts.shown || !parts.session.isOpen())
        return false;
    parts.cards->take(reading, parts.step);
    return true;
}

} // namespace guitai
