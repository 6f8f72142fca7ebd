#include "services/devices/camera/camera_process.h"

#include "services/devices/camera/camera_wire.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guitai
{

namespace
{

constexpr auto filePrefix = std::string_view{"file:"};
/// A program that ends at once is not started again more often.
constexpr auto restInterval = std::chrono::milliseconds{500};

} // namespace

CameraProcess::CameraProcess(std::filesystem::path program, std::string device)
    : m_program(std::move(program)), m_device(std::move(device))
{
}

CameraProcess::~CameraProcess()
{
    end();
    if (m_pixels)
        ::munmap(const_cast<std::byte*>(m_pixels), cameraMemory);
    if (m_memory >= 0)
        ::close(m_memory);
}

/// Memory that the program can write to and neither of both can make shorter: a window that read
/// behind its end would be ended.
bool CameraProcess::prepareMemory()
{
    if (m_pixels)
        return true;
    m_memory = ::memfd_create("camera", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (m_memory < 0 || ::ftruncate(m_memory, static_cast<off_t>(cameraMemory)) != 0 ||
        ::fcntl(m_memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return false;
    auto* mapped = ::mmap(nullptr, cameraMemory, PROT_READ, MAP_SHARED, m_memory, 0);
    if (mapped == MAP_FAILED)
        return false;
    m_pixels = static_cast<const std::byte*>(mapped);
    return true;
}

bool CameraProcess::launch()
{
    m_launched = std::chrono::steady_clock::now();
    auto ends = std::array<int, 2>{};
    if (!prepareMemory() || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return false;
    // Above the descriptors that the child is given, so that none is overwritten.
    const auto memory = ::fcntl(m_memory, F_DUPFD_CLOEXEC, 10);
    const auto socket = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
    ::close(ends[1]);
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, memory, cameraMemoryDescriptor);
    posix_spawn_file_actions_addclosefrom_np(&actions, cameraMemoryDescriptor + 1);
    auto name = m_program.string();
    auto device = m_device;
    auto arguments = std::array<char*, 3>{name.data(), device.data(), nullptr};
    const auto result =
        ::posix_spawn(&m_child, name.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(memory);
    ::close(socket);
    if (result != 0) {
        m_child = -1;
        ::close(ends[0]);
        return false;
    }
    m_socket = ends[0];
    return true;
}

void CameraProcess::end()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_hasPicture = false;
    if (m_child <= 0)
        return;
    ::kill(m_child, SIGKILL);
    while (::waitpid(m_child, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_child = -1;
}

void CameraProcess::start()
{
    if (m_state != CameraState::off)
        return;
    m_state = launch() ? CameraState::starting : CameraState::lost;
    m_released = false;
    release();
}

void CameraProcess::stop()
{
    end();
    m_state = CameraState::off;
}

void CameraProcess::release()
{
    if (m_released || m_socket < 0)
        return;
    m_released = true;
    // A program that is gone is seen when its news are read.
    [[maybe_unused]] const auto sent =
        ::send(m_socket, &cameraQuestion, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

/// The program ended: a new one, but not without rest.
bool CameraProcess::relaunch()
{
    const auto before = m_state;
    end();
    m_state = CameraState::lost;
    if (std::chrono::steady_clock::now() - m_launched >= restInterval && launch()) {
        m_released = false;
        release();
    }
    return before != m_state;
}

bool CameraProcess::update()
{
    if (m_state == CameraState::off)
        return false;
    if (m_socket < 0)
        return relaunch();
    auto changed = false;
    while (true) {
        auto news = char{};
        const auto got = ::recv(m_socket, &news, 1, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return changed;
        if (got <= 0)
            return relaunch() || changed;
        const auto isPicture = news == static_cast<char>(CameraNews::picture);
        const auto state = isPicture ? CameraState::live : CameraState::lost;
        changed = changed || isPicture || state != m_state;
        m_state = state;
        m_hasPicture = isPicture;
        m_released = m_released && !isPicture;
    }
}

CameraFrame CameraProcess::frame() const
{
    if (!m_hasPicture || m_state != CameraState::live)
        return {};
    return {cameraWidth, cameraHeight, {m_pixels, cameraMemory}};
}

std::filesystem::path usualCameraProgram()
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return (error ? std::filesystem::path{"/usr/local/bin"} : own.parent_path()) / "guitai-camera";
}

bool cameraIsThere(const std::string& device)
{
    if (device == "generated")
        return true;
    const auto isFile = device.starts_with(filePrefix);
    const auto path = isFile ? device.substr(filePrefix.size()) : device;
    return ::access(path.c_str(), isFile ? R_OK : R_OK | W_OK) == 0;
}

} // namespace guitai
