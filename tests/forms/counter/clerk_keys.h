#pragma once

#include "app/practice/player.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Lets the window live until `holds`; false: not within `limit`.
bool liveUntil(const std::function<bool()>& holds, std::chrono::milliseconds limit);

/// A person at the keyboard: keys go through the display server to whatever has the focus, modal
/// questions included.
class ClerkKeys
{
public:
    struct Key {
        int code = 0;
        int modifiers = 0;
    };

    ClerkKeys();

    /// Queues what the person does and waits for; `play` does it.
    Player& hands() { return m_player; }
    /// Queues text into the field of this name, then Enter.
    void fill(const std::string& field, const std::string& text);
    /// Queues keys that are all down before the window has seen the first of them.
    void together(std::vector<Key> keys);
    /// Plays what was queued; throws with what was waited for in vain.
    void play();
    /// One key now, without a pause before it.
    void press(const Key& key);

private:
    void ended(bool worked, const std::string& why);

    TemporaryFolder m_pictures;
    Player m_player;
    std::optional<std::string> m_fault; ///< empty words: it was played
};

} // namespace guitai
