#include "services/payments/wechat/signature.h"

#include "services/payments/crypto/digests.h"
#include "services/payments/provider_text.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace guitai
{

namespace
{

constexpr auto answersLive = std::chrono::seconds{300};
constexpr auto probePrefix = std::string_view{"WECHATPAY/SIGNTEST/"};

std::optional<Instant> unixTimeFrom(std::string_view text)
{
    auto seconds = std::int64_t{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() ||
        text.size() > 11 || seconds < 0)
        return std::nullopt;
    return Instant{std::chrono::seconds{seconds}};
}

std::string unixText(Instant instant)
{
    return std::to_string(instant.time_since_epoch().count());
}

std::optional<RsaPublicKey>
keyOf(const nlohmann::json& entry, std::string_view apiV3Key, Instant now)
{
    const auto& sealed = objectAt(entry, "encrypt_certificate");
    const auto bytes = decodeBase64(textAt(sealed, "ciphertext"));
    if (textAt(sealed, "algorithm") != "AEAD_AES_256_GCM" || !bytes)
        return std::nullopt;
    const auto pem =
        openAes256Gcm(apiV3Key, textAt(sealed, "nonce"), textAt(sealed, "associated_data"), *bytes);
    const auto certificate = pem ? Certificate::fromPem(*pem) : std::nullopt;
    if (!certificate || certificate->serialHex() != textAt(entry, "serial_no") ||
        !certificate->validAt(now))
        return std::nullopt;
    return certificate->publicKey();
}

} // namespace

std::string
weChatMessage(const WeChatCall& call, std::string_view timestamp, std::string_view nonce)
{
    auto message = std::string{nameOf(call.method)};
    for (const auto& line :
         {std::string_view{call.target}, timestamp, nonce, std::string_view{call.body}}) {
        message += '\n';
        message += line;
    }
    return message + '\n';
}

std::string weChatAuthorization(const WeChatConfiguration& configuration,
                                const WeChatCall& call,
                                Instant now,
                                std::string_view nonce)
{
    const auto timestamp = unixText(now);
    const auto signature = configuration.merchantKey.sign(weChatMessage(call, timestamp, nonce));
    return "WECHATPAY2-SHA256-RSA2048 mchid=\"" + configuration.merchant.merchantId +
           "\",nonce_str=\"" + std::string{nonce} + "\",timestamp=\"" + timestamp +
           "\",serial_no=\"" + configuration.merchantSerial + "\",signature=\"" + signature + '"';
}

AnswerVerdict
judgeWeChatAnswer(const HttpResponse& response, const WeChatKeyRing& keys, Instant now)
{
    if (response.status < 200 || response.status > 299)
        return AnswerVerdict::unsignedError;
    const auto timestamp = response.headers.one("Wechatpay-Timestamp");
    const auto nonce = response.headers.one("Wechatpay-Nonce");
    const auto serial = response.headers.one("Wechatpay-Serial");
    const auto signature = response.headers.one("Wechatpay-Signature");
    if (!timestamp || !nonce || !serial || !signature)
        return AnswerVerdict::headersMissing;
    const auto signedAt = unixTimeFrom(*timestamp);
    if (!signedAt || std::chrono::abs(now - *signedAt) >= answersLive)
        return AnswerVerdict::stale;
    const auto key = keys.find(*serial);
    if (key == keys.end())
        return AnswerVerdict::unknownKey;
    if (signature->starts_with(probePrefix))
        return AnswerVerdict::probe;
    const auto message = *timestamp + '\n' + *nonce + '\n' + response.body + '\n';
    return key->second.verifies(message, *signature) ? AnswerVerdict::verified
                                                     : AnswerVerdict::badSignature;
}

std::optional<WeChatKeyRing>
weChatKeysFrom(std::string_view body, std::string_view apiV3Key, Instant now)
{
    const auto document = objectFrom(body);
    if (!document || !document->contains("data") || !(*document)["data"].is_array())
        return std::nullopt;
    auto keys = WeChatKeyRing{};
    for (const auto& entry : (*document)["data"]) {
        if (const auto key = entry.is_object() ? keyOf(entry, apiV3Key, now) : std::nullopt)
            keys.insert_or_assign(textAt(entry, "serial_no"), *key);
    }
    return keys;
}

} // namespace guitai
