#include "services/payments/payment_runner.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace guitai
{

using Steady = std::chrono::steady_clock;

struct PaymentRunner::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<GatewayTask> tasks;
    std::optional<Steady::time_point> next; ///< when the desk is to be asked
    bool stop = false;
    PaymentRunner* runner = nullptr; ///< looked at on the journal's thread only
};

PaymentRunner::PaymentRunner(PaymentDesk& desk,
                             Gateways gateways,
                             JournalThread& journal,
                             const Clock& clock,
                             PaymentObserver changed,
                             std::function<void(const ServiceFailure&)> failed)
    : m_desk(desk), m_gateways(std::move(gateways)), m_journal(journal), m_clock(clock),
      m_changed(std::move(changed)), m_failed(std::move(failed)),
      m_shared(std::make_shared<Shared>())
{
    m_shared->runner = this;
    m_shared->next = Steady::now();
    m_thread = std::thread{[this] { work(); }};
}

PaymentRunner::~PaymentRunner()
{
    {
        const auto lock = std::lock_guard{m_shared->mutex};
        m_shared->stop = true;
    }
    m_shared->changed.notify_all();
    m_thread.join();
    m_shared->runner = nullptr;
}

void PaymentRunner::wake()
{
    collect();
}

void PaymentRunner::work()
{
    auto& shared = *m_shared;
    auto lock = std::unique_lock{shared.mutex};
    while (!shared.stop) {
        if (!shared.tasks.empty()) {
            const auto task = std::move(shared.tasks.front());
            shared.tasks.pop_front();
            lock.unlock();
            perform(task);
            lock.lock();
        } else if (shared.next && *shared.next <= Steady::now()) {
            shared.next.reset();
            lock.unlock();
            m_journal.post([kept = m_shared] {
                if (kept->runner != nullptr)
                    kept->runner->collect();
            });
            lock.lock();
        } else if (shared.next) {
            shared.changed.wait_until(lock, *shared.next);
        } else {
            shared.changed.wait(lock);
        }
    }
}

void PaymentRunner::perform(const GatewayTask& task)
{
    const auto gateway = m_gateways.find(task.channel);
    auto reply = std::optional<GatewayReply>{};
    try {
        if (gateway != m_gateways.end())
            reply = guitai::perform(*gateway->second, task);
    } catch (const ServiceFailure&) {
        reply.reset(); // a library refused to work: the call is due again
    }
    m_journal.post([kept = m_shared, task, reply = std::move(reply)] {
        if (kept->runner == nullptr)
            return;
        if (reply)
            kept->runner->receive(task, *reply);
        else
            kept->runner->giveBack(task);
    });
}

void PaymentRunner::receive(const GatewayTask& task, const GatewayReply& reply)
{
    try {
        m_changed(m_desk.received(task, reply));
    } catch (const ServiceFailure& failure) {
        m_failed(failure);
    }
    collect();
}

void PaymentRunner::giveBack(const GatewayTask& task)
{
    m_desk.lost(task);
    schedule();
}

void PaymentRunner::collect()
{
    auto tasks = std::vector<GatewayTask>{};
    try {
        tasks = m_desk.due();
    } catch (const ServiceFailure& failure) {
        m_failed(failure);
    }
    {
        const auto lock = std::lock_guard{m_shared->mutex};
        for (auto& task : tasks)
            m_shared->tasks.push_back(std::move(task));
    }
    schedule();
    for (const auto& change : m_desk.takeChanges())
        m_changed(change);
}

void PaymentRunner::schedule()
{
    const auto due = m_desk.nextDue();
    const auto lock = std::lock_guard{m_shared->mutex};
    m_shared->next.reset();
    if (due)
        m_shared->next = Steady::now() + std::max(*due - m_clock.sinceBoot(), Moment{0});
    m_shared->changed.notify_all();
}

std::vector<PaymentChange> runDue(PaymentDesk& desk, const PaymentRunner::Gateways& gateways)
{
    auto changes = std::vector<PaymentChange>{};
    for (const auto& task : desk.due()) {
        const auto gateway = gateways.find(task.channel);
        if (gateway == gateways.end())
            desk.lost(task);
        else
            changes.push_back(desk.received(task, perform(*gateway->second, task)));
    }
    for (auto& change : desk.takeChanges())
        changes.push_back(std::move(change));
    return changes;
}

} // namespace guitai
