#pragma once

#include "services/payments/alipay/configuration.h"
#include "services/payments/gateway.h"

namespace guitai
{

// Alipay's REST interface, signing and verifying only (Alipay Open Platform: REST v3): gateway.do
// is our protocol, because the answer "waiting for the payer" is documented only there.

struct AlipayV3Call {
    HttpMethod method = HttpMethod::post;
    std::string target; ///< path and query
    std::string body = {};
    std::string appAuthToken = {};
};

/// "app_id=…[,app_cert_sn=…],nonce=…,timestamp=<ms>"
std::string alipayV3AuthText(const AlipayConfiguration& configuration,
                             std::string_view nonce,
                             std::chrono::sys_time<std::chrono::milliseconds> now);
std::string alipayV3Message(std::string_view authText, const AlipayV3Call& call);
std::string alipayV3Authorization(const AlipayConfiguration& configuration,
                                  std::string_view authText,
                                  const AlipayV3Call& call);
AnswerVerdict judgeAlipayV3Answer(const HttpResponse& response, const RsaPublicKey& alipayKey);

} // namespace guitai
