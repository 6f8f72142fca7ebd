#include "tests/support/provider_control.h"

namespace guitai
{

namespace
{

const char* nameOfChannel(GatewayChannel channel)
{
    return channel == GatewayChannel::weChat ? "wechat" : "alipay";
}

} // namespace

void ProviderControl::placeClock()
{
    const auto theirs = m_clock.now() + m_ahead;
    m_control->ask("/admin/clock", {{"set", theirs.time_since_epoch().count()}});
}

void ProviderControl::pass(std::chrono::seconds time)
{
    m_clock.pass(time);
    placeClock();
}

void ProviderControl::follow()
{
    const auto theirs = m_control->ask("/admin/ledger").at("now").get<std::int64_t>();
    m_clock.pass(Instant{std::chrono::seconds{theirs}} - m_clock.now());
}

void ProviderControl::reset()
{
    m_control->ask("/admin/reset", nlohmann::json::object());
    m_ahead = {};
    placeClock();
}

void ProviderControl::connect(const SimulatorControl& control)
{
    m_control = &control;
}

void ProviderControl::skew(std::chrono::seconds ahead)
{
    m_ahead = ahead;
    placeClock();
}

bool ProviderControl::act(const nlohmann::json& wish)
{
    const auto answer = m_control->ask("/admin/citizen", wish);
    m_why = answer.value("why", "");
    return answer.value("done", false);
}

bool ProviderControl::citizen(const std::string& action, const std::string& code)
{
    return act({{"action", action}, {"code", code}});
}

bool ProviderControl::citizen(const std::string& action,
                              GatewayChannel channel,
                              const std::string& order)
{
    return act({{"action", action}, {"provider", nameOfChannel(channel)}, {"out_trade_no", order}});
}

void ProviderControl::fault(const std::string& action,
                            const std::string& route,
                            const nlohmann::json& more)
{
    auto wish = nlohmann::json{{"action", action}, {"match", {{"route", route}}}};
    wish.merge_patch(more);
    m_control->ask("/admin/fault", wish);
}

void ProviderControl::clearFaults()
{
    m_control->ask("/admin/fault", {{"clear", true}});
}

void ProviderControl::rules(const nlohmann::json& changes)
{
    m_control->ask("/admin/rules", changes);
}

std::vector<ProviderTrade> ProviderControl::ledger()
{
    auto trades = std::vector<ProviderTrade>{};
    const auto answer = m_control->ask("/admin/ledger"); // outlives the loop
    for (const auto& one : answer["trades"])
        trades.push_back({.channel = one["provider"] == "wechat" ? GatewayChannel::weChat
                                                                 : GatewayChannel::alipay,
                          .order = one["out_trade_no"],
                          .state = one["state"],
                          .total = Money::fen(one["total_fen"].get<std::int64_t>()),
                          .captured = Money::fen(one["captured_fen"].get<std::int64_t>()),
                          .refunded = Money::fen(one["refunded_fen"].get<std::int64_t>())});
    return trades;
}

std::optional<ProviderTrade> ProviderControl::trade(GatewayChannel channel,
                                                    const std::string& order)
{
    for (auto& one : ledger())
        if (one.channel == channel && one.order == order)
            return one;
    return std::nullopt;
}

nlohmann::json ProviderControl::exchanges()
{
    return m_control->ask("/admin/exchanges")["exchanges"];
}

std::vector<std::string> ProviderControl::routes()
{
    auto routes = std::vector<std::string>{};
    for (const auto& one : exchanges())
        routes.push_back(one["route"]);
    return routes;
}

} // namespace guitai
