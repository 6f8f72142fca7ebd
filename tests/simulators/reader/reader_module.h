#pragma once

#include "tests/simulators/reader/emulated_card.h"

#include <optional>

namespace guitai::simulator
{

/// A reader's security module without its line: bytes in, answers out, cards on top.
class ReaderModule
{
public:
    enum class Kind {
        current,
        readsOnce,     ///< refuses to read the same card again before it was lifted
        withoutPrints, ///< an old one: answers "bad command" to the fingerprint read
        unlicensed,    ///< answers "not authorised" to find
    };

    explicit ReaderModule(Kind kind = Kind::current) : m_kind(kind) {}

    /// The answer's frame when the byte completes a command.
    std::optional<ChipBytes> take(std::uint8_t byte);
    void putDown(EmulatedCard card);
    void lift();
    /// It got its power back: what was half received is gone.
    void plugIn();
    /// Another card takes the place of the one that lies there, right after `after` further
    /// answers.
    void swapAfter(int after, EmulatedCard card);
    /// The next reads fail, though a card lies there: it was laid down crookedly.
    void failReads(int count) { m_failingReads = count; }

private:
    enum class CardState { idle, found, selected, read };

    ChipBytes answerTo(const ChipBytes& frame);
    ChipBytes answerToCommand(unsigned command);
    ChipBytes found();
    ChipBytes selected();
    ChipBytes content(bool withPrints);
    ChipBytes address();

    Kind m_kind;
    ChipBytes m_pending;
    std::optional<EmulatedCard> m_card;
    CardState m_state = CardState::idle;
    std::optional<EmulatedCard> m_swap;
    int m_answersToSwap = 0;
    int m_failingReads = 0;
};

} // namespace guitai::simulator
