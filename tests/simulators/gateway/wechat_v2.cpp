#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/flat_xml.h"
#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_front.h"

#include <algorithm>
#include <charconv>

namespace guitai::simulator
{

namespace
{

using FieldMap = std::map<std::string, std::string>;

/// A business refusal of the older interface, under its signature.
struct V2Refusal {
    std::string code;
    std::string description;
    bool recall = false;
};

std::string upper(std::string text)
{
    for (auto& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string signatureOf(const FieldMap& fields, const std::string& key, bool hmac)
{
    auto text = std::string{};
    for (const auto& [name, value] : fields) // std::map: by ASCII name
        if (name != "sign" && !value.empty())
            text += name + '=' + value + '&';
    text += "key=" + key;
    return upper(hmac ? hmacSha256Hex(key, text) : md5Hex(text));
}

std::string valueOf(const FieldMap& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

std::string needed(const FieldMap& fields, const char* name)
{
    auto value = valueOf(fields, name);
    if (value.empty())
        throw V2Refusal{"LACK_PARAMS", std::string{"缺少参数："} + name};
    return value;
}

Fen fenOf(const FieldMap& fields, const char* name)
{
    const auto text = needed(fields, name);
    auto fen = Fen{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), fen);
    if (error != std::errc{} || end != text.data() + text.size() || fen < 1)
        throw V2Refusal{"PARAM_ERROR", std::string{"参数错误："} + name};
    return fen;
}

/// What identifies a repeated call: everything but nonce and signature.
std::string contentOf(FieldMap fields)
{
    fields.erase("nonce_str");
    fields.erase("sign");
    return Json(fields).dump();
}

FieldMap paidFields(const Trade& trade)
{
    return {{"openid", "o" + md5Hex(trade.payer).substr(0, 27)},
            {"is_subscribe", "N"},
            {"trade_type", "MICROPAY"},
            {"bank_type", "OTHERS"},
            {"fee_type", "CNY"},
            {"total_fee", std::to_string(trade.total)},
            {"cash_fee", std::to_string(trade.total)},
            {"transaction_id", trade.providerNumber},
            {"out_trade_no", trade.order},
            {"attach", trade.attach},
            {"time_end", digitsText(*trade.paidAt)}};
}

FieldMap repeated(const Trade& known, const FieldMap& fields)
{
    if (known.way != "codepay" || known.content != contentOf(fields))
        throw V2Refusal{"OUT_TRADE_NO_USED", "商户订单号重复"};
    if (known.state == TradeState::paid)
        throw V2Refusal{"ORDERPAID", "订单已支付"};
    if (known.state == TradeState::revoked)
        throw V2Refusal{"ORDERREVERSED", "订单已撤销"};
    if (known.state == TradeState::typing)
        throw V2Refusal{"USERPAYING", "需要用户输入支付密码"};
    throw V2Refusal{"TRADE_ERROR", "交易失败"};
}

FieldMap micropay(World& world, const FieldMap& fields, Outgoing& answer)
{
    auto trade = Trade{.provider = Provider::weChat,
                       .order = needed(fields, "out_trade_no"),
                       .way = "codepay",
                       .state = TradeState::typing,
                       .total = fenOf(fields, "total_fee"),
                       .content = contentOf(fields),
                       .description = needed(fields, "body"),
                       .attach = valueOf(fields, "attach"),
                       .application = world.keys.identity().weChatAppId,
                       .createdAt = world.now()};
    (void)needed(fields, "spbill_create_ip");
    const auto code = needed(fields, "auth_code");
    if (const auto known = world.trade(Provider::weChat, trade.order))
        return repeated(*known, fields);
    const auto payment = takeByCode(world, trade, code);
    if (payment.dropAnswer)
        answer.delivery.kind = Delivery::Kind::nothing;
    switch (payment.result) {
    case CodePayment::Result::paid:
        return paidFields(trade);
    case CodePayment::Result::asking:
        throw V2Refusal{"USERPAYING", "需要用户输入支付密码"};
    case CodePayment::Result::noFunds:
        throw V2Refusal{"NOTENOUGH", "用户账号余额不足"};
    case CodePayment::Result::expired:
        throw V2Refusal{"AUTHCODEEXPIRE", "二维码已过期，请用户刷新后再试"};
    case CodePayment::Result::codeUsed:
        throw V2Refusal{"AUTH_CODE_ERROR", "每个付款码仅限使用一次"};
    case CodePayment::Result::notACode:
        throw V2Refusal{"AUTH_CODE_INVALID", "请扫描微信支付被扫条码"};
    case CodePayment::Result::systemError:
        break;
    }
    throw V2Refusal{"SYSTEMERROR", "接口返回错误"};
}

FieldMap orderQuery(World& world, const FieldMap& fields)
{
    const auto trade = world.trade(Provider::weChat, needed(fields, "out_trade_no"));
    if (!trade)
        throw V2Refusal{"ORDERNOTEXIST", "订单不存在"};
    auto shown = trade->paidAt ? paidFields(*trade) : FieldMap{{"out_trade_no", trade->order}};
    const auto refunded = world.ledger.refunded(Provider::weChat, trade->order) > 0;
    const auto state = trade->state == TradeState::paid      ? (refunded ? "REFUND" : "SUCCESS")
                       : trade->state == TradeState::typing  ? "USERPAYING"
                       : trade->state == TradeState::revoked ? "REVOKED"
                       : trade->state == TradeState::failed  ? "PAYERROR"
                       : trade->state == TradeState::closed  ? "CLOSED"
                                                             : "NOTPAY";
    shown["trade_state"] = state;
    shown["total_fee"] = std::to_string(trade->total);
    return shown;
}

FieldMap reverse(World& world, const FaultSet& faults, const FieldMap& fields)
{
    try {
        reverseByCode(world, faults, needed(fields, "out_trade_no"));
    } catch (const WeChatRefusal& refusal) {
        auto code = refusal.code;
        std::erase(code, '_');
        throw V2Refusal{code, refusal.message, code == "USERPAYING"};
    }
    return {{"recall", faults.has("retry_flag") ? "Y" : "N"}};
}

FieldMap refund(World& world, const FaultSet& faults, const FieldMap& fields)
{
    try {
        const auto made = makeWeChatRefund(world,
                                           faults,
                                           Refund{.provider = Provider::weChat,
                                                  .order = needed(fields, "out_trade_no"),
                                                  .number = needed(fields, "out_refund_no"),
                                                  .amount = fenOf(fields, "refund_fee")},
                                           fenOf(fields, "total_fee"));
        return {{"out_trade_no", made.order},
                {"out_refund_no", made.number},
                {"refund_id", made.providerNumber},
                {"refund_fee", std::to_string(made.amount)}};
    } catch (const WeChatRefusal& refusal) {
        throw V2Refusal{refusal.code, refusal.message};
    }
}

Outgoing transportFailure(const char* message)
{
    auto answer = Outgoing{.contentType = "text/plain"};
    answer.body = "<xml><return_code><![CDATA[FAIL]]></return_code>\n<return_msg><![CDATA[" +
                  std::string{message} + "]]></return_msg>\n</xml>";
    return answer;
}

/// The two "secapi" calls ask for the merchant's certificate on the connection itself.
bool hasMerchantCertificate(const World& world, const Incoming& request)
{
    return !request.clientCertificate.empty() && Certificate::fromPem(request.clientCertificate)
                                                     .key()
                                                     .sameAs(world.keys.merchant().key());
}

FieldMap processed(World& world,
                   const Incoming& request,
                   const FaultSet& faults,
                   const FieldMap& fields,
                   Outgoing& answer)
{
    const auto path = request.path();
    if (faults.has("pay_first"))
        pay(world, Provider::weChat, valueOf(fields, "out_trade_no"), "citizen");
    if (path == "/pay/micropay")
        return micropay(world, fields, answer);
    if (path == "/pay/orderquery")
        return orderQuery(world, fields);
    return path == "/secapi/pay/reverse" ? reverse(world, faults, fields)
                                         : refund(world, faults, fields);
}

} // namespace

bool isWeChatV2(const std::string& path)
{
    return path == "/pay/micropay" || path == "/pay/orderquery" || path == "/secapi/pay/reverse" ||
           path == "/secapi/pay/refund";
}

Topic weChatV2Topic(const Incoming& request)
{
    const auto path = request.path();
    const auto fields = fieldsFromXml(request.body).value_or(FieldMap{});
    return {.route = "wechat.v2." + path.substr(path.rfind('/') + 1),
            .subjects = {valueOf(fields, "out_trade_no"), valueOf(fields, "out_refund_no")}};
}

Outgoing weChatV2AnswerTo(World& world, const Incoming& request, const FaultSet& faults)
{
    const auto& identity = world.keys.identity();
    if (request.method != "POST")
        return transportFailure("请使用POST方法");
    if (request.path().starts_with("/secapi/") && !hasMerchantCertificate(world, request))
        return {.status = 400,
                .contentType = "text/html",
                .body = "<html><body>No required SSL certificate was sent</body></html>"};
    const auto fields = fieldsFromXml(request.body);
    if (!fields)
        return transportFailure("XML格式错误");
    const auto hmac = valueOf(*fields, "sign_type") == "HMAC-SHA256";
    if (valueOf(*fields, "sign") != signatureOf(*fields, identity.apiV2Key, hmac))
        return transportFailure("签名错误");
    auto answer = Outgoing{.contentType = "text/plain"};
    auto reply = FieldMap{};
    try {
        if (valueOf(*fields, "mch_id") != identity.merchantId ||
            valueOf(*fields, "appid") != identity.weChatAppId)
            throw V2Refusal{"APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配"};
        if (faults.has("status_500"))
            throw V2Refusal{"SYSTEMERROR", "接口返回错误"};
        if (faults.has("refuse"))
            throw V2Refusal{faults.text("refuse", "code", "PARAM_ERROR"), "按要求拒绝"};
        reply = processed(world, request, faults, *fields, answer);
        reply["result_code"] = "SUCCESS";
    } catch (const V2Refusal& refusal) {
        reply = {{"result_code", "FAIL"},
                 {"err_code", refusal.code},
                 {"err_code_des", refusal.description}};
        if (request.path() == "/secapi/pay/reverse")
            reply["recall"] = refusal.recall ? "Y" : "N";
    }
    reply["return_code"] = "SUCCESS";
    reply["return_msg"] = "OK";
    reply["appid"] = faults.has("other_application") ? "wxother0000000009" : identity.weChatAppId;
    reply["mch_id"] = faults.has("other_merchant") ? "1999999999" : identity.merchantId;
    reply["nonce_str"] = world.letters(32);
    if (faults.has("other_amount"))
        reply["total_fee"] = "1";
    if (faults.has("other_order"))
        reply["out_trade_no"] = "Z99Z991231999999A1Z";
    if (faults.has("extra_members"))
        reply["new_member"] = "of a later version";
    if (!faults.has("no_signature"))
        reply["sign"] = signatureOf(
            reply, faults.has("wrong_key") ? std::string(32, 'x') : identity.apiV2Key, hmac);
    if (faults.has("flip_signature"))
        reply["sign"].front() = reply["sign"].front() == 'A' ? 'B' : 'A';
    answer.body = xmlFrom(reply);
    return answer;
}

} // namespace guitai::simulator
