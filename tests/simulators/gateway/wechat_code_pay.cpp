#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/wechat_call.h"

namespace guitai::simulator
{

namespace
{

constexpr auto reversibleFor = std::chrono::hours{24 * 7};

Trade readCodePay(const WeChatCall& call)
{
    const auto fields = call.fields();
    requireApplication(call.world, fields);
    const auto amount = fields.object("amount");
    const auto scene = fields.object("scene_info");
    auto trade = Trade{.provider = Provider::weChat,
                       .order = fields.number("out_trade_no", {.least = 6, .most = 32}, "_-|*"),
                       .way = "codepay",
                       .state = TradeState::typing,
                       .total = amount.integer("total", 1),
                       .content = call.body.dump(),
                       .description = fields.text("description", {.most = 127}),
                       .attach = fields.text("attach", {.most = 128, .needed = false}),
                       .application = call.world.keys.identity().weChatAppId,
                       .createdAt = call.world.now()};
    if (amount.has("currency") && amount.text("currency", {.most = 16}) != "CNY")
        amount.fail("currency", "币种不支持");
    return trade;
}

WeChatAnswer repeated(const WeChatCall& call, const Trade& known)
{
    if (known.way != "codepay" || Json::parse(known.content) != call.body)
        throw WeChatRefusal{403, "OUT_TRADE_NO_USED", "商户订单号重复"};
    switch (known.state) {
    case TradeState::paid:
        throw WeChatRefusal{400, "ORDER_PAID", "该订单已支付"};
    case TradeState::revoked:
        throw WeChatRefusal{400, "ORDER_REVERSED", "该订单已撤销"};
    case TradeState::typing:
        return {.status = 202, .body = weChatTradeJson(call, known)};
    case TradeState::unscanned:
    case TradeState::waiting:
    case TradeState::closed:
    case TradeState::failed:
        break;
    }
    throw WeChatRefusal{403, "TRADE_ERROR", "交易失败，请更换付款方式"};
}

} // namespace

WeChatAnswer weChatCodePay(const WeChatCall& call)
{
    auto& world = call.world;
    auto trade = readCodePay(call);
    const auto code = call.fields().object("payer").text("auth_code", {.most = 32});
    if (const auto known = world.trade(Provider::weChat, trade.order))
        return repeated(call, *known);
    const auto payment = takeByCode(world, trade, code);
    switch (payment.result) {
    case CodePayment::Result::paid:
        return {.body = weChatTradeJson(call, trade), .dropAnswer = payment.dropAnswer};
    case CodePayment::Result::asking:
        return {.status = 202, .body = weChatTradeJson(call, trade)};
    case CodePayment::Result::noFunds:
        throw WeChatRefusal{403, "NOT_ENOUGH", "用户账号余额不足"};
    case CodePayment::Result::expired:
        throw WeChatRefusal{400, "AUTH_CODE_EXPIRE", "二维码已过期，请用户刷新后再试"};
    case CodePayment::Result::codeUsed:
        throw WeChatRefusal{400, "AUTH_CODE_ERROR", "每个付款码仅限使用一次，请刷新后再试"};
    case CodePayment::Result::notACode:
        throw WeChatRefusal{400, "AUTH_CODE_INVALID", "请扫描微信支付付款码"};
    case CodePayment::Result::systemError:
        break;
    }
    throw WeChatRefusal{500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用"};
}

void reverseByCode(World& world, const FaultSet& faults, const std::string& order)
{
    if (faults.has("pay_first"))
        pay(world, Provider::weChat, order, "citizen");
    auto trade = world.trade(Provider::weChat, order);
    if (!trade)
        throw WeChatRefusal{404, "ORDER_NOT_EXIST", "订单不存在"};
    if (trade->way == "native")
        throw WeChatRefusal{400, "INVALID_REQUEST", "仅付款码支付的订单支持撤销"};
    if (trade->state == TradeState::revoked)
        return;
    const auto age = world.now() - trade->createdAt;
    if (age > reversibleFor)
        throw WeChatRefusal{403, "REVERSE_EXPIRE", "订单无法撤销：已超过7天"};
    if (age < world.rules.reverseNotBefore || faults.has("still_paying"))
        throw WeChatRefusal{403, "USER_PAYING", "用户支付中，请稍后再试"};
    if (trade->paidAt && world.ledger.refunded(Provider::weChat, order) < trade->total)
        world.ledger.put(
            Refund{.provider = Provider::weChat,
                   .order = order,
                   .number = order + "REV",
                   .amount = trade->total - world.ledger.refunded(Provider::weChat, order),
                   .state = RefundState::success,
                   .reversal = true,
                   .providerNumber = world.providerNumber(Provider::weChat, true),
                   .createdAt = world.now(),
                   .doneAt = world.now()});
    trade->state = TradeState::revoked;
    world.ledger.put(*trade);
    world.ledger.forget(Provider::weChat, order, "pay");
}

WeChatAnswer weChatReverse(const WeChatCall& call)
{
    const auto& identity = call.world.keys.identity();
    if (!call.body.contains("appid")) // reported so by users of the interface (2.10)
        throw WeChatRefusal{500, "SYSTEM_ERROR", "系统异常"};
    requireApplication(call.world, call.fields());
    reverseByCode(call.world, call.faults, call.captured.at(0));
    return {.body = {{"appid", identity.weChatAppId},
                     {"mchid", identity.merchantId},
                     {"out_trade_no", call.captured.at(0)}}};
}

} // namespace guitai::simulator
