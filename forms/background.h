#pragma once

#include <functional>
#include <future>
#include <memory>
#include <type_traits>
#include <utility>

namespace guitai
{

/// A token that a page holds; work that ends after the page is gone is not reported to it.
class Lifetime
{
public:
    std::weak_ptr<const int> watch() const { return m_token; }

private:
    std::shared_ptr<const int> m_token = std::make_shared<const int>(0);
};

/// Runs work off the UI thread, in order, on one worker. Tests use InlineBackground.
class Background
{
public:
    virtual ~Background() = default;

    /// Runs `work` elsewhere, then `done(std::future<T>)` on the UI thread, unless `owner` is gone.
    /// The future is ready: get() returns the value or rethrows what `work` threw. `work` captures
    /// copies and services, never a window.
    template <class Work, class Done>
    void run(const Lifetime& owner, Work work, Done done)
    {
        using T = std::invoke_result_t<Work>;
        auto task = std::make_shared<std::packaged_task<T()>>(std::move(work));
        auto finish = [task, done = std::move(done), alive = owner.watch()]() mutable {
            if (!alive.expired())
                done(task->get_future());
        };
        post([task] { (*task)(); }, std::move(finish));
    }

    /// Whether work waits or runs; the frame does not close meanwhile.
    virtual bool busy() const = 0;

protected:
    /// `work` on the worker, then `finish` on the UI thread.
    virtual void post(std::function<void()> work, std::function<void()> finish) = 0;
};

/// Runs everything at once on the calling thread.
class InlineBackground final : public Background
{
public:
    bool busy() const override { return false; }

protected:
    void post(std::function<void()> work, std::function<void()> finish) override
    {
        work();
        finish();
    }
};

} // namespace guitai
