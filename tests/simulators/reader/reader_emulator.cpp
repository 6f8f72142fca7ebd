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

namespace
{

const auto preamble = ChipBytes{0xAA, 0xAA, 0xAA, 0x96, 0x69};

ChipBytes answer(std::uint8_t status, const ChipBytes& data = {})
{
    const auto length = data.size() + 4;
    auto frame = preamble;
    frame.push_back(static_cast<std::uint8_t>(length >> 8U));
    frame.push_back(static_cast<std::uint8_t>(length & 0xFFU));
    frame.insert(frame.end(), {0, 0, status});
    frame.insert(frame.end(), data.begin(), data.end());
    auto sum = std::uint8_t{0};
    for (auto i = preamble.size(); i < frame.size(); ++i)
        sum = static_cast<std::uint8_t>(sum ^ frame[i]);
    frame.push_back(sum);
    return frame;
}

void append(ChipBytes& bytes, const ChipBytes& more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void appendLength(ChipBytes& bytes, std::size_t length)
{
    append(bytes,
           {static_cast<std::uint8_t>(length >> 8U), static_cast<std::uint8_t>(length & 0xFFU)});
}

} // namespace

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
    m_card = std::move(card);
    m_state = CardState::idle;
}

void ReaderEmulator::lift()
{
    const auto lock = std::lock_guard{m_guard};
    m_card.reset();
    m_state = CardState::idle;
}

void ReaderEmulator::unplug()
{
    const auto lock = std::lock_guard{m_guard};
    closeTerminal();
}

void ReaderEmulator::plug()
{
    const auto lock = std::lock_guard{m_guard};
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
    m_pending.clear();
    m_late.clear();
    m_state = CardState::idle;
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
    m_swap = std::move(card);
    m_answersToSwap = after;
}

void ReaderEmulator::failReads(int count)
{
    const auto lock = std::lock_guard{m_guard};
    m_failingReads = count;
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
                take(bytes[i]);
            continue;
        }
        lock.unlock();
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

void ReaderEmulator::take(std::uint8_t byte)
{
    m_pending.push_back(byte);
    const auto checked = std::min(m_pending.size(), preamble.size());
    if (!std::equal(
            m_pending.begin(), m_pending.begin() + static_cast<long>(checked), preamble.begin())) {
        m_pending.erase(m_pending.begin());
        return;
    }
    if (m_pending.size() < 7)
        return;
    const auto length = std::size_t{m_pending[5]} << 8U | m_pending[6];
    if (length >= 3 && length <= 16 && m_pending.size() < 7 + length)
        return;
    const auto frame = std::exchange(m_pending, {});
    send(answerTo(frame));
}

ChipBytes ReaderEmulator::answerTo(const ChipBytes& frame)
{
    if (frame.size() < 10)
        return answer(0x11);
    auto sum = std::uint8_t{0};
    for (auto i = preamble.size(); i < frame.size(); ++i)
        sum = static_cast<std::uint8_t>(sum ^ frame[i]);
    if (sum != 0)
        return answer(0x10);
    return answerToCommand(unsigned{frame[7]} << 8U | frame[8]);
}

ChipBytes ReaderEmulator::answerToCommand(unsigned command)
{
    switch (command) {
    case 0x10FF:
        m_state = CardState::idle;
        return answer(0x90);
    case 0x11FF:
    case 0x6000:
    case 0x61FF:
        return answer(0x90);
    case 0x12FF:
        return answer(0x90,
                      {5, 0, 1, 0, 0xFA, 0x17, 0x34, 1, 0x87, 0xD6, 0x12, 0, 0x4E, 0x61, 0xBC, 0});
    case 0x2001:
        return found();
    case 0x2002:
        return selected();
    case 0x3001:
        return content(false);
    case 0x3010:
        return m_module == Module::withoutPrints ? answer(0x21) : content(true);
    case 0x3003:
        return address();
    default:
        return answer(0x21);
    }
}

ChipBytes ReaderEmulator::found()
{
    if (m_module == Module::unlicensed)
        return answer(0x66);
    if (!m_card || m_state == CardState::read)
        return answer(0x80);
    m_state = CardState::found;
    return answer(0x9F, ChipBytes(4, 0));
}

ChipBytes ReaderEmulator::selected()
{
    if (!m_card || m_state != CardState::found)
        return answer(0x81);
    m_state = CardState::selected;
    return answer(0x90, ChipBytes(8, 0));
}

ChipBytes ReaderEmulator::content(bool withPrints)
{
    if (!m_card || m_state != CardState::selected)
        return answer(0x41);
    if (m_failingReads > 0) {
        --m_failingReads;
        m_state = CardState::idle;
        return answer(0x41);
    }
    m_state = CardState::read;
    auto data = ChipBytes{};
    appendLength(data, m_card->text.size());
    appendLength(data, m_card->photo.size());
    if (withPrints)
        appendLength(data, m_card->prints.size());
    append(data, m_card->text);
    append(data, m_card->photo);
    if (withPrints)
        append(data, m_card->prints);
    return answer(0x90, data);
}

ChipBytes ReaderEmulator::address()
{
    if (!m_card || m_state != CardState::read)
        return answer(0x41);
    return m_card->appendedAddress ? answer(0x90, *m_card->appendedAddress) : answer(0x91);
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
    if (m_swap && m_answersToSwap-- == 0) {
        m_card = std::exchange(m_swap, std::nullopt);
        m_state = CardState::idle;
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
