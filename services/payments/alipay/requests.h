#pragma once

#include "services/payments/alipay/configuration.h"
#include "services/payments/gateway.h"

namespace guitai
{

// Business content of the calls (Alipay Open Platform: trade methods, bills): sorted members, no
// blanks, the same bytes for the same order. Unknown members may make a refund fail or happen
// twice: none are sent.

std::string alipayCreateContent(const AlipayConfiguration& configuration, const CodeOrder& order);
std::string alipayPayContent(const AlipayConfiguration& configuration, const CodePayOrder& order);
std::string alipayRefundContent(const RefundOrder& order);
std::string alipayOrderContent(std::string_view orderNumber);
std::string alipayRefundQueryContent(const RefundRef& refund);
std::string alipayBillContent(Date day);

/// `subject` may hold no "/", "=" or "&": they become their full-width forms.
std::string alipaySubject(std::string_view description);

} // namespace guitai
