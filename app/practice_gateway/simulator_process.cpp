#include "app/practice_gateway/simulator_process.h"

#include "services/failure.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace guitai
{

namespace
{

constexpr auto readyWithin = std::chrono::seconds{60};
constexpr auto endsWithin = std::chrono::seconds{2};

[[noreturn]] void fail(const char* what)
{
    throw ServiceFailure(ServiceFailure::Kind::network, std::string{"gateway simulator: "} + what);
}

/// Two ends that no further child inherits.
std::array<int, 2> makePipe()
{
    auto ends = std::array<int, 2>{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        fail("no pipe");
    return ends;
}

} // namespace

SimulatorProcess::SimulatorProcess(const Options& options)
{
    spawn(options);
    try {
        const auto ready = nlohmann::json::parse(readyLine(), nullptr, false);
        if (!ready.is_object())
            fail("did not become ready");
        m_weChat = ready.value("wechat", "");
        m_alipay = ready.value("alipay", "");
        m_control = std::make_unique<SimulatorControl>(ready.value("control", ""));
        m_clients = ready.value("clients", "");
    } catch (...) { // the destructor does not run
        end();
        throw;
    }
}

SimulatorProcess::~SimulatorProcess()
{
    end();
}

void SimulatorProcess::spawn(const Options& options)
{
    const auto input = makePipe();
    const auto output = makePipe();
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    auto words = std::vector<std::string>{options.program.string(),
                                          options.folder.string(),
                                          "--until-eof",
                                          "--seed",
                                          std::to_string(options.seed),
                                          "--wechat-port",
                                          std::to_string(options.weChatPort),
                                          "--alipay-port",
                                          std::to_string(options.alipayPort)};
    auto arguments = std::vector<char*>{};
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto result = ::posix_spawn(
        &m_pid, options.program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(input[0]);
    ::close(output[1]);
    m_input = input[1];
    m_output = output[0];
    if (result != 0) {
        m_pid = -1;
        end();
        fail("cannot be started");
    }
}

std::string SimulatorProcess::readyLine() const
{
    const auto until = std::chrono::steady_clock::now() + readyWithin;
    auto line = std::string{};
    auto c = '\0';
    while (std::chrono::steady_clock::now() < until) {
        auto waiting = pollfd{m_output, POLLIN, 0};
        if (::poll(&waiting, 1, 100) <= 0)
            continue;
        if (::read(m_output, &c, 1) != 1)
            fail("ended before it was ready");
        if (c == '\n')
            return line;
        line += c;
    }
    fail("did not become ready");
}

void SimulatorProcess::end()
{
    ::close(m_input);
    ::close(m_output);
    if (m_pid <= 0)
        return;
    const auto until = std::chrono::steady_clock::now() + endsWithin;
    while (::waitpid(m_pid, nullptr, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    m_pid = -1;
}

} // namespace guitai
