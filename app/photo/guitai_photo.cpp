#include "app/photo/photo_work.h"
#include "app/photo/sandbox.h"
#include "services/devices/photo/photo_program.h"

#include <opencv2/core/utility.hpp>

#include <array>
#include <cstdio>
#include <new>
#include <unistd.h>

// One picture: a request comes on standard input, the answer goes to standard output; both are a
// socket of the window. Nothing is written elsewhere, and nothing is told on the standard error.

namespace
{

using namespace guitai;

bool readAll(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool writeAll(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (sent <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

/// False: the window is gone, or did not speak as it should.
bool serve(FaceFinder& finder)
{
    auto prefix = std::array<std::byte, photoWirePrefix>{};
    if (!readAll(prefix))
        return false;
    auto message = Bytes(wireLength(prefix));
    if (!readAll(message))
        return false;
    const auto request = photoRequestFrom(message);
    message = {};
    return writeAll(toWire(workOn(request, finder)));
}

} // namespace

int main()
{
    limitProcess();
    cv::setNumThreads(1);
    try {
        auto finder = FaceFinder{};
        if (!closeSandbox())
            return photo_exit::unready;
        try {
            return serve(finder) ? photo_exit::done : photo_exit::unready;
        } catch (const std::bad_alloc&) {
            return photo_exit::beyondLimits;
        } catch (const cv::Exception&) { // OpenCV's own word for no memory
            return photo_exit::beyondLimits;
        }
    } catch (const std::exception&) {
        return photo_exit::unready;
    }
}
