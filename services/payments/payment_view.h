#pragma once

#include "services/payments/charge_record.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// The one line that a page shows of an electronic payment; the words are in the forms.
enum class PaymentStage {
    none,       ///< nothing was tried
    preparing,  ///< the code is asked for
    codeShown,  ///< the citizen may scan
    scanned,    ///< the code was opened
    userPaying, ///< the citizen types the password, or our request is out
    paid,
    closing, ///< withdrawn, the proof is awaited
    closed,  ///< unpaid, definite
    unknown, ///< no trustworthy answer; asked on
    watched, ///< the charge is free, a payment that still comes is given back
    paidLate,
    refunding,
    refunded,
    frozen, ///< an answer did not fit: a supervisor has to look
};
std::string_view nameOf(PaymentStage stage);

/// Somebody has to know. Codes only; each alarm is told once and stands on the work list.
enum class PaymentAlarm {
    mismatch,      ///< a good signature over another amount, order, merchant or app
    doubleNumber,  ///< the provider's number stands at another attempt
    configuration, ///< key, serial, certificate, contract
    clockWarning,  ///< above 60 s
    clockWrong,    ///< above 240 s: electronic payment is blocked
    untrusted,     ///< an answer without a good signature
    programFault,  ///< the provider finds our request wrong
    latePayment,   ///< money came for a charge that was settled or dropped
    overpaid,      ///< two payments of one charge
    stuck,         ///< no trustworthy answer for minutes
    merchantFunds, ///< our balance does not cover the refund
    refundStuck,   ///< the provider cannot give it back: the finance desk
    refundRefused,
};
std::string_view nameOf(PaymentAlarm alarm);

struct AttemptView {
    std::string orderNumber;
    GatewayChannel channel{};
    AttemptMode mode{};
    AttemptState state{};
    PaymentStage stage{};
    Money amount;
    std::string code = {}; ///< for the QR code; empty unless it may be scanned now
    Instant shownFrom{};   ///< beginning of the countdown
    Instant shownUntil{};  ///< its end
    std::string providerNumber = {};
    GatewayProblem problem{}; ///< of the newest answer
    std::optional<Instant> paidAt = {};
    Money refunded;
    Money refundable; ///< what may still be given back

    bool operator==(const AttemptView&) const = default;
};

/// How one refund stands, in one word.
enum class RefundStanding {
    decided,       ///< two persons agreed; it goes out now
    sent,          ///< asked of the provider, no answer yet
    unknown,       ///< the answer was lost or not to be trusted: asked on
    processing,    ///< the provider accepted it
    waitsForFunds, ///< our balance does not cover it; the same again later
    refused,       ///< the provider's no
    stuck,         ///< accepted, and the provider cannot get rid of it
    frozen,        ///< an answer did not fit
    notMade,       ///< ended without money going back; another one may be asked for
    done,
    handedOver, ///< the finance desk gives it back
};

struct RefundView {
    std::string refundNumber;
    std::string orderNumber;
    Money amount;
    RefundStage stage{};
    std::string reason;
    GatewayProblem problem{}; ///< of the provider's no, else of the newest answer
    RefundStanding standing{};
    std::string requester;  ///< user id
    std::string supervisor; ///< user id
    Instant requestedAt{};
    std::optional<Instant> doneAt = {};

    bool operator==(const RefundView&) const = default;
};

/// What is true of a charge now.
struct PaymentView {
    std::string chargeId;
    std::vector<ChargeItem> items; ///< several for a merged charge
    Money due;
    ChargeState state{};
    PaymentStage stage{}; ///< of the newest attempt that matters
    bool free = false;    ///< open, and any tender may begin now
    bool atRisk = false;  ///< free while a withdrawn code may still be paid (WATCH)
    std::vector<AttemptView> attempts = {};      ///< newest first
    std::vector<RefundView> refunds = {};        ///< newest first
    std::vector<FinanceHandover> handovers = {}; ///< newest first

    bool operator==(const PaymentView&) const = default;
};

/// Pure.
PaymentView viewOf(const ChargeRecord& charge, std::chrono::seconds countdown);
RefundStanding standingOf(const ElectronicRefund& refund);
PaymentStage stageOf(const ChargeRecord& charge, const Attempt& attempt);

} // namespace guitai
