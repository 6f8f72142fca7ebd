#include "tests/support/gateway_simulator.h"

#include <stdexcept>

namespace guitai
{

namespace
{

namespace fs = std::filesystem;

/// Making keys takes seconds: the first simulator of a program makes them for all.
const TemporaryFolder& keysOfThisProgram()
{
    static const auto folder = [] {
        auto made = std::make_unique<TemporaryFolder>("gateway-keys");
        const auto maker =
            SimulatorProcess{{.program = GUITAI_GATEWAY_SIMULATOR, .folder = made->path()}};
        return made;
    }();
    return *folder;
}

const char* nameOfChannel(GatewayChannel channel)
{
    return channel == GatewayChannel::weChat ? "wechat" : "alipay";
}

} // namespace

std::filesystem::path simulatorProgram()
{
    return GUITAI_GATEWAY_SIMULATOR;
}

GatewaySimulator::GatewaySimulator(SettableClock& clock, std::uint64_t seed) : m_clock(clock)
{
    for (const auto* part : {"provider", "clients"})
        fs::copy(keysOfThisProgram() / part, m_folder / part, fs::copy_options::recursive);
    m_process = std::make_unique<SimulatorProcess>(SimulatorProcess::Options{
        .program = GUITAI_GATEWAY_SIMULATOR, .folder = m_folder.path(), .seed = seed});
    placeClock();
}

GatewaySimulator::GatewaySimulator(SettableClock& clock, const fs::path& folder) : m_clock(clock)
{
    m_process = std::make_unique<SimulatorProcess>(
        SimulatorProcess::Options{.program = GUITAI_GATEWAY_SIMULATOR, .folder = folder});
    placeClock();
}

PaymentSetup GatewaySimulator::setup(const std::string& file) const
{
    return std::get<PaymentSetup>(readPaymentFile(m_process->clients() / file));
}

void GatewaySimulator::placeClock()
{
    const auto theirs = m_clock.now() + m_ahead;
    m_process->control("/admin/clock", {{"set", theirs.time_since_epoch().count()}});
}

void GatewaySimulator::pass(std::chrono::seconds time)
{
    m_clock.pass(time);
    placeClock();
}

void GatewaySimulator::skew(std::chrono::seconds ahead)
{
    m_ahead = ahead;
    placeClock();
}

bool GatewaySimulator::act(const nlohmann::json& wish)
{
    const auto answer = m_process->control("/admin/citizen", wish);
    m_why = answer.value("why", "");
    return answer.value("done", false);
}

bool GatewaySimulator::citizen(const std::string& action, const std::string& code)
{
    return act({{"action", action}, {"code", code}});
}

bool GatewaySimulator::citizen(const std::string& action,
                               GatewayChannel channel,
                               const std::string& order)
{
    return act({{"action", action}, {"provider", nameOfChannel(channel)}, {"out_trade_no", order}});
}

void GatewaySimulator::fault(const std::string& action,
                             const std::string& route,
                             const nlohmann::json& more)
{
    auto wish = nlohmann::json{{"action", action}, {"match", {{"route", route}}}};
    wish.merge_patch(more);
    m_process->control("/admin/fault", wish);
}

void GatewaySimulator::clearFaults()
{
    m_process->control("/admin/fault", {{"clear", true}});
}

void GatewaySimulator::rules(const nlohmann::json& changes)
{
    m_process->control("/admin/rules", changes);
}

std::vector<ProviderTrade> GatewaySimulator::ledger()
{
    auto trades = std::vector<ProviderTrade>{};
    const auto answer = m_process->control("/admin/ledger"); // outlives the loop
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

std::optional<ProviderTrade> GatewaySimulator::trade(GatewayChannel channel,
                                                     const std::string& order)
{
    for (auto& one : ledger())
        if (one.channel == channel && one.order == order)
            return one;
    return std::nullopt;
}

nlohmann::json GatewaySimulator::exchanges()
{
    return m_process->control("/admin/exchanges")["exchanges"];
}

std::vector<std::string> GatewaySimulator::routes()
{
    auto routes = std::vector<std::string>{};
    for (const auto& one : exchanges())
        routes.push_back(one["route"]);
    return routes;
}

} // namespace guitai
