#include "services/devices/fingerprint/finger_wire.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto wireVersion = std::byte{1};
constexpr std::size_t patienceSize = 2;

std::byte octet(std::size_t value)
{
    return static_cast<std::byte>(value & 0xFFU);
}

Bytes frameOf(std::size_t what, Finger finger, std::size_t value, std::span<const std::byte> body)
{
    auto frame = Bytes{std::byte{'G'},
                       std::byte{'F'},
                       wireVersion,
                       octet(what),
                       octet(static_cast<std::size_t>(finger)),
                       octet(value),
                       octet(body.size() >> 8U),
                       octet(body.size())};
    frame.insert(frame.end(), body.begin(), body.end());
    return frame;
}

std::size_t number(std::span<const std::byte> bytes)
{
    return (std::to_integer<std::size_t>(bytes[0]) << 8U) | std::to_integer<std::size_t>(bytes[1]);
}

bool isWhole(std::span<const std::byte> frame)
{
    if (frame.size() < fingerFrameHead)
        return false;
    const auto body = fingerFrameBody(frame.first(fingerFrameHead));
    return body && frame.size() == fingerFrameHead + *body;
}

bool isFinger(int code)
{
    return code >= static_cast<int>(Finger::rightThumb) &&
           code <= static_cast<int>(Finger::leftLittle);
}

} // namespace

Bytes toWire(const FingerQuestion& question)
{
    const auto patience = static_cast<std::size_t>(
        std::clamp<std::chrono::milliseconds::rep>(question.patience.count(), 0, 0xFFFF));
    return frameOf(static_cast<std::size_t>(question.what),
                   question.finger,
                   static_cast<std::size_t>(question.result),
                   std::array{octet(patience >> 8U), octet(patience)});
}

Bytes toWire(const FingerQuestion& question, const FingerCapture& answer)
{
    return frameOf(static_cast<std::size_t>(answer.outcome),
                   question.finger,
                   static_cast<std::size_t>(answer.quality),
                   answer.features);
}

std::optional<std::size_t> fingerFrameBody(std::span<const std::byte> head)
{
    if (head.size() != fingerFrameHead || head[0] != std::byte{'G'} || head[1] != std::byte{'F'} ||
        head[2] != wireVersion)
        return std::nullopt;
    const auto length = number(head.subspan(6));
    if (length > fingerTemplateSize)
        return std::nullopt;
    return length;
}

std::optional<FingerQuestion> fingerQuestionFrom(std::span<const std::byte> frame)
{
    if (!isWhole(frame) || frame.size() != fingerFrameHead + patienceSize)
        return std::nullopt;
    const auto what = std::to_integer<int>(frame[3]);
    const auto finger = std::to_integer<int>(frame[4]);
    const auto result = std::to_integer<int>(frame[5]);
    const auto isKnown = what == static_cast<int>(FingerQuestion::What::capture) ||
                         what == static_cast<int>(FingerQuestion::What::emptyFeatures);
    if (!isKnown || !isFinger(finger) || result < 1 || result > 3)
        return std::nullopt;
    return FingerQuestion{.what = static_cast<FingerQuestion::What>(what),
                          .finger = static_cast<Finger>(finger),
                          .result = static_cast<FingerprintResult>(result),
                          .patience =
                              std::chrono::milliseconds{number(frame.subspan(fingerFrameHead))}};
}

FingerCapture fingerAnswerFrom(const FingerQuestion& question, std::span<const std::byte> frame)
{
    const auto nonsense = FingerCapture{.outcome = FingerOutcome::nonsense};
    if (!isWhole(frame) || std::to_integer<int>(frame[4]) != static_cast<int>(question.finger) ||
        std::to_integer<int>(frame[3]) > static_cast<int>(FingerOutcome::nonsense))
        return nonsense;
    auto answer = FingerCapture{.outcome = static_cast<FingerOutcome>(frame[3]),
                                .quality = std::to_integer<int>(frame[5])};
    const auto features = frame.subspan(fingerFrameHead);
    answer.features.assign(features.begin(), features.end());
    const auto isTaken = answer.outcome == FingerOutcome::taken;
    if (answer.quality > bestFingerQuality || isTaken == features.empty() ||
        (isTaken && !areFeaturesOf(features, question.finger, question.result, answer.quality)))
        return nonsense;
    return answer;
}

} // namespace guitai
