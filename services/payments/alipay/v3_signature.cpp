#include "services/payments/alipay/v3_signature.h"

namespace guitai
{

std::string alipayV3AuthText(const AlipayConfiguration& configuration,
                             std::string_view nonce,
                             std::chrono::sys_time<std::chrono::milliseconds> now)
{
    auto text = "app_id=" + configuration.appId;
    if (configuration.certificates)
        text += ",app_cert_sn=" + configuration.certificates->applicationNumber;
    return text + ",nonce=" + std::string{nonce} +
           ",timestamp=" + std::to_string(now.time_since_epoch().count());
}

std::string alipayV3Message(std::string_view authText, const AlipayV3Call& call)
{
    auto message = std::string{authText} + '\n' + std::string{nameOf(call.method)} + '\n' +
                   call.target + '\n' + call.body + '\n';
    if (!call.appAuthToken.empty())
        message += call.appAuthToken + '\n';
    return message;
}

std::string alipayV3Authorization(const AlipayConfiguration& configuration,
                                  std::string_view authText,
                                  const AlipayV3Call& call)
{
    return "ALIPAY-SHA256withRSA " + std::string{authText} +
           ",sign=" + configuration.applicationKey.sign(alipayV3Message(authText, call));
}

AnswerVerdict judgeAlipayV3Answer(const HttpResponse& response, const RsaPublicKey& alipayKey)
{
    if (response.status < 200 || response.status > 299)
        return AnswerVerdict::unsignedError;
    const auto timestamp = response.headers.one("alipay-timestamp");
    const auto nonce = response.headers.one("alipay-nonce");
    const auto signature = response.headers.one("alipay-signature");
    if (!timestamp || !nonce || !signature)
        return AnswerVerdict::headersMissing;
    const auto message = *timestamp + '\n' + *nonce + '\n' + response.body + '\n';
    return alipayKey.verifies(message, *signature) ? AnswerVerdict::verified
                                                   : AnswerVerdict::badSignature;
}

} // namespace guitai
