#pragma once

#include "services/payments/alipay/answers.h"
#include "services/payments/gateway.h"
#include "services/payments/gateway_parts.h"

namespace guitai
{

/// Alipay over gateway.do. A code that nobody has scanned has no trade behind it:
/// query answers notFound, and there is nothing to close.
class AlipayGateway final : public PaymentGateway
{
public:
    AlipayGateway(GatewayParts parts, AlipayConfiguration configuration);

    GatewayTraits traits() const override;
    GatewayIntent intendCreate(const CodeOrder& order) const override;
    GatewayIntent intendPayByCode(const CodePayOrder& order) const override;
    GatewayIntent intendRefund(const RefundOrder& order) const override;
    GatewayAnswer<CodeToShow> create(const GatewayIntent& intent) override;
    GatewayAnswer<TradeReport> query(const OrderRef& order) override;
    GatewayAnswer<CloseReport> close(const OrderRef& order) override;
    GatewayAnswer<RefundReport> refund(const GatewayIntent& intent) override;
    GatewayAnswer<RefundReport> queryRefund(const RefundRef& refund) override;
    GatewayAnswer<TradeReport> payByCode(const GatewayIntent& intent) override;
    GatewayAnswer<ReverseReport> reverse(const OrderRef& order) override;
    GatewayAnswer<BillFile> bill(Date day) override;
    GatewayAnswer<BillFile> fundBill(Date day) override;
    GatewayAnswer<CloseReport> probe() override;

private:
    AlipayReply call(AlipayOperation operation, std::string_view content);
    GatewayAnswer<BillFile> download(const std::string& link);

    GatewayParts m_parts;
    AlipayConfiguration m_configuration;
};

} // namespace guitai
