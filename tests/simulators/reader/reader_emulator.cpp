#include "tests/simulators/reader/reader_emulator.h"

#include <algorithm>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace guitai::simulator
{

ReaderEmulator::ReaderEmulator(const std::filesystem::path& folder, Module module)
    : m_device(folder / "reader"), m_module(module)
{
    plug();
    m_thread = std::thread{[this] { serve(); }};
}

ReaderEmulator::~ReaderEmulator()
{
    {
        const auto lock = std::lock_guard{m_guard};
        m_ends = true;
    }
    m_thread.join();
    closeTerminal();
}

void ReaderEmulator::putDown(EmulatedCard card)
{
    const auto lock = std::lock_guard{m_guard};
    m_module.putDown(std::move(card));
}

void ReaderEmulator::lift()
{
    const auto lock = std::lock_guard{m_guard};
    m_module.lift();
}

void ReaderEmulator::unplug()
{
    const auto lock = std::lock_guard{m_guard};
    closeTerminal();
}

void ReaderEmulator::plug()
{
    const auto lock = std::lock_guard{m_guard};
    if (m_master >= 0)
        return;
    m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
        throw std::runtime_error("no pseudo-terminal");
    char name[128] = {};
    if (::ptsname_r(m_master, name, sizeof name) != 0)
        throw std::runtime_error("a pseudo-terminal without a name");
    m_slave = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    auto settings = termios{};
    tcgetattr(m_slave, &settings);
    cfmakeraw(&settings);
    tcsetattr(m_slave, TCSANOW, &settings);
    m_module.plugIn();
    m_late.clear();
    std::filesystem::remove(m_device); // of a run that was killed
    std::filesystem::create_symlink(name, m_device);
}

void ReaderEmulator::breakAnswer(LineFault fault, int after)
{
    const auto lock = std::lock_guard{m_guard};
    m_fault = fault;
    m_answersToFault = after;
}

void ReaderEmulator::swapAfter(int after, EmulatedCard card)
{
    const auto lock = std::lock_guard{m_guard};
    m_module.swapAfter(after, std::move(card));
}

void ReaderEmulator::failReads(int count)
{
    const auto lock = std::lock_guard{m_guard};
    m_module.failReads(count);
}

void ReaderEmulator::closeTerminal()
{
    if (m_master < 0)
        return;
    ::close(m_master);
    ::close(m_slave);
    m_master = -1;
    std::filesystem::remove(m_device);
}

/// Looks up often enough that the plug can be pulled meanwhile.
void ReaderEmulator::serve()
{
    for (;;) {
        auto lock = std::unique_lock{m_guard};
        if (m_ends)
            return;
        auto wanted = pollfd{.fd = m_master, .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, 0) > 0 && (wanted.revents & POLLIN) != 0) {
            std::uint8_t bytes[256];
            const auto count = ::read(m_master, bytes, sizeof bytes);
            for (ssize_t i = 0; i < count; ++i)
                if (const auto answered = m_module.take(bytes[i]))
                    send(*answered);
            continue;
        }
        lock.unlock();
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

void ReaderEmulator::send(const ChipBytes& whole)
{
    write(std::exchange(m_late, {}));
    auto bytes = whole;
    const auto fault =
        m_answersToFault-- == 0 ? std::exchange(m_fault, LineFault::none) : LineFault::none;
    if (fault == LineFault::leadingGarbage)
        write({0x00, 0xAA, 0xAA, 0x96, 0x69, 0xAA});
    if (fault == LineFault::missingTail)
        bytes.resize(bytes.size() - 2);
    if (fault == LineFault::wrongChecksum)
        bytes.back() ^= 1U;
    if (fault == LineFault::twoBits && bytes.size() > 64) {
        bytes[24] ^= 1U; // two characters of the name
        bytes[26] ^= 1U;
    }
    if (fault == LineFault::late)
        m_late = std::exchange(bytes, {});
    if (fault == LineFault::silence)
        bytes.clear();
    const auto piece = fault == LineFault::fragmented ? std::size_t{7} : bytes.size();
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const auto end = std::min(at + piece, bytes.size());
        write({bytes.begin() + static_cast<long>(at), bytes.begin() + static_cast<long>(end)});
        if (end < bytes.size())
            std::this_thread::sleep_for(std::chrono::microseconds{200});
    }
}

void ReaderEmulator::write(const ChipBytes& bytes)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const auto count = ::write(m_master, bytes.data() + done, bytes.size() - done);
        if (count <= 0)
            return;
        done += static_cast<std::size_t>(count);
    }
}

} // namespace guitai::simulator
