#include "forms/frame/worker_thread.h"

#include <wx/app.h>

namespace guitai
{

WorkerThread::WorkerThread()
    : m_unfinished(std::make_shared<std::atomic<std::size_t>>(0)), m_thread([this] { loop(); })
{
}

WorkerThread::~WorkerThread()
{
    {
        const auto lock = std::scoped_lock{m_mutex};
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool WorkerThread::busy() const
{
    return *m_unfinished > 0;
}

void WorkerThread::post(std::function<void()> work, std::function<void()> finish)
{
    {
        const auto lock = std::scoped_lock{m_mutex};
        m_jobs.push_back({std::move(work), std::move(finish)});
        ++*m_unfinished;
    }
    m_wake.notify_one();
}

void WorkerThread::loop()
{
    while (true) {
        auto job = Job{};
        {
            auto lock = std::unique_lock{m_mutex};
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job.work();
        job.work = nullptr; // what it captured dies here, not on the UI thread
        report(std::move(job.finish));
    }
}

void WorkerThread::report(std::function<void()> finish)
{
    auto* app = wxTheApp;
    if (!app) {
        --*m_unfinished;
        return;
    }
    app->CallAfter([app, unfinished = m_unfinished, finish = std::move(finish)] {
        // GLib's frames lie between here and wx's own net, so an exception is handed over by hand.
        try {
            finish();
        } catch (...) {
            if (!app->OnExceptionInMainLoop())
                app->ExitMainLoop();
        }
        --*unfinished;
    });
}

} // namespace guitai
