#include "tests/scenarios/hands.h"

#include "app/practice/player.h"
#include "forms/widgets/native_style.h"

#include <wx/textentry.h>
#include <wx/window.h>

#include <algorithm>
#include <array>
#include <thread>

namespace guitai
{

namespace
{

constexpr auto patience = std::chrono::seconds{20};
constexpr auto penPause = std::chrono::milliseconds{20}; ///< GTK joins what is faster
constexpr auto blink = std::chrono::milliseconds{1};

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Where on the screen the points of a signature lie on the named control; empty: it is not there.
std::vector<std::pair<int, int>> strokeOn(const std::string& windowName)
{
    constexpr auto points = std::array{std::pair{0.15, 0.4},
                                       std::pair{0.2, 0.65},
                                       std::pair{0.3, 0.35},
                                       std::pair{0.38, 0.7},
                                       std::pair{0.5, 0.4},
                                       std::pair{0.6, 0.6},
                                       std::pair{0.75, 0.45}};
    auto* pad = wxWindow::FindWindowByName(wxString::FromUTF8(windowName));
    auto stroke = std::vector<std::pair<int, int>>{};
    if (pad == nullptr)
        return stroke;
    const auto size = pad->GetClientSize();
    for (const auto& [x, y] : points) {
        const auto at = pad->ClientToScreen(
            wxPoint(static_cast<int>(size.x * x), static_cast<int>(size.y * y)));
        stroke.emplace_back(at.x, at.y);
    }
    return stroke;
}

} // namespace

void Hands::press(int keyCode, int modifiers)
{
    constexpr auto buttonGoesDown = std::chrono::milliseconds{260}; // GTK shows it, then acts
    const auto isLetterOfControl = (modifiers & wxMOD_ALT) != 0;
    if (isLetterOfControl)
        look();
    ++m_presses;
    m_keyboard.press(keyCode, modifiers);
    rest();
    if (isLetterOfControl && keyCode >= 'A') {
        std::this_thread::sleep_for(buttonGoesDown);
        rest();
    }
}

void Hands::press(int keyCode, int modifiers, int times)
{
    for (auto i = 0; i < times; ++i)
        press(keyCode, modifiers);
}

void Hands::type(const std::string& text)
{
    if (isAscii(text))
        for (const auto letter : text)
            m_keyboard.type(letter);
    else
        onScreen([&text] {
            if (auto* entry = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()))
                entry->WriteText(wxString::FromUTF8(text));
            return true;
        });
    rest();
}

void Hands::digits(const std::string& number)
{
    for (const auto digit : number)
        press(digit);
}

/// A letter that belongs to a control acts once the control is drawn, as does the pen.
void Hands::look()
{
    constexpr auto twoPictures = std::chrono::milliseconds{40};
    std::this_thread::sleep_for(twoPictures);
    rest();
}

void Hands::sign(const std::string& windowName)
{
    look();
    const auto stroke = onScreen([&windowName] { return strokeOn(windowName); });
    if (stroke.empty())
        throw NeverCame("nothing to sign on");
    for (std::size_t i = 0; i < stroke.size(); ++i) {
        m_keyboard.movePointer(stroke[i].first, stroke[i].second);
        if (i == 0 || i + 1 == stroke.size())
            m_keyboard.holdButton(i == 0);
        m_keyboard.waitForDisplay();
        std::this_thread::sleep_for(penPause);
    }
    rest();
}

void Hands::rest()
{
    m_keyboard.waitForDisplay();
    const auto until = std::chrono::steady_clock::now() + patience;
    auto quiet = 0;
    constexpr auto quietEnough = 2; // what was done last may have begun something
    while (quiet < quietEnough) {
        const auto isBusy = onScreen([this] {
            return native::isInputWaiting() || wxTheApp->HasPendingEvents() || m_isBusy();
        });
        quiet = isBusy ? 0 : quiet + 1;
        if (std::chrono::steady_clock::now() > until)
            throw NeverCame("the window does not come to rest; the focus is on " + focus());
        if (isBusy)
            std::this_thread::sleep_for(blink);
    }
}

void Hands::until(const std::string& what, const std::function<bool()>& holds)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!onScreen(holds)) {
        if (std::chrono::steady_clock::now() > end)
            throw NeverCame("waited for " + what + "; the focus is on " + focus());
        std::this_thread::sleep_for(blink);
    }
}

void Hands::untilFocus(const std::string& windowName)
{
    until("the field " + windowName, [&windowName] { return Player::isFocusOn(windowName); });
}

bool Hands::isFocusOn(const std::string& windowName)
{
    return onScreen([&windowName] { return Player::isFocusOn(windowName); });
}

std::string Hands::focus()
{
    return onScreen([] { return Player::focusedNames(); });
}

} // namespace guitai
