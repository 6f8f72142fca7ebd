// What comes over the socket of the fingerprint program, from either end: believed only when it is
// a frame that the other end would write.
#include "services/devices/fingerprint/finger_wire.h"

#include <algorithm>
#include <iterator>
#include <cstdint>
#include <cstdlib>

using namespace guitai;

namespace
{

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkAnswer(const FingerQuestion& question, std::span<const std::byte> frame)
{
    const auto answer = fingerAnswerFrom(question, frame);
    require(answer.quality >= 0 && answer.quality <= 100);
    const auto& features = answer.features;
    require(features.empty() || features.size() == fingerTemplateSize);
    if (answer.outcome == FingerOutcome::taken && question.what == FingerQuestion::What::capture)
        require(!features.empty() && features[0] == std::byte{'C'} &&
                features[5] == static_cast<std::byte>(question.finger));
    if (answer.outcome == FingerOutcome::nonsense)
        require(features.empty());
    else
        require(std::ranges::equal(toWire(question, answer), frame));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    auto frame = Bytes{};
    std::ranges::transform(std::span{bytes, size}, std::back_inserter(frame), [](auto each) {
        return std::byte{each};
    });
    if (const auto body = fingerFrameBody(std::span{frame}.first(std::min(size, fingerFrameHead))))
        require(*body <= 0xFFFF);
    if (const auto question = fingerQuestionFrom(frame))
        require(std::ranges::equal(toWire(*question), frame));
    for (const auto what : {FingerQuestion::What::capture, FingerQuestion::What::emptyFeatures})
        for (const auto finger : {Finger::rightThumb, Finger::leftLittle})
            for (const auto result : {FingerprintResult::registered,
                                      FingerprintResult::failed,
                                      FingerprintResult::notRegistered})
                checkAnswer({.what = what, .finger = finger, .result = result}, frame);
    return 0;
}
