#pragma once

#include "services/failure.h"
#include "services/payments/payment_desk.h"

#include <functional>
#include <map>
#include <memory>
#include <thread>
#include <vector>

namespace guitai
{

/// Runs work on the thread that owns the journal; what a page calls Background. `post` may be
/// called from any thread and returns at once.
class JournalThread
{
public:
    virtual ~JournalThread() = default;
    virtual void post(std::function<void()> work) = 0;
};

/// Who wants to know that a payment changed. Called on the journal's thread; a window hands the
/// value on to its own.
using PaymentObserver = std::function<void(const PaymentChange&)>;

/// Makes the calls that a PaymentDesk hands out: one network thread over all channels, so that
/// neither the window nor the journal ever waits for a provider. It decides
/// nothing.
///
/// The network thread sleeps until the desk's next time, then asks the journal's thread for tasks;
/// answers go back the same way. Made and destroyed on the journal's thread, or before and after
/// it. The destructor waits for the call that is under way (at most its timeout, 35 s); an answer
/// that is not recorded then is asked for at the next start.
class PaymentRunner
{
public:
    using Gateways = std::map<GatewayChannel, PaymentGateway*>;
    /// All outlive it. `failed` takes what the store threw, on the journal's thread; the same work
    /// is due again a second later.
    PaymentRunner(PaymentDesk& desk,
                  Gateways gateways,
                  JournalThread& journal,
                  const Clock& clock,
                  PaymentObserver changed,
                  std::function<void(const ServiceFailure&)> failed);
    ~PaymentRunner();
    PaymentRunner(const PaymentRunner&) = delete;
    PaymentRunner& operator=(const PaymentRunner&) = delete;

    /// After something was asked of the desk: its next call may be due now. From the journal's
    /// thread.
    void wake();

private:
    struct Shared;

    void work();
    void perform(const GatewayTask& task);
    /// On the journal's thread.
    void collect();
    void receive(const GatewayTask& task, const GatewayReply& reply);
    void giveBack(const GatewayTask& task);
    void schedule();

    PaymentDesk& m_desk;
    Gateways m_gateways;
    JournalThread& m_journal;
    const Clock& m_clock;
    PaymentObserver m_changed;
    std::function<void(const ServiceFailure&)> m_failed;
    /// Shared with work that was posted: it may run after the runner is gone and finds that out.
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

/// The same without threads: makes the calls that are due now, one after the other, and returns
/// what changed. For tests, for the console and for the sweep of a start.
std::vector<PaymentChange> runDue(PaymentDesk& desk, const PaymentRunner::Gateways& gateways);

} // namespace guitai
