#include "services/payments/answer_rules.h"

#include "services/payments/order_rules.h"

namespace guitai
{

namespace
{

using enum AttemptState;
using Fault = GatewayProblem;

/// An answer that says nothing, or a person's work.
template <class T>
Ruling undecided(const Situation& situation, const GatewayAnswer<T>& answer)
{
    auto ruling = stay(situation);
    ruling.alarm = alarmOf(answer.problem);
    if (answer.problem == Fault::mismatch) {
        ruling.freeze = true;
        ruling.next = NextCall::none;
        return ruling;
    }
    ruling.pace = needsAPerson(answer.problem) ? Pace::background : Pace::trouble;
    return ruling;
}

/// No code came, and none is asked for any more.
Ruling withoutCode(const Situation& situation)
{
    // nobody saw a code of this number: the charge is free, the order is watched all the same (F1)
    auto ruling = to(situation, unknown);
    const auto mayWatch = situation.attempt.state != creating; // 5.1: first it is unknown
    if (isAlipay(situation) && !situation.attempt.answered && mayWatch)
        ruling = to(situation, watch);
    ruling.trusted = false;
    ruling.pace = Pace::usual;
    return ruling;
}

} // namespace

bool saysNothing(GatewayProblem problem)
{
    return problem == Fault::notSent || problem == Fault::noAnswer || problem == Fault::untrusted ||
           problem == Fault::malformed || problem == Fault::serverTrouble ||
           problem == Fault::slowDown || problem == Fault::unfinished;
}

bool needsAPerson(GatewayProblem problem)
{
    return problem == Fault::configuration || problem == Fault::clockWrong ||
           problem == Fault::programFault || problem == Fault::unsupported;
}

std::optional<PaymentAlarm> alarmOf(GatewayProblem problem)
{
    if (problem == Fault::mismatch)
        return PaymentAlarm::mismatch;
    if (problem == Fault::configuration || problem == Fault::unsupported)
        return PaymentAlarm::configuration;
    if (problem == Fault::clockWrong)
        return PaymentAlarm::clockWrong;
    if (problem == Fault::programFault || problem == Fault::numberUsed)
        return PaymentAlarm::programFault;
    if (problem == Fault::untrusted)
        return PaymentAlarm::untrusted;
    return std::nullopt;
}

Ruling afterCreate(const Situation& situation, const GatewayAnswer<CodeToShow>& answer)
{
    const auto& attempt = situation.attempt;
    const auto waits = attempt.state == creating || attempt.state == unknown;
    if (answer.problem == Fault::mismatch)
        return undecided(situation, answer);
    if (answer.ok() && answer.value && answer.proven) {
        auto ruling = to(situation, waits && !attempt.givenUp ? shown : attempt.state);
        ruling.answered = true;
        ruling.pace = ruling.state == shown ? Pace::usual : Pace::atOnce;
        return ruling;
    }
    if (!waits) { // given up meanwhile, or a replay while the first code still shows
        auto ruling = stay(situation);
        ruling.pace = Pace::usual;
        ruling.alarm = alarmOf(answer.problem);
        return ruling;
    }
    const auto taken = answer.problem == Fault::numberUsed ||
                       answer.problem == Fault::alreadyPaid || answer.problem == Fault::orderClosed;
    if (answer.outcome == GatewayOutcome::refused || needsAPerson(answer.problem)) {
        auto ruling = withoutCode(situation);
        if (situation.firstSend && !taken && (answer.proven || !isAlipay(situation)))
            ruling = to(situation, failed);
        ruling.alarm = alarmOf(answer.problem);
        return ruling;
    }
    auto ruling = to(situation, unknown, NextCall::create);
    ruling.trusted = false;
    ruling.pace = Pace::trouble;
    if (!mayCreateAgain(situation))
        ruling = withoutCode(situation);
    ruling.alarm = alarmOf(answer.problem);
    return ruling;
}

Ruling afterPayByCode(const Situation& situation, const GatewayAnswer<TradeReport>& answer)
{
    const auto isReversing = situation.attempt.state == reversing;
    if (answer.problem == Fault::mismatch)
        return undecided(situation, answer);
    if (answer.ok() && answer.value && answer.proven) {
        // a debit of Alipay may still be rolled back: the query is the proof (3.6)
        if (moneyArrived(answer.value->state) && !isAlipay(situation))
            return paidOrder(situation, answer.value->state);
        if (answer.value->state == TradeState::paying || moneyArrived(answer.value->state)) {
            auto ruling = to(situation, isReversing ? reversing : userPaying);
            ruling.pace = moneyArrived(answer.value->state) ? Pace::atOnce : Pace::usual;
            return ruling;
        }
        return closedOrder(situation, answer.value->state);
    }
    if (answer.problem == Fault::unfinished)
        return to(situation, isReversing ? reversing : userPaying);
    const auto checkFirst = answer.problem == Fault::alreadyPaid ||
                            answer.problem == Fault::numberUsed ||
                            answer.problem == Fault::orderClosed;
    if (answer.problem == Fault::unsupported && answer.exchange.status == 0) {
        auto ruling = to(situation, isReversing ? reversing : failed); // nothing was sent
        ruling.alarm = PaymentAlarm::configuration;
        return ruling;
    }
    if (answer.outcome == GatewayOutcome::refused && !checkFirst) {
        auto ruling = to(situation, isReversing ? reversing : answer.proven ? failed : unknown);
        ruling.refusalSeen = true;
        ruling.alarm = alarmOf(answer.problem);
        return ruling;
    }
    auto ruling = stay(situation);
    ruling.alarm = alarmOf(answer.problem);
    // Alipay is asked at once, WeChat Pay after its pause (2.11, 3.6)
    ruling.pace = checkFirst || isAlipay(situation) ? Pace::atOnce : Pace::usual;
    if (!isReversing && answer.problem == Fault::notSent && situation.firstSend)
        ruling.next = NextCall::payByCode; // not one byte left: the same number at once (12)
    else if (!isReversing)
        ruling.state = unknown;
    return ruling;
}

Ruling afterQuery(const Situation& situation, const GatewayAnswer<TradeReport>& answer)
{
    if (answer.problem == Fault::mismatch)
        return undecided(situation, answer);
    if (answer.problem == Fault::notFound)
        return missingOrder(situation, answer.proven);
    if (!answer.ok() || !answer.value || !answer.proven) {
        auto ruling = undecided(situation, answer);
        if (situation.attempt.state == reversing && !situation.reverseDone)
            ruling.next = NextCall::reverse;
        return ruling;
    }
    const auto state = answer.value->state;
    if (isSettled(situation.attempt.state) && !moneyArrived(state))
        return to(situation, situation.attempt.state);
    switch (state) {
    case TradeState::open:
        return openOrder(situation, false);
    case TradeState::scanned:
    case TradeState::paying:
        return openOrder(situation, true);
    case TradeState::paid:
    case TradeState::refunded:
        return paidOrder(situation, state);
    case TradeState::closed:
    case TradeState::reversed:
    case TradeState::failed:
        return closedOrder(situation, state);
    }
    return stay(situation);
}

Ruling afterClose(const Situation& situation, const GatewayAnswer<CloseReport>& answer)
{
    if (answer.problem == Fault::mismatch || saysNothing(answer.problem) ||
        needsAPerson(answer.problem))
        return undecided(situation, answer);
    auto ruling = stay(situation);
    ruling.trusted = true;
    // whatever it says, the query is the proof (2.7)
    ruling.pace = answer.problem == Fault::tooEarly ? Pace::closeLater : Pace::atOnce;
    return ruling;
}

Ruling afterReverse(const Situation& situation, const GatewayAnswer<ReverseReport>& answer)
{
    if (answer.problem == Fault::mismatch)
        return undecided(situation, answer);
    auto ruling = stay(situation);
    if (answer.ok() && answer.value && answer.proven) {
        ruling.trusted = true;
        ruling.reverseOut = answer.value->repeat;
        ruling.reverseDone = !answer.value->repeat;
        ruling.next = answer.value->repeat ? NextCall::reverse : NextCall::query;
        ruling.pace = answer.value->repeat ? Pace::trouble : Pace::atOnce;
        return ruling;
    }
    if (answer.outcome == GatewayOutcome::refused && answer.problem != Fault::tooEarly &&
        !needsAPerson(answer.problem)) { // the provider's no: the query tells what is true
        ruling.trusted = true;
        ruling.reverseOut = false;
        ruling.reverseDone =
            answer.problem == Fault::notFound || answer.problem == Fault::orderClosed;
        ruling.pace = Pace::atOnce;
        return ruling;
    }
    ruling.reverseOut = situation.reverseOut || answer.problem != Fault::notSent;
    ruling.next = NextCall::reverse;
    ruling.pace = needsAPerson(answer.problem) ? Pace::background : Pace::trouble;
    ruling.alarm = alarmOf(answer.problem);
    return ruling;
}

} // namespace guitai
