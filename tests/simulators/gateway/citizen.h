#pragma once

#include "tests/simulators/gateway/world.h"

namespace guitai::simulator
{

/// How the phone answers its owner.
struct PhoneAnswer {
    bool done = false;
    std::string why = {}; ///< "code_void", "code_expired", "order_expired", "not_payable", …
};

/// The citizen scans what the screen shows. At Alipay this is what makes the trade.
PhoneAnswer
scan(World& world, Provider provider, const std::string& order, const std::string& user);
/// Confirms the payment, by fingerprint or password; of a code that was scanned or of a payment by
/// code that asks.
PhoneAnswer pay(World& world, Provider provider, const std::string& order, const std::string& user);
/// Puts the phone away. A payment by code fails at WeChat Pay; everything else stays open.
PhoneAnswer abandon(World& world, Provider provider, const std::string& order);
/// Follows the habit for a code that was made just now.
void followHabit(World& world, const Trade& trade);

/// Marks as paid, with number and time.
void capture(World& world, Trade& trade);

/// What a payment code of the citizen's phone does, by its last two digits.
enum class CodeBehaviour {
    success,        ///< 01, and all others
    slowSuccess,    ///< 02: types the password after a while
    slowAbandon,    ///< 03: asked for the password, walks away
    noFunds,        ///< 04
    expired,        ///< 05
    errorButPaid,   ///< 06: SYSTEM_ERROR, and paid
    errorUnpaid,    ///< 07: SYSTEM_ERROR, and nothing happened
    droppedButPaid, ///< 08: no answer, and paid
};
CodeBehaviour behaviourOf(const std::string& digits);

/// What came of a payment by code.
struct CodePayment {
    enum class Result { paid, asking, noFunds, expired, codeUsed, notACode, systemError };
    Result result{};
    bool dropAnswer = false;
};
/// Takes the money or not, and keeps the order; the code is used up.
CodePayment takeByCode(World& world, Trade& trade, const std::string& digits);

} // namespace guitai::simulator
