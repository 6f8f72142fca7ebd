#pragma once

#include "app/practice/keyboard.h"

#include <wx/event.h>
#include <wx/timer.h>
#include <wx/toplevel.h>
#include <wx/uiaction.h>

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace guitai
{

/// Plays a person at the keyboard on the real window: keys go through the display server, text
/// beyond ASCII is committed to the focused field as an input method does. One small act a tick, so
/// that the window's own event loop never nests.
class Player final : public wxEvtHandler
{
public:
    /// Pictures are written to `folder` as 01-name.png, 02-name.png …
    Player(std::filesystem::path folder, std::function<void(bool, std::string)> ended);

    // --- acts, in the order in which they are queued
    void type(const std::string& text); ///< into the field that has the focus
    void key(int keyCode, int modifiers = 0);
    void rest();                           ///< as long as a person takes between two fields
    void picture(const std::string& name); ///< of the whole window
    /// Waits until `holds`; after ten seconds the play has failed with `what`.
    void until(const std::string& what, std::function<bool()> holds);
    /// Scrolled into view, where the window is too low for the whole page.
    void untilWhollyShown(const std::string& windowName);
    void untilFocus(const std::string& windowName); ///< the focus is on or inside it
    void act(std::function<void()> what); ///< what no key can do, such as drawing with a pen
    /// A stroke with the main mouse button over the named control; points are fractions of its
    /// size.
    void stroke(const std::string& windowName,
                const std::vector<std::pair<double, double>>& points);

    void strike(int keyCode, int modifiers = 0); ///< now, not in the queue

    void start(); ///< begins; `ended` is called once, with false and a reason on failure

    /// The focused control's name and those of the windows around it, from inside out, each after
    /// a slash; "/" when nothing has the focus.
    static std::string focusedNames();
    static bool isFocusOn(const std::string& windowName);

private:
    /// Whether the act is done; called again at the next tick until it is.
    using Act = std::function<bool()>;

    void tick();
    /// The mouse; making it gives the keys of the display to the window.
    wxUIActionSimulator& mouse();
    Keyboard& keyboard();
    void savePicture(const std::string& name);
    void finish(bool worked, const std::string& why);

    std::filesystem::path m_folder;
    std::function<void(bool, std::string)> m_ended;
    std::deque<Act> m_acts;
    wxTimer m_timer;
    std::string m_waitingFor;
    std::chrono::steady_clock::time_point m_waitingSince;
    int m_pictures = 0;
    std::unique_ptr<wxUIActionSimulator> m_mouse;
    std::unique_ptr<Keyboard> m_keyboard;
};

} // namespace guitai
