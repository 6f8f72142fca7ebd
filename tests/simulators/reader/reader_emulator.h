#pragma once

#include "tests/simulators/reader/reader_module.h"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <thread>

namespace guitai::simulator
{

/// What goes wrong with the next answer.
enum class LineFault {
    none,
    fragmented,     ///< in pieces of seven bytes
    leadingGarbage, ///< bytes before the preamble, some of them as if it began
    missingTail,
    wrongChecksum,
    twoBits, ///< the same bit of two bytes of the text: the checksum comes out all the same
    silence, ///< no answer at all
    late,    ///< only when the next command has come, before its own answer
};

/// A card reader with a security module on a pseudo-terminal: what is written to device() is
/// answered as such a module does. Cards are laid down and lifted, the plug is pulled and put back
/// by the test's or the exercise's hand.
class ReaderEmulator
{
public:
    using Module = ReaderModule::Kind;

    /// The device appears in `folder`, plugged in.
    explicit ReaderEmulator(const std::filesystem::path& folder, Module module = Module::current);
    ~ReaderEmulator();
    ReaderEmulator(const ReaderEmulator&) = delete;
    ReaderEmulator& operator=(const ReaderEmulator&) = delete;

    const std::filesystem::path& device() const { return m_device; }
    void putDown(EmulatedCard card);
    void lift();
    void unplug();
    void plug();
    /// The answer after `after` further ones has that fault, once.
    void breakAnswer(LineFault fault, int after = 0);
    /// Another card takes the place of the one that lies there, right after `after` further
    /// answers.
    void swapAfter(int after, EmulatedCard card);
    /// The next read fails, though a card lies there: it was laid down crookedly.
    void failReads(int count);

private:
    void serve();
    void send(const ChipBytes& answer);
    void write(const ChipBytes& bytes);
    void closeTerminal();

    std::filesystem::path m_device;
    std::mutex m_guard; ///< of all that follows
    ReaderModule m_module;
    int m_master = -1;
    int m_slave = -1; ///< kept open, or the other side would hang up when the client closes
    bool m_ends = false;
    LineFault m_fault = LineFault::none;
    int m_answersToFault = 0;
    ChipBytes m_late;
    std::thread m_thread;
};

} // namespace guitai::simulator
