#include "app/practice/player.h"

#include "forms/widgets/window_picture.h"

#include <wx/app.h>
#include <wx/combo.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>
#include <wx/window.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto tickMilliseconds = 40;
constexpr auto patience = std::chrono::seconds{30};

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

wxWindow* topWindow()
{
    for (auto node = wxTopLevelWindows.GetLast(); node != nullptr; node = node->GetPrevious()) {
        if (node->GetData()->IsShown())
            return node->GetData();
    }
    return nullptr;
}

wxWindow* named(const std::string& name)
{
    auto* top = topWindow();
    return top == nullptr ? nullptr : wxWindow::FindWindowByName(wxString::FromUTF8(name), top);
}

} // namespace

Player::Player(std::filesystem::path folder, std::function<void(bool, std::string)> ended)
    : m_folder(std::move(folder)), m_ended(std::move(ended)), m_timer(this)
{
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
}

std::string Player::focusedNames()
{
    auto names = std::string{};
    for (const auto* each = wxWindow::FindFocus(); each != nullptr; each = each->GetParent())
        names += "/" + each->GetName().utf8_string();
    return names + "/";
}

bool Player::isFocusOn(const std::string& windowName)
{
    return focusedNames().find("/" + windowName + "/") != std::string::npos;
}

void Player::type(const std::string& text)
{
    if (!isAscii(text)) {
        m_acts.push_back([text] {
            if (auto* entry = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()))
                entry->WriteText(wxString::FromUTF8(text));
            return true;
        });
        return;
    }
    for (const auto letter : text) {
        m_acts.push_back([this, letter] {
            keyboard().type(letter);
            return true;
        });
    }
}

void Player::key(int keyCode, int modifiers)
{
    m_acts.push_back([this, keyCode, modifiers] {
        strike(keyCode, modifiers);
        return true;
    });
}

void Player::strike(int keyCode, int modifiers)
{
    keyboard().press(keyCode, modifiers);
}

wxUIActionSimulator& Player::mouse()
{
    if (!m_mouse)
        m_mouse = std::make_unique<wxUIActionSimulator>(); // sleeps while it is made
    return *m_mouse;
}

Keyboard& Player::keyboard()
{
    if (!m_keyboard) {
        (void)mouse();
        m_keyboard = std::make_unique<Keyboard>();
    }
    return *m_keyboard;
}

void Player::rest()
{
    constexpr auto ticks = 19;
    m_acts.push_back([left = ticks]() mutable { return --left == 0; });
}

void Player::picture(const std::string& name)
{
    m_acts.push_back([ticks = 0]() mutable {
        return ++ticks > 12;
    }); // what was drawn last is on the screen then
    m_acts.push_back([this, name] {
        savePicture(name);
        return true;
    });
}

void Player::until(const std::string& what, std::function<bool()> holds)
{
    m_acts.push_back([this, what, holds = std::move(holds)] {
        if (holds()) {
            m_waitingFor.clear();
            return true;
        }
        const auto now = std::chrono::steady_clock::now();
        if (m_waitingFor != what) {
            m_waitingFor = what;
            m_waitingSince = now;
        }
        if (now - m_waitingSince > patience)
            finish(false, what + "; the focus is on " + focusedNames());
        return false;
    });
}

void Player::untilFocus(const std::string& windowName)
{
    until("waiting for the field " + windowName, [windowName] { return isFocusOn(windowName); });
}

void Player::act(std::function<void()> what)
{
    m_acts.push_back([what = std::move(what)] {
        what();
        return true;
    });
}

void Player::untilWhollyShown(const std::string& windowName)
{
    until("waiting for the whole of " + windowName, [windowName] {
        const auto* window = named(windowName);
        return window != nullptr &&
               window->GetParent()->GetScreenRect().Contains(window->GetScreenRect());
    });
}

void Player::stroke(const std::string& windowName,
                    const std::vector<std::pair<double, double>>& points)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        m_acts.push_back(
            [this, windowName, point = points[i], first = i == 0, last = i + 1 == points.size()] {
                const auto* pad = named(windowName);
                if (pad == nullptr)
                    return true;
                const auto size = pad->GetClientSize();
                const auto at =
                    pad->ClientToScreen(wxPoint(static_cast<int>(size.x * point.first),
                                                static_cast<int>(size.y * point.second)));
                mouse().MouseMove(at);
                if (first)
                    mouse().MouseDown();
                if (last)
                    mouse().MouseUp();
                return true;
            });
    }
}

void Player::start()
{
    m_timer.Start(tickMilliseconds);
}

void Player::tick()
{
    if (m_acts.empty()) {
        finish(true, {});
        return;
    }
    const auto act = m_acts.front();
    m_acts.pop_front();
    if (!act() && m_timer.IsRunning())
        m_acts.push_front(act);
}

void Player::savePicture(const std::string& name)
{
    auto* window = topWindow();
    if (window == nullptr)
        return;
    ++m_pictures;
    const auto number = (m_pictures < 10 ? "0" : "") + std::to_string(m_pictures);
    if (!guitai::savePicture(*window, m_folder / (number + "-" + name + ".png")))
        finish(false, "the picture " + name + " could not be written");
}

void Player::finish(bool worked, const std::string& why)
{
    if (!m_timer.IsRunning())
        return;
    m_timer.Stop();
    m_acts.clear();
    if (!worked)
        savePicture("stopped");
    m_ended(worked, why);
}

} // namespace guitai
