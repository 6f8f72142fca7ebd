#include "services/payments/charge_fold.h"

#include "services/cases/case_events.h"
#include "services/failure.h"

#include <algorithm>

namespace guitai
{

namespace
{

std::string optionalText(const Payload& payload, const char* name)
{
    return payload.has(name) ? payload.text(name) : std::string{};
}

Instant instantOf(const Payload& payload, const char* name)
{
    return Instant{std::chrono::seconds{payload.number(name)}};
}

std::optional<Instant> optionalInstant(const Payload& payload, const char* name)
{
    return payload.has(name) ? std::optional{instantOf(payload, name)} : std::nullopt;
}

std::vector<ChargeItem> itemsFrom(const Payload& payload)
{
    auto items = std::vector<ChargeItem>{};
    try {
        for (const auto& item : payload.member("items"))
            items.push_back({item.at("case").get<std::string>(),
                             item.at("charge").get<std::string>(),
                             Money::fen(item.at("due_fen").get<std::int64_t>())});
    } catch (const nlohmann::json::exception&) {
        payload.damaged("items");
    }
    return items;
}

class ChargeFold
{
public:
    void add(const Event& event)
    {
        const auto payload = Payload{event};
        if (m_charge.id.empty())
            begin(event, payload);
        else
            follow(event, payload);
        if (payload.has("charge") && changesCharge(event.kind))
            moveCharge(payload);
    }

    ChargeRecord take()
    {
        if (m_charge.id.empty())
            throw ServiceFailure(ServiceFailure::Kind::damaged, "a charge without events");
        return std::move(m_charge);
    }

private:
    void begin(const Event& event, const Payload& payload)
    {
        m_charge.id = payload.text("id");
        m_charge.due = payload.money("due_fen");
        if (event.kind == EventKind::chargeOpened) {
            m_charge.items = {{payload.text("case"), m_charge.id, m_charge.due}};
        } else if (event.kind == EventKind::chargesMerged) {
            m_charge.items = itemsFrom(payload);
            m_charge.validUntil = instantOf(payload, "validUntil");
            auto sum = Money{};
            for (const auto& item : m_charge.items)
                sum = sum + item.due;
            if (sum != m_charge.due || !m_charge.isMerged())
                payload.damaged("items");
        } else {
            payload.damaged("path");
        }
        if (event.subject != "charge/" + m_charge.id)
            payload.damaged("id");
    }

    void follow(const Event& event, const Payload& payload)
    {
        switch (event.kind) {
        case EventKind::chargeLocked:
            m_charge.lockedBy = payload.text("into");
            return;
        case EventKind::chargeUnlocked:
            m_charge.lockedBy.clear();
            return;
        case EventKind::chargeSettled:
            return settle(payload);
        case EventKind::chargeExempted:
            m_charge.state = ChargeState::settled;
            m_charge.tender = Tender::exempt;
            return;
        case EventKind::chargeVoided:
            m_charge.state = ChargeState::voided;
            return;
        case EventKind::chargeRefunded:
            m_charge.state = ChargeState::refunded;
            return;
        case EventKind::attemptPlanned:
            return planAttempt(event, payload);
        case EventKind::attemptMoved:
        case EventKind::attemptAnswered:
            return moveAttempt(event, payload);
        case EventKind::refundPlanned:
            return planRefund(event, payload);
        case EventKind::refundMoved:
        case EventKind::refundAnswered:
            return moveRefund(event, payload);
        case EventKind::refundHandedOver:
            return handOver(event, payload);
        default:
            payload.damaged("path");
        }
    }

    static bool changesCharge(EventKind kind)
    {
        return kind == EventKind::attemptMoved || kind == EventKind::attemptAnswered ||
               kind == EventKind::refundMoved || kind == EventKind::refundAnswered ||
               kind == EventKind::refundHandedOver;
    }

    void moveCharge(const Payload& payload)
    {
        m_charge.state = payload.named("charge", chargeStateFrom);
        if (m_charge.state == ChargeState::settled && m_charge.isMerged() && !m_charge.tender &&
            payload.has("order")) {
            m_charge.settledBy = payload.text("order");
            m_charge.tender = tenderOf(m_charge.attempt(m_charge.settledBy)->channel);
        }
    }

    void settle(const Payload& payload)
    {
        if (m_charge.state != ChargeState::open || m_charge.isMerged())
            payload.damaged("state");
        m_charge.state = ChargeState::settled;
        m_charge.tender = payload.named("tender", tenderFrom);
        m_charge.settledBy = optionalText(payload, "order");
        m_charge.lockedBy.clear();
    }

    void planAttempt(const Event& event, const Payload& payload)
    {
        if (m_charge.blocking() != nullptr || payload.text("charge") != m_charge.id ||
            payload.money("amount_fen") != m_charge.due)
            payload.damaged("attempt");
        m_charge.attempts.push_back({.orderNumber = payload.text("order"),
                                     .chargeId = m_charge.id,
                                     .channel = payload.named("channel", gatewayChannelFrom),
                                     .mode = payload.named("mode", attemptModeFrom),
                                     .amount = payload.money("amount_fen"),
                                     .state = payload.named("state", attemptStateFrom),
                                     .content = payload.text("content"),
                                     .contentHash = payload.text("contentHash"),
                                     .clerk = event.actor,
                                     .shift = payload.text("shift"),
                                     .createdAt = event.at,
                                     .expiresAt = instantOf(payload, "expiresAt"),
                                     .bootId = payload.text("bootId"),
                                     .sinceBootMs = payload.number("sinceBootMs"),
                                     .changedAt = event.at});
        if (m_charge.attempts.back().state != AttemptState::planned)
            payload.damaged("state");
    }

    void moveAttempt(const Event& event, const Payload& payload)
    {
        const auto attempt =
            std::ranges::find(m_charge.attempts, payload.text("order"), &Attempt::orderNumber);
        if (attempt == m_charge.attempts.end())
            payload.damaged("order");
        const auto next = payload.named("state", attemptStateFrom);
        if (!mayBecome(attempt->state, next))
            payload.damaged("state");
        attempt->state = next;
        attempt->changedAt = event.at;
        attempt->reverseBegun = attempt->reverseBegun || next == AttemptState::reversing;
        if (payload.has("frozen"))
            attempt->frozen = payload.flag("frozen");
        if (const auto paidAt = optionalInstant(payload, "paidAt"))
            attempt->paidAt = paidAt;
        if (event.kind == EventKind::attemptMoved)
            attempt->givenUp = attempt->givenUp || endsTheCode(payload.text("cause"));
        else
            takeAnswer(*attempt, payload);
    }

    static bool endsTheCode(const std::string& cause)
    {
        return cause == nameOf(AttemptCause::givenUp) || cause == nameOf(AttemptCause::expired) ||
               cause == nameOf(AttemptCause::timedOut) || cause == nameOf(AttemptCause::restarted);
    }

    static void takeAnswer(Attempt& attempt, const Payload& payload)
    {
        attempt.problem = payload.named("problem", gatewayProblemFrom);
        if (payload.has("code"))
            attempt.code = payload.text("code");
        const auto flag = [&](const char* name, bool& member) {
            if (payload.has(name))
                member = payload.flag(name);
        };
        flag("answered", attempt.answered);
        flag("scanned", attempt.scanned);
        flag("gaveBack", attempt.gaveBack);
        flag("refusalSeen", attempt.refusalSeen);
        if (payload.has("providerNumber"))
            attempt.providerNumber = payload.text("providerNumber");
        if (payload.has("payerPaid_fen"))
            attempt.payerPaid = payload.money("payerPaid_fen");
    }

    void planRefund(const Event& event, const Payload& payload)
    {
        const auto order = payload.text("order");
        const auto amount = payload.money("amount_fen");
        const auto* attempt = m_charge.attempt(order);
        if (attempt == nullptr || !attempt->captured() || amount > m_charge.keptOf(*attempt))
            payload.damaged("order");
        auto refund = ElectronicRefund{.refundNumber = payload.text("number"),
                                       .orderNumber = order,
                                       .chargeId = payload.text("charge"),
                                       .channel = payload.named("channel", gatewayChannelFrom),
                                       .amount = amount,
                                       .orderTotal = payload.money("total_fen"),
                                       .reason = payload.text("reason"),
                                       .cause = payload.named("cause", refundCauseFrom),
                                       .stage = payload.named("state", refundStageFrom),
                                       .requester = payload.text("requester"),
                                       .supervisor = payload.text("supervisor"),
                                       .shift = payload.text("shift"),
                                       .content = payload.text("content"),
                                       .requestedAt = event.at,
                                       .changedAt = event.at};
        if (refund.stage == RefundStage::done)
            refund.doneAt = event.at;
        if (refund.cause == RefundCause::withdrawn && m_charge.state == ChargeState::settled &&
            !m_charge.isMerged())
            m_charge.state = ChargeState::refundPending;
        m_charge.refunds.push_back(std::move(refund));
    }

    void moveRefund(const Event& event, const Payload& payload)
    {
        const auto refund = std::ranges::find(
            m_charge.refunds, payload.text("number"), &ElectronicRefund::refundNumber);
        if (refund == m_charge.refunds.end())
            payload.damaged("number");
        const auto next = payload.named("state", refundStageFrom);
        // the provider may still make what was handed over: that has to be known
        const auto cameThrough =
            refund->stage == RefundStage::handedOver && next == RefundStage::done;
        if (!isUnderWay(refund->stage) && !cameThrough)
            payload.damaged("number");
        refund->stage = next;
        refund->changedAt = event.at;
        if (payload.has("frozen"))
            refund->frozen = payload.flag("frozen");
        if (payload.has("problem"))
            refund->problem = payload.named("problem", gatewayProblemFrom);
        if (isRefusedRefund(refund->problem))
            refund->refusal = refund->problem;
        else if (refund->stage != RefundStage::planned && refund->stage != RefundStage::sent)
            refund->refusal = GatewayProblem::none;
        if (refund->stage == RefundStage::done)
            refund->doneAt = optionalInstant(payload, "doneAt").value_or(event.at);
    }

    void handOver(const Event& event, const Payload& payload)
    {
        auto handover = FinanceHandover{.chargeId = payload.text("item"),
                                        .orderNumber = payload.text("order"),
                                        .refundNumber = payload.text("number"),
                                        .amount = payload.money("amount_fen"),
                                        .reason = payload.text("reason"),
                                        .requester = event.actor,
                                        .supervisor = payload.text("supervisor"),
                                        .at = event.at};
        if (!handover.refundNumber.empty()) {
            const auto refund = std::ranges::find(
                m_charge.refunds, handover.refundNumber, &ElectronicRefund::refundNumber);
            if (refund == m_charge.refunds.end() || !isUnderWay(refund->stage) ||
                refund->amount != handover.amount)
                payload.damaged("number");
            refund->stage = RefundStage::handedOver;
            refund->changedAt = event.at;
        } else if (!handover.orderNumber.empty()) {
            const auto* attempt = m_charge.attempt(handover.orderNumber);
            if (attempt == nullptr || handover.amount > m_charge.keptOf(*attempt))
                payload.damaged("order");
        } else if (m_charge.tender != Tender::cash ||
                   m_charge.handedOf({}) + handover.amount > m_charge.due) {
            payload.damaged("amount_fen");
        }
        m_charge.handovers.push_back(std::move(handover));
    }

    ChargeRecord m_charge;
};

} // namespace

ChargeRecord foldCharge(const std::vector<Event>& events)
{
    auto fold = ChargeFold{};
    for (const auto& event : events)
        fold.add(event);
    return fold.take();
}

} // namespace guitai
