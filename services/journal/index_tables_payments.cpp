// Attempts, refunds, order numbers and merged charges.
#include "services/journal/index_tables.h"

namespace guitai
{

namespace
{

CanonicalForm formOf(const IndexedAttempt& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"attempt_index"};
    form.add(indexed.sequence)
        .add(row.orderNumber)
        .add(row.chargeId)
        .add(row.acceptanceNumber)
        .add(row.channel)
        .add(row.mode)
        .add(row.amount.inFen())
        .add(row.state)
        .add(row.providerNumber)
        .add(secondsOf(row.createdAt))
        .add(secondsOf(row.expiresAt))
        .add(secondsOf(row.paidAt))
        .add(row.clerk)
        .add(row.shift)
        .add(row.refunded.inFen())
        .add(std::int64_t{row.frozen});
    return form;
}

CanonicalForm formOf(const IndexedRefund& indexed)
{
    const auto& row = indexed.row;
    auto form = CanonicalForm{"refund_index"};
    form.add(indexed.sequence)
        .add(row.refundNumber)
        .add(row.orderNumber)
        .add(row.chargeId)
        .add(row.channel)
        .add(row.amount.inFen())
        .add(row.state)
        .add(row.reason)
        .add(secondsOf(row.requestedAt))
        .add(secondsOf(row.doneAt));
    return form;
}

CanonicalForm formOf(const OrderCounter& counter)
{
    auto form = CanonicalForm{"order_counter_index"};
    form.add(std::string{counter.epoch}).add(counter.last).add(counter.machine);
    return form;
}

} // namespace

// --- attempts

const std::string IndexTables::attemptColumns =
    "sequence, order_number, charge, acceptance_number, channel, mode, amount_fen, state, "
    "provider_number, created_at, expires_at, paid_at, clerk, shift, refunded_fen, frozen, mac";
const std::string IndexTables::attemptTypes = "itttttittiiittiit";

IndexedAttempt IndexTables::attemptFrom(const Rows& rows) const
{
    auto indexed = IndexedAttempt{.sequence = rows.integer(0),
                                  .row = {.orderNumber = rows.text(1),
                                          .chargeId = rows.text(2),
                                          .acceptanceNumber = rows.text(3),
                                          .channel = rows.text(4),
                                          .mode = rows.text(5),
                                          .amount = Money::fen(rows.integer(6)),
                                          .state = rows.text(7),
                                          .providerNumber = rows.text(8),
                                          .createdAt = instantFrom(rows.integer(9)),
                                          .expiresAt = instantFrom(rows.integer(10)),
                                          .paidAt = instantFrom(rows.integer(11)),
                                          .clerk = rows.text(12),
                                          .shift = rows.text(13),
                                          .refunded = Money::fen(rows.integer(14)),
                                          .frozen = rows.integer(15) != 0}};
    require(formOf(indexed), rows.text(16));
    return indexed;
}

std::optional<IndexedAttempt> IndexTables::attempt(std::string_view orderNumber)
{
    auto rows = m_database.select("SELECT " + attemptColumns + " FROM " + m_where +
                                      "attempt_index WHERE order_number = ?",
                                  attemptTypes,
                                  {std::string{orderNumber}});
    if (!rows.next())
        return std::nullopt;
    return attemptFrom(rows);
}

void IndexTables::insert(const IndexedAttempt& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where +
                          "attempt_index VALUES "
                          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.orderNumber,
                       row.chargeId,
                       row.acceptanceNumber,
                       row.channel,
                       row.mode,
                       row.amount.inFen(),
                       row.state,
                       row.providerNumber,
                       secondsOf(row.createdAt),
                       secondsOf(row.expiresAt),
                       secondsOf(row.paidAt),
                       row.clerk,
                       row.shift,
                       row.refunded.inFen(),
                       std::int64_t{row.frozen},
                       m_sealer.mac(formOf(indexed))});
}

void IndexTables::update(const IndexedAttempt& indexed)
{
    const auto& row = indexed.row;
    m_database.change("UPDATE " + m_where +
                          "attempt_index SET state = ?, provider_number = ?, paid_at = ?, "
                          "refunded_fen = ?, frozen = ?, mac = ? "
                          "WHERE sequence = ?",
                      {row.state,
                       row.providerNumber,
                       secondsOf(row.paidAt),
                       row.refunded.inFen(),
                       std::int64_t{row.frozen},
                       m_sealer.mac(formOf(indexed)),
                       indexed.sequence});
}

// --- refunds

const std::string IndexTables::refundColumns =
    "sequence, refund_number, order_number, charge, channel, amount_fen, state, reason, "
    "requested_at, done_at, mac";
const std::string IndexTables::refundTypes = "ittttittiit";

IndexedRefund IndexTables::refundFrom(const Rows& rows) const
{
    auto indexed = IndexedRefund{.sequence = rows.integer(0),
                                 .row = {.refundNumber = rows.text(1),
                                         .orderNumber = rows.text(2),
                                         .chargeId = rows.text(3),
                                         .channel = rows.text(4),
                                         .amount = Money::fen(rows.integer(5)),
                                         .state = rows.text(6),
                                         .reason = rows.text(7),
                                         .requestedAt = instantFrom(rows.integer(8)),
                                         .doneAt = instantFrom(rows.integer(9))}};
    require(formOf(indexed), rows.text(10));
    return indexed;
}

std::optional<IndexedRefund> IndexTables::refund(std::string_view refundNumber)
{
    auto rows = m_database.select("SELECT " + refundColumns + " FROM " + m_where +
                                      "refund_index WHERE refund_number = ?",
                                  refundTypes,
                                  {std::string{refundNumber}});
    if (!rows.next())
        return std::nullopt;
    return refundFrom(rows);
}

void IndexTables::insert(const IndexedRefund& indexed)
{
    const auto& row = indexed.row;
    m_database.change("INSERT INTO " + m_where +
                          "refund_index VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {indexed.sequence,
                       row.refundNumber,
                       row.orderNumber,
                       row.chargeId,
                       row.channel,
                       row.amount.inFen(),
                       row.state,
                       row.reason,
                       secondsOf(row.requestedAt),
                       secondsOf(row.doneAt),
                       m_sealer.mac(formOf(indexed))});
}

void IndexTables::update(const IndexedRefund& indexed)
{
    m_database.change("UPDATE " + m_where +
                          "refund_index SET state = ?, done_at = ?, mac = ? WHERE sequence = ?",
                      {indexed.row.state,
                       secondsOf(indexed.row.doneAt),
                       m_sealer.mac(formOf(indexed)),
                       indexed.sequence});
}

// --- order numbers

OrderCounter IndexTables::orderCounter()
{
    auto rows = m_database.select("SELECT epoch, last, machine, mac FROM " + m_where +
                                      "order_counter_index WHERE id = 1",
                                  "titt");
    if (!rows.next())
        return {};
    const auto& epoch = rows.text(0);
    auto counter = OrderCounter{.epoch = epoch.empty() ? '1' : epoch.front(),
                                .last = rows.integer(1),
                                .machine = rows.text(2)};
    require(formOf(counter), rows.text(3));
    return counter;
}

void IndexTables::store(const OrderCounter& counter)
{
    m_database.change(
        "INSERT OR REPLACE INTO " + m_where + "order_counter_index VALUES (1, ?, ?, ?, ?)",
        {std::string{counter.epoch}, counter.last, counter.machine, m_sealer.mac(formOf(counter))});
}

// --- merged charges

void IndexTables::lock(std::string_view charge, std::string_view merged, std::int64_t sequence)
{
    m_database.change("INSERT INTO " + m_where + "merged_index VALUES (?, ?, ?, 1)",
                      {sequence, std::string{charge}, std::string{merged}});
}

void IndexTables::unlock(std::string_view charge)
{
    m_database.change("UPDATE " + m_where +
                          "merged_index SET locked = 0 WHERE charge = ? AND locked = 1",
                      {std::string{charge}});
}

} // namespace guitai
