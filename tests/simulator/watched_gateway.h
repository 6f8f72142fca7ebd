#pragma once

#include "services/payments/gateway.h"

#include <functional>
#include <string_view>

namespace guitai
{

/// The marks of one call.
enum class CallStep {
    intended, ///< durable, not sent
    answered, ///< sent and answered, nothing recorded
    recorded, ///< the answer is durable
    told,     ///< and the screen knows
};

/// Watches the calls of a channel.
class WatchedGateway final : public PaymentGateway
{
    template <class Call>
    auto watched(std::string_view name, Call call)
    {
        m_watch(name, CallStep::intended);
        auto answer = call();
        m_watch(name, CallStep::answered);
        return answer;
    }

public:
    using Watch = std::function<void(std::string_view call, CallStep)>;
    WatchedGateway(PaymentGateway& gateway, Watch watch)
        : m_gateway(gateway), m_watch(std::move(watch))
    {
    }

    GatewayTraits traits() const override { return m_gateway.traits(); }
    GatewayIntent intendCreate(const CodeOrder& order) const override
    {
        return m_gateway.intendCreate(order);
    }
    GatewayIntent intendPayByCode(const CodePayOrder& order) const override
    {
        return m_gateway.intendPayByCode(order);
    }
    GatewayIntent intendRefund(const RefundOrder& order) const override
    {
        return m_gateway.intendRefund(order);
    }
    GatewayAnswer<CodeToShow> create(const GatewayIntent& intent) override
    {
        return watched("create", [&] { return m_gateway.create(intent); });
    }
    GatewayAnswer<TradeReport> query(const OrderRef& order) override
    {
        return watched("query", [&] { return m_gateway.query(order); });
    }
    GatewayAnswer<CloseReport> close(const OrderRef& order) override
    {
        return watched("close", [&] { return m_gateway.close(order); });
    }
    GatewayAnswer<RefundReport> refund(const GatewayIntent& intent) override
    {
        return watched("refund", [&] { return m_gateway.refund(intent); });
    }
    GatewayAnswer<RefundReport> queryRefund(const RefundRef& refund) override
    {
        return watched("queryRefund", [&] { return m_gateway.queryRefund(refund); });
    }
    GatewayAnswer<TradeReport> payByCode(const GatewayIntent& intent) override
    {
        return watched("payByCode", [&] { return m_gateway.payByCode(intent); });
    }
    GatewayAnswer<ReverseReport> reverse(const OrderRef& order) override
    {
        return watched("reverse", [&] { return m_gateway.reverse(order); });
    }
    GatewayAnswer<BillFile> bill(Date day) override { return m_gateway.bill(day); }
    GatewayAnswer<BillFile> fundBill(Date day) override { return m_gateway.fundBill(day); }
    GatewayAnswer<CloseReport> probe() override { return m_gateway.probe(); }

private:
    PaymentGateway& m_gateway;
    Watch m_watch;
};

} // namespace guitai
