#pragma once

#include "tests/support/gateway_simulator.h"

namespace guitai
{

/// A counter with both channels: the real clients, over TLS, against the simulator's process.
struct Counter {
    SettableClock clock;
    GatewaySimulator simulator{clock};
    SeededRandom random;
    NoLog log;
    PaymentSetup setup = simulator.setup();
    std::unique_ptr<PaymentChannels> channels;
    int orders = 0;

    Counter() { connect(); }

    /// Again, after the set-up was changed.
    void connect()
    {
        channels =
            std::make_unique<PaymentChannels>(setup, PaymentChannels::Parts{clock, random, log});
    }
    PaymentGateway& gateway(GatewayChannel channel) { return *channels->gateways().at(channel); }
    PaymentGateway& weChat() { return gateway(GatewayChannel::weChat); }
    PaymentGateway& alipay() { return gateway(GatewayChannel::alipay); }

    OrderRef newOrder(Money amount = Money::yuan(20))
    {
        const auto count = std::to_string(++orders);
        return {"B07A1261123" + std::string(6 - count.size(), '0') + count + "A1K", amount};
    }
    GatewayIntent createIntent(PaymentGateway& gateway, const OrderRef& order)
    {
        return gateway.intendCreate({.orderNumber = order.orderNumber,
                                     .amount = order.amount,
                                     .description = "居民身份证工本费(换领)",
                                     .createdAt = clock.now(),
                                     .expiresAt = clock.now() + std::chrono::seconds{330}});
    }
    /// The text of the QR code.
    std::string shownCode(PaymentGateway& gateway, const OrderRef& order)
    {
        const auto answer = gateway.create(createIntent(gateway, order));
        return answer.ok() ? answer.value->text : std::string{nameOf(answer.problem)};
    }
    GatewayIntent
    codePayIntent(PaymentGateway& gateway, const OrderRef& order, const std::string& code)
    {
        return gateway.intendPayByCode({.orderNumber = order.orderNumber,
                                        .amount = order.amount,
                                        .description = "居民身份证工本费(补领)",
                                        .paymentCode = code,
                                        .createdAt = clock.now(),
                                        .expiresAt = clock.now() + std::chrono::seconds{90}});
    }
    GatewayIntent
    refundIntent(PaymentGateway& gateway, const OrderRef& order, Money amount, int count = 1)
    {
        return gateway.intendRefund(
            {.orderNumber = order.orderNumber,
             .refundNumber = order.orderNumber + "R0" + std::to_string(count),
             .amount = amount,
             .orderTotal = order.amount,
             .reason = "重复支付"});
    }
    static RefundRef refOf(const GatewayIntent& intent)
    {
        return {intent.orderNumber, intent.refundNumber, intent.amount, intent.orderTotal};
    }
    /// An order that the citizen has paid by scanning.
    OrderRef paidOrder(GatewayChannel channel, Money amount = Money::yuan(20))
    {
        const auto order = newOrder(amount);
        const auto code = shownCode(gateway(channel), order);
        if (!simulator.citizen("pay", code))
            throw std::logic_error("the citizen could not pay: " + simulator.why());
        return order;
    }
    std::string stateAt(GatewayChannel channel, const OrderRef& order)
    {
        const auto trade = simulator.trade(channel, order.orderNumber);
        return trade ? trade->state : "none";
    }
};

/// 18 digits of WeChat Pay or Alipay, ending with the behaviour.
inline std::string paymentCodeFor(GatewayChannel channel, int count, const std::string& behaviour)
{
    const auto text = std::to_string(count);
    return (channel == GatewayChannel::weChat ? "13" : "28") + std::string(14 - text.size(), '0') +
           text + behaviour;
}

} // namespace guitai
