#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_front.h"

#include <algorithm>
#include <charconv>

namespace guitai::simulator
{

namespace
{

constexpr auto scheme = std::string_view{"WECHATPAY2-SHA256-RSA2048 "};
constexpr auto timeWindow = std::chrono::seconds{300};

[[noreturn]] void refuseSignature(const char* message)
{
    throw WeChatRefusal{401, "SIGN_ERROR", message};
}

/// The five fields, or an empty map for another form.
std::map<std::string, std::string> authorizationFields(std::string_view header)
{
    auto fields = std::map<std::string, std::string>{};
    if (!header.starts_with(scheme))
        return fields;
    for (const auto& piece : splitText(header.substr(scheme.size()), ',')) {
        const auto sign = piece.find("=\"");
        if (sign == std::string::npos || !piece.ends_with('"') || piece.size() < sign + 3 ||
            !fields.emplace(piece.substr(0, sign), piece.substr(sign + 2, piece.size() - sign - 3))
                 .second)
            return {};
    }
    const auto complete = fields.size() == 5 && fields.contains("mchid") &&
                          fields.contains("nonce_str") && fields.contains("timestamp") &&
                          fields.contains("serial_no") && fields.contains("signature");
    return complete ? fields : std::map<std::string, std::string>{};
}

std::optional<Instant> unixTime(const std::string& text)
{
    auto seconds = std::int64_t{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return Instant{std::chrono::seconds{seconds}};
}

/// Whether these paths answer 400 to a request without the two headers (2.1).
bool asksForHeaders(const std::string& path)
{
    return path.starts_with("/v3/certificates") || path.starts_with("/v3/refund/");
}

void spoilSignature(World& world,
                    const FaultSet& faults,
                    std::string& serial,
                    std::string& signature)
{
    if (faults.has("unknown_serial"))
        serial = "PUB_KEY_ID_0199999999992026010100000000000009";
    if (faults.has("flip_signature")) {
        auto raw = *unbase64(signature);
        raw[17] = static_cast<char>(raw[17] ^ 1);
        signature = base64(raw);
    }
    if (faults.has("probe_signature"))
        signature = "WECHATPAY/SIGNTEST/" + world.letters(40);
}

void change(Json& object, const char* name, const Json& value)
{
    if (object.contains(name))
        object[name] = value;
}

} // namespace

void checkWeChatEnvelope(const World& world, const Incoming& request)
{
    const auto path = request.path();
    if (asksForHeaders(path) &&
        (request.header("user-agent").empty() || request.header("accept").empty()))
        throw WeChatRefusal{400, "INVALID_REQUEST", "Http头缺少Accept或User-Agent"};
    const auto accept = request.header("accept");
    if (accept.find("application/json") == std::string::npos &&
        accept.find("*/*") == std::string::npos)
        throw WeChatRefusal{400, "INVALID_REQUEST", "Http头Accept不是application/json"};

    const auto fields = authorizationFields(request.header("authorization"));
    if (fields.empty())
        refuseSignature(
            path.starts_with("/v3/pay/transactions")
                ? "签名信息错误，验签失败"
                : "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
    const auto at = unixTime(fields.at("timestamp"));
    const auto distance = at ? *at - world.now() : std::chrono::seconds::max();
    if (distance > timeWindow || distance < -timeWindow) // before the signature: a wrong clock
        refuseSignature("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
    const auto& nonce = fields.at("nonce_str");
    if (fields.at("mchid") != world.keys.identity().merchantId ||
        fields.at("serial_no") != world.keys.merchant().serialHex())
        refuseSignature("商户证书序列号有误。请使用签名私钥匹配的证书序列号");
    const auto signedText = request.method + '\n' + request.target + '\n' + fields.at("timestamp") +
                            '\n' + nonce + '\n' + request.body + '\n';
    if (nonce.empty() || nonce.size() > 32 ||
        !world.keys.merchant().key().verifies(signedText, fields.at("signature")))
        refuseSignature("签名错误");
}

void signWeChatAnswer(World& world,
                      const Incoming& request,
                      const FaultSet& faults,
                      Outgoing& answer)
{
    if (faults.has("no_signature"))
        return;
    const auto& keys = world.keys;
    const auto byPublicKey = request.header("wechatpay-serial") == keys.identity().publicKeyId;
    auto serial =
        byPublicKey ? keys.identity().publicKeyId : keys.platformCertificate().serialHex();
    const auto at = world.now() - std::chrono::seconds{faults.has("stale_answer") ? 301 : 0};
    const auto time = std::to_string(at.time_since_epoch().count());
    const auto nonce = world.letters(32);
    const auto& key = faults.has("wrong_key") ? keys.stranger() : keys.platform();
    auto signature = key.sign(time + '\n' + nonce + '\n' + answer.body + '\n');
    spoilSignature(world, faults, serial, signature);
    answer.headers.emplace_back("Wechatpay-Timestamp", time);
    answer.headers.emplace_back("Wechatpay-Nonce", nonce);
    answer.headers.emplace_back("Wechatpay-Serial", serial);
    answer.headers.emplace_back("Wechatpay-Signature", signature);
    answer.headers.emplace_back("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
    if (faults.has("reformatted") && !answer.body.empty())
        answer.body = Json::parse(answer.body).dump(2);
}

void spoilWeChatContent(const FaultSet& faults, Json& body)
{
    if (!body.is_object())
        return;
    if (faults.has("other_amount") && body.contains("amount"))
        body["amount"]["total"] = body["amount"].value("total", Fen{0}) + 100;
    if (faults.has("coupon") && body.contains("amount"))
        body["amount"]["payer_total"] = std::max(body["amount"].value("total", Fen{0}) - 1, Fen{0});
    if (faults.has("other_order"))
        change(body, "out_trade_no", "Z99Z991231999999A1Z");
    if (faults.has("other_merchant"))
        change(body, "mchid", "1999999999");
    if (faults.has("other_application"))
        change(body, "appid", "wxother0000000009");
    if (faults.has("extra_members")) {
        body["new_member"] = {{"of", "a later version"}};
        body["another"] = Json::array({1, "2"});
    }
}

} // namespace guitai::simulator
