#include "tests/forms/counter/clerk_keys.h"

#include <wx/app.h>
#include <wx/dialog.h>
#include <wx/evtloop.h>

#include <stdexcept>
#include <utility>

namespace guitai
{

bool liveUntil(const std::function<bool()>& holds, std::chrono::milliseconds limit)
{
    constexpr auto turn = 20;
    auto loop = wxGUIEventLoop{};
    const auto active = wxEventLoopActivator{&loop};
    const auto until = std::chrono::steady_clock::now() + limit;
    while (!holds() && std::chrono::steady_clock::now() < until)
        loop.DispatchTimeout(turn);
    return holds();
}

ClerkKeys::ClerkKeys()
    : m_player(m_pictures.path(),
               [this](bool worked, const std::string& why) { ended(worked, why); })
{
}

void ClerkKeys::fill(const std::string& field, const std::string& text)
{
    m_player.untilFocus(field);
    m_player.type(text);
    m_player.rest();
    m_player.key(WXK_RETURN);
}

void ClerkKeys::together(std::vector<Key> keys)
{
    m_player.act([this, keys = std::move(keys)] {
        for (const auto& key : keys)
            press(key);
    });
}

void ClerkKeys::press(const Key& key)
{
    m_player.strike(key.code, key.modifiers);
}

void ClerkKeys::play()
{
    constexpr auto longest = std::chrono::minutes{5};
    m_fault.reset();
    m_player.start();
    if (!liveUntil([this] { return m_fault.has_value(); }, longest))
        throw std::runtime_error("the play does not end");
    if (!m_fault->empty())
        throw std::runtime_error(*m_fault);
}

void ClerkKeys::ended(bool worked, const std::string& why)
{
    m_fault = worked ? std::string{} : why;
    if (worked)
        return;
    // A question that nobody answers would hold the test for ever.
    for (auto* window : wxTopLevelWindows)
        if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal())
            dialog->EndModal(wxID_CANCEL);
}

} // namespace guitai
