#pragma once

#include <memory>

namespace guitai
{

/// A keyboard at the display: what it sends reaches the window with the focus as if a person had
/// pressed the key. Sends and returns; nothing waits for the window, which may be this program's.
class Keyboard
{
public:
    /// Throws std::runtime_error when there is no display that takes keys from a program.
    Keyboard();
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    /// A key of wx ('A' to 'Z', '0' to '9', WXK_…) with wxMOD_ALT, wxMOD_CONTROL or wxMOD_SHIFT.
    /// Throws std::invalid_argument for a key that no keyboard has.
    void press(int keyCode, int modifiers = 0);
    /// The key that gives this ASCII character.
    void type(char character);
    /// The pen: to a point of the screen, and its main button down or up.
    void movePointer(int x, int y);
    void holdButton(bool isDown);
    /// Returns when the display has passed on all that was sent.
    void waitForDisplay();

private:
    struct Display;
    std::unique_ptr<Display> m_display;
};

} // namespace guitai
