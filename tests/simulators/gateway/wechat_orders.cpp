#include "tests/simulators/gateway/wechat_orders.h"

#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

constexpr auto shortestLife = std::chrono::seconds{60};

Trade readNative(const WeChatCall& call)
{
    const auto fields = call.fields();
    requireApplication(call.world, fields);
    const auto amount = fields.object("amount");
    auto trade = Trade{.provider = Provider::weChat,
                       .order = orderNumberOf(fields, "out_trade_no"),
                       .way = "native",
                       .state = TradeState::waiting,
                       .total = amount.integer("total", 1),
                       .content = call.body.dump(),
                       .description = fields.text("description", {.most = 127}),
                       .attach = fields.text("attach", {.most = 128, .needed = false}),
                       .application = call.world.keys.identity().weChatAppId,
                       .createdAt = call.world.now()};
    if (amount.has("currency") && amount.text("currency", {.most = 16}) != "CNY")
        amount.fail("currency", "币种不支持");
    requireNotifyUrl(fields);
    trade.expiresAt = lastMoment(fields, call.world.now());
    return trade;
}

std::string describe(const std::string& state)
{
    if (state == "NOTPAY")
        return "订单未支付";
    if (state == "SUCCESS")
        return "支付成功";
    if (state == "REFUND")
        return "订单发生过退款，退款详情请查询退款单";
    if (state == "CLOSED")
        return "订单已关闭";
    if (state == "REVOKED")
        return "订单已撤销";
    return state == "USERPAYING" ? "用户支付中，等待输入密码" : "支付失败";
}

void requireQueriedMerchant(const WeChatCall& call)
{
    const auto merchant = call.query.find("mchid");
    if (merchant == call.query.end() || merchant->second.empty())
        throw WeChatRefusal{
            400,
            "PARAM_ERROR",
            "输入源“/query/mchid”映射到字段“直连商户号”必填性规则校验失败，此字段为必填项",
            {{"location", "query"}, {"value", ""}}};
    if (merchant->second != call.world.keys.identity().merchantId)
        throw WeChatRefusal{403, "NO_AUTH", "商户号与签名的商户不一致"};
}

WeChatAnswer shown(const WeChatCall& call, std::optional<Trade> trade)
{
    const auto now = call.world.now();
    if (trade &&
        now - trade->createdAt < std::chrono::seconds{call.faults.number("not_exist_yet", "s", 0)})
        trade.reset();
    if (!trade)
        throw WeChatRefusal{404, "ORDER_NOT_EXIST", "订单不存在"};
    const auto hidden =
        trade->paidAt &&
        now - *trade->paidAt < std::chrono::seconds{call.faults.number("hide_payment", "s", 0)};
    if (hidden) {
        trade->state = TradeState::waiting;
        trade->paidAt.reset();
    }
    return {.body = weChatTradeJson(call, *trade)};
}

} // namespace

std::string orderNumberOf(const Fields& fields, const char* name)
{
    return fields.number(name, {.least = 6, .most = 32}, "_-|*");
}

void requireNotifyUrl(const Fields& fields)
{
    const auto url = fields.text("notify_url", {.most = 255});
    if (!url.starts_with("https://") || url.find('?') != std::string::npos)
        fields.fail("notify_url", "应为https地址，且不能携带参数");
}

std::optional<Instant> lastMoment(const Fields& fields, Instant now)
{
    if (!fields.has("time_expire"))
        return std::nullopt;
    const auto wished = instantFromRfc3339(fields.text("time_expire", {.most = 64}));
    if (!wished)
        fields.fail("time_expire", "时间格式不正确");
    return std::max(*wished, now + shortestLife);
}

Json showCode(World& world, const Trade& trade)
{
    if (auto old = world.ledger.codeOf(Provider::weChat, trade.order)) {
        old->dead = true;
        world.ledger.put(*old);
    }
    const auto text = "weixin://wxpay/bizpayurl?pr=" + world.letters(9) + "zz";
    world.ledger.put(Code{
        .text = text, .provider = Provider::weChat, .order = trade.order, .madeAt = world.now()});
    followHabit(world, trade);
    return {{"code_url", text}};
}

std::string stateName(World& world, const Trade& trade)
{
    switch (trade.state) {
    case TradeState::unscanned:
    case TradeState::waiting:
        return "NOTPAY";
    case TradeState::typing:
        return "USERPAYING";
    case TradeState::paid:
        return world.ledger.refunded(Provider::weChat, trade.order) > 0 ? "REFUND" : "SUCCESS";
    case TradeState::closed:
        return "CLOSED";
    case TradeState::revoked:
        return "REVOKED";
    case TradeState::failed:
        return "PAYERROR";
    }
    return {};
}

void requireRepeatable(const Trade& known, const Trade& wish)
{
    if (known.way != wish.way || Json::parse(known.content) != Json::parse(wish.content))
        throw WeChatRefusal{403, "OUT_TRADE_NO_USED", "商户订单号重复"};
    if (known.state == TradeState::closed)
        throw WeChatRefusal{400, "ORDER_CLOSED", "订单已关闭"};
    if (known.state == TradeState::paid)
        throw WeChatRefusal{400, "ORDER_PAID", "该订单已支付"};
}

Json weChatTradeJson(const WeChatCall& call, const Trade& trade)
{
    auto& world = call.world;
    const auto state = stateName(world, trade);
    auto shown = Json{{"amount", {{"payer_currency", "CNY"}, {"total", trade.total}}},
                      {"appid", trade.application},
                      {"mchid", world.keys.identity().merchantId},
                      {"out_trade_no", trade.order},
                      {"promotion_detail", Json::array()},
                      {"scene_info", {{"device_id", ""}}},
                      {"trade_state", state},
                      {"trade_state_desc", describe(state)}};
    if (!trade.attach.empty())
        shown["attach"] = trade.attach;
    if (trade.paidAt) {
        shown["amount"]["currency"] = "CNY";
        shown["amount"]["payer_total"] = trade.total;
        shown["bank_type"] = "OTHERS";
        shown["payer"] = {{"openid", "o" + md5Hex(trade.payer).substr(0, 27)}};
        shown["success_time"] = rfc3339Text(*trade.paidAt);
        shown["transaction_id"] = trade.providerNumber;
        shown["trade_type"] = trade.way == "native" ? "NATIVE" : "MICROPAY";
    }
    return shown;
}

WeChatAnswer weChatNative(const WeChatCall& call)
{
    auto& world = call.world;
    const auto wish = readNative(call);
    const auto known = world.trade(Provider::weChat, wish.order);
    if (!known) {
        world.ledger.put(wish);
        return {.body = showCode(world, wish)};
    }
    requireRepeatable(*known, wish);
    return {.body = showCode(world, *known)};
}

WeChatAnswer weChatQuery(const WeChatCall& call)
{
    requireQueriedMerchant(call);
    return shown(call, call.world.trade(Provider::weChat, call.captured.at(0)));
}

WeChatAnswer weChatQueryById(const WeChatCall& call)
{
    requireQueriedMerchant(call);
    const auto known = call.world.ledger.tradeByNumber(Provider::weChat, call.captured.at(0));
    return shown(call, known ? call.world.trade(Provider::weChat, known->order) : known);
}

WeChatAnswer weChatClose(const WeChatCall& call)
{
    auto& world = call.world;
    if (!call.body.contains("mchid"))
        throw WeChatRefusal{
            400,
            "PARAM_ERROR",
            "输入源“/uri_template/mchid”映射到字段“直连商户号”必填性规则校验失败，此字段为必填项",
            {{"location", "uri_template"}, {"value", ""}}};
    requireMerchant(world, call.fields());
    if (call.faults.has("pay_first"))
        pay(world, Provider::weChat, call.captured.at(0), "citizen");
    auto trade = world.trade(Provider::weChat, call.captured.at(0));
    if (!trade)
        throw WeChatRefusal{404, "ORDER_NOT_EXIST", "订单不存在"};
    if (trade->way != "native") // internal number 268449641
        throw WeChatRefusal{400, "INVALID_REQUEST", "付款码支付的订单不支持关单，请使用撤销接口"};
    if (trade->state == TradeState::paid)
        throw WeChatRefusal{400, "ORDER_PAID", "该订单已支付"};
    const auto refusedFor =
        std::max(world.rules.closeNotBefore,
                 std::chrono::seconds{call.faults.number(
                     "close_too_early", "s", call.faults.has("close_too_early") ? 300 : 0)});
    if (world.now() - trade->createdAt < refusedFor)
        throw WeChatRefusal{
            400, "INVALID_REQUEST", "订单生成后不能马上关闭，最短调用时间间隔为5分钟"};
    trade->state = TradeState::closed;
    world.ledger.put(*trade);
    world.ledger.forget(Provider::weChat, trade->order, "scan");
    return {.status = 204};
}

} // namespace guitai::simulator
