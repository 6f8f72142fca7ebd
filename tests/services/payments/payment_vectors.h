#pragma once

#include "services/payments/alipay/configuration.h"
#include "services/payments/wechat/configuration.h"

#include <nlohmann/json.hpp>

#include <string>

namespace guitai
{

/// The vectors that were given to us: throw-away keys, signed and tampered messages, bills.
const nlohmann::json& paymentVectors();
/// One of "wx_merchant", "wx_platform", "ali_app", "ali_gateway".
RsaPrivateKey vectorPrivateKey(const std::string& name);
RsaPublicKey vectorPublicKey(const std::string& name);
Certificate vectorCertificate(const std::string& name);

/// Merchant and application of the vectors.
WeChatConfiguration vectorWeChat();
AlipayConfiguration vectorAlipay();

} // namespace guitai
