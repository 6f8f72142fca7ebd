#include "forms/widgets/held_key.h"

#include <wx/event.h>

#include <utility>

namespace guitai
{

HeldKey::HeldKey()
{
    wxEvtHandler::AddFilter(this);
}

HeldKey::~HeldKey()
{
    wxEvtHandler::RemoveFilter(this);
}

bool HeldKey::isHeld()
{
    constexpr auto longestRepeatDelay = std::chrono::milliseconds{700};
    const auto now = std::chrono::steady_clock::now();
    const auto soon = now - std::exchange(m_last, now) < longestRepeatDelay;
    return !std::exchange(m_released, false) && soon;
}

HeldEnter::HeldEnter()
{
    wxEvtHandler::AddFilter(this);
}

HeldEnter::~HeldEnter()
{
    wxEvtHandler::RemoveFilter(this);
}

int HeldEnter::FilterEvent(wxEvent& event)
{
    if (event.GetEventType() != wxEVT_CHAR_HOOK)
        return Event_Skip;
    const auto key = static_cast<wxKeyEvent&>(event).GetKeyCode();
    const auto isEnter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
    return isEnter && m_key.isHeld() ? Event_Processed : Event_Skip;
}

int HeldKey::FilterEvent(wxEvent& event)
{
    if (event.GetEventType() == wxEVT_KEY_UP)
        m_released = true;
    return Event_Skip;
}

} // namespace guitai
