#include "services/devices/fingerprint/scanner_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guitai
{

namespace
{

using Deadline = std::chrono::steady_clock::time_point;

enum class Arrival { whole, ended, late, cancelled };

/// Fills `bytes` from the socket; a word on `cancel` ends the wait.
Arrival receive(int socket, int cancel, std::span<std::byte> bytes, Deadline until)
{
    while (!bytes.empty()) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Arrival::late;
        auto waiting = std::array{pollfd{socket, POLLIN, 0}, pollfd{cancel, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), static_cast<int>(left.count())) <= 0)
            continue;
        if (waiting[1].revents != 0)
            return Arrival::cancelled;
        const auto got = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return Arrival::ended;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return Arrival::whole;
}

std::vector<char*> pointersTo(std::vector<std::string>& words)
{
    auto pointers = std::vector<char*>{};
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

ScannerProcess::ScannerProcess(Parts parts)
    : m_parts(std::move(parts)), m_cancel(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_parts.featureLibrary.empty())
        m_parts.featureLibrary = m_parts.captureLibrary;
}

ScannerProcess::~ScannerProcess()
{
    end();
    if (m_cancel >= 0)
        ::close(m_cancel);
}

FingerCapture ScannerProcess::capture(Finger finger)
{
    return ask({.what = FingerQuestion::What::capture,
                .finger = finger,
                .result = FingerprintResult::registered,
                .patience = m_parts.patience});
}

FingerCapture ScannerProcess::emptyFeatures(FingerprintResult result, Finger finger)
{
    return ask({.what = FingerQuestion::What::emptyFeatures,
                .finger = finger,
                .result = result,
                .patience = {}});
}

void ScannerProcess::cancel()
{
    const auto one = std::uint64_t{1};
    [[maybe_unused]] const auto written = ::write(m_cancel, &one, sizeof one);
}

void ScannerProcess::forgetCancels() const
{
    auto count = std::uint64_t{};
    [[maybe_unused]] const auto got = ::read(m_cancel, &count, sizeof count);
}

/// The child has its socket as descriptor 3 and no other; what a library prints goes nowhere.
bool ScannerProcess::start()
{
    auto ends = std::array<int, 2>{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return false;
    constexpr auto childsEnd = 3;
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], childsEnd);
    posix_spawn_file_actions_addclosefrom_np(&actions, childsEnd + 1);
    auto words = std::vector<std::string>{
        m_parts.program.string(), m_parts.captureLibrary.string(), m_parts.featureLibrary.string()};
    auto environment = m_parts.environment;
    const auto result = ::posix_spawn(&m_child,
                                      m_parts.program.c_str(),
                                      &actions,
                                      nullptr,
                                      pointersTo(words).data(),
                                      pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    m_socket = ends[0];
    if (result != 0) {
        m_child = -1;
        end();
    }
    return result == 0;
}

void ScannerProcess::end()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    if (m_child <= 0)
        return;
    ::kill(m_child, SIGKILL);
    while (::waitpid(m_child, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_child = -1;
}

FingerCapture ScannerProcess::failed(FingerOutcome outcome)
{
    end();
    return {.outcome = outcome};
}

/// The process ended without an answer; how it ended tells why.
FingerCapture ScannerProcess::explainEnd()
{
    // A library may close our socket and go on: a process that is still there is ended.
    ::kill(m_child, SIGKILL);
    auto status = 0;
    while (::waitpid(m_child, &status, 0) < 0 && errno == EINTR) {
    }
    m_child = -1;
    if (WIFEXITED(status) && WEXITSTATUS(status) == fingerprint_exit::noLibrary)
        return failed(FingerOutcome::noLibrary);
    if (WIFEXITED(status) && WEXITSTATUS(status) == fingerprint_exit::overrun)
        return failed(FingerOutcome::nonsense);
    return failed(FingerOutcome::crashed);
}

FingerCapture ScannerProcess::ask(const FingerQuestion& question)
{
    if (m_parts.captureLibrary.empty())
        return failed(FingerOutcome::notConfigured);
    forgetCancels();
    if (m_child < 0 && !start())
        return failed(FingerOutcome::noLibrary);
    const auto until = std::chrono::steady_clock::now() + question.patience + m_parts.grace;
    const auto words = toWire(question);
    // A few bytes into a socket that nobody fills: they go at once or not at all.
    if (::send(m_socket, words.data(), words.size(), MSG_NOSIGNAL | MSG_DONTWAIT) !=
        static_cast<ssize_t>(words.size()))
        return explainEnd();
    auto frame = Bytes(fingerFrameHead);
    auto arrival = receive(m_socket, m_cancel, frame, until);
    if (arrival == Arrival::whole) {
        const auto body = fingerFrameBody(frame);
        if (!body)
            return failed(FingerOutcome::nonsense);
        frame.resize(fingerFrameHead + *body);
        arrival = receive(m_socket, m_cancel, std::span{frame}.subspan(fingerFrameHead), until);
    }
    switch (arrival) {
    case Arrival::ended:
        return explainEnd();
    case Arrival::late:
        return failed(FingerOutcome::hung);
    case Arrival::cancelled:
        return failed(FingerOutcome::cancelled);
    case Arrival::whole:
        break;
    }
    const auto answer = fingerAnswerFrom(question, frame);
    // A scanner that is not there may be plugged in: the next call looks anew.
    return isScannerFault(answer.outcome) ? failed(answer.outcome) : answer;
}

std::filesystem::path usualFingerprintProgram()
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return (error ? std::filesystem::path{"/usr/local/bin"} : own.parent_path()) /
           "guitai-fingerprint";
}

} // namespace guitai
