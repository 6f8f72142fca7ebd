#include "forms/frame/main_frame.h"

#include "forms/frame/band.h"
#include "forms/frame/bottom_line.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "services/approvals/request_desk.h"

#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

#include <algorithm>
#include <stdexcept>

namespace guitai
{

namespace
{

constexpr int idleCheckMilliseconds = 5000;

Place placeOf(MainFrame::View view)
{
    switch (view) {
    case MainFrame::View::signIn:
    case MainFrame::View::lock:
        return Place::signIn;
    case MainFrame::View::shift:
        return Place::shift;
    case MainFrame::View::home:
        return Place::home;
    case MainFrame::View::search:
        return Place::search;
    case MainFrame::View::record:
        return Place::record;
    case MainFrame::View::caseFlow:
        return Place::caseFlow;
    case MainFrame::View::drawer:
        return Place::drawer;
    case MainFrame::View::reconciliation:
        return Place::reconciliation;
    case MainFrame::View::approvals:
        return Place::approvals;
    case MainFrame::View::exercises:
        return Place::exercises;
    case MainFrame::View::money:
    case MainFrame::View::payment:
        return Place::money;
    case MainFrame::View::keys:
        return Place::everywhere;
    }
    return Place::everywhere;
}

Note::Tone toneOf(Shell::Tone tone)
{
    switch (tone) {
    case Shell::Tone::information:
        return Note::Tone::good;
    case Shell::Tone::warning:
        return Note::Tone::caution;
    case Shell::Tone::error:
        return Note::Tone::bad;
    }
    return Note::Tone::bad;
}

} // namespace

MainFrame::MainFrame(Workstation& workstation)
    : wxFrame(nullptr, wxID_ANY, _("Identity card window")), m_workstation(workstation),
      m_idle(workstation.clock, workstation.idleLock), m_timer(this), m_preparing(this),
      m_bills(workstation, [this](const BillNews& news) { tellBill(news); })
{
    build();
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) { onKey(event); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) { onClose(event); });
    const auto everyFewSeconds = [this](wxTimerEvent&) {
        checkIdle();
        m_bills.check();
    };
    Bind(wxEVT_TIMER, everyFewSeconds, m_timer.GetId());
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { prepareNextPage(); }, m_preparing.GetId());
    Bind(wxEVT_SYS_COLOUR_CHANGED, [](wxSysColourChangedEvent& event) {
        theme::refresh();
        event.Skip();
    });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        keepFocus();
    });
    wxEvtHandler::AddFilter(this);
    m_timer.Start(idleCheckMilliseconds);
    m_workstation.feed.listen(m_lifetime,
                              [this](const PaymentChange& change) { tellAlarms(change); });
    if (m_workstation.cards)
        m_workstation.cards->feed.listen(
            m_lifetime, [this](const ReaderReport& report) { hearReader(report); });
    show(View::signIn);
}

MainFrame::~MainFrame()
{
    wxEvtHandler::RemoveFilter(this);
}

void MainFrame::build()
{
    theme::paint(this, {.text = theme::Role::text, .background = theme::Role::window});
    m_band = new Band(this, m_workstation);
    m_notice = new Note(this);
    m_book = new wxSimplebook(this);
    m_bottom = new BottomLine(this, [this](int keyCode) { press(keyCode); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_band, wxSizerFlags().Expand());
    column->Add(m_notice, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    column->Add(m_book, wxSizerFlags(1).Expand());
    column->Add(m_bottom, wxSizerFlags().Expand());
    SetSizer(column);
    SetMinSize(FromDIP(wxSize(940, 500))); // a display of 1920 by 1080 at 200 %
    const auto area = wxDisplay(this).GetClientArea();
    const auto wished = FromDIP(wxSize(1366, 768));
    SetSize(area.x, area.y, std::min(wished.x, area.width), std::min(wished.y, area.height));
    Maximize();
}

void MainFrame::show(View view)
{
    const auto left = m_pages.find(m_view);
    if (left != m_pages.end() && m_book->GetSelection() != wxNOT_FOUND)
        left->second->leave();
    auto& entered = page(view);
    if (!m_noticeIsFresh)
        clearNotice();
    m_noticeIsFresh = false;
    m_view = view;
    m_book->ChangeSelection(static_cast<size_t>(m_book->FindPage(&entered)));
    showKeys();
    entered.enter();
    if (view != View::home && view != View::caseFlow)
        m_waitingCard.reset();
}

void MainFrame::showKeys()
{
    const auto quiet = m_view == View::signIn || m_view == View::lock;
    m_bottom->showKeys(quiet ? std::vector<KeyEntry>{} : keyLine(placeOf(m_view)));
}

// --- what pages ask

const Actor& MainFrame::actor() const
{
    if (!m_who)
        throw std::logic_error("nobody is signed in");
    return m_who->actor;
}

const User& MainFrame::user() const
{
    if (!m_who)
        throw std::logic_error("nobody is signed in");
    return m_who->user;
}

const std::optional<Shift>& MainFrame::shift() const
{
    if (!m_who)
        throw std::logic_error("nobody is signed in");
    return m_who->shift;
}

void MainFrame::goHome()
{
    show(View::home);
    refreshCounts();
}

void MainFrame::goSearch()
{
    if (!isPermitted(actor().role, Operation::searchCases))
        return notify(Tone::warning, _("An administrator never touches a case."));
    show(View::search);
}

void MainFrame::openShift()
{
    show(View::shift);
}

void MainFrame::goDrawer()
{
    if (!isPermitted(actor().role, Operation::readReport))
        return notify(Tone::warning, _("An administrator never touches a case."));
    show(View::drawer);
}

void MainFrame::showSaved(Instant at)
{
    m_bottom->showSaved(toUi(m_workstation.time.timeText(at)));
}

void MainFrame::refreshCounts()
{
    if (!m_who || !isPermitted(actor().role, Operation::searchCases))
        return;
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, requests = m_workstation.requests] {
            const auto count = [&cases](CaseQuery query) {
                query.limit = 1;
                return cases.search(query).total;
            };
            const auto waiting = [&count](CaseState state) {
                auto query = CaseQuery{};
                query.state = nameOf(state);
                return count(query);
            };
            auto today = CaseQuery{};
            today.acceptedFrom = today.acceptedTo = cases.today();
            const auto asked =
                requests == nullptr ? 0 : static_cast<std::int64_t>(requests->waiting().size());
            return BottomLine::Counts{.today = count(today),
                                      .approvals = waiting(CaseState::awaitingApproval) + asked,
                                      .payments = waiting(CaseState::awaitingPayment)};
        },
        [this](auto answer) {
            if (const auto counts = received(answer, *this, m_workstation.log); counts && m_who)
                m_bottom->showCounts(*counts);
        });
}

void MainFrame::notify(Tone tone, const wxString& sentence)
{
    m_noticeIsFresh = true;
    m_notice->say(toneOf(tone), sentence);
    Layout();
}

void MainFrame::clearNotice()
{
    m_notice->say(Note::Tone::plain, {});
    Layout();
}

wxString MainFrame::notice() const
{
    return m_notice->sentence();
}

// --- keys and the end

void MainFrame::onKey(wxKeyEvent& event)
{
    if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'Q' && isWorking())
        return signOut();
    if (event.HasAnyModifiers() || !press(event.GetKeyCode()))
        event.Skip();
}

bool MainFrame::press(int keyCode)
{
    if (!isWorking())
        return false;
    switch (keyCode) {
    case WXK_F1:
        if (m_view != View::keys)
            m_cameFrom[View::keys] = m_view;
        show(View::keys);
        return true;
    case WXK_F2:
        goDrawer();
        return true;
    case WXK_F3:
        goSearch();
        return true;
    case WXK_F5:
        startCase();
        return true;
    case WXK_F6:
        toggleCitizenScreen();
        return true;
    case WXK_F10:
        goMoney();
        return true;
    case WXK_F11:
        goReconciliation();
        return true;
    case WXK_F12:
        lock();
        return true;
    case WXK_ESCAPE:
        if (!page(m_view).takeKey(keyCode))
            goBack();
        return true;
    default:
        return keyCode >= WXK_F1 && keyCode <= WXK_F12 && page(m_view).takeKey(keyCode);
    }
}

/// GTK gives no key to a window in which nothing has the focus, as after what had it was hidden.
void MainFrame::keepFocus()
{
    const auto isQuestion = [](const wxWindow* window) {
        const auto* dialog = dynamic_cast<const wxDialog*>(window);
        return dialog && dialog->IsModal(); // the keys are its own
    };
    if (!IsShown() || native::hasFocusInside(this) ||
        std::ranges::any_of(wxTopLevelWindows, isQuestion))
        return;
    page(m_view).SetFocus();
    if (!native::hasFocusInside(this)) // no field and no list to choose from
        native::giveFocus(&page(m_view));
}

void MainFrame::goBack()
{
    const auto before = m_cameFrom.find(m_view);
    const auto target = before == m_cameFrom.end() ? View::home : before->second;
    if (m_view == View::home)
        return;
    if (target == View::home)
        goHome();
    else
        show(target);
}

void MainFrame::saveOpenPage()
{
    const auto open = m_pages.find(m_view);
    if (open != m_pages.end())
        open->second->leave();
}

void MainFrame::onClose(wxCloseEvent& event)
{
    if (m_ending)
        return event.Skip();
    m_ending = true;
    saveOpenPage();
    if (event.CanVeto())
        event.Veto();
    notify(Tone::information, _("Saving the last entries, then the window closes."));
    // Jobs run in order: when this one is done, everything before it is stored.
    m_workstation.background.run(
        m_lifetime, [] { return Done{}; }, [this](auto) { Destroy(); });
}

} // namespace guitai
