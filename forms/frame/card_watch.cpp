#include "forms/frame/card_watch.h"

#include "services/failure.h"

#include <wx/app.h>

namespace guitai
{

CardWatch::CardWatch(CardReader reader, Feed<ReaderReport>& feed, Log& log)
    : CardWatch(std::move(reader), feed, log, Pace{})
{
}

CardWatch::CardWatch(CardReader reader, Feed<ReaderReport>& feed, Log& log, Pace pace)
    : m_reader(std::move(reader)), m_feed(feed), m_log(log), m_pace(pace),
      m_thread([this] { loop(); })
{
}

CardWatch::~CardWatch()
{
    {
        const auto lock = std::scoped_lock{m_guard};
        m_ends = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::optional<ReaderState> CardWatch::state(std::chrono::milliseconds limit) const
{
    auto lock = std::unique_lock{m_guard};
    m_wake.wait_for(lock, limit, [this] { return m_state.has_value(); });
    return m_state;
}

void CardWatch::loop()
{
    while (true) {
        auto report = poll();
        const auto state = report.state;
        if (takeIn(report))
            tell(std::move(report));
        if (!rest(state))
            return;
    }
}

ReaderReport CardWatch::poll()
{
    try {
        return m_reader.poll();
    } catch (const ServiceFailure& failure) {
        m_log.error(std::string{"card reader: "} + failure.what());
        return {.state = ReaderState::silent};
    }
}

bool CardWatch::takeIn(const ReaderReport& report)
{
    const auto isRead = report.state == ReaderState::read;
    const auto lock = std::scoped_lock{m_guard};
    const auto before = m_state;
    // A card that was read leaves the reader waiting for the next.
    m_state = isRead ? ReaderState::waiting : report.state;
    m_wake.notify_all();
    return isRead || before != m_state;
}

void CardWatch::tell(ReaderReport report)
{
    if (!wxTheApp)
        return;
    wxTheApp->CallAfter([&feed = m_feed, alive = m_lifetime.watch(), report = std::move(report)] {
        if (!alive.expired())
            feed.tell(report);
    });
}

bool CardWatch::rest(ReaderState after)
{
    const auto there = after != ReaderState::unplugged && after != ReaderState::silent &&
                       after != ReaderState::moduleFault;
    auto lock = std::unique_lock{m_guard};
    m_wake.wait_for(lock, there ? m_pace.waiting : m_pace.absent, [this] { return m_ends; });
    return !m_ends;
}

} // namespace guitai
