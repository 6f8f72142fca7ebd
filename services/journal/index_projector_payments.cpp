// What electronic payments leave in the index tables.
#include "services/journal/index_projector.h"
#include "services/journal/payload_members.h"

namespace guitai
{

namespace
{

/// Epochs of order numbers: payments/order_number.h checks them.
constexpr auto epochs = std::string_view{"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"};

/// After the last epoch the first comes again: the day stands in the number, too, and no window is
/// restored that often in a day.
char epochBehind(char epoch, int steps)
{
    const auto at = epochs.find(epoch);
    return epochs[(at + static_cast<std::size_t>(steps)) % epochs.size()];
}

} // namespace

void IndexProjector::lockCharge(const Event& event, const Json& payload)
{
    const auto charge = event.subject.substr(event.subject.find('/') + 1);
    if (event.kind == EventKind::chargeLocked)
        m_tables.lock(charge, text(payload, "into"), event.sequence);
    else
        m_tables.unlock(charge);
}

void IndexProjector::planAttempt(const Event& event, const Json& payload)
{
    m_tables.insert(IndexedAttempt{.sequence = event.sequence,
                                   .row = {.orderNumber = text(payload, "order"),
                                           .chargeId = text(payload, "charge"),
                                           .acceptanceNumber = text(payload, "case"),
                                           .channel = text(payload, "channel"),
                                           .mode = text(payload, "mode"),
                                           .amount = money(payload, "amount_fen"),
                                           .state = text(payload, "state"),
                                           .createdAt = event.at,
                                           .expiresAt = instant(payload, "expiresAt"),
                                           .clerk = event.actor,
                                           .shift = text(payload, "shift")}});
    auto counter = m_tables.orderCounter();
    counter.epoch = text(payload, "epoch").at(0);
    counter.last = payload.at("counter").get<std::int64_t>();
    m_tables.store(counter);
}

void IndexProjector::moveAttempt(const Json& payload)
{
    auto indexed = known(m_tables.attempt(text(payload, "order")));
    auto& row = indexed.row;
    row.state = text(payload, "state");
    if (payload.contains("providerNumber"))
        row.providerNumber = text(payload, "providerNumber");
    if (payload.contains("paidAt"))
        row.paidAt = instant(payload, "paidAt");
    if (payload.contains("frozen"))
        row.frozen = payload.at("frozen").get<bool>();
    m_tables.update(indexed);
}

void IndexProjector::planRefund(const Event& event, const Json& payload)
{
    const auto done = text(payload, "state") == "done"; // the provider did it by reversing
    m_tables.insert(IndexedRefund{.sequence = event.sequence,
                                  .row = {.refundNumber = text(payload, "number"),
                                          .orderNumber = text(payload, "order"),
                                          .chargeId = text(payload, "charge"),
                                          .channel = text(payload, "channel"),
                                          .amount = money(payload, "amount_fen"),
                                          .state = text(payload, "state"),
                                          .reason = text(payload, "reason"),
                                          .requestedAt = event.at,
                                          .doneAt = done ? event.at : Instant{}}});
    if (done)
        addRefund(text(payload, "order"), money(payload, "amount_fen"));
}

void IndexProjector::moveRefund(const Event& event, const Json& payload)
{
    auto indexed = known(m_tables.refund(text(payload, "number")));
    auto& row = indexed.row;
    const auto wasDone = row.state == "done";
    row.state = text(payload, "state");
    if (row.state == "done" && !wasDone) {
        row.doneAt = payload.contains("doneAt") ? instant(payload, "doneAt") : event.at;
        addRefund(row.orderNumber, row.amount);
    }
    m_tables.update(indexed);
}

void IndexProjector::handOverRefund(const Json& payload)
{
    const auto number = text(payload, "number");
    if (number.empty())
        return; // none was begun: there is no row
    auto indexed = known(m_tables.refund(number));
    indexed.row.state = "handedOver";
    m_tables.update(indexed);
}

void IndexProjector::addRefund(const std::string& orderNumber, Money amount)
{
    auto attempt = known(m_tables.attempt(orderNumber));
    attempt.row.refunded = attempt.row.refunded + amount;
    m_tables.update(attempt);
}

void IndexProjector::changeDevice(const Json& payload)
{
    auto counter = m_tables.orderCounter();
    const auto isFirst = counter.machine.empty();
    counter.machine = text(payload, "machine");
    m_tables.store(counter);
    if (!isFirst)
        beginEpoch(1);
}

/// A backup does not know the orders that were made after it; `steps` tells apart the restores of
/// one day. The counter goes on: the day and the epoch make the number unique.
void IndexProjector::beginEpoch(int steps)
{
    auto counter = m_tables.orderCounter();
    counter.epoch = epochBehind(counter.epoch, steps);
    m_tables.store(counter);
}

} // namespace guitai
