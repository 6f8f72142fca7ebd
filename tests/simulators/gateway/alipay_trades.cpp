#include "tests/simulators/gateway/alipay_trades.h"

#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/text.h"

#include <charconv>

namespace guitai::simulator
{

namespace
{

constexpr auto usualLife = std::chrono::hours{3};
constexpr auto codeLife = std::chrono::hours{2};
constexpr auto cancellableFor = std::chrono::hours{24};
constexpr Fen highestAmount = 10000000000;
constexpr int mostAsked = 2; // a first time and one replay

/// "5m", "2h", "1d", "1c": until the end of the day.
std::chrono::seconds lifeFrom(const Fields& fields, const char* name, Instant now)
{
    const auto text = fields.text(name, {.most = 6, .needed = false});
    if (text.empty())
        return usualLife;
    auto count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size() - 1, count);
    if (error != std::errc{} || end != text.data() + text.size() - 1 || count < 1)
        fields.fail(name, "格式不正确");
    switch (text.back()) {
    case 'm':
        return std::chrono::minutes{count};
    case 'h':
        return std::chrono::hours{count};
    case 'd':
        return std::chrono::hours{24 * count};
    case 'c':
        return beijingMidnight(beijingDate(now)) + std::chrono::hours{24} - now;
    default:
        fields.fail(name, "格式不正确");
    }
}

Fen amountOf(const Fields& fields, const char* name)
{
    const auto amount = fenFromYuan(fields.text(name, {.most = 13}));
    if (!amount || *amount < 1 || *amount > highestAmount)
        fields.fail(name, "金额不正确");
    return *amount;
}

Trade readTrade(const AlipayCall& call, const char* way)
{
    const auto fields = call.fields();
    const auto now = call.world.now();
    const auto subject = fields.text("subject", {.most = 256});
    if (subject.find_first_of("/=&") != std::string::npos)
        fields.fail("subject", "包含特殊字符");
    auto trade = Trade{.provider = Provider::alipay,
                       .order = fields.number("out_trade_no", {.most = 64}, "_"),
                       .way = way,
                       .state = TradeState::unscanned,
                       .total = amountOf(fields, "total_amount"),
                       .content = call.content.dump(),
                       .description = subject,
                       .application = call.parameters.at("app_id"),
                       .createdAt = now};
    auto life = lifeFrom(fields, "timeout_express", now);
    if (trade.way == "precreate")
        life = std::min({life,
                         lifeFrom(fields, "qr_code_timeout_express", now),
                         std::chrono::seconds{codeLife}});
    trade.expiresAt = now + life;
    return trade;
}

void requireSameContent(const AlipayCall& call, const Trade& known, const char* way)
{
    if (known.way != way || Json::parse(known.content) != call.content)
        throw AlipayRefusal{"40004", "ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改"};
    if (known.paidAt)
        throw AlipayRefusal{"40004", "ACQ.TRADE_HAS_SUCCESS", "交易已被支付"};
    if (known.state == TradeState::closed)
        throw AlipayRefusal{"40004", "ACQ.TRADE_HAS_CLOSE", "交易已经关闭"};
}

void addPayment(OrderedJson& node, const Trade& trade)
{
    node["receipt_amount"] = yuanText(trade.total);
    node["buyer_pay_amount"] = yuanText(trade.total);
    node["invoice_amount"] = yuanText(trade.total);
    node["point_amount"] = "0.00";
    node["send_pay_date"] = beijingText(*trade.paidAt);
    node["fund_bill_list"] = {
        {{"fund_channel", "ALIPAYACCOUNT"}, {"amount", yuanText(trade.total)}}};
}

OrderedJson tradeNode(const AlipayCall& call, const Trade& trade)
{
    auto node = OrderedJson{{"trade_no", trade.providerNumber}, {"out_trade_no", trade.order}};
    node["buyer_logon_id"] = "138****0000";
    node["buyer_user_id"] = "2088" + md5Hex(trade.payer).substr(0, 12);
    node["total_amount"] = yuanText(trade.total);
    node["seller_id"] = call.world.keys.identity().sellerId;
    if (trade.paidAt)
        addPayment(node, trade);
    return node;
}

std::string statusOf(const AlipayCall& call, const Trade& trade)
{
    if (trade.state == TradeState::closed || trade.state == TradeState::revoked ||
        trade.state == TradeState::failed)
        return "TRADE_CLOSED";
    if (!trade.paidAt)
        return "WAIT_BUYER_PAY";
    const auto refunded = call.world.ledger.refunded(Provider::alipay, trade.order);
    return refunded >= trade.total ? "TRADE_CLOSED" : "TRADE_SUCCESS"; // after a part it stays
}

} // namespace

Trade namedAlipayTrade(const AlipayCall& call)
{
    auto& world = call.world;
    const auto fields = call.fields();
    auto trade = std::optional<Trade>{};
    if (fields.has("trade_no")) { // wins over the other
        const auto known =
            world.ledger.tradeByNumber(Provider::alipay, fields.text("trade_no", {}));
        trade = known ? world.trade(Provider::alipay, known->order) : known;
    } else {
        trade = world.trade(Provider::alipay, fields.number("out_trade_no", {.most = 64}, "_"));
    }
    const auto tooYoung =
        trade && world.now() - trade->createdAt <
                     std::chrono::seconds{call.faults.number("not_exist_yet", "s", 0)};
    if (!trade || trade->state == TradeState::unscanned || tooYoung)
        throw AlipayRefusal{"40004", "ACQ.TRADE_NOT_EXIST", "交易不存在"};
    return *trade;
}

OrderedJson alipayPrecreate(const AlipayCall& call)
{
    auto& world = call.world;
    auto trade = readTrade(call, "precreate");
    auto code = world.ledger.codeOf(Provider::alipay, trade.order);
    if (auto known = world.trade(Provider::alipay, trade.order)) {
        requireSameContent(call, *known, "precreate");
        if (known->asked >= mostAsked)
            throw AlipayRefusal{"40004", "ACQ.APPLY_PC_MERCHANT_CODE_ERROR", "申请二维码过于频繁"};
        ++known->asked;
        world.ledger.put(*known);
    } else {
        world.ledger.put(trade);
        code = Code{.text = "https://qr.alipay.com/" + world.letters(18),
                    .provider = Provider::alipay,
                    .order = trade.order,
                    .madeAt = world.now()};
        world.ledger.put(*code);
        followHabit(world, trade);
    }
    return {{"out_trade_no", trade.order}, {"qr_code", code->text}};
}

OrderedJson alipayQuery(const AlipayCall& call)
{
    auto trade = namedAlipayTrade(call);
    const auto hiddenFor = std::chrono::seconds{call.faults.number("hide_payment", "s", 0)};
    if (trade.paidAt && call.world.now() - *trade.paidAt < hiddenFor) {
        trade.state = TradeState::waiting;
        trade.paidAt.reset();
    }
    auto node = tradeNode(call, trade);
    node["trade_status"] = statusOf(call, trade);
    return node;
}

OrderedJson alipayPay(const AlipayCall& call)
{
    auto& world = call.world;
    auto trade = readTrade(call, "pay");
    const auto code = call.fields().text("auth_code", {.most = 32});
    if (call.fields().text("scene", {}) != "bar_code")
        call.fields().fail("scene", "取值不正确");
    if (const auto known = world.trade(Provider::alipay, trade.order)) {
        requireSameContent(call, *known, "pay");
        auto node = tradeNode(call, *known);
        node["code"] = "10003";
        return node;
    }
    const auto payment = takeByCode(world, trade, code);
    *call.dropAnswer = payment.dropAnswer;
    auto node = tradeNode(call, trade);
    switch (payment.result) {
    case CodePayment::Result::paid:
        node["gmt_payment"] = beijingText(*trade.paidAt);
        return node;
    case CodePayment::Result::asking:
        node["code"] = "10003";
        return node;
    case CodePayment::Result::noFunds:
        throw AlipayRefusal{"40004", "ACQ.BUYER_BALANCE_NOT_ENOUGH", "买家余额不足"};
    case CodePayment::Result::expired:
    case CodePayment::Result::codeUsed:
    case CodePayment::Result::notACode:
        throw AlipayRefusal{"40004",
                            "ACQ.PAYMENT_AUTH_CODE_INVALID",
                            "支付失败，获取顾客账户信息失败，请顾客刷新付款码后重新收款"};
    case CodePayment::Result::systemError:
        break;
    }
    throw AlipayRefusal{"40004", "ACQ.SYSTEM_ERROR", "系统错误"};
}

OrderedJson alipayClose(const AlipayCall& call)
{
    auto& world = call.world;
    if (call.faults.has("pay_first"))
        pay(world, Provider::alipay, call.fields().text("out_trade_no", {.most = 64}), "citizen");
    auto trade = namedAlipayTrade(call);
    const auto tooEarly = std::chrono::seconds{
        call.faults.number("close_too_early", "s", call.faults.has("close_too_early") ? 300 : 0)};
    if (trade.state != TradeState::waiting && trade.state != TradeState::typing)
        throw AlipayRefusal{"40004", "ACQ.REASON_TRADE_STATUS_INVALID", "交易状态异常"};
    if (world.now() - trade.createdAt < tooEarly)
        throw AlipayRefusal{"40004", "ACQ.SYSTEM_ERROR", "系统错误"};
    trade.state = TradeState::closed;
    world.ledger.put(trade);
    world.ledger.forget(Provider::alipay, trade.order, "pay");
    return {{"trade_no", trade.providerNumber}, {"out_trade_no", trade.order}};
}

namespace
{

/// Gives everything back that was not given back yet.
void refundByCancel(World& world, const Trade& trade)
{
    const auto left = trade.total - world.ledger.refunded(Provider::alipay, trade.order);
    if (left > 0)
        world.ledger.put(Refund{.provider = Provider::alipay,
                                .order = trade.order,
                                .number = trade.order + "CANCEL",
                                .amount = left,
                                .state = RefundState::success,
                                .reversal = true,
                                .createdAt = world.now(),
                                .doneAt = world.now()});
}

} // namespace

OrderedJson alipayCancel(const AlipayCall& call)
{
    auto& world = call.world;
    const auto order = call.fields().number("out_trade_no", {.most = 64}, "_");
    if (call.faults.has("pay_first"))
        pay(world, Provider::alipay, order, "citizen");
    auto node = OrderedJson{{"trade_no", ""}, {"out_trade_no", order}, {"retry_flag", "N"}};
    auto trade = world.trade(Provider::alipay, order);
    if (call.faults.has("retry_flag")) {
        node["retry_flag"] = "Y";
        return node;
    }
    // nothing was found to act on: no action; the code of an unscanned trade stays payable
    if (!trade || trade->state == TradeState::unscanned)
        return node;
    node["trade_no"] = trade->providerNumber;
    if (world.now() - trade->createdAt > cancellableFor)
        throw AlipayRefusal{"40004", "ACQ.TRADE_CANCEL_TIME_OUT", "超过撤销时间范围"};
    node["action"] = trade->paidAt ? "refund" : "close";
    if (trade->paidAt)
        refundByCancel(world, *trade);
    trade->state = TradeState::closed;
    world.ledger.put(*trade);
    world.ledger.forget(Provider::alipay, order, "pay");
    return node;
}

} // namespace guitai::simulator
