#pragma once

#include "services/bytes.h"

#include <optional>
#include <variant>

namespace guitai
{

/// An intact answer of the reader.
struct ReaderAnswer {
    std::byte cardStatus1{}; ///< SW1 and SW2 come from the card
    std::byte cardStatus2{};
    std::byte status{}; ///< SW3, the reader's own: readerStatusOf()
    Bytes data = {};

    bool operator==(const ReaderAnswer&) const = default;
};

/// What the line did to a frame.
enum class FrameFault {
    length,   ///< shorter than an answer can be, or longer than the longest
    checksum, ///< the exclusive or does not come out
};

/// Cuts a stream of bytes into answers, however it is fragmented. What stands before a preamble is
/// skipped; a damaged frame is given up and the preamble of the next is sought from its second byte
/// on, so that a lost tail costs one answer only.
class AnswerParser
{
public:
    using Found = std::variant<ReaderAnswer, FrameFault>;

    /// Nothing is longer than an answer with text, photo and two fingerprints (0x090A), plus a
    /// margin for modules that add a few bytes.
    static constexpr std::size_t longestLength = 0x0940;
    static constexpr std::size_t shortestLength = 4; ///< three status bytes and the checksum

    /// Adds what the line brought. Call next() until it has nothing more before the next feed.
    void feed(std::span<const std::byte> bytes);
    /// The next answer or damaged frame, or nothing while a frame is incomplete.
    std::optional<Found> next();
    /// Forgets an incomplete frame, after a time-out.
    void reset() { m_pending.clear(); }
    /// Bytes that are kept until their frame is complete.
    std::size_t pending() const { return m_pending.size(); }

private:
    void skipToPreamble();
    void giveUpFrame();

    Bytes m_pending;
};

} // namespace guitai
