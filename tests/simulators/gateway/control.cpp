#include "tests/simulators/gateway/control.h"

#include "tests/simulators/gateway/citizen.h"
#include "tests/simulators/gateway/text.h"

#include <httplib.h>

#include <array>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

using Json = nlohmann::json;
using Reply = Json (*)(World&, const Json&);

std::chrono::seconds secondsAt(const Json& wish, const char* name, std::chrono::seconds otherwise)
{
    return std::chrono::seconds{wish.value(name, otherwise.count())};
}

Json moment(const std::optional<Instant>& at)
{
    return at ? Json(at->time_since_epoch().count()) : Json(nullptr);
}

Json moveClock(World& world, const Json& wish)
{
    if (wish.contains("set"))
        world.clock.set(Instant{std::chrono::seconds{wish["set"].get<std::int64_t>()}},
                        wish.value("running", false));
    world.clock.advance(secondsAt(wish, "advance_s", std::chrono::seconds{0}));
    world.settle();
    return {{"now", moment(world.now())}};
}

void setHabit(World& world, const Json& wish)
{
    using Behaviour = Habit::Behaviour;
    constexpr auto names =
        std::to_array<std::pair<std::string_view, Behaviour>>({{"none", Behaviour::none},
                                                               {"pay", Behaviour::pay},
                                                               {"scan_only", Behaviour::scanOnly},
                                                               {"pay_late", Behaviour::payLate}});
    const auto wanted = wish.value("behaviour", std::string{"none"});
    for (const auto& [name, behaviour] : names)
        if (name == wanted) {
            world.habit = {behaviour,
                           secondsAt(wish, "scan_after_s", Habit{}.scanAfter),
                           secondsAt(wish, "pay_after_s", Habit{}.payAfter)};
            return;
        }
    throw std::invalid_argument("no habit is called \"" + wanted + "\"");
}

struct Meant {
    Provider provider{};
    std::string order;
};

/// The order by the text of the QR code, or by provider and number.
Meant meantBy(World& world, const Json& wish)
{
    if (wish.contains("code")) {
        const auto code = world.ledger.code(wish["code"].get<std::string>());
        if (!code)
            throw std::invalid_argument("nobody made this code");
        return {code->provider, code->order};
    }
    const auto provider = wish.at("provider").get<std::string>();
    if (provider != "wechat" && provider != "alipay")
        throw std::invalid_argument("provider is \"wechat\" or \"alipay\"");
    return {provider == "wechat" ? Provider::weChat : Provider::alipay,
            wish.at("out_trade_no").get<std::string>()};
}

PhoneAnswer
act(World& world, const Meant& meant, const std::string& action, const std::string& user)
{
    if (action == "scan")
        return scan(world, meant.provider, meant.order, user);
    if (action == "other_user_scan")
        return scan(world, meant.provider, meant.order, "another citizen");
    if (action == "pay" || action == "type_password")
        return pay(world, meant.provider, meant.order, user);
    if (action == "abandon")
        return abandon(world, meant.provider, meant.order);
    throw std::invalid_argument("a citizen cannot \"" + action + "\"");
}

Json playCitizen(World& world, const Json& wish)
{
    if (wish.contains("habit")) {
        setHabit(world, wish["habit"]);
        return {{"done", true}};
    }
    const auto meant = meantBy(world, wish);
    const auto action = wish.at("action").get<std::string>();
    // an old code in the hand of somebody who photographed it
    if (wish.contains("code") && world.ledger.code(wish["code"].get<std::string>())->dead)
        return {{"done", false}, {"why", "code_void"}};
    if (const auto after = secondsAt(wish, "after_s", std::chrono::seconds{0}); after.count() > 0) {
        world.ledger.add({.at = world.now() + after,
                          .action = action == "type_password" ? "pay" : action,
                          .provider = meant.provider,
                          .order = meant.order});
        return {{"done", true}};
    }
    const auto answer = act(world, meant, action, wish.value("user", std::string{"citizen"}));
    return {{"done", answer.done}, {"why", answer.why}};
}

Json arrangeFault(World& world, const Json& wish)
{
    if (wish.value("clear", false)) {
        world.faults.clear();
        return {{"done", true}};
    }
    return {{"id", world.faults.add(wish)}};
}

Json changeRules(World& world, const Json& wish)
{
    auto& rules = world.rules;
    rules.typing = secondsAt(wish, "typing_s", rules.typing);
    rules.withdrawAfter = secondsAt(wish, "withdraw_after_s", rules.withdrawAfter);
    rules.refundTakes = secondsAt(wish, "refund_takes_s", rules.refundTakes);
    rules.reverseNotBefore = secondsAt(wish, "reverse_not_before_s", rules.reverseNotBefore);
    rules.closeNotBefore = secondsAt(wish, "close_not_before_s", rules.closeNotBefore);
    rules.passwordAbove = wish.value("password_above_fen", rules.passwordAbove);
    rules.openingBalance = wish.value("opening_balance_fen", rules.openingBalance);
    return {{"done", true}};
}

Json refundJson(const Refund& refund)
{
    return {{"refund_no", refund.number},
            {"fen", refund.amount},
            {"state", nameOf(refund.state)},
            {"reversal", refund.reversal},
            {"provider_no", refund.providerNumber},
            {"created_at", moment(refund.createdAt)},
            {"done_at", moment(refund.doneAt)}};
}

Json showLedger(World& world, const Json&)
{
    world.settle();
    auto trades = Json::array();
    for (const auto& listed : world.ledger.trades()) {
        const auto trade = *world.trade(listed.provider, listed.order);
        auto refunds = Json::array();
        for (const auto& refund : world.ledger.refundsOf(trade.provider, trade.order))
            refunds.push_back(refundJson(refund));
        trades.push_back({{"provider", nameOf(trade.provider)},
                          {"out_trade_no", trade.order},
                          {"way", trade.way},
                          {"state", nameOf(trade.state)},
                          {"total_fen", trade.total},
                          {"captured_fen", trade.paidAt && trade.way != "bundle" ? trade.total : 0},
                          {"refunded_fen", world.ledger.refunded(trade.provider, trade.order)},
                          {"provider_no", trade.providerNumber},
                          {"created_at", moment(trade.createdAt)},
                          {"expires_at", moment(trade.expiresAt)},
                          {"paid_at", moment(trade.paidAt)},
                          {"refunds", refunds}});
    }
    return {{"now", moment(world.now())}, {"trades", trades}};
}

Json showExchanges(World& world, const Json& wish)
{
    auto list = Json::array();
    for (const auto& one : world.exchanges)
        if (one.id > wish.value("after", std::int64_t{0}))
            list.push_back({{"id", one.id},
                            {"at", moment(one.at)},
                            {"route", one.route},
                            {"method", one.method},
                            {"target", one.target},
                            {"request", one.request},
                            {"status", one.status},
                            {"answer", one.answer},
                            {"faults", one.faults}});
    return {{"exchanges", list}};
}

Json reset(World& world, const Json&)
{
    world.reset();
    return {{"done", true}};
}

void answer(World& world, Reply reply, const Json& wish, httplib::Response& response)
{
    auto result = Json{};
    try {
        if (wish.is_discarded())
            throw std::invalid_argument("the body is no JSON");
        const auto lock = std::lock_guard{world.lock};
        world.settle();
        result = reply(world, wish);
    } catch (const std::exception& mistake) { // a test wished for something that does not exist
        response.status = 400;
        result = {{"error", mistake.what()}};
    }
    response.set_content(result.dump(-1, ' ', false, Json::error_handler_t::replace),
                         "application/json");
}

} // namespace

void addControlRoutes(httplib::Server& server, World& world)
{
    const auto take = [&server, &world](const char* path, Reply reply) {
        server.Post(path,
                    [&world, reply](const httplib::Request& request, httplib::Response& response) {
                        answer(world,
                               reply,
                               request.body.empty() ? Json::object()
                                                    : Json::parse(request.body, nullptr, false),
                               response);
                    });
    };
    const auto show = [&server, &world](const char* path, Reply reply) {
        server.Get(
            path, [&world, reply](const httplib::Request& request, httplib::Response& response) {
                auto wish = Json::object();
                if (request.has_param("after"))
                    wish = Json{
                        {"after", Json::parse(request.get_param_value("after"), nullptr, false)}};
                answer(world, reply, wish, response);
            });
    };
    take("/admin/clock", moveClock);
    take("/admin/citizen", playCitizen);
    take("/admin/fault", arrangeFault);
    take("/admin/rules", changeRules);
    take("/admin/reset", reset);
    show("/admin/ledger", showLedger);
    show("/admin/exchanges", showExchanges);
}

} // namespace guitai::simulator
