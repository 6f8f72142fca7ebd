#pragma once

#include "services/payments/ruling.h"

namespace guitai
{

/// The tables 5.1, 5.2, 2.10, 2.11 and 3.6, one function a call. Pure.
Ruling afterCreate(const Situation& situation, const GatewayAnswer<CodeToShow>& answer);
Ruling afterPayByCode(const Situation& situation, const GatewayAnswer<TradeReport>& answer);
Ruling afterQuery(const Situation& situation, const GatewayAnswer<TradeReport>& answer);
Ruling afterClose(const Situation& situation, const GatewayAnswer<CloseReport>& answer);
Ruling afterReverse(const Situation& situation, const GatewayAnswer<ReverseReport>& answer);

/// Nothing may be concluded from it; the same question may be asked again.
bool saysNothing(GatewayProblem problem);
/// Key, contract, clock or program: asking faster does not help.
bool needsAPerson(GatewayProblem problem);
std::optional<PaymentAlarm> alarmOf(GatewayProblem problem);

} // namespace guitai
