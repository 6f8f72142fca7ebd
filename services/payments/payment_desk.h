#pragma once

#include "services/approvals/agreement.h"
#include "services/payments/attempt_calls.h"
#include "services/payments/gateway_task.h"
#include "services/payments/payment_parts.h"
#include "services/payments/payment_timers.h"
#include "services/payments/payment_view.h"
#include "services/payments/refund_calls.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Money about which somebody has to do something, or that is not yet certain.
struct PaymentWork {
    std::vector<AttemptRow> attempts; ///< newest first
    std::vector<RefundRow> refunds;   ///< newest first
};

/// Electronic payment, as far as it decides and records. It never calls the
/// network: `due` hands out the calls that may be made now, `received` takes their answers, and a
/// PaymentRunner stands between. Everything runs on the journal's thread and blocks on the disk.
///
/// The order of each call is that of 6.3: what it may cause is durable before it is handed out; its
/// answer is durable before anybody is told. Throws ServiceFailure when the store fails: nothing is
/// done then, and the same call is due again.
class PaymentDesk
{
public:
    using Parts = PaymentParts;
    explicit PaymentDesk(Parts parts);
    PaymentDesk(const PaymentDesk&) = delete;
    PaymentDesk& operator=(const PaymentDesk&) = delete;

    /// The sweep of a start, once before anything else: what was in flight is asked for.
    void start();

    // --- what pages ask
    /// The contracted channels, WeChat Pay first.
    std::vector<GatewayChannel> channels() const;
    bool takesPaymentCodes() const;
    /// Of the charge that collects the case now: its own or a merged one. No value: no such case.
    std::optional<PaymentView> view(const std::string& acceptanceNumber);
    std::optional<PaymentView> viewOfCharge(const std::string& chargeId);
    PaymentWork workList();
    /// How far the station's clock is from the provider's; no value before the first answer.
    std::optional<ClockCheck> clockCheck() const;

    // --- what a clerk does
    /// Asks the provider about an order and its refunds now instead of at their next time. Refuses:
    /// noSuchAttempt, paymentFrozen.
    Result<PaymentView> askNow(const Actor& clerk, const std::string& orderNumber);
    /// A code for the citizen to scan. Refuses: paymentOpen (give the other one up first),
    /// paymentFrozen, alreadySettled, nothingToPay (a charge of zero never reaches a gateway),
    /// approvalPending, wrongState, shiftNotOpen, channelUnavailable, clockBlocksPayment.
    Result<PaymentView>
    showCode(const Actor& clerk, const std::string& acceptanceNumber, GatewayChannel channel);
    /// `scanned` is what the scanner read. Besides: notAPaymentCode, walletNotSupported.
    Result<PaymentView>
    payByCode(const Actor& clerk, const std::string& acceptanceNumber, const std::string& scanned);
    /// Withdraws the open attempt: the view's `free` says when another tender may begin. Without an
    /// open attempt nothing happens, so that two keys at once do no harm. The first step of every
    /// switch of channel or tender (5.4).
    Result<PaymentView> giveUp(const Actor& clerk, const std::string& acceptanceNumber);
    /// Collects the charges of several open cases in one order (9) and locks them to it. Refuses:
    /// missing (below two), tooManyItems, notMergeable.
    Result<PaymentView> merge(const Actor& clerk,
                              const std::vector<std::string>& acceptanceNumbers);
    /// Undoes a merge that was not paid; refuses while money may arrive.
    Result<Done> takeApart(const Actor& clerk, const std::string& chargeId);

    // --- what needs a supervisor
    /// Money goes back by the way it came. `chargeId` is the case's own charge, of a merged order
    /// that of the item. For a paid order the case was withdrawn before, and the approver is
    /// another person than `actor` and than the clerk who took the payment; a late payment, which
    /// the system found itself, needs one approval (7.6). Refuses: refundTooMuch, wrongState,
    /// ownWork, noSuchAttempt, requestStale. Of an approved request its own reason is kept.
    Result<PaymentView> requestRefund(const Actor& actor,
                                      const Agreement& agreement,
                                      const std::string& chargeId,
                                      const std::string& orderNumber,
                                      Money amount,
                                      const std::string& reason);
    /// What neither this window nor the provider can give back goes to the finance desk: a refund
    /// that the provider refused or is stuck with, and a payment for which no refund is possible
    /// any more (too old, channel not contracted, the last refund ended without effect). Recorded
    /// with both persons and the reason; the desk asks no more (WeChat Pay API v3: refunds).
    /// Persons as for requestRefund. Refuses besides: refundRuns, refundFirst.
    Result<PaymentView> handToFinance(const Actor& actor,
                                      const Agreement& agreement,
                                      const std::string& chargeId,
                                      const std::string& orderNumber,
                                      const std::string& reason);
    /// Why requestRefund or handToFinance would refuse by what stands in the journal, whoever
    /// agrees; for whoever asks a supervisor about it. None: it could be done now.
    std::optional<Refusal>
    returnFault(RefundStep step, const std::string& chargeId, const std::string& orderNumber);
    /// A late payment settles a charge that is still open.
    Result<PaymentView> acceptLatePayment(const Actor& supervisor,
                                          const std::string& orderNumber,
                                          const std::string& reason);
    /// Frees a charge that waits for an unscanned code to expire (policy `wait`).
    Result<PaymentView> overrideWait(const Actor& supervisor,
                                     const std::string& orderNumber,
                                     const std::string& reason);
    /// After somebody looked at an answer that did not fit: the order is asked for again.
    Result<PaymentView>
    release(const Actor& supervisor, const std::string& orderNumber, const std::string& reason);

    // --- the driver
    /// Takes the steps that time causes and hands out the calls to make now. Each is under way
    /// until it was `received` or `lost`.
    std::vector<GatewayTask> due();
    /// When `due` is to be asked next, as Clock::sinceBoot(); no value: not before somebody acts.
    std::optional<Moment> nextDue() const;
    /// Commits the outcome. When the store fails, the call is due again.
    PaymentChange received(const GatewayTask& task, const GatewayReply& reply);
    /// The call ended without an answer to record (a library failed): it is asked for again.
    void lost(const GatewayTask& task);
    /// What `due` changed by time alone since the last question.
    std::vector<PaymentChange> takeChanges();

private:
    Result<ChargeRecord> chargeToPay(const Actor& clerk, const std::string& acceptanceNumber);
    std::optional<Refusal> caseFault(const ChargeItem& item, const std::string& lockedBy);
    std::optional<Refusal> channelFault(GatewayChannel channel) const;
    struct Wish {
        GatewayChannel channel{};
        AttemptMode mode{};
        std::string paymentCode = {};
        std::string maskedCode = {};
    };
    Result<PaymentView> begin(const Actor& clerk, const ChargeRecord& charge, const Wish& wish);
    GatewayIntent
    intentOf(const ChargeRecord& charge, const Wish& wish, const OrderCounter& counter);
    std::string titleOf(const ChargeRecord& charge);
    Instant expiryOf(const Wish& wish) const;
    PaymentView viewNow(const std::string& chargeId);
    std::optional<ChargeRecord> chargeOfOrder(const std::string& orderNumber);
    /// The charge and attempt that a supervisor looks at, with the reason as it is kept.
    struct Subject {
        ChargeRecord charge;
        Attempt attempt;
        std::string reason;
        Agreed agreed = {};  ///< to money that goes back
        Actor approver = {}; ///< the same person
        RequestSubject about = {};
    };
    Result<Subject>
    subjectOf(const Actor& supervisor, const std::string& orderNumber, const std::string& reason);
    /// The same for money that goes back: two people, each with the right to.
    struct Return {
        RefundStep step{};
        std::string chargeId;
        std::string orderNumber;
        std::string reason;
    };
    Result<Subject>
    returnedSubject(const Actor& actor, const Agreement& agreement, const Return& wanted);
    std::optional<Refusal> approvalFault(const Actor& actor,
                                         const std::optional<Actor>& approver,
                                         const Attempt& attempt) const;
    /// What the finance desk would be given of a payment: amount, and the refund that ended there.
    Result<FinanceHandover>
    handoverNow(const ChargeRecord& charge, const Attempt& attempt, const std::string& chargeId);
    /// The provider would still take a refund of the order.
    bool takesRefund(const ChargeRecord& charge, const Attempt& attempt) const;
    ElectronicRefund plannedRefund(const ChargeRecord& charge,
                                   const Attempt& attempt,
                                   const std::string& chargeId,
                                   Money amount);
    void noteDevice();
    void sweep(const AttemptRow& row);
    void noteClock(const ClockCheck& check, PaymentChange& change);

    Parts m_parts;
    PaymentTimers m_timers;
    AttemptCalls m_attempts;
    RefundCalls m_refunds;
    std::vector<PaymentChange> m_changes;
    std::optional<ClockCheck> m_clockCheck;
    ClockCheck::Level m_clockLevel = ClockCheck::Level::good; ///< that somebody was told
    std::chrono::milliseconds m_wallAtCheck{}; ///< wall - since boot: shows that the clock was set
};

} // namespace guitai
