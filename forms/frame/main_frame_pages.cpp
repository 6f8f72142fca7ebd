#include "forms/frame/main_frame.h"

#include "forms/approvals/approvals_page.h"
#include "forms/case/case_flow_page.h"
#include "forms/drawer/drawer_page.h"
#include "forms/exercises/exercises_page.h"
#include "forms/frame/home_page.h"
#include "forms/frame/key_map_page.h"
#include "forms/frame/lock_page.h"
#include "forms/frame/record_page.h"
#include "forms/frame/search_page.h"
#include "forms/frame/shift_page.h"
#include "forms/frame/sign_in_page.h"
#include "forms/money/money_page.h"
#include "forms/money/refund_page.h"
#include "forms/reconciliation/reconciliation_page.h"
#include "forms/widgets/theme.h"

#include <wx/simplebook.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr int betweenPages = 300; // milliseconds

} // namespace

Page& MainFrame::page(View view)
{
    auto& kept = m_pages[view];
    if (!kept) {
        kept = make(view);
        theme::paint(kept, {.background = theme::Role::window});
        m_book->AddPage(kept, {});
    }
    return *kept;
}

Page* MainFrame::make(View view)
{
    switch (view) {
    case View::signIn:
        return new SignInPage(m_book, m_workstation, *this, *this);
    case View::shift:
        return new ShiftPage(m_book, m_workstation, *this, *this);
    case View::home:
        return new HomePage(m_book, m_workstation, *this, *this);
    case View::search:
        return new SearchPage(m_book, m_workstation, *this);
    case View::record:
        return new RecordPage(m_book, m_workstation, *this);
    case View::caseFlow:
        return new CaseFlowPage(m_book, m_workstation, *this);
    case View::drawer:
        return new DrawerPage(m_book, m_workstation, *this, *this);
    case View::reconciliation:
        return new ReconciliationPage(m_book, m_workstation, *this);
    case View::exercises:
        return new ExercisesPage(m_book, m_workstation, *this);
    case View::approvals:
        return new ApprovalsPage(m_book, m_workstation, *this);
    case View::money:
        return new MoneyPage(m_book, m_workstation, *this);
    case View::payment:
        return new RefundPage(m_book, m_workstation, *this);
    case View::keys:
        return new KeyMapPage(m_book);
    case View::lock:
        return new LockPage(m_book, m_workstation, *this, *this);
    }
    throw std::logic_error("a view without a page");
}

/// Making a page takes a good part of what a key may take until it shows; so the pages are made one
/// after the other while the person looks at the first.
void MainFrame::prepareNextPage()
{
    constexpr auto wanted = std::array{
        View::home, View::caseFlow, View::search, View::money, View::drawer, View::record};
    const auto next =
        std::ranges::find_if(wanted, [this](View view) { return !m_pages.contains(view); });
    if (!m_who || next == wanted.end())
        return;
    auto& made = page(*next);
    made.SetSize(m_book->GetClientSize()); // measures its texts, too
    made.Layout();
    m_preparing.StartOnce(betweenPages);
}

} // namespace guitai
