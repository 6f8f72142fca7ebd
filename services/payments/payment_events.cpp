#include "services/payments/payment_events.h"

#include "services/payments/crypto/digests.h"
#include "services/payments/masking.h"

namespace guitai
{

namespace
{

using nlohmann::json;

std::int64_t seconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

std::string_view nameOfOutcome(GatewayOutcome outcome)
{
    switch (outcome) {
    case GatewayOutcome::ok:
        return "ok";
    case GatewayOutcome::refused:
        return "refused";
    case GatewayOutcome::unknown:
        return "unknown";
    }
    return "unknown";
}

/// The exchange as it is kept: headers and verdict as they were; of the body everything but
/// persons, and the SHA-256 of what came.
json exchangeJson(const GatewayExchange& exchange)
{
    auto headers = json::array();
    for (const auto& header : exchange.headers.all())
        headers.push_back({withoutPersons(header.name), withoutPersons(header.value)});
    auto object = json{{"call", exchange.call},
                       {"status", exchange.status},
                       {"verdict", nameOf(exchange.verdict)},
                       {"at", seconds(exchange.at)}};
    if (!headers.empty())
        object["headers"] = std::move(headers);
    if (!exchange.body.empty()) {
        object["body"] = withoutPersons(exchange.body);
        object["bodyHash"] = sha256(exchange.body);
    }
    if (!exchange.failure.empty())
        object["failure"] = exchange.failure;
    return object;
}

json answerJson(const GatewayReply& reply, GatewayCall call)
{
    const auto head = headOf(reply);
    return {{"call", nameOf(call)},
            {"outcome", nameOfOutcome(head.outcome)},
            {"problem", nameOf(head.problem)},
            {"exchange", exchangeJson(*head.exchange)}};
}

void addReport(json& members, const TradeReport& report, Instant paidAt)
{
    members["providerNumber"] = report.providerNumber;
    members["paidAt"] = seconds(paidAt);
    if (report.total)
        members["total_fen"] = report.total->inFen();
    if (report.payerPaid)
        members["payerPaid_fen"] = report.payerPaid->inFen();
}

} // namespace

Actor systemActor()
{
    return {systemUser, systemUser, Role::clerk};
}

std::string chargeSubject(std::string_view chargeId)
{
    return "charge/" + std::string{chargeId};
}

ReplyHead headOf(const GatewayReply& reply)
{
    return std::visit(
        [](const auto& answer) {
            return ReplyHead{
                answer.outcome, answer.problem, answer.proven, &answer.exchange, answer.clock};
        },
        reply);
}

NewEvent attemptPlanned(const Actor& clerk,
                        const ChargeRecord& charge,
                        const PlannedOrder& order,
                        const Clock& clock)
{
    const auto& intent = order.intent;
    return newEvent(
        EventKind::attemptPlanned,
        chargeSubject(charge.id),
        clerk,
        {{"charge", charge.id},
         {"case", charge.items.front().acceptanceNumber},
         {"order", intent.orderNumber},
         {"epoch", std::string{order.number.epoch}},
         {"counter", order.number.last},
         {"channel", nameOf(order.channel)},
         {"mode", nameOf(order.mode)},
         {"amount_fen", intent.amount.inFen()},
         {"content", withoutPaymentCode(intent.content, order.paymentCode, order.maskedCode)},
         {"contentHash", sha256(intent.content)},
         {"expiresAt", seconds(order.expiresAt)},
         {"shift", order.shift},
         {"bootId", clock.bootId()},
         {"sinceBootMs", clock.sinceBoot().count()},
         {"state", nameOf(AttemptState::planned)}});
}

NewEvent attemptMoved(const Actor& actor, const Attempt& attempt, const AttemptStep& step)
{
    auto members = json{{"order", attempt.orderNumber},
                        {"state", nameOf(step.next)},
                        {"cause", nameOf(step.cause)}};
    if (!step.reason.empty())
        members["reason"] = step.reason;
    if (!step.supervisor.empty())
        members["supervisor"] = step.supervisor;
    if (step.cause == AttemptCause::released)
        members["frozen"] = false;
    if (!step.charge.empty())
        members["charge"] = step.charge;
    return newEvent(
        EventKind::attemptMoved, chargeSubject(attempt.chargeId), actor, std::move(members));
}

NewEvent
attemptAnswered(const Attempt& attempt, const GatewayReply& reply, const AnswerRecord& record)
{
    const auto& ruling = record.ruling;
    auto members = answerJson(reply, record.call);
    members["order"] = attempt.orderNumber;
    members["state"] = nameOf(ruling.state);
    members["asked"] = record.unrecorded + 1;
    const auto flag = [&](const char* name, bool now, bool before) {
        if (now && !before)
            members[name] = true;
    };
    flag("answered", ruling.answered, attempt.answered);
    flag("scanned", ruling.scanned, attempt.scanned);
    flag("gaveBack", ruling.gaveBack, attempt.gaveBack);
    flag("refusalSeen", ruling.refusalSeen, attempt.refusalSeen);
    flag("frozen", ruling.freeze, attempt.frozen);
    if (ruling.alarm)
        members["alarm"] = nameOf(*ruling.alarm);
    if (!record.code.empty())
        members["code"] = record.code;
    if (record.report)
        addReport(members, *record.report, record.paidAt);
    if (const auto clock = headOf(reply).clock)
        members["clock_s"] = clock->difference.count();
    if (!record.charge.empty())
        members["charge"] = record.charge;
    return newEvent(EventKind::attemptAnswered,
                    chargeSubject(attempt.chargeId),
                    systemActor(),
                    std::move(members));
}

NewEvent
refundPlanned(const Actor& actor, const ElectronicRefund& refund, const std::string& subject)
{
    return newEvent(EventKind::refundPlanned,
                    subject,
                    actor,
                    {{"charge", refund.chargeId},
                     {"order", refund.orderNumber},
                     {"number", refund.refundNumber},
                     {"channel", nameOf(refund.channel)},
                     {"amount_fen", refund.amount.inFen()},
                     {"total_fen", refund.orderTotal.inFen()},
                     {"reason", refund.reason},
                     {"cause", nameOf(refund.cause)},
                     {"requester", refund.requester},
                     {"supervisor", refund.supervisor},
                     {"shift", refund.shift},
                     {"content", refund.content},
                     {"contentHash", sha256(refund.content)},
                     {"state", nameOf(refund.stage)}});
}

NewEvent refundMoved(const ElectronicRefund& refund,
                     const std::string& subject,
                     RefundStage next,
                     std::string_view cause)
{
    return newEvent(EventKind::refundMoved,
                    subject,
                    systemActor(),
                    {{"order", refund.orderNumber},
                     {"number", refund.refundNumber},
                     {"state", nameOf(next)},
                     {"cause", cause}});
}

NewEvent refundAnswered(const ElectronicRefund& refund,
                        const std::string& subject,
                        const GatewayReply& reply,
                        const RefundRecord& record)
{
    auto members = answerJson(reply, record.call);
    members["order"] = refund.orderNumber;
    members["number"] = refund.refundNumber;
    members["state"] = nameOf(record.next);
    if (record.freeze)
        members["frozen"] = true;
    if (record.alarm)
        members["alarm"] = nameOf(*record.alarm);
    if (!record.providerNumber.empty())
        members["providerNumber"] = record.providerNumber;
    if (record.doneAt)
        members["doneAt"] = seconds(*record.doneAt);
    if (!record.charge.empty())
        members["charge"] = record.charge;
    return newEvent(EventKind::refundAnswered, subject, systemActor(), std::move(members));
}

NewEvent refundHandedOver(const Actor& actor,
                          const Actor& approver,
                          const FinanceHandover& handover,
                          const std::string& subject,
                          const std::string& chargeAfter)
{
    auto members = json{{"item", handover.chargeId},
                        {"order", handover.orderNumber},
                        {"number", handover.refundNumber},
                        {"amount_fen", handover.amount.inFen()},
                        {"reason", handover.reason},
                        {"supervisor", approver.userId},
                        {"personId", approver.personId}};
    if (!chargeAfter.empty())
        members["charge"] = chargeAfter;
    return newEvent(EventKind::refundHandedOver, subject, actor, std::move(members));
}

} // namespace guitai
