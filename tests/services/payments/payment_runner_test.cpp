#include "services/payments/payment_runner.h"
#include "tests/services/payments/model/payment_world.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>

namespace guitai::payment_runner_test
{

using namespace std::chrono_literals;

namespace
{

/// The journal's thread of a test: what is posted waits until the test runs it.
class Mailbox final : public JournalThread
{
public:
    void post(std::function<void()> work) override
    {
        {
            const auto lock = std::lock_guard{m_mutex};
            m_work.push_back(std::move(work));
        }
        m_arrived.notify_all();
    }
    /// Waits for one piece of work and runs it.
    void runOne()
    {
        auto work = std::function<void()>{};
        {
            auto lock = std::unique_lock{m_mutex};
            REQUIRE(m_arrived.wait_for(lock, 10s, [this] { return !m_work.empty(); }));
            work = std::move(m_work.front());
            m_work.erase(m_work.begin());
        }
        work();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<std::function<void()>> m_work;
};

} // namespace

TEST_CASE("PaymentRunner calls on its own thread and tells on the journal's")
{
    auto office = CaseOffice{};
    auto world = PaymentWorld{office, 1};
    const auto number = world.addCase();
    auto gateway = LedgerGateway{world.ledger, GatewayChannel::weChat};
    auto mailbox = Mailbox{};
    auto changes = std::vector<PaymentChange>{};
    auto failures = 0;
    const auto here = std::this_thread::get_id();
    auto runner = PaymentRunner{world.desk(),
                                {{GatewayChannel::weChat, &gateway}},
                                mailbox,
                                office.window.clock,
                                [&](const PaymentChange& change) {
                                    CHECK(std::this_thread::get_id() == here);
                                    changes.push_back(change);
                                },
                                [&](const ServiceFailure&) { ++failures; }};
    mailbox.runOne(); // the first question: nothing is due
    REQUIRE(world.desk().showCode(office.clerk, number, GatewayChannel::weChat));
    runner.wake();
    mailbox.runOne(); // the answer to the create
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].view.stage == PaymentStage::codeShown);
    world.ledger.pay(world.attempt(number).orderNumber);
    office.window.clock.pass(2s);
    runner.wake();
    mailbox.runOne();
    REQUIRE(changes.size() == 2);
    CHECK(changes[1].view.stage == PaymentStage::paid);
    CHECK(failures == 0);
    SUBCASE("and tells what the store refused, and asks again")
    {
        const auto other = world.addCase();
        REQUIRE(world.desk().showCode(office.clerk, other, GatewayChannel::weChat));
        office.window.clock.jumpWall(-1h);
        runner.wake();
        CHECK(failures == 1);
        office.window.clock.jumpWall(1h);
        office.window.clock.pass(1s);
        runner.wake();
        mailbox.runOne();
        CHECK(changes.back().view.stage == PaymentStage::codeShown);
    }
}

TEST_CASE("runDue makes the calls in this thread")
{
    auto office = CaseOffice{};
    auto world = PaymentWorld{office, 1};
    const auto number = world.addCase();
    auto gateway = LedgerGateway{world.ledger, GatewayChannel::weChat};
    REQUIRE(world.desk().showCode(office.clerk, number, GatewayChannel::weChat));
    const auto changes = runDue(world.desk(), {{GatewayChannel::weChat, &gateway}});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].view.stage == PaymentStage::codeShown);
    CHECK(runDue(world.desk(), {}).empty());
}

} // namespace guitai::payment_runner_test
