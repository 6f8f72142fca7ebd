#pragma once

#include "services/payments/attempt.h"
#include "services/payments/payment_policy.h"
#include "services/payments/payment_view.h"

#include <chrono>
#include <optional>

namespace guitai
{

/// What is known of an attempt when an answer comes.
struct Situation {
    const Attempt& attempt;
    GatewayTraits traits;
    std::chrono::seconds age{}; ///< since it was planned
    bool pastExpiry = false;    ///< surely not payable any more: expiry and margin are over
    bool overdue = false;       ///< withdrawn long ago, and the provider did not let go of it
    UnscannedPolicy unscanned = UnscannedPolicy::watch;
    std::chrono::seconds payByCode{45};
    int creates = 0;          ///< how often the code was asked for
    bool firstSend = false;   ///< nothing was sent under this number before this call
    bool reverseOut = false;  ///< a reverse may be out whose end we do not know
    bool reverseDone = false; ///< the provider confirmed it, or had nothing to reverse
};

enum class NextCall { none, create, payByCode, query, close, reverse };

/// How soon the next call is made.
enum class Pace {
    atOnce,
    usual,      ///< the schedule of the attempt's state
    trouble,    ///< exponential
    background, ///< no fast asking: somebody has to act first, or nothing is expected
    closeLater, ///< a close came too early: 60 s, then 5 min
};

/// What an answer does: the state, the next call and who has to know.
struct Ruling {
    AttemptState state{};
    NextCall next = NextCall::query;
    Pace pace = Pace::usual;
    bool freeze = false;
    bool captured = false; ///< money arrived, amount and number still to be compared
    bool gaveBack = false; ///< and the provider returned it
    bool answered = false; ///< the order exists at the provider
    bool scanned = false;
    bool refusalSeen = false;
    bool trusted = false; ///< the answer says something about the order
    bool reverseOut = false;
    bool reverseDone = false;
    std::optional<PaymentAlarm> alarm = {};

    bool operator==(const Ruling&) const = default;
};

} // namespace guitai
