#pragma once

#include "tests/simulators/gateway/sqlite.h"
#include "tests/simulators/gateway/values.h"

#include <vector>

namespace guitai::simulator
{

/// A link to a bill file.
struct BillLink {
    std::string token;
    Provider provider{};
    std::string file; ///< its bytes; Alipay's archive in Base64
    Date day{};
    bool gzip = false;
    Instant expiresAt{};
};

/// What the providers know: one SQLite file, which outlives the workstation under test. The caller
/// holds the lock; every method is one statement.
class Ledger
{
public:
    explicit Ledger(const std::filesystem::path& file);
    void clear();

    std::optional<Trade> trade(Provider provider, const std::string& order);
    std::optional<Trade> tradeByNumber(Provider provider, const std::string& providerNumber);
    std::vector<Trade> trades();
    void put(const Trade& trade);
    /// The orders that are paid together as this bundle; none for any other trade.
    std::vector<Trade> partsOf(const Trade& bundle);

    std::optional<Refund>
    refund(Provider provider, const std::string& order, const std::string& number);
    /// WeChat Pay: refund numbers are unique per merchant.
    std::optional<Refund> refundByNumber(Provider provider, const std::string& number);
    std::vector<Refund> refundsOf(Provider provider, const std::string& order);
    void put(const Refund& refund);
    /// All that did not fail: what may not be given back a second time.
    Fen refunded(Provider provider, const std::string& order);

    std::optional<Code> code(const std::string& text);
    /// The newest code of an order.
    std::optional<Code> codeOf(Provider provider, const std::string& order);
    void put(const Code& code);

    /// The order that a citizen's payment code was used for.
    std::optional<std::string> orderOfPaymentCode(const std::string& digits);
    void usePaymentCode(const std::string& digits, const std::string& order);

    void add(const Due& due);
    /// The earliest that is due; taken out.
    std::optional<Due> takeDue(Instant now);
    void forget(Provider provider, const std::string& order, const std::string& action);

    void put(const BillLink& link);
    std::optional<BillLink> link(const std::string& token);

    /// Money of the merchant at the provider beside the opening balance.
    Fen earned(Provider provider);

private:
    std::vector<Trade> tradesWhere(const std::string& condition,
                                   const std::vector<SqlValue>& values);
    std::vector<Refund> refundsWhere(const std::string& condition,
                                     const std::vector<SqlValue>& values);
    std::optional<Code> codeWhere(const std::string& condition,
                                  const std::vector<SqlValue>& values);

    Sqlite m_sql;
};

} // namespace guitai::simulator
