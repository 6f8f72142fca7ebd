#pragma once

#include "services/clock.h"
#include "services/money.h"
#include "services/payments/gateway.h"

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace guitai
{

/// One order as the provider knows it. The truth that the workstation is compared with.
struct LedgerOrder {
    enum class State { code, open, paying, paid, closed, reversed, failed };

    GatewayChannel channel{};
    std::string content;
    Money amount;
    State state = State::open;
    bool byPaymentCode = false;
    Instant createdAt{};
    Instant expiresAt{};
    Instant paidAt{};
    std::string providerNumber = {};
    std::map<std::string, Money> refunds = {}; ///< by refund number
    Money refunded = {};
    int codes = 0;

    bool captured() const { return state == State::paid; }
};

/// What goes wrong with one call.
enum class LedgerFault {
    none,
    notSent,      ///< not one byte leaves
    dropBefore,   ///< sent, never processed, no answer
    dropAfter,    ///< processed, no answer
    serverError,  ///< 500, not processed
    slowDown,     ///< 429, processed all the same
    untrusted,    ///< processed, the signature is broken
    unsignedPaid, ///< somebody in between claims "paid", without a signature
    otherAmount,  ///< a good signature over another amount
    otherOrder,   ///< a good signature over another order
    configuration,
};

/// Both providers with their own books, as far as the desk can tell them apart
/// through PaymentGateway. Deterministic: the same seed, the same life.
class Ledger
{
public:
    explicit Ledger(std::uint64_t seed) : m_random(seed) {}

    Instant now{};        ///< the provider's clock: the true time
    Instant stationNow{}; ///< what the station's clock says
    std::map<std::string, LedgerOrder> orders;
    int faultPercent = 0;
    bool mayLie = false; ///< otherAmount, otherOrder
    int lies = 0;        ///< how often it did
    bool tamper = false; ///< the call that is processed now had its amount rewritten
    bool refundsNeedFunds = false;
    std::optional<LedgerFault> next = {}; ///< for the next call, instead of chance

    LedgerFault fault();
    int below(int most);
    std::string number(const char* prefix);
    Money amountOf(const GatewayIntent& intent);

    // the citizen
    void scan(const std::string& order);
    /// True when the money was taken.
    bool pay(const std::string& order);
    void abandon(const std::string& order);
    bool mayPay(const LedgerOrder& order) const;

    Money captured() const;
    Money refunded() const;

private:
    std::mt19937_64 m_random;
    int m_numbers = 0;
};

/// One channel of it.
class LedgerGateway final : public PaymentGateway
{
public:
    LedgerGateway(Ledger& ledger, GatewayChannel channel) : m_ledger(ledger), m_channel(channel) {}

    GatewayTraits traits() const override;
    GatewayIntent intendCreate(const CodeOrder& order) const override;
    GatewayIntent intendPayByCode(const CodePayOrder& order) const override;
    GatewayIntent intendRefund(const RefundOrder& order) const override;
    GatewayAnswer<CodeToShow> create(const GatewayIntent& intent) override;
    GatewayAnswer<TradeReport> query(const OrderRef& order) override;
    GatewayAnswer<CloseReport> close(const OrderRef& order) override;
    GatewayAnswer<RefundReport> refund(const GatewayIntent& intent) override;
    GatewayAnswer<RefundReport> queryRefund(const RefundRef& refund) override;
    GatewayAnswer<TradeReport> payByCode(const GatewayIntent& intent) override;
    GatewayAnswer<ReverseReport> reverse(const OrderRef& order) override;
    GatewayAnswer<BillFile> bill(Date day) override;
    GatewayAnswer<BillFile> fundBill(Date day) override;
    GatewayAnswer<CloseReport> probe() override;

private:
    /// Processes unless the fault keeps the call away, and loses the answer if it says so.
    template <class T, class Process>
    GatewayAnswer<T> answer(const char* call, Process process);
    template <class T>
    GatewayAnswer<T> no(GatewayProblem problem) const;
    GatewayAnswer<TradeReport> tradeOf(const LedgerOrder& order) const;
    bool isAlipay() const { return m_channel == GatewayChannel::alipay; }

    Ledger& m_ledger;
    GatewayChannel m_channel;
};

} // namespace guitai
