// What a clerk does with electronic payments: shows a code, scans one, gives up.
#include "services/payments/charge_lookup.h"
#include "services/payments/order_number.h"
#include "services/payments/payment_code.h"
#include "services/payments/payment_desk.h"
#include "services/payments/payment_events.h"

#include <algorithm>
#include <utility>

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::int64_t counters = 1'000'000; ///< then again from 0: the day is in the number, too

} // namespace

/// Why the case takes no electronic payment now, if so.
std::optional<Refusal> PaymentDesk::caseFault(const ChargeItem& item, const std::string& lockedBy)
{
    const auto subject = loadCase(m_parts.journal, item.acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto& charge = subject->charge;
    if (charge.due == Money{})
        return Refusal{nothingToPay, "payment", {}};
    if (charge.state == ChargeState::settled || charge.state == ChargeState::overpaid)
        return Refusal{alreadySettled, "payment", {}};
    if (subject->state == CaseState::awaitingApproval)
        return Refusal{approvalPending, "exception", {}};
    if (charge.state != ChargeState::open || subject->state != CaseState::awaitingPayment)
        return Refusal{wrongState, "state", {std::string{nameOf(subject->state)}}};
    if (charge.lockedBy != lockedBy)
        return Refusal{chargeLocked, "payment", {}};
    return std::nullopt;
}

std::optional<Refusal> PaymentDesk::channelFault(GatewayChannel channel) const
{
    if (!m_parts.gateways.contains(channel) || !tenderOf(channel) ||
        !orderDeviceOf(m_parts.identity.window))
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(channel)}}};
    const auto check = clockCheck();
    if (check && check->level() == ClockCheck::Level::block)
        return Refusal{clockBlocksPayment, "channel", {}};
    return std::nullopt;
}

Result<ChargeRecord> PaymentDesk::chargeToPay(const Actor& clerk,
                                              const std::string& acceptanceNumber)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    auto charge = collectingCharge(m_parts.journal, acceptanceNumber);
    if (!charge)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    for (const auto& item : charge->items)
        if (const auto fault = caseFault(item, charge->isMerged() ? charge->id : std::string{}))
            return *fault;
    if (const auto* attempt = charge->blocking())
        return Refusal{attempt->frozen ? paymentFrozen : paymentOpen, "payment", {}};
    if (charge->hasSurplus())
        return Refusal{paymentOpen, "payment", {}};
    if (charge->isMerged() && m_parts.clock.now() + m_parts.policy.codeLife > charge->validUntil)
        return Refusal{chargeLocked, "payment", {}};
    if (openShiftIdOf(m_parts.journal, clerk.userId).empty())
        return Refusal{shiftNotOpen, "shift", {}};
    return *std::move(charge);
}

Result<PaymentView> PaymentDesk::showCode(const Actor& clerk,
                                          const std::string& acceptanceNumber,
                                          GatewayChannel channel)
{
    const auto charge = chargeToPay(clerk, acceptanceNumber);
    if (!charge)
        return charge.refusals();
    if (const auto fault = channelFault(channel))
        return *fault;
    return begin(clerk, charge.value(), {.channel = channel, .mode = AttemptMode::code});
}

Result<PaymentView> PaymentDesk::payByCode(const Actor& clerk,
                                           const std::string& acceptanceNumber,
                                           const std::string& scanned)
{
    const auto charge = chargeToPay(clerk, acceptanceNumber);
    if (!charge)
        return charge.refusals();
    const auto code = paymentCodeFrom(scanned);
    auto wish = Wish{
        .mode = AttemptMode::paymentCode, .paymentCode = code.digits, .maskedCode = code.masked()};
    switch (code.route) {
    case PaymentCodeRoute::weChat:
        wish.channel = GatewayChannel::weChat;
        break;
    case PaymentCodeRoute::alipay:
        wish.channel = GatewayChannel::alipay;
        break;
    case PaymentCodeRoute::weChatHongKong:
    case PaymentCodeRoute::unionPay:
    case PaymentCodeRoute::alipayFace:
        return Refusal{walletNotSupported, "paymentCode", {}};
    case PaymentCodeRoute::notAPaymentCode:
    case PaymentCodeRoute::unknown:
        return Refusal{notAPaymentCode, "paymentCode", {}};
    }
    if (const auto fault = channelFault(wish.channel))
        return *fault;
    if (!m_parts.gateways.at(wish.channel)->traits().payByCode)
        return Refusal{channelUnavailable, "channel", {std::string{nameOf(wish.channel)}}};
    return begin(clerk, charge.value(), wish);
}

std::string PaymentDesk::titleOf(const ChargeRecord& charge)
{
    if (charge.isMerged())
        return m_parts.policy.mergedTitle;
    return loadCase(m_parts.journal, charge.items.front().acceptanceNumber)
        ->charge.lines.front()
        .title;
}

Instant PaymentDesk::expiryOf(const Wish& wish) const
{
    const auto& policy = m_parts.policy;
    if (wish.mode == AttemptMode::code && wish.channel == GatewayChannel::alipay)
        return m_parts.clock.now() + policy.countdown; // whole minutes; 5.3
    return m_parts.clock.now() + policy.codeLife;
}

GatewayIntent
PaymentDesk::intentOf(const ChargeRecord& charge, const Wish& wish, const OrderCounter& counter)
{
    const auto at = m_parts.clock.now();
    const auto number = orderNumber(
        {.station = m_parts.orderPrefix,
         .device = orderDeviceOf(m_parts.identity.window).value(),
         .epoch = counter.epoch,
         .day = m_parts.time.dateOf(at),
         .counter = static_cast<unsigned>(counter.last),
         .attempt = static_cast<unsigned>(std::min<std::size_t>(charge.attempts.size() + 1, 35))});
    const auto& gateway = *m_parts.gateways.at(wish.channel);
    const auto title = titleOf(charge);
    if (wish.mode == AttemptMode::code)
        return gateway.intendCreate({.orderNumber = number,
                                     .amount = charge.due,
                                     .description = title,
                                     .createdAt = at,
                                     .expiresAt = expiryOf(wish)});
    return gateway.intendPayByCode({.orderNumber = number,
                                    .amount = charge.due,
                                    .description = title,
                                    .paymentCode = wish.paymentCode,
                                    .createdAt = at,
                                    .expiresAt = expiryOf(wish)});
}

/// Number, content and the plan are one transaction: a number is never used for
/// another content.
Result<PaymentView>
PaymentDesk::begin(const Actor& clerk, const ChargeRecord& charge, const Wish& wish)
{
    auto intent = GatewayIntent{};
    m_parts.journal.commit([&](JournalWriting& writing) {
        auto counter = writing.orderCounter();
        counter.last = (counter.last + 1) % counters;
        intent = intentOf(charge, wish, counter);
        writing.append(attemptPlanned(clerk,
                                      charge,
                                      {.number = counter,
                                       .intent = intent,
                                       .paymentCode = wish.paymentCode,
                                       .maskedCode = wish.maskedCode,
                                       .channel = wish.channel,
                                       .mode = wish.mode,
                                       .expiresAt = expiryOf(wish),
                                       .shift = openShiftIdOf(m_parts.journal, clerk.userId)},
                                      m_parts.clock));
    });
    const auto planned = loadCharge(m_parts.journal, charge.id).value();
    m_attempts.watch(*planned.attempt(intent.orderNumber), NextCall::create);
    if (wish.mode == AttemptMode::paymentCode)
        m_attempts.keepContent(intent.orderNumber, intent.content);
    return viewOf(planned, m_parts.policy.countdown);
}

Result<PaymentView> PaymentDesk::giveUp(const Actor& clerk, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(clerk, Operation::collectCash); !permitted)
        return permitted.refusals();
    const auto charge = collectingCharge(m_parts.journal, acceptanceNumber);
    if (!charge)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto* attempt = charge->blocking();
    if (attempt == nullptr)
        return viewOf(*charge, m_parts.policy.countdown);
    if (attempt->frozen)
        return Refusal{paymentFrozen, "payment", {}};
    const auto byCode = attempt->mode == AttemptMode::paymentCode;
    const auto isWithdrawn =
        attempt->state == AttemptState::closing || attempt->state == AttemptState::reversing;
    if (attempt->state == AttemptState::planned)
        m_attempts.step(clerk, *attempt, AttemptState::voided, AttemptCause::givenUp);
    else if (!isWithdrawn)
        m_attempts.step(clerk,
                        *attempt,
                        byCode ? AttemptState::reversing : AttemptState::closing,
                        AttemptCause::givenUp);
    return viewNow(charge->id);
}

} // namespace guitai
