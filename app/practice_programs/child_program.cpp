#include "app/practice_programs/child_program.h"

#include "services/failure.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace guitai
{

namespace
{

constexpr auto endsWithin = std::chrono::seconds{2};

[[noreturn]] void fail(const char* what)
{
    throw ServiceFailure(ServiceFailure::Kind::device, std::string{"practice program: "} + what);
}

/// Two ends that no further child inherits; a socket, so that writing to who is gone is an error
/// and no signal.
std::array<int, 2> makePair()
{
    auto ends = std::array<int, 2>{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        fail("no pipe");
    return ends;
}

} // namespace

std::optional<std::filesystem::path> findPracticeFile(const std::string& name,
                                                      const std::filesystem::path& buildFolder)
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& folder : {own,
                               own / ".." / buildFolder,
                               own / "../libexec/guitai",
                               std::filesystem::path{GUITAI_LIBEXEC_FOLDER}})
        if (std::filesystem::is_regular_file(folder / name, error))
            return (folder / name).lexically_normal();
    return std::nullopt;
}

ChildProgram::ChildProgram(const std::filesystem::path& program, std::vector<std::string> arguments)
{
    const auto input = makePair();
    const auto output = makePair();
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    arguments.insert(arguments.begin(), program.string());
    auto words = std::vector<char*>{};
    for (auto& word : arguments)
        words.push_back(word.data());
    words.push_back(nullptr);
    const auto result =
        ::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, words.data(), environ);
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

ChildProgram::~ChildProgram()
{
    end();
}

std::string ChildProgram::readLine(std::chrono::seconds limit) const
{
    const auto until = std::chrono::steady_clock::now() + limit;
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

bool ChildProgram::send(const std::string& line) const
{
    const auto whole = line + "\n";
    return ::send(m_input, whole.data(), whole.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(whole.size());
}

void ChildProgram::end()
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
