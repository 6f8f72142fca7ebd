#include "app/camera/capture.h"
#include "services/devices/camera/camera_wire.h"

#include <gst/gst.h>

#include <csignal>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// usage: guitai-camera DEVICE, started by the window with a socket as standard input and output
// and the memory of one picture as descriptor 3. It ends when the window closes the socket.

namespace
{

using namespace guitai;

enum class Window { asks, silent, gone };

Window listenTo()
{
    auto waiting = pollfd{STDIN_FILENO, POLLIN, 0};
    if (::poll(&waiting, 1, 0) <= 0)
        return Window::silent;
    auto question = char{};
    return ::read(STDIN_FILENO, &question, 1) == 1 ? Window::asks : Window::gone;
}

bool tell(CameraNews news)
{
    return ::send(STDOUT_FILENO, &news, 1, MSG_NOSIGNAL) == 1;
}

/// Until the camera is lost; false: the window is gone.
bool show(Capture& capture, std::span<std::byte> memory, bool& asked)
{
    while (true) {
        const auto window = listenTo();
        if (window == Window::gone)
            return false;
        asked = asked || window == Window::asks;
        if (capture.next() == Capture::Outcome::lost)
            return true;
        if (!asked || !capture.copyTo(memory))
            continue;
        asked = false;
        if (!tell(CameraNews::picture))
            return false;
    }
}

void run(const std::string& device, std::span<std::byte> memory)
{
    constexpr auto betweenTries = std::chrono::milliseconds{300};
    auto asked = false;
    auto told = false;
    while (true) {
        if (const auto capture = Capture::open(device)) {
            if (!show(*capture, memory, asked))
                return;
            told = false; // it was there, and is lost now
        }
        if (!told && !tell(CameraNews::lost))
            return;
        told = true;
        std::this_thread::sleep_for(betweenTries);
        const auto window = listenTo();
        if (window == Window::gone)
            return;
        asked = asked || window == Window::asks;
    }
}

} // namespace

int main(int count, char** words)
{
    if (count != 2)
        return 2;
    const auto none = rlimit{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    auto* mapped = ::mmap(
        nullptr, cameraMemory, PROT_READ | PROT_WRITE, MAP_SHARED, cameraMemoryDescriptor, 0);
    if (mapped == MAP_FAILED)
        return 3;
    gst_init(nullptr, nullptr);
    run(words[1], {static_cast<std::byte*>(mapped), cameraMemory});
    return 0;
}
