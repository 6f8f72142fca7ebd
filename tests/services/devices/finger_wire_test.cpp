#include "services/devices/fingerprint/finger_wire.h"

#include <doctest/doctest.h>

namespace guitai::finger_wire_test
{

namespace
{

constexpr auto thumb = FingerQuestion{.what = FingerQuestion::What::capture,
                                      .finger = Finger::rightThumb,
                                      .result = FingerprintResult::registered,
                                      .patience = std::chrono::milliseconds{8000}};

Bytes featuresOf(int result, int finger, int quality)
{
    auto features = Bytes(fingerTemplateSize);
    features[0] = std::byte{'C'};
    features[4] = static_cast<std::byte>(result);
    features[5] = static_cast<std::byte>(finger);
    features[6] = static_cast<std::byte>(quality);
    return features;
}

FingerCapture taken(int finger = 11, int quality = 77)
{
    return {FingerOutcome::taken, quality, featuresOf(1, finger, quality)};
}

} // namespace

TEST_CASE("a question to the fingerprint program comes back as it was")
{
    CHECK(fingerQuestionFrom(toWire(thumb)) == thumb);
    auto frame = toWire(thumb);
    REQUIRE(frame.size() == 10);
    for (const auto length : {0, 7, 8, 9})
        CHECK_FALSE(fingerQuestionFrom(std::span{frame}.first(static_cast<std::size_t>(length))));
    for (const auto& change : {std::pair{0, 'X'}, {2, 2}, {3, 3}, {4, 10}, {4, 21}, {5, 9}}) {
        const auto place = change.first;
        const auto wrong = change.second;
        auto changed = frame;
        changed[static_cast<std::size_t>(place)] = static_cast<std::byte>(wrong);
        CAPTURE(place);
        CHECK_FALSE(fingerQuestionFrom(changed));
    }
}

TEST_CASE("an answer of the fingerprint program")
{
    SUBCASE("comes back as it was")
    {
        CHECK(fingerAnswerFrom(thumb, toWire(thumb, taken())) == taken());
        const auto poor = FingerCapture{.outcome = FingerOutcome::noFeatures, .quality = 31};
        CHECK(fingerAnswerFrom(thumb, toWire(thumb, poor)) == poor);
    }
    SUBCASE("is nonsense when the features are of another finger, result or quality")
    {
        for (const auto& features :
             {featuresOf(1, 12, 77), featuresOf(3, 11, 77), featuresOf(1, 11, 78), Bytes(512)}) {
            const auto frame = toWire(thumb, {FingerOutcome::taken, 77, features});
            CHECK(fingerAnswerFrom(thumb, frame).outcome == FingerOutcome::nonsense);
        }
    }
    SUBCASE("is nonsense when the quality is over 100")
    {
        const auto frame = toWire(thumb, taken(11, 101));
        CHECK(fingerAnswerFrom(thumb, frame).outcome == FingerOutcome::nonsense);
    }
    SUBCASE("is nonsense with features that were not taken, or without those that were")
    {
        for (const auto& answer :
             {FingerCapture{FingerOutcome::noFeatures, 77, featuresOf(1, 11, 77)},
              FingerCapture{FingerOutcome::taken, 77, {}}})
            CHECK(fingerAnswerFrom(thumb, toWire(thumb, answer)).outcome ==
                  FingerOutcome::nonsense);
    }
    SUBCASE("is nonsense when it answers another question, or is cut off")
    {
        auto other = thumb;
        other.finger = Finger::leftThumb;
        CHECK(fingerAnswerFrom(thumb, toWire(other, taken(16))).outcome == FingerOutcome::nonsense);
        const auto frame = toWire(thumb, taken());
        for (const auto length : {0, 4, 8, 100, 519})
            CHECK(fingerAnswerFrom(thumb, std::span{frame}.first(static_cast<std::size_t>(length)))
                      .outcome == FingerOutcome::nonsense);
    }
    SUBCASE("never says more than 512 bytes")
    {
        auto head = toWire(thumb, taken());
        head.resize(fingerFrameHead);
        CHECK(fingerFrameBody(head) == 512);
        head[6] = std::byte{3};
        CHECK_FALSE(fingerFrameBody(head));
    }
}

} // namespace guitai::finger_wire_test
