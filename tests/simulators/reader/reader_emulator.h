#pragma once

#include "tests/simulators/reader/emulated_card.h"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
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
    silence, ///< no answer at all
    late,    ///< only when the next command has come, before its own answer
};

/// A card reader with a security module on a pseudo-terminal: what is written to device() is
/// answered as such a module does. Cards are laid down and lifted, the plug is pulled and put back
/// by the test's or the exercise's hand.
class ReaderEmulator
{
public:
    enum class Module {
        current,
        withoutPrints, ///< an old one: answers "bad command" to the fingerprint read
        unlicensed,    ///< answers "not authorised" to find
    };

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
    enum class CardState { idle, found, selected, read };

    void serve();
    void take(std::uint8_t byte);
    ChipBytes answerTo(const ChipBytes& frame);
    ChipBytes answerToCommand(unsigned command);
    ChipBytes found();
    ChipBytes selected();
    ChipBytes content(bool withPrints);
    ChipBytes address();
    void send(const ChipBytes& answer);
    void write(const ChipBytes& bytes);
    void closeTerminal();

    std::filesystem::path m_device;
    Module m_module;
    std::mutex m_guard; ///< of all that follows
    int m_master = -1;
    int m_slave = -1; ///< kept open, or the other side would hang up when the client closes
    bool m_ends = false;
    ChipBytes m_pending;
    std::optional<EmulatedCard> m_card;
    CardState m_state = CardState::idle;
    LineFault m_fault = LineFault::none;
    int m_answersToFault = 0;
    ChipBytes m_late;
    std::optional<EmulatedCard> m_swap;
    int m_answersToSwap = 0;
    int m_failingReads = 0;
    std::thread m_thread;
};

} // namespace guitai::simulator
