#include "services/devices/photo/photo_program.h"

#include "services/devices/photo/photo_wire.h"
#include "services/failure.h"
#include "services/rules/scan_file.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guitai
{

namespace
{

using Deadline = std::chrono::steady_clock::time_point;

/// The picture took more than a photo may take; becomes a refusal.
struct BeyondLimits {
};

[[noreturn]] void failDevice(const char* what)
{
    throw ServiceFailure(ServiceFailure::Kind::device, std::string{"photo program: "} + what);
}

/// Waits until the socket can be read or written; false: the time is over.
bool waitFor(int socket, short event, Deadline until)
{
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return false;
        auto waiting = pollfd{socket, event, 0};
        const auto ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return true; // reading tells
    }
}

/// False: the other end is gone.
bool sendAll(int socket, std::span<const std::byte> bytes, Deadline until)
{
    while (!bytes.empty()) {
        if (!waitFor(socket, POLLOUT, until))
            throw BeyondLimits{};
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (sent <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

bool receiveAll(int socket, std::span<std::byte> bytes, Deadline until)
{
    while (!bytes.empty()) {
        if (!waitFor(socket, POLLIN, until))
            throw BeyondLimits{};
        const auto got = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool isPage(const PhotoAnswer& answer)
{
    return static_cast<bool>(checkScanFile(answer.jpeg));
}

bool isWholePhoto(const PhotoAnswer& answer)
{
    const auto isPhoto = answer.photo.width == standardPhoto.width &&
                         answer.photo.height == standardPhoto.height && !answer.measures.empty();
    const auto size = checkPhotoFile(answer.jpeg);
    return isPhoto && size && answer.picture.width > 0;
}

} // namespace

PhotoProgram::PhotoProgram(std::filesystem::path program,
                           PhotoStandard standard,
                           std::chrono::milliseconds patience)
    : m_program(std::move(program)), m_standard(standard), m_patience(patience)
{
}

PhotoProgram::~PhotoProgram()
{
    end();
}

void PhotoProgram::warmUp()
{
    if (m_child < 0)
        start();
}

/// The child keeps its end as standard input and output, and no other descriptor.
void PhotoProgram::start()
{
    auto ends = std::array<int, 2>{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        failDevice("no socket");
    constexpr auto firstOther = 3;
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, firstOther);
    auto name = m_program.string();
    auto arguments = std::array<char*, 2>{name.data(), nullptr};
    auto nothing = std::array<char*, 1>{nullptr}; // no environment: nothing in it is needed
    const auto result =
        ::posix_spawn(&m_child, name.c_str(), &actions, nullptr, arguments.data(), nothing.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    m_socket = ends[0];
    if (result != 0) {
        m_child = -1;
        end();
        failDevice("cannot be started");
    }
}

void PhotoProgram::end()
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

void PhotoProgram::explainSilence()
{
    auto status = 0;
    while (::waitpid(m_child, &status, 0) < 0 && errno == EINTR) {
    }
    m_child = -1;
    // A crash is the picture's doing: nothing else differs from one call to the next.
    if (WIFSIGNALED(status) ||
        (WIFEXITED(status) && WEXITSTATUS(status) == photo_exit::beyondLimits))
        throw BeyondLimits{};
    failDevice("ended without an answer");
}

Bytes PhotoProgram::exchange(const Bytes& request)
{
    const auto until = std::chrono::steady_clock::now() + m_patience;
    if (!sendAll(m_socket, request, until))
        explainSilence();
    auto prefix = std::array<std::byte, photoWirePrefix>{};
    if (!receiveAll(m_socket, prefix, until))
        explainSilence();
    auto answer = Bytes(wireLength(prefix));
    if (!receiveAll(m_socket, answer, until))
        explainSilence();
    return answer;
}

Result<CheckedPhoto> PhotoProgram::make(const PhotoSource& source,
                                        const std::optional<PhotoArea>& part)
{
    auto asked = ask({source, part, m_standard}, isWholePhoto);
    if (!asked)
        return asked.refusals();
    auto& answer = asked.value();
    return CheckedPhoto{.jpeg = std::move(answer.jpeg),
                        .photo = std::move(answer.photo),
                        .checks = judgePhoto(answer.measures, m_standard.limits),
                        .picture = std::move(answer.picture),
                        .part = answer.part,
                        .original = answer.original};
}

Result<Bytes> PhotoProgram::scan(const PhotoSource& source, const ScanStandard& standard)
{
    auto asked = ask({source, std::nullopt, m_standard, standard}, isPage);
    if (!asked)
        return Refusal{asked.refusal().code, "copies", asked.refusal().arguments};
    return std::move(asked.value().jpeg);
}

Result<PhotoAnswer> PhotoProgram::ask(const PhotoRequest& request,
                                      bool (*isComplete)(const PhotoAnswer&))
{
    const auto size = request.source.file.size();
    if (size > largestPictureFile)
        return Refusal{Refusal::Code::photoTooLarge,
                       "photo",
                       {std::to_string(largestPictureFile), std::to_string(size)}};
    warmUp();
    try {
        auto answer = photoAnswerFrom(exchange(toWire(request)));
        end(); // one picture a process
        if (answer.refusal)
            return *answer.refusal;
        if (!isComplete(answer))
            failDevice("answered with no picture");
        return answer;
    } catch (const BeyondLimits&) {
        end();
        return Refusal{Refusal::Code::photoBeyondLimits, "photo", {}};
    } catch (const PhotoWireError& error) {
        end();
        throw ServiceFailure(ServiceFailure::Kind::device, error.what());
    } catch (const ServiceFailure&) {
        end();
        throw;
    }
}

std::filesystem::path usualPhotoProgram()
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return (error ? std::filesystem::path{"/usr/local/bin"} : own.parent_path()) / "guitai-photo";
}

} // namespace guitai
