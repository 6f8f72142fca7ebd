#include "forms/case/held_key.h"

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

int HeldKey::FilterEvent(wxEvent& event)
{
    if (event.GetEventType() == wxEVT_KEY_UP)
        m_released = true;
    return Event_Skip;
}

} // namespace guitai
