#include "forms/frame/worker_thread.h"

#include <doctest/doctest.h>
#include <wx/app.h>
#include <wx/evtloop.h>

#include <optional>
#include <stdexcept>
#include <vector>

using namespace guitai;

namespace
{

/// Lets the UI thread take what the worker reports, until `done` or a generous limit of turns.
template <class Condition>
void pumpUntil(Condition done)
{
    auto loop = wxGUIEventLoop{};
    const auto active = wxEventLoopActivator{&loop};
    while (!done())
        loop.DispatchTimeout(50);
}

} // namespace

TEST_CASE("WorkerThread")
{
    const auto owner = Lifetime{};
    const auto uiThread = std::this_thread::get_id();

    SUBCASE("works elsewhere, in order, and reports on the UI thread")
    {
        auto worker = WorkerThread{};
        auto order = std::vector<int>{};
        auto elsewhere = true;
        auto here = true;
        for (auto i = 0; i < 5; ++i)
            worker.run(
                owner,
                [i, uiThread] {
                    return std::pair{i, std::this_thread::get_id() != uiThread};
                },
                [&, uiThread](auto answer) {
                    const auto [number, away] = answer.get();
                    order.push_back(number);
                    elsewhere = elsewhere && away;
                    here = here && std::this_thread::get_id() == uiThread;
                });
        CHECK(worker.busy());
        pumpUntil([&worker] { return !worker.busy(); });
        CHECK(order == std::vector{0, 1, 2, 3, 4});
        CHECK(elsewhere);
        CHECK(here);
    }
    SUBCASE("hands over what the work threw")
    {
        auto worker = WorkerThread{};
        auto told = std::string{};
        worker.run(
            owner,
            []() -> int { throw std::runtime_error("no answer"); },
            [&told](auto answer) {
                try {
                    answer.get();
                } catch (const std::runtime_error& error) {
                    told = error.what();
                }
            });
        pumpUntil([&worker] { return !worker.busy(); });
        CHECK(told == "no answer");
    }
    SUBCASE("tells nothing to an owner who is gone, and the work is done all the same")
    {
        auto worker = WorkerThread{};
        auto worked = false;
        auto told = false;
        {
            const auto gone = Lifetime{};
            worker.run(
                gone, [&worked] { return worked = true; }, [&told](auto) { told = true; });
        }
        pumpUntil([&worker] { return !worker.busy(); });
        CHECK(worked);
        CHECK_FALSE(told);
    }
    SUBCASE("does what still waits before it ends")
    {
        auto done = 0;
        {
            auto worker = WorkerThread{};
            for (auto i = 0; i < 20; ++i)
                worker.run(
                    owner, [&done] { return ++done; }, [](auto) {});
        }
        CHECK(done == 20);
        wxTheApp->ProcessPendingEvents();
    }
}
