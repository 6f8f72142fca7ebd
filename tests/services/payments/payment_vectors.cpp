#include "tests/services/payments/payment_vectors.h"

#include <fstream>

namespace guitai
{

const nlohmann::json& paymentVectors()
{
    static const auto vectors = nlohmann::json::parse(std::ifstream{GUITAI_PAYMENT_VECTORS});
    return vectors;
}

RsaPrivateKey vectorPrivateKey(const std::string& name)
{
    const auto text = paymentVectors()["keys"][name]["private_pkcs8_der_base64"].get<std::string>();
    return RsaPrivateKey::fromText(text).value();
}

RsaPublicKey vectorPublicKey(const std::string& name)
{
    const auto text = paymentVectors()["keys"][name]["public_pem"].get<std::string>();
    return RsaPublicKey::fromText(text).value();
}

Certificate vectorCertificate(const std::string& name)
{
    const auto text = paymentVectors()["certificates_pem"][name].get<std::string>();
    return Certificate::fromPem(text).value();
}

WeChatConfiguration vectorWeChat()
{
    const auto& wechat = paymentVectors()["wechat"];
    return {.merchant = {.appId = wechat["appid"], .merchantId = wechat["mchid"]},
            .merchantKey = vectorPrivateKey(wechat["signing_key"]),
            .merchantSerial = wechat["merchant_serial"],
            .apiV3Key = wechat["aes_256_gcm"][0]["api_v3_key"],
            .publicKey =
                WeChatPublicKey{wechat["verify_key_id"], vectorPublicKey(wechat["verify_key"])},
            .notifyUrl = "https://pay.example.invalid/wx",
            .codePay = WeChatConfiguration::CodePay::v3,
            .store = "B07",
            .deviceAddress = "10.0.0.8"};
}

AlipayConfiguration vectorAlipay()
{
    const auto& alipay = paymentVectors()["alipay"];
    return {.appId = alipay["app_id"],
            .applicationKey = vectorPrivateKey(alipay["signing_key"]),
            .alipayKey = vectorPublicKey(alipay["verify_key"])};
}

} // namespace guitai
