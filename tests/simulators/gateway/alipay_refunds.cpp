#include "tests/simulators/gateway/alipay_trades.h"
#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

constexpr auto betweenRefunds = std::chrono::seconds{3};
constexpr auto refundableFor = std::chrono::hours{24 * 365};

/// Members that the interface knows: others "may cause failure or a double refund" (3.6).
constexpr std::string_view knownMembers[] = {"refund_amount",
                                             "out_trade_no",
                                             "trade_no",
                                             "out_request_no",
                                             "refund_reason",
                                             "operator_id",
                                             "query_options"};

void requireKnownMembers(const AlipayCall& call)
{
    for (const auto& [name, value] : call.content.items()) {
        auto known = false;
        for (const auto one : knownMembers)
            known = known || one == name;
        if (!known)
            call.fields().fail(name.c_str(), "未知参数");
    }
}

void requireRefundable(World& world, const Trade& trade, Fen amount)
{
    if (!trade.paidAt)
        throw AlipayRefusal{"40004", "ACQ.TRADE_STATUS_ERROR", "交易状态不合法"};
    if (world.now() - *trade.paidAt > refundableFor)
        throw AlipayRefusal{"40004", "ACQ.TRADE_HAS_FINISHED", "交易已完结"};
    const auto refunds = world.ledger.refundsOf(Provider::alipay, trade.order);
    if (!refunds.empty() && world.now() - refunds.back().createdAt < betweenRefunds)
        throw AlipayRefusal{"40005", "isv.method-call-limited", "同一笔交易两次退款须间隔3秒"};
    if (world.ledger.refunded(Provider::alipay, trade.order) + amount > trade.total)
        throw AlipayRefusal{"40004", "ACQ.REASON_TRADE_REFUND_FEE_ERR", "退款金额无效"};
    if (amount > world.rules.openingBalance + world.ledger.earned(Provider::alipay))
        throw AlipayRefusal{"40004", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "卖家余额不足"};
}

OrderedJson refundNode(const AlipayCall& call, const Trade& trade, bool fundsMoved)
{
    auto node = OrderedJson{{"trade_no", trade.providerNumber}, {"out_trade_no", trade.order}};
    node["buyer_logon_id"] = "138****0000";
    node["fund_change"] = fundsMoved && !call.faults.has("fund_change_n") ? "Y" : "N";
    // of the whole trade, not of this refund
    node["refund_fee"] = yuanText(call.world.ledger.refunded(Provider::alipay, trade.order));
    node["send_back_fee"] = node["refund_fee"];
    return node;
}

} // namespace

OrderedJson alipayRefund(const AlipayCall& call)
{
    auto& world = call.world;
    const auto fields = call.fields();
    requireKnownMembers(call);
    const auto trade = namedAlipayTrade(call);
    const auto amount = fenFromYuan(fields.text("refund_amount", {.most = 13}));
    if (!amount || *amount < 1)
        fields.fail("refund_amount", "金额不正确");
    const auto number = fields.has("out_request_no")
                            ? fields.number("out_request_no", {.most = 64}, "_")
                            : trade.order;
    if (number == trade.order && *amount < trade.total)
        fields.fail("out_request_no", "部分退款时必填");
    if (const auto known = world.ledger.refund(Provider::alipay, trade.order, number)) {
        if (known->amount != *amount)
            throw AlipayRefusal{"40004", "ACQ.DISCORDANT_REPEAT_REQUEST", "请求信息不一致"};
        return refundNode(call, trade, false);
    }
    requireRefundable(world, trade, *amount);
    const auto fails = call.faults.has("refund_closed") || call.faults.has("refund_abnormal");
    world.ledger.put(Refund{.provider = Provider::alipay,
                            .order = trade.order,
                            .number = number,
                            .amount = *amount,
                            .state = fails ? RefundState::closed : RefundState::success,
                            .reason = fields.text("refund_reason", {.most = 256, .needed = false}),
                            .createdAt = world.now(),
                            .doneAt = world.now()});
    return refundNode(call, trade, !fails);
}

OrderedJson alipayRefundQuery(const AlipayCall& call)
{
    auto& world = call.world;
    const auto trade = namedAlipayTrade(call);
    const auto number = call.fields().number("out_request_no", {.most = 64}, "_");
    const auto refund = world.ledger.refund(Provider::alipay, trade.order, number);
    // not received, failed, or another number: an empty success proves nothing
    if (!refund || refund->state != RefundState::success || call.faults.has("empty_refund_query"))
        return OrderedJson::object();
    auto node = OrderedJson{{"trade_no", trade.providerNumber},
                            {"out_trade_no", trade.order},
                            {"out_request_no", number},
                            {"total_amount", yuanText(trade.total)},
                            {"refund_amount", yuanText(refund->amount)},
                            {"refund_status", "REFUND_SUCCESS"}};
    if (call.content.contains("query_options") && refund->doneAt)
        node["gmt_refund_pay"] = beijingText(*refund->doneAt);
    return node;
}

} // namespace guitai::simulator
