#include "app/practice/keyboard.h"

#include <wx/defs.h>

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

namespace guitai
{

namespace
{

constexpr auto namedKeys = std::array{
    std::pair{WXK_RETURN, XK_Return},
    std::pair{WXK_NUMPAD_ENTER, XK_KP_Enter},
    std::pair{WXK_ESCAPE, XK_Escape},
    std::pair{WXK_TAB, XK_Tab},
    std::pair{WXK_BACK, XK_BackSpace},
    std::pair{WXK_DELETE, XK_Delete},
    std::pair{WXK_SPACE, XK_space},
    std::pair{WXK_UP, XK_Up},
    std::pair{WXK_DOWN, XK_Down},
    std::pair{WXK_LEFT, XK_Left},
    std::pair{WXK_RIGHT, XK_Right},
    std::pair{WXK_HOME, XK_Home},
    std::pair{WXK_END, XK_End},
    std::pair{WXK_PAGEUP, XK_Prior},
    std::pair{WXK_PAGEDOWN, XK_Next},
};

KeySym symbolOf(int keyCode)
{
    for (const auto& [key, symbol] : namedKeys)
        if (key == keyCode)
            return static_cast<KeySym>(symbol);
    if (keyCode >= WXK_F1 && keyCode <= WXK_F12)
        return static_cast<KeySym>(XK_F1 + (keyCode - WXK_F1));
    if (keyCode >= 'A' && keyCode <= 'Z')
        return static_cast<KeySym>(keyCode - 'A' + XK_a); // the key, not the capital letter
    if (keyCode > ' ' && keyCode < 0x7F)
        return static_cast<KeySym>(keyCode); // X names ASCII by its code
    throw std::invalid_argument("no such key: " + std::to_string(keyCode));
}

} // namespace

struct Keyboard::Display {
    explicit Display(::Display* opened) : connection(opened) {}
    ~Display() { XCloseDisplay(connection); }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    void send(KeyCode code, bool isDown)
    {
        XTestFakeKeyEvent(connection, code, isDown ? True : False, CurrentTime);
    }
    KeyCode codeOf(KeySym symbol)
    {
        const auto code = XKeysymToKeycode(connection, symbol);
        if (code == 0)
            throw std::invalid_argument("this keyboard has no such key");
        return code;
    }
    /// Down with what is held, the key, and up again in the other order.
    void strike(KeySym symbol, int modifiers)
    {
        constexpr auto held = std::array{std::pair{wxMOD_CONTROL, XK_Control_L},
                                         std::pair{wxMOD_ALT, XK_Alt_L},
                                         std::pair{wxMOD_SHIFT, XK_Shift_L}};
        for (const auto& [modifier, key] : held)
            if ((modifiers & modifier) != 0)
                send(codeOf(static_cast<KeySym>(key)), true);
        send(codeOf(symbol), true);
        send(codeOf(symbol), false);
        for (const auto& [modifier, key] : held)
            if ((modifiers & modifier) != 0)
                send(codeOf(static_cast<KeySym>(key)), false);
        XFlush(connection);
    }

    ::Display* connection;
};

Keyboard::Keyboard()
{
    auto* opened = XOpenDisplay(nullptr);
    if (opened == nullptr)
        throw std::runtime_error("there is no display");
    m_display = std::make_unique<Display>(opened);
    auto unused = std::array<int, 4>{};
    if (!XTestQueryExtension(opened, &unused[0], &unused[1], &unused[2], &unused[3]))
        throw std::runtime_error("the display takes no keys from a program");
}

Keyboard::~Keyboard() = default;

void Keyboard::press(int keyCode, int modifiers)
{
    m_display->strike(symbolOf(keyCode), modifiers);
}

void Keyboard::movePointer(int x, int y)
{
    XTestFakeMotionEvent(m_display->connection, -1, x, y, CurrentTime);
    XFlush(m_display->connection);
}

void Keyboard::holdButton(bool isDown)
{
    XTestFakeButtonEvent(m_display->connection, Button1, isDown ? True : False, CurrentTime);
    XFlush(m_display->connection);
}

void Keyboard::waitForDisplay()
{
    XSync(m_display->connection, False);
}

void Keyboard::type(char character)
{
    const auto symbol = static_cast<KeySym>(static_cast<unsigned char>(character));
    const auto code = m_display->codeOf(symbol);
    const auto isPlain = XkbKeycodeToKeysym(m_display->connection, code, 0, 0) == symbol;
    m_display->strike(symbol, isPlain ? 0 : wxMOD_SHIFT);
}

} // namespace guitai
