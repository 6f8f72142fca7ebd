// Several orders in one payment (WeChat Pay API v3: combined orders, Native): paid all or none,
// each refunded by its own number.
#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_orders.h"

#include <algorithm>
#include <set>

namespace guitai::simulator
{

namespace
{

constexpr std::size_t fewestOrders = 2;
constexpr std::size_t mostOrders = 10; // of a merchant without partners

/// The payment of all, and the orders in it.
struct Combined {
    Trade bundle;
    std::vector<Trade> parts;
};

void requireIdentity(const World& world, const Fields& fields)
{
    if (fields.text("combine_appid", {}) != world.keys.identity().weChatAppId)
        throw WeChatRefusal{400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配"};
    if (fields.text("combine_mchid", {}) != world.keys.identity().merchantId)
        throw WeChatRefusal{403, "NO_AUTH", "合单发起方商户号与签名的商户不一致"};
}

Trade readPart(const WeChatCall& call, const Fields& fields, const Trade& bundle)
{
    requireMerchant(call.world, fields);
    const auto amount = fields.object("amount");
    if (amount.text("currency", {.most = 8}) != "CNY")
        amount.fail("currency", "币种不支持");
    return {.provider = Provider::weChat,
            .order = orderNumberOf(fields, "out_trade_no"),
            .way = "combined",
            .state = TradeState::waiting,
            .total = amount.integer("total_amount", 1),
            .content = bundle.order,
            .description = fields.text("description", {.most = 127}),
            .attach = fields.text("attach", {.most = 128}),
            .application = bundle.application,
            .createdAt = bundle.createdAt,
            .expiresAt = bundle.expiresAt};
}

Combined readCombined(const WeChatCall& call)
{
    const auto fields = call.fields();
    requireIdentity(call.world, fields);
    requireNotifyUrl(fields);
    auto combined = Combined{.bundle = {.provider = Provider::weChat,
                                        .order = orderNumberOf(fields, "combine_out_trade_no"),
                                        .way = "bundle",
                                        .state = TradeState::waiting,
                                        .content = call.body.dump(),
                                        .application = call.world.keys.identity().weChatAppId,
                                        .createdAt = call.world.now(),
                                        .expiresAt = lastMoment(fields, call.world.now())},
                             .parts = {}};
    auto numbers = std::set<std::string>{combined.bundle.order};
    for (const auto& part : fields.objects("sub_orders", fewestOrders, mostOrders)) {
        combined.parts.push_back(readPart(call, part, combined.bundle));
        combined.bundle.total += combined.parts.back().total;
        if (!numbers.insert(combined.parts.back().order).second)
            part.fail("out_trade_no", "商户订单号重复");
    }
    return combined;
}

Trade knownBundle(const WeChatCall& call)
{
    const auto known = call.world.trade(Provider::weChat, call.captured.at(0));
    if (!known || known->way != "bundle")
        throw WeChatRefusal{404, "ORDER_NOT_EXIST", "订单不存在"};
    return *known;
}

Json partJson(World& world, const Trade& bundle, Trade part)
{
    if (bundle.state != TradeState::paid) // they live and end together
        part.state = bundle.state;
    auto shown = Json{{"mchid", world.keys.identity().merchantId},
                      {"out_trade_no", part.order},
                      {"trade_type", "NATIVE"},
                      {"trade_state", stateName(world, part)},
                      {"attach", part.attach},
                      {"amount", {{"total_amount", part.total}, {"currency", "CNY"}}}};
    if (part.paidAt) {
        shown["transaction_id"] = part.providerNumber;
        shown["success_time"] = rfc3339Text(*part.paidAt);
        shown["bank_type"] = "OTHERS";
        shown["amount"]["payer_amount"] = part.total;
        shown["amount"]["payer_currency"] = "CNY";
    }
    return shown;
}

} // namespace

WeChatAnswer weChatCombinedNative(const WeChatCall& call)
{
    auto& world = call.world;
    const auto wish = readCombined(call);
    if (const auto known = world.trade(Provider::weChat, wish.bundle.order)) {
        requireRepeatable(*known, wish.bundle);
        return {.body = showCode(world, *known)};
    }
    for (const auto& part : wish.parts)
        if (world.trade(Provider::weChat, part.order))
            throw WeChatRefusal{403, "OUT_TRADE_NO_USED", "子单商户订单号重复"};
    world.ledger.put(wish.bundle);
    for (const auto& part : wish.parts)
        world.ledger.put(part);
    return {.body = showCode(world, wish.bundle)};
}

WeChatAnswer weChatCombinedQuery(const WeChatCall& call)
{
    auto& world = call.world;
    const auto bundle = knownBundle(call);
    auto parts = Json::array();
    for (const auto& part : world.ledger.partsOf(bundle))
        parts.push_back(partJson(world, bundle, part));
    auto shown = Json{{"combine_appid", bundle.application},
                      {"combine_mchid", world.keys.identity().merchantId},
                      {"combine_out_trade_no", bundle.order},
                      {"scene_info", {{"device_id", ""}}},
                      {"sub_orders", parts}};
    if (bundle.paidAt)
        shown["combine_payer_info"] = {{"openid", "o" + md5Hex(bundle.payer).substr(0, 27)}};
    return {.body = shown};
}

WeChatAnswer weChatCombinedClose(const WeChatCall& call)
{
    auto& world = call.world;
    const auto fields = call.fields();
    if (fields.text("combine_appid", {}) != world.keys.identity().weChatAppId)
        throw WeChatRefusal{400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配"};
    auto bundle = knownBundle(call);
    auto named = std::set<std::string>{};
    for (const auto& part : fields.objects("sub_orders", fewestOrders, mostOrders)) {
        requireMerchant(world, part);
        named.insert(orderNumberOf(part, "out_trade_no"));
    }
    auto parts = world.ledger.partsOf(bundle);
    const auto isNamed = [&named](const Trade& part) { return named.contains(part.order); };
    if (named.size() != parts.size() || !std::ranges::all_of(parts, isNamed))
        fields.fail("sub_orders", "子单与下单时不一致");
    if (bundle.state == TradeState::paid)
        throw WeChatRefusal{400, "ORDER_PAID", "该订单已支付"};
    parts.push_back(bundle);
    for (auto& one : parts) {
        one.state = TradeState::closed;
        world.ledger.put(one);
    }
    world.ledger.forget(Provider::weChat, bundle.order, "scan");
    return {.status = 204};
}

} // namespace guitai::simulator
