#include "tests/simulators/gateway/alipay_front.h"

#include "tests/simulators/gateway/text.h"

#include <array>

namespace guitai::simulator
{

namespace
{

struct Route {
    const char* method;
    AlipayHandler handler;
};

constexpr auto routes = std::to_array<Route>({
    {"alipay.trade.precreate", alipayPrecreate},
    {"alipay.trade.query", alipayQuery},
    {"alipay.trade.pay", alipayPay},
    {"alipay.trade.cancel", alipayCancel},
    {"alipay.trade.close", alipayClose},
    {"alipay.trade.refund", alipayRefund},
    {"alipay.trade.fastpay.refund.query", alipayRefundQuery},
    {"alipay.data.dataservice.bill.downloadurl.query", alipayBillLink},
});

constexpr auto gatewayPath = std::string_view{"/gateway.do"};
constexpr auto billPath = std::string_view{"/bill/download.zip"};

std::map<std::string, std::string> parametersOf(const Incoming& request)
{
    auto parameters = formMap(request.query());
    for (auto& [name, value] : formFields(request.body))
        parameters.emplace(name, value);
    return parameters;
}

const char* messageOf(const std::string& code)
{
    if (code == "10000")
        return "Success";
    if (code == "10003")
        return "order success pay inprocess";
    if (code == "20000")
        return "Service Currently Unavailable";
    if (code == "40001")
        return "Missing Required Arguments";
    if (code == "40002")
        return "Invalid Arguments";
    if (code == "40004")
        return "Business Failed";
    return code == "40005" ? "Call Limited" : "Insufficient Permissions";
}

OrderedJson refusalNode(const AlipayRefusal& refusal)
{
    return {{"code", refusal.code},
            {"msg", messageOf(refusal.code)},
            {"sub_code", refusal.subCode},
            {"sub_msg", refusal.message}};
}

/// A query for a trade that does not exist is answered with amounts all the same.
void addZeroAmounts(const std::string& method, OrderedJson& node)
{
    if (method != "alipay.trade.query")
        return;
    for (const auto* name :
         {"buyer_pay_amount", "invoice_amount", "point_amount", "receipt_amount"})
        node[name] = "0.00";
}

void spoilContent(const FaultSet& faults, OrderedJson& node)
{
    const auto change = [&node](const char* name, const char* value) {
        if (node.contains(name))
            node[name] = value;
    };
    if (faults.has("other_amount"))
        change("total_amount", "0.01");
    if (faults.has("other_order"))
        change("out_trade_no", "Z99Z991231999999A1Z");
    if (faults.has("other_merchant"))
        node["seller_id"] = "2088999999999999";
    if (faults.has("other_application"))
        node["app_id"] = "2021999999999999";
    if (faults.has("coupon"))
        change("buyer_pay_amount", "0.01");
    if (faults.has("extra_members"))
        node["new_member"] = {{"of", "a later version"}};
    if (faults.has("code_10003"))
        node["code"] = "10003";
    if (faults.has("plain_names") && node.contains("sub_code")) {
        const auto code = node["sub_code"].get<std::string>();
        node["sub_code"] = code.starts_with("ACQ.") ? code.substr(4) : code;
    }
}

OrderedJson processed(const AlipayCall& call, const Route& route)
{
    auto node = OrderedJson{{"code", "10000"}, {"msg", "Success"}};
    const auto members = route.handler(call);
    for (const auto& [name, value] : members.items())
        node[name] = value;
    node["msg"] = messageOf(node["code"].get<std::string>());
    return node;
}

Json contentOf(const std::map<std::string, std::string>& parameters)
{
    const auto found = parameters.find("biz_content");
    const auto content =
        found == parameters.end() ? Json::object() : Json::parse(found->second, nullptr, false);
    if (!content.is_object())
        throw AlipayRefusal{"40002", "isv.invalid-parameter", "biz_content不是有效的JSON"};
    return content;
}

/// The gateway's or the trade system's trouble instead of processing, or instead of its answer.
void troubleFault(const FaultSet& faults, bool wasProcessed)
{
    const auto now = [&](std::string_view action) {
        return faults.has(action) && (faults.number(action, "processed", 0) != 0) == wasProcessed;
    };
    if (now("code_20000"))
        throw AlipayRefusal{"20000", "isp.unknow-error", "系统繁忙"};
    if (now("status_500"))
        throw AlipayRefusal{"40004", "ACQ.SYSTEM_ERROR", "系统错误"};
    if (now("status_429"))
        throw AlipayRefusal{"40005", "isv.app-call-limited", "应用调用次数超限"};
    if (now("refuse"))
        throw AlipayRefusal{faults.text("refuse", "code", "40004"),
                            faults.text("refuse", "sub_code", "ACQ.INVALID_PARAMETER"),
                            "按要求拒绝"};
}

Outgoing gatewayAnswer(World& world, const Incoming& request, const FaultSet& faults)
{
    const auto parameters = parametersOf(request);
    auto answer = Outgoing{.contentType = "text/html;charset=utf-8"}; // JSON all the same
    auto node = OrderedJson{};
    auto isSigned = true;
    auto dropAnswer = false;
    try {
        checkAlipayGateway(world, request, parameters);
        troubleFault(faults, false);
        const auto& method = parameters.at("method");
        const auto route = std::find_if(
            routes.begin(), routes.end(), [&](const Route& one) { return one.method == method; });
        if (route == routes.end())
            throw AlipayRefusal{"40002", "isv.invalid-method", "不存在的方法名"};
        const auto call = AlipayCall{world, faults, parameters, contentOf(parameters), &dropAnswer};
        node = processed(call, *route);
        troubleFault(faults, true);
    } catch (const AlipayRefusal& refusal) {
        node = refusalNode(refusal);
        isSigned = refusal.code == "40004";
        if (refusal.subCode == "ACQ.TRADE_NOT_EXIST")
            addZeroAmounts(parameters.at("method"), node);
    }
    spoilContent(faults, node);
    answer.body = alipayDocument(world, parameters, node, isSigned, faults);
    if (dropAnswer)
        answer.delivery.kind = Delivery::Kind::nothing;
    return answer;
}

} // namespace

Fields AlipayCall::fields() const
{
    return {
        content, "", [](const std::string& pointer, const std::string&, const std::string& issue) {
            throw AlipayRefusal{"40004", "ACQ.INVALID_PARAMETER", "参数无效：" + pointer + issue};
        }};
}

Topic alipayTopic(World&, const Incoming& request)
{
    if (request.path() == billPath)
        return {.route = "alipay.bill_file"};
    if (request.path() != gatewayPath)
        return {};
    const auto parameters = parametersOf(request);
    auto topic = Topic{};
    if (const auto method = parameters.find("method"); method != parameters.end())
        topic.route = method->second;
    const auto found = parameters.find("biz_content");
    const auto content =
        found == parameters.end() ? Json{} : Json::parse(found->second, nullptr, false);
    if (content.is_object())
        for (const auto* name : {"out_trade_no", "out_request_no"})
            if (content.contains(name) && content[name].is_string())
                topic.subjects.push_back(content[name].get<std::string>());
    return topic;
}

Outgoing alipayAnswerTo(World& world, const Incoming& request, const FaultSet& faults)
{
    if (request.path() == billPath && request.method == "GET")
        return alipayBillFile(world, request, faults);
    if (request.path() != gatewayPath)
        return {.status = 404, .contentType = "text/html", .body = "<html>404</html>"};
    return gatewayAnswer(world, request, faults);
}

} // namespace guitai::simulator
