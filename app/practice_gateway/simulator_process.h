#pragma once

#include "app/practice_gateway/simulator_control.h"
#include "app/practice_programs/child_program.h"

#include <filesystem>
#include <memory>

namespace guitai
{

/// The payment simulator as a child process, started on free ports of the loopback.
class SimulatorProcess
{
public:
    struct Options {
        std::filesystem::path program;
        std::filesystem::path folder; ///< keys and ledger; made when it is not there
        std::uint64_t seed = 1;
        int weChatPort = 0; ///< 0: any free one
        int alipayPort = 0;
    };
    /// Returns when the simulator is ready. Throws ServiceFailure when it is not within 60 s: a
    /// first start makes seven keys.
    explicit SimulatorProcess(const Options& options);

    /// The ready-made payment.json of its clients.
    std::filesystem::path paymentFile() const { return m_clients / "payment.json"; }
    const std::filesystem::path& clients() const { return m_clients; }
    const std::string& weChatOrigin() const { return m_weChat; }
    const std::string& alipayOrigin() const { return m_alipay; }
    pid_t pid() const { return m_program.pid(); }

    const SimulatorControl& controlInterface() const { return *m_control; }
    nlohmann::json control(const std::string& path, const nlohmann::json& wish = nullptr) const
    {
        return m_control->ask(path, wish);
    }

private:
    ChildProgram m_program;
    std::filesystem::path m_clients;
    std::string m_weChat;
    std::string m_alipay;
    std::unique_ptr<SimulatorControl> m_control;
};

} // namespace guitai
