#include "services/devices/fingerprint/scanner_process.h"
#include "tests/simulators/fingerprint/made_up_hands.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <csignal>
#include <future>

namespace guitai::scanner_process_test
{

using namespace std::chrono_literals;
using emulated::Skin;

namespace
{

/// A scanner whose library is the emulator.
struct EmulatedScanner {
    TemporaryFolder folder;
    ScannerProcess scanner;

    explicit EmulatedScanner(const emulated::MadeUpHands& hands,
                             std::chrono::milliseconds patience = 400ms)
        : scanner({.program = GUITAI_FINGERPRINT_PROGRAM,
                   .captureLibrary = GUITAI_FINGERPRINT_EMULATOR,
                   .featureLibrary = {},
                   .patience = patience,
                   .grace = 2s,
                   .environment = {std::string{emulated::handsFolderVariable} + "=" +
                                   folder.path().string()}})
    {
        emulated::writeHands(folder.path(), hands);
    }

    FingerCapture press(Finger finger, int press = 0)
    {
        emulated::writePlate(folder.path(), {static_cast<int>(finger), press});
        return scanner.capture(finger);
    }
};

} // namespace

TEST_CASE("a scanner in a process of its own")
{
    SUBCASE("takes a good finger")
    {
        auto station = EmulatedScanner{{{11, {Skin::good, {83}}}}};
        const auto taken = station.press(Finger::rightThumb);
        CHECK(taken.outcome == FingerOutcome::taken);
        CHECK(taken.quality == 83);
        CHECK(areFeaturesOf(taken.features, Finger::rightThumb, FingerprintResult::registered, 83));
    }
    SUBCASE("tells how good each press was")
    {
        auto station = EmulatedScanner{{{16, {Skin::worn, {31, 48, 40}}}}};
        for (const auto& [press, quality] : {std::pair{0, 31}, {1, 48}, {2, 40}, {3, 40}}) {
            const auto capture = station.press(Finger::leftThumb, press);
            CHECK(capture.outcome == FingerOutcome::taken);
            CHECK(capture.quality == quality);
        }
    }
    SUBCASE("tells an image without features from a finger that is not there")
    {
        auto station = EmulatedScanner{
            {{11, {Skin::scarred, {70}}}, {12, {Skin::dry, {20}}}, {13, {Skin::missing, {}}}}};
        CHECK(station.press(Finger::rightThumb) ==
              FingerCapture{.outcome = FingerOutcome::noFeatures, .quality = 70});
        CHECK(station.press(Finger::rightIndex) ==
              FingerCapture{.outcome = FingerOutcome::noFeatures, .quality = 20});
        CHECK(station.press(Finger::rightMiddle) ==
              FingerCapture{.outcome = FingerOutcome::noFinger});
    }
    SUBCASE("has templates that say why there is none")
    {
        auto station = EmulatedScanner{{}};
        for (const auto result : {FingerprintResult::failed, FingerprintResult::notRegistered}) {
            const auto made = station.scanner.emptyFeatures(result, Finger::leftThumb);
            CHECK(made.outcome == FingerOutcome::taken);
            CHECK(areFeaturesOf(made.features, Finger::leftThumb, result, 0));
        }
    }
}

TEST_CASE("a vendor's library that misbehaves ends as a state, and the next finger is taken")
{
    auto station = EmulatedScanner{{{11, {Skin::crash, {80}}},
                                    {12, {Skin::wildQuality, {80}}},
                                    {13, {Skin::wildFeatures, {80}}},
                                    {14, {Skin::otherFinger, {80}}},
                                    {15, {Skin::overrun, {80}}},
                                    {17, {Skin::unplugged, {80}}}}};
    for (const auto& pressed : {std::pair{Finger::rightThumb, FingerOutcome::crashed},
                                {Finger::rightIndex, FingerOutcome::nonsense},
                                {Finger::rightMiddle, FingerOutcome::nonsense},
                                {Finger::rightRing, FingerOutcome::nonsense},
                                {Finger::rightLittle, FingerOutcome::nonsense},
                                {Finger::leftIndex, FingerOutcome::noDevice}}) {
        const auto finger = pressed.first;
        CAPTURE(static_cast<int>(finger));
        CHECK(station.press(finger) == FingerCapture{.outcome = pressed.second});
        CHECK(station.scanner.process() == -1);
        CHECK(station.press(Finger::leftThumb).outcome == FingerOutcome::taken);
    }
}

TEST_CASE("a vendor's library that hangs is ended")
{
    auto folder = TemporaryFolder{};
    emulated::writeHands(folder.path(), {{11, {Skin::hang, {80}}}});
    emulated::writePlate(folder.path(), {11, 0});
    auto scanner = ScannerProcess{{.program = GUITAI_FINGERPRINT_PROGRAM,
                                   .captureLibrary = GUITAI_FINGERPRINT_EMULATOR,
                                   .featureLibrary = {},
                                   .patience = 200ms,
                                   .grace = 600ms,
                                   .environment = {std::string{emulated::handsFolderVariable} +
                                                   "=" + folder.path().string()}}};
    const auto begin = std::chrono::steady_clock::now();
    CHECK(scanner.capture(Finger::rightThumb).outcome == FingerOutcome::hung);
    CHECK(std::chrono::steady_clock::now() - begin >= 800ms);
    CHECK(scanner.process() == -1);
}

TEST_CASE("a capture can be cancelled from another thread")
{
    auto station = EmulatedScanner{{{11, {Skin::missing, {}}}}, 60s};
    auto running =
        std::async(std::launch::async, [&] { return station.press(Finger::rightThumb).outcome; });
    // Cancelling before the call has begun is forgotten by it: repeated until it ends.
    while (running.wait_for(20ms) != std::future_status::ready)
        station.scanner.cancel();
    CHECK(running.get() == FingerOutcome::cancelled);
    CHECK(station.scanner.process() == -1);
}

TEST_CASE("a scanner that cannot be")
{
    const auto outcomeOf = [](const char* program, const char* library) {
        return ScannerProcess{{.program = program, .captureLibrary = library, .featureLibrary = {}}}
            .capture(Finger::rightThumb)
            .outcome;
    };
    CHECK(outcomeOf(GUITAI_FINGERPRINT_PROGRAM, "") == FingerOutcome::notConfigured);
    CHECK(outcomeOf(GUITAI_FINGERPRINT_PROGRAM, "/nowhere.so") == FingerOutcome::noLibrary);
    CHECK(outcomeOf(GUITAI_FINGERPRINT_PROGRAM, GUITAI_FINGERPRINT_PROGRAM) ==
          FingerOutcome::noLibrary);
    CHECK(outcomeOf("/nowhere/guitai-fingerprint", GUITAI_FINGERPRINT_EMULATOR) ==
          FingerOutcome::noLibrary);
}

TEST_CASE("a process that was killed from outside is replaced")
{
    auto station = EmulatedScanner{{}};
    CHECK(station.press(Finger::rightThumb).outcome == FingerOutcome::taken);
    ::kill(station.scanner.process(), SIGKILL);
    const auto outcome = station.press(Finger::rightThumb).outcome;
    CHECK(outcome == FingerOutcome::crashed);
    CHECK(station.press(Finger::rightThumb).outcome == FingerOutcome::taken);
}

} // namespace guitai::scanner_process_test
