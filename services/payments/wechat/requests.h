#pragma once

#include "services/payments/gateway.h"
#include "services/payments/wechat/signature.h"

namespace guitai
{

// Targets and bodies of the calls (WeChat Pay API v3). Members are sorted and there are no
// blanks, so that the same order always gives the same bytes.

std::string weChatCreateBody(const WeChatConfiguration& configuration, const CodeOrder& order);
std::string weChatCodePayBody(const WeChatConfiguration& configuration, const CodePayOrder& order);
std::string weChatRefundBody(const RefundOrder& order);

WeChatCall weChatCreateCall(std::string body);
WeChatCall weChatCodePayCall(std::string body);
WeChatCall weChatRefundCall(std::string body);
WeChatCall weChatQueryCall(const WeChatMerchant& merchant, std::string_view orderNumber);
WeChatCall weChatCloseCall(const WeChatMerchant& merchant, std::string_view orderNumber);
WeChatCall weChatReverseCall(const WeChatMerchant& merchant, std::string_view orderNumber);
WeChatCall weChatRefundQueryCall(std::string_view refundNumber);

enum class BillPacking { plain, gzip };
WeChatCall weChatBillCall(Date day, BillPacking packing);
WeChatCall
weChatFundBillCall(Date day, WeChatConfiguration::FundAccount account, BillPacking packing);

} // namespace guitai
