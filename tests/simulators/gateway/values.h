#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::simulator
{

// The simulator shares nothing with services/: it is the other side of the protocols, and what it
// finds wrong must not be found by the code under test.

using Instant = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;
using Fen = std::int64_t;

enum class Provider { weChat, alipay };
std::string_view nameOf(Provider provider);

enum class TradeState {
    unscanned, ///< Alipay: a code, and no trade behind it
    waiting,   ///< NOTPAY, WAIT_BUYER_PAY
    typing,    ///< USERPAYING: the citizen has the password field before them
    paid,
    closed,
    revoked, ///< by payment code: reversed
    failed,  ///< by payment code: PAYERROR
};
std::string_view nameOf(TradeState state);
TradeState tradeStateFrom(std::string_view name);

/// One order at one provider.
struct Trade {
    Provider provider{};
    std::string order;
    std::string way; ///< "native", "codepay", "precreate", "pay"; "combined" for one order of
                     ///< several in one payment, whose `content` is the "bundle"'s number; the
                     ///< bundle has no money of its own
    TradeState state{};
    Fen total = 0;
    std::string content; ///< what it was created with; the same number may not say anything else
    std::string description = {};
    std::string attach = {};
    std::string application = {};
    std::string payer = {};
    std::string providerNumber = {};
    Instant createdAt{};
    std::optional<Instant> expiresAt = {}; ///< last moment to pay
    std::optional<Instant> paidAt = {};
    int asked = 1; ///< how often a code was asked for
};

enum class RefundState { processing, success, closed, abnormal };
std::string_view nameOf(RefundState state);
RefundState refundStateFrom(std::string_view name);

struct Refund {
    Provider provider{};
    std::string order;
    std::string number;
    Fen amount = 0;
    RefundState state{};
    bool reversal = false; ///< by reverse or cancel, not by a refund of its own
    std::string providerNumber = {};
    std::string reason = {};
    Instant createdAt{};
    std::optional<Instant> doneAt = {};
};

/// What was shown as a QR code.
struct Code {
    std::string text;
    Provider provider{};
    std::string order;
    Instant madeAt{};
    bool dead = false; ///< replaced by a newer one
    std::string scannedBy = {};
};

/// Something that happens by itself when the simulated time comes.
struct Due {
    std::int64_t id = 0;
    Instant at{};
    std::string action; ///< "scan", "pay", "abandon", "refund"
    Provider provider{};
    std::string order;
    std::string detail = {}; ///< refund: its number and the state that it reaches
};

} // namespace guitai::simulator
