#include "tests/simulators/gateway/alipay_front.h"
#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

using Parameters = std::map<std::string, std::string>;

std::string valueOf(const Parameters& parameters, const char* name)
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string{} : found->second;
}

bool inCertificateMode(const World& world, const Parameters& parameters)
{
    return valueOf(parameters, "app_id") == world.keys.identity().alipayCertificateAppId;
}

/// All parameters with a value except "sign", by name, joined; "sign_type" stays.
std::string textToSign(const Parameters& parameters)
{
    auto text = std::string{};
    for (const auto& [name, value] : parameters)
        if (name != "sign" && !value.empty())
            text += (text.empty() ? "" : "&") + name + '=' + value;
    return text;
}

bool isAscii(std::string_view text)
{
    for (const auto c : text)
        if (static_cast<unsigned char>(c) >= 0x80U)
            return false;
    return true;
}

void checkCertificates(const World& world, const Parameters& parameters)
{
    const auto& keys = world.keys;
    if (valueOf(parameters, "app_cert_sn") != keys.applicationCertificate().alipayNumber())
        throw AlipayRefusal{"40002", "isv.invalid-app-cert-sn", "应用公钥证书序列号错误"};
    if (valueOf(parameters, "alipay_root_cert_sn") != keys.alipayRoot().alipayNumber())
        throw AlipayRefusal{"40002", "isv.invalid-alipay-root-cert-sn", "支付宝根证书序列号错误"};
}

void checkSignature(const World& world, const Incoming& request, const Parameters& parameters)
{
    const auto sign = valueOf(parameters, "sign");
    if (sign.empty())
        throw AlipayRefusal{"40001", "isv.missing-signature", "缺少签名参数"};
    if (valueOf(parameters, "sign_type") != "RSA2")
        throw AlipayRefusal{"40002", "isv.invalid-signature-type", "无效的签名类型"};
    if (inCertificateMode(world, parameters))
        checkCertificates(world, parameters);
    auto text = textToSign(parameters);
    // without a charset in the address the gateway guesses one: Chinese text breaks (3.1)
    if (!formMap(request.query()).contains("charset") && !isAscii(text))
        text = misreadAsGbk(text);
    if (!world.keys.application().verifies(text, sign))
        throw AlipayRefusal{"40002",
                            "isv.invalid-signature",
                            "验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配"};
}

std::string nodeName(const Parameters& parameters)
{
    auto name = valueOf(parameters, "method");
    if (name.empty())
        return "error_response";
    for (auto& c : name)
        if (c == '.')
            c = '_';
    return name + "_response";
}

std::string withEscapedSlashes(const std::string& text)
{
    auto escaped = std::string{};
    for (const auto c : text)
        escaped += c == '/' ? std::string{"\\/"} : std::string{c};
    return escaped;
}

std::string signedBy(World& world, const std::string& text, const FaultSet& faults)
{
    const auto& key = faults.has("wrong_key") ? world.keys.stranger() : world.keys.alipay();
    auto sign = key.sign(text);
    if (faults.has("flip_signature")) {
        auto raw = *unbase64(sign);
        raw[17] = static_cast<char>(raw[17] ^ 1);
        sign = base64(raw);
    }
    return sign;
}

} // namespace

void checkAlipayGateway(const World& world, const Incoming& request, const Parameters& parameters)
{
    const auto& identity = world.keys.identity();
    const auto application = valueOf(parameters, "app_id");
    if (application.empty())
        throw AlipayRefusal{"40001", "isv.missing-app-id", "缺少AppID参数"};
    if (application != identity.alipayAppId && application != identity.alipayCertificateAppId)
        throw AlipayRefusal{"40002", "isv.invalid-app-id", "无效的AppID参数"};
    const auto time = valueOf(parameters, "timestamp");
    if (time.empty())
        throw AlipayRefusal{"40001", "isv.missing-timestamp", "缺少时间戳参数"};
    if (!instantFromBeijing(time))
        throw AlipayRefusal{"40002", "isv.invalid-timestamp", "非法的时间戳参数"};
    const auto charset = valueOf(parameters, "charset");
    if (!charset.empty() && charset != "utf-8" && charset != "UTF-8")
        throw AlipayRefusal{"40002", "isv.invalid-charset", "字符集错误"};
    checkSignature(world, request, parameters);
    if (valueOf(parameters, "method").empty())
        throw AlipayRefusal{"40001", "isv.missing-method", "缺少方法名参数"};
    if (valueOf(parameters, "version") != "1.0")
        throw AlipayRefusal{"40002", "isv.invalid-version", "版本号错误"};
    const auto format = valueOf(parameters, "format");
    if (!format.empty() && format != "JSON" && format != "json")
        throw AlipayRefusal{"40002", "isv.invalid-format", "数据格式错误"};
}

std::string alipayDocument(World& world,
                           const Parameters& parameters,
                           const OrderedJson& node,
                           bool isSigned,
                           const FaultSet& faults)
{
    const auto name = nodeName(parameters);
    auto text = node.dump();
    if (faults.has("escaped_slashes")) // escaped before signing: the raw text still verifies
        text = withEscapedSlashes(text);
    const auto sign =
        isSigned && !faults.has("no_signature") ? signedBy(world, text, faults) : std::string{};
    if (faults.has("reformatted"))
        text = node.dump(2);
    auto members = '"' + name + "\":" + text;
    if (faults.has("duplicate_node")) {
        auto other = node;
        other["trade_status"] = "TRADE_SUCCESS";
        members += ",\"" + name + "\":" + other.dump();
    }
    if (sign.empty())
        return '{' + members + '}';
    auto number = world.keys.alipayCertificate().alipayNumber();
    if (faults.has("unknown_serial"))
        number = std::string(32, '0');
    const auto certificate = "\"alipay_cert_sn\":\"" + number + '"';
    const auto signature = "\"sign\":\"" + sign + '"';
    if (!inCertificateMode(world, parameters))
        return '{' + members + ',' + signature + '}';
    return faults.has("certificate_first")
               ? '{' + certificate + ',' + members + ',' + signature + '}'
               : '{' + members + ',' + certificate + ',' + signature + '}';
}

} // namespace guitai::simulator
