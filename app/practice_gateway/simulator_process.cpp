#include "app/practice_gateway/simulator_process.h"

#include "services/failure.h"

namespace guitai
{

namespace
{

constexpr auto readyWithin = std::chrono::seconds{60};

std::vector<std::string> argumentsOf(const SimulatorProcess::Options& options)
{
    return {options.folder.string(),
            "--until-eof",
            "--seed",
            std::to_string(options.seed),
            "--wechat-port",
            std::to_string(options.weChatPort),
            "--alipay-port",
            std::to_string(options.alipayPort)};
}

} // namespace

SimulatorProcess::SimulatorProcess(const Options& options)
    : m_program(options.program, argumentsOf(options))
{
    const auto ready = nlohmann::json::parse(m_program.readLine(readyWithin), nullptr, false);
    if (!ready.is_object())
        throw ServiceFailure(ServiceFailure::Kind::network, "gateway simulator: not ready");
    m_weChat = ready.value("wechat", "");
    m_alipay = ready.value("alipay", "");
    m_control = std::make_unique<SimulatorControl>(ready.value("control", ""));
    m_clients = ready.value("clients", "");
}

} // namespace guitai
