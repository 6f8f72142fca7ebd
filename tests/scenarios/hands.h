#pragma once

#include "app/practice/keyboard.h"

#include <wx/app.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace guitai
{

/// Something that a person waited for never came.
class NeverCame : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Runs `look` on the UI thread, between two events, and returns what it saw. From other threads
/// only: a person looks at the screen and does not hold it up.
template <class Look>
auto onScreen(Look look)
{
    constexpr auto longest = std::chrono::seconds{60};
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Look>()>>(std::move(look));
    auto seen = task->get_future();
    wxTheApp->CallAfter([task] { (*task)(); });
    if (seen.wait_for(longest) != std::future_status::ready)
        throw NeverCame("the window does not answer");
    return seen.get();
}

/// A person's hands at keyboard and pen, on a thread of their own, so that the window's event loop
/// is the program's, questions that block the rest of the window included. Keys go through the
/// display server. What is typed into fields is counted apart from the presses that choose, tick
/// and lead on.
class Hands
{
public:
    /// `isBusy` is asked on the UI thread: whether work is under way behind the window.
    explicit Hands(std::function<bool()> isBusy) : m_isBusy(std::move(isBusy)) {}

    void press(int keyCode, int modifiers = 0);
    void press(int keyCode, int modifiers, int times);
    /// Free text: ASCII by keys, all else committed to the field as an input method does.
    void type(const std::string& text);
    /// Amounts: presses like others, as they are what the clerk decides.
    void digits(const std::string& number);
    /// Signs on the named control.
    void sign(const std::string& windowName);

    /// Until the window has dealt with all that was pressed and nothing is under way behind it.
    void rest();
    void until(const std::string& what, const std::function<bool()>& holds);
    void untilFocus(const std::string& windowName);
    bool isFocusOn(const std::string& windowName);
    /// The focused control and the windows around it: "/name/name/".
    std::string focus();

    int presses() const { return m_presses; }
    void countAnew() { m_presses = 0; }

private:
    void look();

    std::function<bool()> m_isBusy;
    Keyboard m_keyboard;
    int m_presses = 0;
};

} // namespace guitai
