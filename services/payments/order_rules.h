#pragma once

#include "services/payments/ruling.h"

namespace guitai
{

/// What the state of an order at the provider means for its attempt (tables 5.1, 5.2, 2.10, 3.6).
/// Pure. `answer_rules` asks these once an answer was found trustworthy.

/// Nothing changes; asked again at the usual pace.
Ruling stay(const Situation& situation);
/// To `state` by a trusted answer, then `next`.
Ruling to(const Situation& situation, AttemptState state, NextCall next = NextCall::query);

bool isAlipay(const Situation& situation);
/// Whether a code may still be asked for once more: nobody gave up and the answer was lost only.
bool mayCreateAgain(const Situation& situation);

/// The order exists and is not paid.
Ruling openOrder(const Situation& situation, bool scanned);
Ruling paidOrder(const Situation& situation, TradeState state);
Ruling closedOrder(const Situation& situation, TradeState state);
/// The provider knows no order of this number. `proven`: the answer was signed.
Ruling missingOrder(const Situation& situation, bool proven);

} // namespace guitai
