#pragma once

#include "app/practice_gateway/simulator_control.h"

#include <filesystem>
#include <memory>
#include <sys/types.h>

namespace guitai
{

/// The payment simulator as a child process: started on free ports of the loopback, ended with
/// this object or with this program, however that ends (its standard input is a pipe of ours).
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
    ~SimulatorProcess();
    SimulatorProcess(const SimulatorProcess&) = delete;
    SimulatorProcess& operator=(const SimulatorProcess&) = delete;

    /// The ready-made payment.json of its clients.
    std::filesystem::path paymentFile() const { return m_clients / "payment.json"; }
    const std::filesystem::path& clients() const { return m_clients; }
    const std::string& weChatOrigin() const { return m_weChat; }
    const std::string& alipayOrigin() const { return m_alipay; }
    pid_t pid() const { return m_pid; }

    const SimulatorControl& controlInterface() const { return *m_control; }
    nlohmann::json control(const std::string& path, const nlohmann::json& wish = nullptr) const
    {
        return m_control->ask(path, wish);
    }

private:
    void spawn(const Options& options);
    std::string readyLine() const;
    void end();

    pid_t m_pid = -1;
    int m_input = -1;  ///< write end: the child's standard input
    int m_output = -1; ///< read end: the child's standard output
    std::filesystem::path m_clients;
    std::string m_weChat;
    std::string m_alipay;
    std::unique_ptr<SimulatorControl> m_control;
};

} // namespace guitai
