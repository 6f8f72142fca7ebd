#pragma once

#include "services/bytes.h"
#include "services/rules/terms.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace guitai
{

/// A finger's features as the vendor's library makes them (GA/T 1012): 512 bytes, of which byte 0
/// is 'C', byte 4 the result, byte 5 the finger's code, byte 6 the quality.
inline constexpr std::size_t fingerTemplateSize = 512;
inline constexpr int bestFingerQuality = 100;

/// How one call of the scanner ended. The first three tell of the finger, the others of the
/// scanner.
enum class FingerOutcome {
    taken,         ///< features were extracted
    noFeatures,    ///< there is an image, but features cannot be extracted
    noFinger,      ///< nothing lay on the scanner in time
    notConfigured, ///< the station names no library
    noLibrary,     ///< the library cannot be loaded or lacks a function
    noDevice,      ///< the library finds no scanner
    crashed,       ///< the library ended its process
    hung,          ///< the library did not answer in time
    nonsense,      ///< the library answered what cannot be
    cancelled,
};
std::string_view nameOf(FingerOutcome outcome);
bool isScannerFault(FingerOutcome outcome);

struct FingerCapture {
    FingerOutcome outcome = FingerOutcome::notConfigured;
    int quality = 0;     ///< 0 to 100; 0 is unknown
    Bytes features = {}; ///< fingerTemplateSize bytes when taken, else none

    bool operator==(const FingerCapture&) const = default;
};

/// Whether these are features of that finger, with that result and quality: 512 bytes whose header
/// says so. What is behind the header only the vendor's library can read.
bool areFeaturesOf(std::span<const std::byte> features,
                   Finger finger,
                   FingerprintResult result,
                   int quality);

/// A live scanner of single fingers (GA/T 1011). Images never come through here.
class FingerScanner
{
public:
    virtual ~FingerScanner() = default;

    /// Waits for the finger and takes it; blocks for some seconds at the longest.
    virtual FingerCapture capture(Finger finger) = 0;
    /// What the record carries in place of features when a hand failed or was not registered
    /// (GA/T 1012: an explicit template of that result).
    virtual FingerCapture emptyFeatures(FingerprintResult result, Finger finger) = 0;
    /// Ends a capture that runs; may be called from another thread.
    virtual void cancel() = 0;
};

} // namespace guitai
