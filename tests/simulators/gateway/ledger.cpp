#include "tests/simulators/gateway/ledger.h"

#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

constexpr auto schema = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS trade (
    provider TEXT NOT NULL, out_trade_no TEXT NOT NULL, way TEXT NOT NULL, state TEXT NOT NULL,
    total_fen INTEGER NOT NULL CHECK (total_fen > 0), content TEXT NOT NULL,
    description TEXT NOT NULL, attach TEXT NOT NULL, application TEXT NOT NULL,
    payer TEXT NOT NULL, provider_no TEXT NOT NULL, created_at INTEGER NOT NULL,
    expires_at INTEGER, paid_at INTEGER, asked INTEGER NOT NULL,
    PRIMARY KEY (provider, out_trade_no));
CREATE INDEX IF NOT EXISTS trade_number ON trade (provider, provider_no);
CREATE TABLE IF NOT EXISTS refund (
    provider TEXT NOT NULL, out_trade_no TEXT NOT NULL, refund_no TEXT NOT NULL,
    fen INTEGER NOT NULL CHECK (fen > 0), state TEXT NOT NULL, reversal INTEGER NOT NULL,
    provider_no TEXT NOT NULL, reason TEXT NOT NULL, created_at INTEGER NOT NULL, done_at INTEGER,
    PRIMARY KEY (provider, out_trade_no, refund_no));
CREATE TABLE IF NOT EXISTS code (
    text TEXT PRIMARY KEY, provider TEXT NOT NULL, out_trade_no TEXT NOT NULL,
    made_at INTEGER NOT NULL, dead INTEGER NOT NULL, scanned_by TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS payment_code (digits TEXT PRIMARY KEY, out_trade_no TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS due (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, provider TEXT NOT NULL,
    out_trade_no TEXT NOT NULL, detail TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS bill_link (
    token TEXT PRIMARY KEY, provider TEXT NOT NULL, file BLOB NOT NULL, day TEXT NOT NULL,
    gzip INTEGER NOT NULL, expires_at INTEGER NOT NULL);
)";

std::int64_t number(Instant at)
{
    return at.time_since_epoch().count();
}

SqlValue number(const std::optional<Instant>& at)
{
    return at ? SqlValue{number(*at)} : SqlValue{};
}

Instant instant(const SqlRow& row, int column)
{
    return Instant{std::chrono::seconds{row.number(column)}};
}

std::optional<Instant> maybeInstant(const SqlRow& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{instant(row, column)};
}

std::string name(Provider provider)
{
    return std::string{nameOf(provider)};
}

Provider providerFrom(const std::string& text)
{
    return text == "wechat" ? Provider::weChat : Provider::alipay;
}

template <class T>
std::optional<T> first(std::vector<T> values)
{
    return values.empty() ? std::nullopt : std::optional{std::move(values.front())};
}

} // namespace

Ledger::Ledger(const std::filesystem::path& file) : m_sql(file)
{
    m_sql.runAll(schema);
}

void Ledger::clear()
{
    for (const auto* table : {"trade", "refund", "code", "payment_code", "due", "bill_link"})
        m_sql.run(std::string{"DELETE FROM "} + table);
}

std::vector<Trade> Ledger::tradesWhere(const std::string& condition,
                                       const std::vector<SqlValue>& values)
{
    auto found = std::vector<Trade>{};
    m_sql.run(
        "SELECT provider, out_trade_no, way, state, total_fen, content, description, attach,"
        " application, payer, provider_no, created_at, expires_at, paid_at, asked FROM trade " +
            condition,
        values,
        [&found](const SqlRow& row) {
            found.push_back({.provider = providerFrom(row.text(0)),
                             .order = row.text(1),
                             .way = row.text(2),
                             .state = tradeStateFrom(row.text(3)),
                             .total = row.number(4),
                             .content = row.text(5),
                             .description = row.text(6),
                             .attach = row.text(7),
                             .application = row.text(8),
                             .payer = row.text(9),
                             .providerNumber = row.text(10),
                             .createdAt = instant(row, 11),
                             .expiresAt = maybeInstant(row, 12),
                             .paidAt = maybeInstant(row, 13),
                             .asked = static_cast<int>(row.number(14))});
        });
    return found;
}

std::optional<Trade> Ledger::trade(Provider provider, const std::string& order)
{
    return first(tradesWhere("WHERE provider = ? AND out_trade_no = ?", {name(provider), order}));
}

std::optional<Trade> Ledger::tradeByNumber(Provider provider, const std::string& providerNumber)
{
    return first(
        tradesWhere("WHERE provider = ? AND provider_no = ?", {name(provider), providerNumber}));
}

std::vector<Trade> Ledger::trades()
{
    return tradesWhere("ORDER BY created_at, rowid", {});
}

std::vector<Trade> Ledger::partsOf(const Trade& bundle)
{
    if (bundle.way != "bundle")
        return {};
    return tradesWhere("WHERE provider = ? AND way = 'combined' AND content = ? ORDER BY rowid",
                       {name(bundle.provider), bundle.order});
}

void Ledger::put(const Trade& trade)
{
    m_sql.run("INSERT INTO trade VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
              " ON CONFLICT (provider, out_trade_no) DO UPDATE SET state = excluded.state,"
              " payer = excluded.payer, provider_no = excluded.provider_no,"
              " expires_at = excluded.expires_at, paid_at = excluded.paid_at,"
              " asked = excluded.asked",
              {name(trade.provider),
               trade.order,
               trade.way,
               std::string{nameOf(trade.state)},
               trade.total,
               trade.content,
               trade.description,
               trade.attach,
               trade.application,
               trade.payer,
               trade.providerNumber,
               number(trade.createdAt),
               number(trade.expiresAt),
               number(trade.paidAt),
               std::int64_t{trade.asked}});
}

std::vector<Refund> Ledger::refundsWhere(const std::string& condition,
                                         const std::vector<SqlValue>& values)
{
    auto found = std::vector<Refund>{};
    m_sql.run("SELECT provider, out_trade_no, refund_no, fen, state, reversal, provider_no, reason,"
              " created_at, done_at FROM refund " +
                  condition + " ORDER BY created_at, rowid",
              values,
              [&found](const SqlRow& row) {
                  found.push_back({.provider = providerFrom(row.text(0)),
                                   .order = row.text(1),
                                   .number = row.text(2),
                                   .amount = row.number(3),
                                   .state = refundStateFrom(row.text(4)),
                                   .reversal = row.number(5) != 0,
                                   .providerNumber = row.text(6),
                                   .reason = row.text(7),
                                   .createdAt = instant(row, 8),
                                   .doneAt = maybeInstant(row, 9)});
              });
    return found;
}

std::optional<Refund>
Ledger::refund(Provider provider, const std::string& order, const std::string& refundNumber)
{
    return first(refundsWhere("WHERE provider = ? AND out_trade_no = ? AND refund_no = ?",
                              {name(provider), order, refundNumber}));
}

std::optional<Refund> Ledger::refundByNumber(Provider provider, const std::string& refundNumber)
{
    return first(
        refundsWhere("WHERE provider = ? AND refund_no = ?", {name(provider), refundNumber}));
}

std::vector<Refund> Ledger::refundsOf(Provider provider, const std::string& order)
{
    return refundsWhere("WHERE provider = ? AND out_trade_no = ?", {name(provider), order});
}

void Ledger::put(const Refund& refund)
{
    m_sql.run("INSERT OR REPLACE INTO refund VALUES (?,?,?,?,?,?,?,?,?,?)",
              {name(refund.provider),
               refund.order,
               refund.number,
               refund.amount,
               std::string{nameOf(refund.state)},
               std::int64_t{refund.reversal ? 1 : 0},
               refund.providerNumber,
               refund.reason,
               number(refund.createdAt),
               number(refund.doneAt)});
}

Fen Ledger::refunded(Provider provider, const std::string& order)
{
    auto sum = Fen{0};
    for (const auto& one : refundsOf(provider, order))
        sum += one.state == RefundState::closed ? 0 : one.amount;
    return sum;
}

std::optional<Code> Ledger::codeWhere(const std::string& condition,
                                      const std::vector<SqlValue>& values)
{
    auto found = std::optional<Code>{};
    m_sql.run("SELECT text, provider, out_trade_no, made_at, dead, scanned_by FROM code " +
                  condition,
              values,
              [&found](const SqlRow& row) {
                  found = Code{.text = row.text(0),
                               .provider = providerFrom(row.text(1)),
                               .order = row.text(2),
                               .madeAt = instant(row, 3),
                               .dead = row.number(4) != 0,
                               .scannedBy = row.text(5)};
              });
    return found;
}

std::optional<Code> Ledger::code(const std::string& text)
{
    return codeWhere("WHERE text = ?", {text});
}

std::optional<Code> Ledger::codeOf(Provider provider, const std::string& order)
{
    return codeWhere("WHERE provider = ? AND out_trade_no = ? ORDER BY dead DESC, made_at, rowid",
                     {name(provider), order});
}

void Ledger::put(const Code& code)
{
    m_sql.run("INSERT OR REPLACE INTO code VALUES (?,?,?,?,?,?)",
              {code.text,
               name(code.provider),
               code.order,
               number(code.madeAt),
               std::int64_t{code.dead ? 1 : 0},
               code.scannedBy});
}

std::optional<std::string> Ledger::orderOfPaymentCode(const std::string& digits)
{
    auto order = std::optional<std::string>{};
    m_sql.run("SELECT out_trade_no FROM payment_code WHERE digits = ?",
              {digits},
              [&order](const SqlRow& row) { order = row.text(0); });
    return order;
}

void Ledger::usePaymentCode(const std::string& digits, const std::string& order)
{
    m_sql.run("INSERT OR IGNORE INTO payment_code VALUES (?,?)", {digits, order});
}

void Ledger::add(const Due& due)
{
    m_sql.run("INSERT INTO due (at, action, provider, out_trade_no, detail) VALUES (?,?,?,?,?)",
              {number(due.at), due.action, name(due.provider), due.order, due.detail});
}

std::optional<Due> Ledger::takeDue(Instant now)
{
    auto due = std::optional<Due>{};
    m_sql.run("SELECT id, at, action, provider, out_trade_no, detail FROM due WHERE at <= ?"
              " ORDER BY at, id LIMIT 1",
              {number(now)},
              [&due](const SqlRow& row) {
                  due = Due{.id = row.number(0),
                            .at = instant(row, 1),
                            .action = row.text(2),
                            .provider = providerFrom(row.text(3)),
                            .order = row.text(4),
                            .detail = row.text(5)};
              });
    if (due)
        m_sql.run("DELETE FROM due WHERE id = ?", {due->id});
    return due;
}

void Ledger::forget(Provider provider, const std::string& order, const std::string& action)
{
    m_sql.run("DELETE FROM due WHERE provider = ? AND out_trade_no = ? AND action = ?",
              {name(provider), order, action});
}

void Ledger::put(const BillLink& link)
{
    m_sql.run("INSERT INTO bill_link VALUES (?,?,?,?,?,?)",
              {link.token,
               name(link.provider),
               link.file,
               dateText(link.day),
               std::int64_t{link.gzip ? 1 : 0},
               number(link.expiresAt)});
}

std::optional<BillLink> Ledger::link(const std::string& token)
{
    auto found = std::optional<BillLink>{};
    m_sql.run("SELECT token, provider, file, day, gzip, expires_at FROM bill_link WHERE token = ?",
              {token},
              [&found](const SqlRow& row) {
                  found = BillLink{.token = row.text(0),
                                   .provider = providerFrom(row.text(1)),
                                   .file = row.text(2),
                                   .day = dateFrom(row.text(3)).value_or(Date{}),
                                   .gzip = row.number(4) != 0,
                                   .expiresAt = instant(row, 5)};
              });
    return found;
}

Fen Ledger::earned(Provider provider)
{
    auto sum = Fen{0};
    const auto add = [&sum](const SqlRow& row) { sum += row.number(0); };
    m_sql.run("SELECT total_fen FROM trade WHERE provider = ? AND paid_at IS NOT NULL"
              " AND way <> 'bundle'",
              {name(provider)},
              add);
    m_sql.run(
        "SELECT -fen FROM refund WHERE provider = ? AND state <> 'closed'", {name(provider)}, add);
    return sum;
}

} // namespace guitai::simulator
