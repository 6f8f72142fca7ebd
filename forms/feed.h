#pragma once

#include "forms/background.h"

#include <functional>
#include <utility>
#include <vector>

namespace guitai
{

/// Tells pages what happened without anybody at the window having done something: the citizen
/// paid, a card was laid down. Lives on the UI thread.
template <class News>
class Feed
{
public:
    using Listener = std::function<void(const News&)>;

    /// Heard as long as `owner` lives.
    void listen(const Lifetime& owner, Listener listener)
    {
        m_listeners.push_back({owner.watch(), std::move(listener)});
    }

    void tell(const News& news)
    {
        std::erase_if(m_listeners, [](const auto& each) { return each.owner.expired(); });
        const auto listeners = m_listeners; // one of them may make a page that listens
        for (const auto& each : listeners)
            if (!each.owner.expired())
                each.listener(news);
    }

private:
    struct Entry {
        std::weak_ptr<const int> owner;
        Listener listener;
    };
    std::vector<Entry> m_listeners;
};

} // namespace guitai
