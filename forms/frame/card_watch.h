#pragma once

#include "forms/feed.h"
#include "services/devices/reader/card_reader.h"
#include "services/log.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace guitai
{

/// Asks the card reader again and again, on a thread of its own, and tells `feed` on the UI thread
/// whenever its state changed or a card was read. `feed` and `log` outlive it.
class CardWatch
{
public:
    /// How long it rests after each question.
    struct Pace {
        std::chrono::milliseconds waiting{
            150}; ///< for a card: a part of the 300 ms a clerk may wait
        std::chrono::milliseconds absent{700}; ///< for a reader to be plugged in again
    };

    CardWatch(CardReader reader, Feed<ReaderReport>& feed, Log& log);
    CardWatch(CardReader reader, Feed<ReaderReport>& feed, Log& log, Pace pace);
    ~CardWatch();
    CardWatch(const CardWatch&) = delete;
    CardWatch& operator=(const CardWatch&) = delete;

    /// How the reader is. Any thread may ask; waits for the first answer, at most `limit`.
    std::optional<ReaderState> state(std::chrono::milliseconds limit) const;

private:
    void loop();
    ReaderReport poll();
    bool takeIn(const ReaderReport& report); ///< true: it is news
    void tell(ReaderReport report);
    bool rest(ReaderState after); ///< false: it ends

    CardReader m_reader;
    Feed<ReaderReport>& m_feed;
    Log& m_log;
    Pace m_pace;
    Lifetime m_lifetime; ///< of reports on their way
    mutable std::mutex m_guard;
    mutable std::condition_variable m_wake;
    std::optional<ReaderState> m_state;
    bool m_ends = false;
    std::thread m_thread; // last: it starts when everything above exists
};

} // namespace guitai
