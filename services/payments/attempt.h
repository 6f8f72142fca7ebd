#pragma once

#include "services/cases/case.h"
#include "services/clock.h"
#include "services/money.h"
#include "services/payments/gateway.h"

#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// States of one electronic attempt, that is of one merchant order number.
enum class AttemptState {
    planned,    ///< durable, nothing sent
    creating,   ///< the request may be out
    shown,      ///< the code is on the second screen
    charging,   ///< the request by payment code may be out
    userPaying, ///< the payer types the password
    closing,
    reversing,
    unknown,  ///< no trustworthy answer
    watch,    ///< a code withdrawn that nobody scanned; the charge is free, payment can still come
    closed,   ///< unpaid, definite
    reversed, ///< withdrawn by us, definite
    failed,   ///< unpaid, definite, by the provider's word
    paid,
    latePaid, ///< paid after the charge was settled or dropped
    voided,   ///< never sent
};
std::string_view nameOf(AttemptState state);
std::optional<AttemptState> attemptStateFrom(std::string_view name);

/// Whether the citizen's money may still arrive: only one such attempt may exist
/// per charge, and a shift does not close over one. `watch` counts as "no": its code was withdrawn
/// and the charge is free again.
bool moneyMayArrive(AttemptState state);
/// Whether the attempt's state is definite; only a provider's error makes a late payment of it.
bool isSettled(AttemptState state);
/// Whether an attempt keeps the charge from any other tender: planned, or money may arrive.
bool blocksCharge(AttemptState state);
/// "May leave to" of the table in 5.1; to itself always.
bool mayBecome(AttemptState from, AttemptState to);

/// Who shows a code to whom.
enum class AttemptMode {
    code,        ///< the citizen scans ours
    paymentCode, ///< we scan the citizen's
};
std::string_view nameOf(AttemptMode mode); ///< "code", "payment_code"
std::optional<AttemptMode> attemptModeFrom(std::string_view name);

/// Why we took a step of our own.
enum class AttemptCause {
    sent,       ///< the next call may be out from here on
    givenUp,    ///< the clerk withdrew it or chose another tender
    expired,    ///< the countdown ended
    timedOut,   ///< not paid within 45 s of the payment code (5.3)
    notSent,    ///< nothing ever left the machine
    stuck,      ///< no trustworthy answer for long
    restarted,  ///< found by the sweep of a start (6.4)
    overridden, ///< a supervisor freed the charge while an unscanned code may still be paid
    released,   ///< a supervisor looked at an answer that did not fit
    accepted,   ///< a supervisor took a late payment as the settlement
};
std::string_view nameOf(AttemptCause cause);

/// No value for a channel that no tender stands for.
std::optional<Tender> tenderOf(GatewayChannel channel);

/// One attempt to collect a charge over a channel.
struct Attempt {
    std::string orderNumber; ///< 6 to 32 of [0-9A-Za-z_], the idempotency key
    std::string chargeId;
    GatewayChannel channel{};
    AttemptMode mode{};
    Money amount;
    AttemptState state = AttemptState::planned;
    /// The exact bytes; a retry sends these. With a payment code the journal keeps it masked: such
    /// an order is never sent again after a restart, only asked for and reversed.
    std::string content = {};
    std::string contentHash = {}; ///< SHA-256 of the exact bytes
    std::string clerk = {};
    std::string shift = {};
    Instant createdAt{};
    Instant expiresAt{}; ///< last moment to pay, by our clock
    std::string bootId = {};
    std::int64_t sinceBootMs = 0; ///< at `createdAt`
    Instant changedAt{};          ///< of the newest event

    std::string code = {};     ///< what the citizen scans; empty until the provider gave one
    bool answered = false;     ///< the provider confirmed that the order exists
    bool scanned = false;      ///< Alipay: somebody opened the code
    bool givenUp = false;      ///< no new code is asked for any more
    bool frozen = false;       ///< an answer did not fit
    bool gaveBack = false;     ///< money arrived and the provider returned it by itself
    GatewayProblem problem{};  ///< of the newest answer
    bool refusalSeen = false;  ///< by payment code: a definite code, unsigned
    bool reverseBegun = false; ///< a reverse may have been sent: money may go back
    std::string providerNumber = {};
    std::optional<Money> payerPaid = {}; ///< with coupons less than the amount
    std::optional<Instant> paidAt = {};

    bool captured() const { return paidAt.has_value(); }
    bool operator==(const Attempt&) const = default;
};

/// How far a refund is.
enum class RefundStage {
    planned,    ///< durable, nothing sent
    sent,       ///< the request may be out
    processing, ///< accepted
    done,
    closed,     ///< did not happen; a new refund may be asked for
    abnormal,   ///< stuck at the provider: the finance desk
    voided,     ///< never sent
    handedOver, ///< the finance desk pays it back; nothing is asked for any more
};
std::string_view nameOf(RefundStage stage);
std::optional<RefundStage> refundStageFrom(std::string_view name);
/// Whether money may still go back by it.
bool isUnderWay(RefundStage stage);
/// Whether an answer about a refund is a definite no: as it stands it will not be made (2.8, 3.6).
bool isRefusedRefund(GatewayProblem problem);

/// Why money goes back.
enum class RefundCause {
    withdrawn, ///< the case was withdrawn
    late,      ///< a late or second payment: the system found it itself
    reversed,  ///< the provider returned it when we reversed the order
};
std::string_view nameOf(RefundCause cause);
std::optional<RefundCause> refundCauseFrom(std::string_view name);

struct ElectronicRefund {
    std::string refundNumber;
    std::string orderNumber;
    std::string chargeId; ///< of the item that is given back
    GatewayChannel channel{};
    Money amount;
    Money orderTotal;
    std::string reason;
    RefundCause cause{};
    RefundStage stage = RefundStage::planned;
    std::string requester;  ///< user id
    std::string supervisor; ///< user id
    std::string shift = {}; ///< of the requester, when it was asked for
    std::string content = {};
    Instant requestedAt{};
    Instant changedAt{};
    bool frozen = false;
    GatewayProblem problem{};
    GatewayProblem refusal{}; ///< the provider's newest definite no; `none` when it accepted since
    std::optional<Instant> doneAt = {};

    bool operator==(const ElectronicRefund&) const = default;
};

} // namespace guitai
