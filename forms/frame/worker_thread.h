#pragma once

#include "forms/background.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace guitai
{

/// One thread that does the window's work in order; the only thread of the program's own. Results
/// return through wxTheApp, which outlives every page.
class WorkerThread final : public Background
{
public:
    WorkerThread();
    /// Does what still waits (a draft may be among it), then joins.
    ~WorkerThread() override;

    bool busy() const override;

protected:
    void post(std::function<void()> work, std::function<void()> finish) override;

private:
    struct Job {
        std::function<void()> work;
        std::function<void()> finish;
    };
    void loop();
    void report(std::function<void()> finish);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    /// Posted and not yet reported. Shared, since a report may wait in wxTheApp when the worker
    /// ends.
    std::shared_ptr<std::atomic<std::size_t>> m_unfinished;
    bool m_stopping = false;
    std::thread m_thread; // last: it starts when everything above exists
};

} // namespace guitai
