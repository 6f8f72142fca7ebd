#pragma once

#include "services/cases/case_events.h"
#include "services/payments/answer_rules.h"
#include "services/payments/charge_record.h"
#include "services/payments/gateway_task.h"
#include "services/payments/payment_parts.h"

namespace guitai
{

/// Only the .cpp files of payments include this header: JSON stays inside them. The payloads are
/// those of services/journal/payloads.h.

Actor systemActor();

std::string chargeSubject(std::string_view chargeId);

struct PlannedOrder {
    OrderCounter number; ///< epoch and counter of the order number
    GatewayIntent intent;
    std::string paymentCode = {}; ///< masked in what is kept
    std::string maskedCode = {};
    GatewayChannel channel{};
    AttemptMode mode{};
    Instant expiresAt{};
    std::string shift;
};
NewEvent attemptPlanned(const Actor& clerk,
                        const ChargeRecord& charge,
                        const PlannedOrder& order,
                        const Clock& clock);

struct AttemptStep {
    AttemptState next{};
    AttemptCause cause{};
    std::string reason = {};
    std::string supervisor = {};
    std::string charge = {}; ///< wire name of the charge's state after it, when it changes
};
NewEvent attemptMoved(const Actor& actor, const Attempt& attempt, const AttemptStep& step);

/// What an answer leaves behind, beside the exchange itself.
struct AnswerRecord {
    const Ruling& ruling;
    GatewayCall call{};
    int unrecorded = 0;                     ///< answers before it that said the same
    std::optional<TradeReport> report = {}; ///< of what arrived
    std::string code = {};
    Instant paidAt{};
    std::string charge = {};
};
NewEvent
attemptAnswered(const Attempt& attempt, const GatewayReply& reply, const AnswerRecord& record);

NewEvent
refundPlanned(const Actor& actor, const ElectronicRefund& refund, const std::string& subject);
NewEvent refundMoved(const ElectronicRefund& refund,
                     const std::string& subject,
                     RefundStage next,
                     std::string_view cause);

/// `chargeAfter`: wire name of the charge's state after it, when it changes.
NewEvent refundHandedOver(const Actor& actor,
                          const Actor& approver,
                          const FinanceHandover& handover,
                          const std::string& subject,
                          const std::string& chargeAfter = {});

struct RefundRecord {
    GatewayCall call{};
    RefundStage next{};
    bool freeze = false;
    std::string providerNumber = {};
    std::optional<Instant> doneAt = {};
    std::optional<PaymentAlarm> alarm = {};
    std::string charge = {};
};
NewEvent refundAnswered(const ElectronicRefund& refund,
                        const std::string& subject,
                        const GatewayReply& reply,
                        const RefundRecord& record);

/// The parts of an answer that do not depend on what was asked.
struct ReplyHead {
    GatewayOutcome outcome{};
    GatewayProblem problem{};
    bool proven = false;
    const GatewayExchange* exchange = nullptr;
    std::optional<ClockCheck> clock = {};
};
ReplyHead headOf(const GatewayReply& reply);

} // namespace guitai
