#include "services/payments/order_rules.h"

namespace guitai
{

using namespace std::chrono_literals;
using enum AttemptState;

namespace
{

/// How long an order may not exist at WeChat Pay although its request is out.
constexpr auto createSettles = 60s;
/// A lost Alipay code is asked for once more: the provider refuses further ones (3.6).
constexpr auto alipayCreates = 2;

bool byPaymentCode(const Situation& situation)
{
    return situation.attempt.mode == AttemptMode::paymentCode;
}

} // namespace

bool isAlipay(const Situation& situation)
{
    return situation.traits.channel == GatewayChannel::alipay;
}

Ruling stay(const Situation& situation)
{
    return {.state = situation.attempt.state,
            .reverseOut = situation.reverseOut,
            .reverseDone = situation.reverseDone};
}

Ruling to(const Situation& situation, AttemptState state, NextCall next)
{
    auto ruling = stay(situation);
    ruling.state = state;
    ruling.next = next;
    ruling.pace = isSettled(state) ? Pace::background : Pace::atOnce;
    ruling.trusted = true;
    return ruling;
}

bool mayCreateAgain(const Situation& situation)
{
    const auto& attempt = situation.attempt;
    if (attempt.givenUp || situation.age >= createSettles)
        return false;
    return !isAlipay(situation) || situation.creates < alipayCreates;
}

namespace
{

/// Withdraws a payment by code once more; without leaving "unknown" when that was tried for long.
Ruling reverseAgain(const Situation& situation)
{
    const auto isTired = situation.overdue && situation.attempt.state == unknown;
    auto ruling = to(situation, isTired ? unknown : reversing, NextCall::reverse);
    if (isTired)
        ruling.pace = Pace::background;
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
        return reverseAgain(situation);
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    return ruling;
}

} // namespace

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
        ruling.pace = Pace::atOnce;
        if (again) {
            ruling.next = NextCall::create;
        } else if (attempt.state == unknown && situation.overdue) {
            ruling.next = NextCall::close; // tried for long: from here, and slowly
            ruling.pace = Pace::background;
        } else if (attempt.state == creating) {
            ruling.state = unknown; // 5.1: from there anything
        } else {
            ruling.state = closing;
            ruling.next = NextCall::close;
        }
    }
    return ruling;
}

Ruling paidOrder(const Situation& situation, TradeState state)
{
    const auto& attempt = situation.attempt;
    // a reverse that nobody answered for long: its money may be on the way back all the same
    const auto isUnresolved = attempt.state == unknown && attempt.reverseBegun;
    if (attempt.state == reversing || isUnresolved) {
        if (situation.reverseDone && state == TradeState::refunded) {
            auto ruling = to(situation, reversed, NextCall::none);
            ruling.captured = ruling.gaveBack = true;
            return ruling;
        }
        if (situation.reverseOut || situation.reverseDone) { // repeat until it is definite
            auto ruling = reverseAgain(situation);
            if (ruling.state == reversing)
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
            return reverseAgain(situation);
        ruling.state = reversed;
        if (attempt.refusalSeen || state == TradeState::failed)
            ruling.state = failed;
    }
    return ruling;
}

namespace
{

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
    if (attempt.reverseBegun && situation.reverseDone)
        return to(situation, reversed);
    if (situation.age >= createSettles || attempt.givenUp)
        return reverseAgain(situation);
    auto ruling = to(situation, attempt.state);
    ruling.pace = Pace::usual;
    return ruling;
}

/// Given up long ago, and still nobody scanned it.
Ruling overdueAlipayOrder(const Situation& situation)
{
    if (situation.pastExpiry)
        return to(situation, closed);
    if (situation.unscanned == UnscannedPolicy::watch && !situation.attempt.scanned)
        return to(situation, watch);
    auto ruling = to(situation, unknown);
    ruling.pace = Pace::background;
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
        if (attempt.state == unknown && situation.overdue)
            return overdueAlipayOrder(situation);
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

} // namespace

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

} // namespace guitai
