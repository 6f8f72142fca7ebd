#pragma once

#include "services/payments/gateway.h"
#include "services/payments/wechat/answers.h"
#include "services/payments/wechat/line.h"
#include "services/payments/wechat/requests.h"
#include "services/payments/wechat/v2.h"

namespace guitai
{

/// WeChat Pay API v3, with payment by code on v3, v2 or off.
class WeChatGateway final : public PaymentGateway
{
public:
    WeChatGateway(GatewayParts parts, WeChatConfiguration configuration);
    WeChatGateway(const WeChatGateway&) = delete; // the line refers to the configuration
    WeChatGateway& operator=(const WeChatGateway&) = delete;

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
    HttpOutcome sendV2(std::string_view path, WeChatV2Fields fields);
    BillPacking packing() const;
    GatewayAnswer<BillFile> fetch(const WeChatCall& call);
    GatewayAnswer<BillFile> download(const WeChatBillLink& link);

    GatewayParts m_parts;
    WeChatConfiguration m_configuration;
    WeChatLine m_line;
};

} // namespace guitai
