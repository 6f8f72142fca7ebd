#pragma once

#include "services/payments/answer_rules.h"

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace guitai
{

/// Time since the machine started (Clock::sinceBoot): nobody can set it.
using Moment = std::chrono::milliseconds;

/// When one attempt or refund is asked for next. Nothing of it is kept on disk: a start asks for
/// everything anew.
struct CallTimer {
    std::string chargeId;
    Moment at{};
    Moment since{}; ///< asked for since then by this program
    NextCall next = NextCall::query;
    bool inFlight = false;
    bool byHand = false; ///< somebody wants to know: asked for even when the watch is over
    int asked = 0;       ///< in the present state
    int troubles = 0;    ///< one after the other
    int atOnce = 0;      ///< one after the other
    int creates = 0;
    int earlyCloses = 0;
    Moment closeNotBefore{}; ///< a close came too early (F8); asking goes on meanwhile
    Moment trustedAt{};      ///< of the last answer that said something, or of the present state
    bool reverseOut = false;
    bool reverseDone = false;
    bool wasNotSent = true; ///< not one byte has left under this number
    int unrecorded = 0;     ///< answers since the last one that the journal holds
};

/// At most so many calls in any second, of the whole process (WeChat Pay API v3: error codes).
class CallLimiter
{
public:
    explicit CallLimiter(int perSecond) : m_perSecond(static_cast<std::size_t>(perSecond)) {}

    bool take(Moment now)
    {
        while (!m_taken.empty() && now - m_taken.front() >= std::chrono::seconds{1})
            m_taken.pop_front();
        if (m_taken.size() >= m_perSecond)
            return false;
        m_taken.push_back(now);
        return true;
    }
    /// When the next call may be made.
    Moment freeAt(Moment now) const
    {
        return m_taken.size() < m_perSecond ? now : m_taken.front() + std::chrono::seconds{1};
    }

private:
    std::size_t m_perSecond;
    std::deque<Moment> m_taken;
};

/// Everything that waits, by order or refund number.
struct PaymentTimers {
    explicit PaymentTimers(int callsPerSecond) : limiter(callsPerSecond) {}

    std::map<std::string, CallTimer> attempts;
    std::map<std::string, CallTimer> refunds;
    CallLimiter limiter;
};

} // namespace guitai
