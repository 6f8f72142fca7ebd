#pragma once

#include "services/devices/fingerprint/finger_scanner.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

namespace guitai
{

// What the window and the fingerprint program say to each other over their socket. A frame is
//
//   'G' 'F'  version  what  finger  value  length (2 bytes, big endian)  then length bytes
//
// `what` is the request or the outcome, `value` a result or the quality. A question has the
// patience in milliseconds as its two bytes, an answer the 512 bytes of features, or none. Both
// ends believe nothing of what they read.

inline constexpr std::size_t fingerFrameHead = 8;

struct FingerQuestion {
    enum class What : std::uint8_t { capture = 1, emptyFeatures = 2 };
    What what{};
    Finger finger{};
    FingerprintResult result = FingerprintResult::registered;
    std::chrono::milliseconds patience{}; ///< at most 65 s

    bool operator==(const FingerQuestion&) const = default;
};

Bytes toWire(const FingerQuestion& question);
Bytes toWire(const FingerQuestion& question, const FingerCapture& answer);

/// How many bytes follow a head; no value: it is no head of a frame.
std::optional<std::size_t> fingerFrameBody(std::span<const std::byte> head);
/// The whole frame. No value: it is no question.
std::optional<FingerQuestion> fingerQuestionFrom(std::span<const std::byte> frame);
/// What the program answered to `question`; `nonsense` for whatever cannot be: a wrong frame, a
/// quality over 100, features of another finger, result or quality.
FingerCapture fingerAnswerFrom(const FingerQuestion& question, std::span<const std::byte> frame);

} // namespace guitai
