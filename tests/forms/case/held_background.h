#pragma once

#include "forms/background.h"

#include <deque>

namespace guitai
{

/// Does the work at once, but keeps the answers back while told to, as a slow store does.
class HeldBackground final : public Background
{
public:
    bool busy() const override { return !m_held.empty(); }
    void hold() { m_holds = true; }
    /// Hands out the oldest answer; false: there is none.
    bool answer()
    {
        if (m_held.empty())
            return false;
        const auto finish = std::move(m_held.front());
        m_held.pop_front();
        finish();
        return true;
    }
    /// Hands out all of them, and what they bring, and holds no more.
    void release()
    {
        m_holds = false;
        while (answer()) {
        }
    }

protected:
    void post(std::function<void()> work, std::function<void()> finish) override
    {
        work();
        if (m_holds)
            m_held.push_back(std::move(finish));
        else
            finish();
    }

private:
    bool m_holds = false;
    std::deque<std::function<void()>> m_held;
};

} // namespace guitai
