#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_call.h"

namespace guitai::simulator
{

namespace
{

constexpr auto betweenRefunds = std::chrono::seconds{60};
constexpr std::size_t mostRefunds = 50;
constexpr auto refundableFor = std::chrono::hours{24 * 365};

Json refundJson(const Refund& refund, const Trade& trade)
{
    auto shown = Json{{"amount",
                       {{"currency", "CNY"},
                        {"discount_refund", 0},
                        {"from", Json::array()},
                        {"payer_refund", refund.amount},
                        {"payer_total", trade.total},
                        {"refund", refund.amount},
                        {"refund_fee", 0},
                        {"settlement_refund", refund.amount},
                        {"settlement_total", trade.total},
                        {"total", trade.total}}},
                      {"channel", "ORIGINAL"},
                      {"create_time", rfc3339Text(refund.createdAt)},
                      {"funds_account", "AVAILABLE"},
                      {"out_refund_no", refund.number},
                      {"out_trade_no", refund.order},
                      {"promotion_detail", Json::array()},
                      {"refund_id", refund.providerNumber},
                      {"transaction_id", trade.providerNumber},
                      {"user_received_account", "支付用户零钱"}};
    auto state = std::string{nameOf(refund.state)};
    for (auto& c : state)
        c = static_cast<char>(c - 'a' + 'A');
    shown["status"] = state;
    if (refund.doneAt)
        shown["success_time"] = rfc3339Text(*refund.doneAt);
    return shown;
}

/// The order that a refund is about, by either number.
std::string orderOf(World& world, const Fields& fields)
{
    if (fields.has("transaction_id")) {
        const auto trade =
            world.ledger.tradeByNumber(Provider::weChat, fields.text("transaction_id", {}));
        return trade ? trade->order : std::string{};
    }
    return fields.number("out_trade_no", {.least = 6, .most = 32}, "_-|*");
}

void requireRefundable(World& world, const Trade& trade, const Refund& wish, Fen total)
{
    const auto refunds = world.ledger.refundsOf(Provider::weChat, trade.order);
    if (total != trade.total)
        throw WeChatRefusal{
            400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试"};
    if (world.ledger.refunded(Provider::weChat, trade.order) + wish.amount > trade.total)
        throw WeChatRefusal{400, "INVALID_REQUEST", "申请退款金额大于订单剩余可退金额"};
    if (world.now() - *trade.paidAt > refundableFor)
        throw WeChatRefusal{403, "TRADE_OVERDUE", "订单已经超过退款期限"};
    if (refunds.size() >= mostRefunds)
        throw WeChatRefusal{403, "RULE_LIMIT", "部分退款次数超限"};
    if (!refunds.empty() && world.now() - refunds.back().createdAt < betweenRefunds)
        throw WeChatRefusal{429, "FREQUENCY_LIMITED", "同一笔订单两次退款须间隔1分钟"};
    if (wish.amount > world.rules.openingBalance + world.ledger.earned(Provider::weChat))
        throw WeChatRefusal{403, "NOT_ENOUGH", "基本账户余额不足，请充值后重新发起"};
}

std::string endOf(const FaultSet& faults)
{
    if (faults.has("refund_abnormal"))
        return "abnormal";
    return faults.has("refund_closed") ? "closed" : "success";
}

} // namespace

Refund makeWeChatRefund(World& world, const FaultSet& faults, const Refund& wish, Fen total)
{
    const auto known = world.ledger.refundByNumber(Provider::weChat, wish.number);
    if (known) { // the same number may only say the same
        const auto trade = world.trade(Provider::weChat, known->order);
        if (known->order != wish.order || known->amount != wish.amount || trade->total != total)
            throw WeChatRefusal{
                400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试"};
        return *known;
    }
    const auto trade = world.trade(Provider::weChat, wish.order);
    if (!trade || !trade->paidAt || trade->state != TradeState::paid)
        throw WeChatRefusal{404, "RESOURCE_NOT_EXISTS", "订单不存在或未支付"};
    requireRefundable(world, *trade, wish, total);
    auto refund = wish;
    refund.state = RefundState::processing;
    refund.providerNumber = world.providerNumber(Provider::weChat, true);
    refund.createdAt = world.now();
    world.ledger.put(refund);
    world.ledger.add({.at = world.now() + world.rules.refundTakes,
                      .action = "refund",
                      .provider = Provider::weChat,
                      .order = refund.order,
                      .detail = refund.number + ' ' + endOf(faults)});
    return refund;
}

WeChatAnswer weChatRefund(const WeChatCall& call)
{
    auto& world = call.world;
    const auto fields = call.fields();
    const auto amount = fields.object("amount");
    const auto wish = Refund{.provider = Provider::weChat,
                             .order = orderOf(world, fields),
                             .number = fields.number("out_refund_no", {.most = 64}, "_-|*@"),
                             .amount = amount.integer("refund", 1),
                             .reason = fields.text("reason", {.most = 80, .needed = false})};
    if (amount.text("currency", {.most = 18}) != "CNY")
        amount.fail("currency", "币种不支持");
    const auto refund = makeWeChatRefund(world, call.faults, wish, amount.integer("total", 1));
    if (call.faults.has("accepted_429"))
        throw WeChatRefusal{429, "FREQUENCY_LIMITED", "频率限制"};
    return {.body = refundJson(refund, *world.trade(Provider::weChat, refund.order))};
}

WeChatAnswer weChatRefundQuery(const WeChatCall& call)
{
    auto& world = call.world;
    const auto refund = world.ledger.refundByNumber(Provider::weChat, call.captured.at(0));
    if (!refund || refund->reversal)
        throw WeChatRefusal{404, "RESOURCE_NOT_EXISTS", "退款单不存在"};
    return {.body = refundJson(*refund, *world.trade(Provider::weChat, refund->order))};
}

WeChatAnswer weChatAbnormalRefund(const WeChatCall& call)
{
    auto& world = call.world;
    const auto fields = call.fields();
    auto refund =
        world.ledger.refundByNumber(Provider::weChat, fields.text("out_refund_no", {.most = 64}));
    const auto kind = fields.text("type", {});
    if (kind != "USER_BANK_CARD" && kind != "MERCHANT_BANK_CARD")
        fields.fail("type", "取值不正确");
    if (!refund || refund->providerNumber != call.captured.at(0))
        throw WeChatRefusal{404, "RESOURCE_NOT_EXISTS", "退款单不存在"};
    if (refund->state != RefundState::abnormal)
        throw WeChatRefusal{400, "INVALID_REQUEST", "退款单不是异常状态"};
    refund->state = RefundState::processing;
    world.ledger.put(*refund);
    world.ledger.add({.at = world.now() + world.rules.refundTakes,
                      .action = "refund",
                      .provider = Provider::weChat,
                      .order = refund->order,
                      .detail = refund->number + " success"});
    return {.body = refundJson(*refund, *world.trade(Provider::weChat, refund->order))};
}

} // namespace guitai::simulator
