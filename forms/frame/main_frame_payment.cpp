#include "forms/frame/band.h"
#include "forms/frame/citizen_screen.h"
#include "forms/frame/main_frame.h"
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

} // namespace guitai
