#include "tests/simulators/gateway/wechat_front.h"

#include "tests/simulators/gateway/text.h"

#include <array>

namespace guitai::simulator
{

namespace
{

/// One path of API v3.
struct WeChatRoute {
    const char* name;
    const char* method;
    const char* path; ///< "{}" stands for a variable part
    WeChatHandler handler;
};

constexpr auto routes = std::to_array<WeChatRoute>({
    {"wechat.native", "POST", "/v3/pay/transactions/native", weChatNative},
    {"wechat.codepay", "POST", "/v3/pay/transactions/codepay", weChatCodePay},
    {"wechat.query", "GET", "/v3/pay/transactions/out-trade-no/{}", weChatQuery},
    {"wechat.query_id", "GET", "/v3/pay/transactions/id/{}", weChatQueryById},
    {"wechat.close", "POST", "/v3/pay/transactions/out-trade-no/{}/close", weChatClose},
    {"wechat.reverse", "POST", "/v3/pay/transactions/out-trade-no/{}/reverse", weChatReverse},
    {"wechat.combined", "POST", "/v3/combine-transactions/native", weChatCombinedNative},
    {"wechat.combined_query",
     "GET",
     "/v3/combine-transactions/out-trade-no/{}",
     weChatCombinedQuery},
    {"wechat.combined_close",
     "POST",
     "/v3/combine-transactions/out-trade-no/{}/close",
     weChatCombinedClose},
    {"wechat.refund", "POST", "/v3/refund/domestic/refunds", weChatRefund},
    {"wechat.refund_query", "GET", "/v3/refund/domestic/refunds/{}", weChatRefundQuery},
    {"wechat.abnormal_refund",
     "POST",
     "/v3/refund/domestic/refunds/{}/apply-abnormal-refund",
     weChatAbnormalRefund},
    {"wechat.certificates", "GET", "/v3/certificates", weChatCertificates},
    {"wechat.trade_bill", "GET", "/v3/bill/tradebill", weChatTradeBill},
    {"wechat.fund_bill", "GET", "/v3/bill/fundflowbill", weChatFundBill},
    {"wechat.bill_file", "GET", "/v3/billdownload/file", weChatBillFile},
});

/// The variable parts when the path has the pattern's form.
std::optional<std::vector<std::string>> captured(const std::string& path, const char* pattern)
{
    const auto pieces = splitText(path, '/');
    const auto wanted = splitText(pattern, '/');
    if (pieces.size() != wanted.size())
        return std::nullopt;
    auto parts = std::vector<std::string>{};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (wanted[i] == "{}")
            parts.push_back(percentDecoded(pieces[i], false));
        else if (wanted[i] != pieces[i])
            return std::nullopt;
    }
    return parts;
}

struct Match {
    const WeChatRoute* route = nullptr;
    std::vector<std::string> parts = {};
    bool otherMethod = false; ///< the path exists, not with this method
};

Match matchOf(const Incoming& request)
{
    auto match = Match{};
    for (const auto& route : routes) {
        const auto parts = captured(request.path(), route.path);
        if (!parts)
            continue;
        if (request.method == route.method)
            return {&route, *parts};
        match.otherMethod = true;
    }
    return match;
}

Json parsedBody(const Incoming& request)
{
    if (request.method != "POST")
        return Json::object();
    auto body = Json::parse(request.body, nullptr, false);
    if (body.is_discarded() || !body.is_object())
        throw WeChatRefusal{
            400, "PARAM_ERROR", "请求体不是有效的JSON", {{"location", "body"}, {"value", ""}}};
    return body;
}

WeChatAnswer processed(World& world, const Incoming& request, const FaultSet& faults)
{
    const auto match = matchOf(request);
    if (match.route == nullptr)
        throw WeChatRefusal{match.otherMethod ? 405 : 404, "", ""};
    checkWeChatEnvelope(world, request);
    const auto call = WeChatCall{
        world, request, faults, match.parts, formMap(request.query()), parsedBody(request)};
    return match.route->handler(call);
}

Outgoing refused(const WeChatRefusal& refusal, const FaultSet& faults)
{
    auto answer = Outgoing{.status = refusal.status};
    if (refusal.code.empty())
        return answer;
    auto code = refusal.code;
    if (faults.has("plain_names"))
        std::erase(code, '_');
    auto body = Json{{"code", code}, {"message", refusal.message}};
    if (!refusal.detail.is_null())
        body["detail"] = refusal.detail;
    answer.contentType = "application/json; charset=utf-8";
    answer.body = body.dump();
    return answer;
}

/// Answers that a fault gives instead of processing, or instead of the true answer.
void statusFault(const FaultSet& faults, bool wasProcessed)
{
    const auto now = [&](std::string_view action, bool usually) {
        return faults.has(action) &&
               (faults.number(action, "processed", usually ? 1 : 0) != 0) == wasProcessed;
    };
    if (now("status_500", false))
        throw WeChatRefusal{500, "SYSTEM_ERROR", "系统异常，请稍后重试"};
    if (now("status_429", false))
        throw WeChatRefusal{
            429, faults.text("status_429", "code", "FREQUENCY_LIMITED"), "频率限制"};
    if (now("refuse", false))
        throw WeChatRefusal{static_cast<int>(faults.number("refuse", "status", 400)),
                            faults.text("refuse", "code", "PARAM_ERROR"),
                            "按要求拒绝"};
}

} // namespace

Fields WeChatCall::fields() const
{
    return {body,
            "",
            [](const std::string& pointer, const std::string& value, const std::string& issue) {
                throw WeChatRefusal{
                    400,
                    "PARAM_ERROR",
                    "输入源“/body" + pointer + "”校验失败，" + issue,
                    {{"field", pointer}, {"value", value}, {"issue", issue}, {"location", "body"}}};
            }};
}

void requireMerchant(const World& world, const Fields& fields)
{
    if (fields.text("mchid", {}) != world.keys.identity().merchantId)
        throw WeChatRefusal{403, "NO_AUTH", "商户号与签名的商户不一致"};
}

void requireApplication(const World& world, const Fields& fields)
{
    requireMerchant(world, fields);
    if (fields.text("appid", {}) != world.keys.identity().weChatAppId)
        throw WeChatRefusal{400, "APPID_MCHID_NOT_MATCH", "appid和mchid不匹配"};
}

Topic weChatTopic(World& world, const Incoming& request)
{
    if (isWeChatV2(request.path()))
        return weChatV2Topic(request);
    const auto match = matchOf(request);
    if (match.route == nullptr)
        return {};
    auto topic = Topic{.route = match.route->name, .subjects = match.parts};
    const auto body = Json::parse(request.body, nullptr, false);
    if (body.is_object()) {
        for (const auto* name : {"out_trade_no", "out_refund_no"})
            if (body.contains(name) && body[name].is_string())
                topic.subjects.push_back(body[name].get<std::string>());
    }
    if (topic.route == "wechat.refund_query" && !match.parts.empty())
        if (const auto refund = world.ledger.refundByNumber(Provider::weChat, match.parts.front()))
            topic.subjects.push_back(refund->order);
    return topic;
}

Outgoing weChatAnswerTo(World& world, const Incoming& request, const FaultSet& faults)
{
    if (isWeChatV2(request.path()))
        return weChatV2AnswerTo(world, request, faults);
    auto answer = Outgoing{};
    try {
        statusFault(faults, false);
        auto result = processed(world, request, faults);
        statusFault(faults, true);
        spoilWeChatContent(faults, result.body);
        answer.status = result.status;
        answer.contentType = "application/json; charset=utf-8";
        if (faults.has("accepted_empty") || faults.has("accepted_userpaying")) {
            answer.status = 202;
            result.body =
                faults.has("accepted_empty") ? Json(nullptr) : Json{{"trade_state", "USERPAYING"}};
        }
        if (!result.body.is_null())
            answer.body = result.body.dump();
        if (result.dropAnswer)
            answer.delivery.kind = Delivery::Kind::nothing;
        if (result.file.empty()) {
            signWeChatAnswer(world, request, faults, answer);
        } else {
            answer.contentType = "application/octet-stream";
            answer.body = result.file;
        }
    } catch (const WeChatRefusal& refusal) {
        answer = refused(refusal, faults);
    }
    answer.headers.emplace_back("Request-ID", "08" + world.letters(30));
    return answer;
}

} // namespace guitai::simulator
