#pragma once

#include <wx/eventfilter.h>

#include <chrono>

namespace guitai
{

/// Tells a key that is held down from one that is pressed again, however soon: in between it was
/// released. The release goes to whatever has the focus by then, so it is looked for everywhere.
/// wxKeyEvent::IsAutoRepeat() tells nothing: wx 3.2 leaves it open on GTK.
class HeldKey final : private wxEventFilter
{
public:
    HeldKey();
    ~HeldKey() override;
    HeldKey(const HeldKey&) = delete;
    HeldKey& operator=(const HeldKey&) = delete;

    /// To be asked at each press: whether the key was held since the press before. A release that
    /// went to a page that is gone was never seen; a held key repeats sooner than a person comes
    /// back to it.
    bool isHeld();

private:
    int FilterEvent(wxEvent& event) override;

    bool m_released = true;
    std::chrono::steady_clock::time_point m_last;
};

/// Keeps an Enter that is held down from doing a second thing anywhere in the program, be it on the
/// page or the button that the first one brought.
class HeldEnter final : private wxEventFilter
{
public:
    HeldEnter();
    ~HeldEnter() override;
    HeldEnter(const HeldEnter&) = delete;
    HeldEnter& operator=(const HeldEnter&) = delete;

private:
    int FilterEvent(wxEvent& event) override;

    HeldKey m_key;
};

} // namespace guitai
