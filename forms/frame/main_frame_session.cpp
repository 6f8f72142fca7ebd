#include "forms/frame/band.h"
#include "forms/frame/bottom_line.h"
#include "forms/frame/main_frame.h"
#include "forms/frame/received.h"
#include "forms/frame/supervisor_dialog.h"

#include <wx/dialog.h>
#include <wx/simplebook.h>

#include <utility>

namespace guitai
{

// Who works at the window: signing in and out, the shift, the lock, a supervisor beside the clerk.

void MainFrame::begin(const SignedIn& who)
{
    m_who = who;
    m_idle.touch();
    m_workstation.log.info("signed in " + who.actor.userId);
    m_band->showSession(m_who);
    if (!who.shift && isPermitted(who.actor.role, Operation::openShift))
        openShift();
    else
        goHome();
    CallAfter([this] { prepareNextPage(); });
}

void MainFrame::shiftOpened(const Shift& shift)
{
    m_who->shift = shift;
    m_band->showSession(m_who);
    goHome();
}

/// The page that closed it goes on: its report is to be printed.
void MainFrame::shiftClosed()
{
    m_who->shift.reset();
    m_band->showSession(m_who);
}

void MainFrame::showSelfTest(const std::vector<SelfTestLine>& lines)
{
    m_band->showLights(lines);
}

void MainFrame::lock()
{
    if (!isWorking())
        return;
    if (m_dialog) // a supervisor's half-typed password is not kept
        m_dialog->EndModal(wxID_CANCEL);
    m_lockedView = m_view;
    m_lockedFocus = FindFocus();
    clearNotice();
    m_workstation.log.info("locked");
    show(View::lock);
}

void MainFrame::unlock()
{
    // The page that was left is as it was: no enter(), which would load it anew.
    m_view = m_lockedView;
    m_idle.touch();
    clearNotice();
    m_book->ChangeSelection(static_cast<size_t>(m_book->FindPage(&page(m_view))));
    showKeys();
    if (m_lockedFocus && page(m_view).IsDescendant(m_lockedFocus))
        m_lockedFocus->SetFocus();
    m_lockedFocus = nullptr;
}

void MainFrame::signOut()
{
    if (!m_who)
        return;
    const auto leaving = m_pages.find(m_view);
    if (leaving != m_pages.end())
        leaving->second->leave();
    m_workstation.background.run(
        m_lifetime,
        [&people = m_workstation.people, actor = m_who->actor] {
            people.signOut(actor);
            return Done{};
        },
        [this](auto answer) { received(answer, *this, m_workstation.log); });
    m_workstation.log.info("signed out " + m_who->actor.userId);
    m_who.reset();
    m_lockedFocus = nullptr;
    m_bottom->clear();
    m_band->showSession(m_who);
    // Nothing of one person's work stays behind for the next. The page that asked may be among
    // them, so they go when it has returned.
    const auto old = std::exchange(m_pages, {});
    m_view = View::signIn;
    show(View::signIn);
    CallAfter([this, old] {
        for (const auto& [view, gone] : old) {
            const auto place = m_book->FindPage(gone);
            if (place != wxNOT_FOUND)
                m_book->RemovePage(static_cast<size_t>(place));
            gone->Destroy();
        }
    });
}

std::optional<Actor> MainFrame::askSupervisor(const wxString& why)
{
    return askSecondPerson(_("A supervisor decides"), why, Operation::decideException);
}

Shell::SupervisorAnswer MainFrame::askSupervisorOrSend(const wxString& why)
{
    auto dialog = SupervisorDialog(
        this, m_workstation, _("A supervisor decides"), why, Operation::decideException);
    if (m_workstation.requests != nullptr)
        dialog.offerToSend();
    m_dialog = &dialog;
    dialog.ShowModal();
    m_dialog = nullptr;
    m_idle.touch();
    return {dialog.supervisor(), dialog.isToBeSent()};
}

std::optional<Actor>
MainFrame::askSecondPerson(const wxString& title, const wxString& why, Operation operation)
{
    auto dialog = SupervisorDialog(this, m_workstation, title, why, operation);
    m_dialog = &dialog;
    dialog.ShowModal();
    m_dialog = nullptr;
    m_idle.touch();
    return dialog.supervisor();
}

bool MainFrame::isWorking() const
{
    return m_who && m_view != View::lock && m_view != View::signIn;
}

void MainFrame::checkIdle()
{
    if (isWorking() && m_idle.isDue())
        lock();
}

int MainFrame::FilterEvent(wxEvent& event)
{
    const auto type = event.GetEventType();
    if (type == wxEVT_KEY_DOWN || type == wxEVT_CHAR_HOOK || type == wxEVT_LEFT_DOWN ||
        type == wxEVT_MOTION || type == wxEVT_MOUSEWHEEL)
        m_idle.touch();
    return Event_Skip;
}

} // namespace guitai
