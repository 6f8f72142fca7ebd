#include "services/payments/payment_channels.h"

#include "services/payments/alipay/alipay_gateway.h"
#include "services/payments/wechat/wechat_gateway.h"

namespace guitai
{

namespace
{

CurlOptions optionsFor(const PaymentSetup& setup, std::stop_token stop)
{
    auto options = CurlOptions{.stop = std::move(stop)};
    if (!setup.authority.empty())
        options.authorityFile = setup.authority;
    return options;
}

} // namespace

PaymentChannels::PaymentChannels(const PaymentSetup& setup, Parts parts)
    : m_http(optionsFor(setup, parts.stop))
{
    const auto gatewayParts = GatewayParts{m_http, parts.clock, parts.random, parts.log};
    const auto now = parts.clock.now();
    if (setup.weChat) {
        auto loaded = load(*setup.weChat, now);
        if (auto* good = std::get_if<WeChatConfiguration>(&loaded))
            m_gateways[GatewayChannel::weChat] =
                std::make_unique<WeChatGateway>(gatewayParts, std::move(*good));
        else
            m_problems[GatewayChannel::weChat] = std::get<SetupProblems>(std::move(loaded));
    }
    if (setup.alipay) {
        auto loaded = load(*setup.alipay, now);
        if (auto* good = std::get_if<AlipayConfiguration>(&loaded))
            m_gateways[GatewayChannel::alipay] =
                std::make_unique<AlipayGateway>(gatewayParts, std::move(*good));
        else
            m_problems[GatewayChannel::alipay] = std::get<SetupProblems>(std::move(loaded));
    }
}

std::map<GatewayChannel, PaymentGateway*> PaymentChannels::gateways() const
{
    auto all = std::map<GatewayChannel, PaymentGateway*>{};
    for (const auto& [channel, gateway] : m_gateways)
        all[channel] = gateway.get();
    return all;
}

} // namespace guitai
