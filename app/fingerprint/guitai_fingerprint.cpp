#include "app/fingerprint/vendor_library.h"
#include "services/devices/fingerprint/scanner_process.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace
{

constexpr auto window = 3; ///< the socket to it

/// A crash leaves no image of a finger behind, and the process ends with its window.
void guard()
{
    const auto none = rlimit{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// False: the window is gone.
bool receive(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto got = ::recv(window, bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool send(std::span<const std::byte> bytes)
{
    return ::send(window, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

void serve(guitai::VendorLibrary& library)
{
    auto frame = guitai::Bytes(guitai::fingerFrameHead + 2); // a question's size
    while (receive(frame)) {
        const auto question = guitai::fingerQuestionFrom(frame);
        if (!question || !send(guitai::toWire(*question, library.answer(*question))))
            return;
    }
}

} // namespace

int main(int argc, char** argv)
{
    guard();
    if (argc != 3)
        return EXIT_FAILURE;
    try {
        auto library = guitai::VendorLibrary{argv[1], argv[2]};
        serve(library);
    } catch (const guitai::LibraryMissing&) {
        ::_exit(guitai::fingerprint_exit::noLibrary);
    } catch (const guitai::LibraryOverrun&) {
        ::_exit(guitai::fingerprint_exit::overrun); // no destructor over damaged memory
    }
    return guitai::fingerprint_exit::done;
}
