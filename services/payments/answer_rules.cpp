#include "services/payments/answer_rules.h"

namespace guitai
{

namespace
{

using namespace std::chrono_literals;
using enum AttemptState;
using Fault = GatewayProblem;

/// How long an order may not exist at WeChat Pay although its request is out.
constexpr auto createSettles = 60s;
/// A lost Alipay code is asked for once more: the provider refuses further ones (3.6).
constexpr auto alipayCreates = 2;

bool isAlipay(const Situation& situation)
{
    return situation.traits.channel == GatewayChannel::alipay;
}

bool byPaymentCode(const Situation& situation)
{
    return situation.attempt.mode == AttemptMode::paymentCode;
}

Ruling stay(const Situation& situation)
{
    return {.state = situation.attempt.state,
            .reverseOut = situation.reverseOut,
            .reverseDone = situation.reverseDone};
}

Ruling to(const Situation& situation, AttemptState state, NextCall next = NextCall::query)
{
    auto ruling = stay(situation);
    ruling.state = state;
    ruling.next = next;
    ruling.pace = isSettled(state) ? Pace::background : Pace::atOnce;
    ruling.trusted = true;
    return ruling;
}

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

/// Whether a code may still be asked for once more: nobody gave up and the answer was lost only.
bool mayCreateAgain(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    if (attempt.givenUp || situation.age >= createSettles)
        return false;
    return !isAlipay(situation) || situation.creates < alipayCreates;
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

/// A payment by code that is not paid: asked for on, then reversed.
Ruling notYetPaid(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    if (attempt.state == reversing) {
        auto ruling = stay(situation);
        ruling.trusted = true;
        ruling.next = NextCall::reverse;
        ruling.pace = situation.reverseDone ? Pace::trouble : Pace::atOnce;
        return ruling;
    }
    if (attempt.refusalSeen || attempt.givenUp || situation.age >= situation.payByCode)
        return to(situation, reversing, NextCall::reverse);
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    return ruling;
}

/// The order exists and is not paid.
Ruling openOrder(const Situation& situation, bool scanned)
{
    const auto& attempt = situation.attempt;
    if (byPaymentCode(situation))
        return notYetPaid(situation);
    auto ruling = to(situation, attempt.state);
    ruling.answered = true;
    ruling.scanned = scanned;
    ruling.pace = Pace::usual;
    if (attempt.state == closing) {
        ruling.next = NextCall::close;
        ruling.pace = Pace::atOnce;
    } else if (attempt.state == watch) {
        ruling.next = NextCall::close;
    } else if (attempt.state == creating || attempt.state == unknown) {
        const auto again = attempt.code.empty() && mayCreateAgain(situation) && !scanned;
        ruling.next = again ? NextCall::create : NextCall::close;
        ruling.state = again ? attempt.state : closing;
        ruling.pace = Pace::atOnce;
        if (!again && attempt.state == creating)
            ruling.state = unknown; // 5.1: from there anything
        if (!again && attempt.state == creating)
            ruling.next = NextCall::query;
    }
    return ruling;
}

Ruling paidOrder(const Situation& situation, TradeState state)
{
    const auto& attempt = situation.attempt;
    if (attempt.state == reversing) {
        if (situation.reverseDone && state == TradeState::refunded) {
            auto ruling = to(situation, reversed, NextCall::none);
            ruling.captured = ruling.gaveBack = true;
            return ruling;
        }
        if (situation.reverseOut || situation.reverseDone) { // repeat until it is definite
            auto ruling = to(situation, reversing, NextCall::reverse);
            ruling.pace = Pace::trouble;
            return ruling;
        }
    }
    auto ruling = to(situation, paid, NextCall::none);
    ruling.captured = true;
    // Alipay calls an order closed only when all of it went back; WeChat Pay says REFUND for a part
    if (state == TradeState::refunded && isAlipay(situation)) {
        ruling.gaveBack = true;
        ruling.state = byPaymentCode(situation) ? reversed : closed;
        if (isSettled(attempt.state))
            ruling.state = attempt.state;
    }
    return ruling;
}

Ruling closedOrder(const Situation& situation, TradeState state)
{
    const auto& attempt = situation.attempt;
    auto ruling = to(situation, closed);
    if (byPaymentCode(situation)) {
        if (state == TradeState::failed && !situation.reverseDone) // "yes, but still reverse it"
            return to(situation, reversing, NextCall::reverse);
        ruling.state = reversed;
        if (attempt.refusalSeen || state == TradeState::failed)
            ruling.state = failed;
    }
    return ruling;
}

Ruling missingPaymentCodeOrder(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    if (attempt.state == reversing) {
        if (situation.reverseDone)
            return to(situation, attempt.refusalSeen ? failed : reversed);
        return to(situation, reversing, NextCall::reverse);
    }
    if (attempt.refusalSeen) // refused and not there: nothing was created (2.10)
        return to(situation, failed);
    if (situation.age >= createSettles || attempt.givenUp)
        return to(situation, reversing, NextCall::reverse);
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    return ruling;
}

/// Signed: nobody scanned the code (3.6).
Ruling missingAlipayOrder(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    if (attempt.state == closing || attempt.state == watch) {
        if (situation.pastExpiry)
            return to(situation, closed);
        if (situation.unscanned == UnscannedPolicy::watch && !attempt.scanned &&
            attempt.state == closing)
            return to(situation, watch);
    }
    if (attempt.state == unknown || attempt.state == creating) {
        if (attempt.code.empty() && mayCreateAgain(situation))
            return to(situation, unknown, NextCall::create);
        if (!attempt.code.empty() || situation.attempt.state == creating)
            return to(situation, attempt.state == unknown ? closing : unknown);
        return to(situation, watch);
    }
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    return ruling;
}

Ruling missingWeChatOrder(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    const auto young = situation.age < createSettles;
    switch (attempt.state) {
    case shown:
        if (young)
            ruling.next = NextCall::create;
        else if (situation.pastExpiry)
            ruling = to(situation, closed);
        return ruling;
    case creating:
    case unknown:
        if (attempt.code.empty() && mayCreateAgain(situation))
            return to(situation, unknown, NextCall::create);
        if (attempt.state == creating)
            return to(situation, unknown);
        break;
    default:
        break;
    }
    const auto waits = attempt.state == closing || attempt.state == unknown;
    if (waits && !attempt.answered && !young)
        return to(situation, closed);
    if (waits) { // it existed: this unsigned answer proves nothing
        ruling.pace = Pace::trouble;
        ruling.trusted = false;
    }
    return ruling;
}

Ruling missingOrder(const Situation& situation, bool proven)
{
    if (isAlipay(situation) && !proven) {
        auto ruling = stay(situation);
        ruling.pace = Pace::trouble;
        return ruling;
    }
    if (isSettled(situation.attempt.state))
        return to(situation, situation.attempt.state);
    if (byPaymentCode(situation))
        return missingPaymentCodeOrder(situation);
    return isAlipay(situation) ? missingAlipayOrder(situation) : missingWeChatOrder(situation);
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
    ruling.pace = checkFirst ? Pace::atOnce : Pace::usual;
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
