#include "services/devices/fingerprint/finger_scanner.h"

namespace guitai
{

std::string_view nameOf(FingerOutcome outcome)
{
    switch (outcome) {
    case FingerOutcome::taken:
        return "taken";
    case FingerOutcome::noFeatures:
        return "noFeatures";
    case FingerOutcome::noFinger:
        return "noFinger";
    case FingerOutcome::notConfigured:
        return "notConfigured";
    case FingerOutcome::noLibrary:
        return "noLibrary";
    case FingerOutcome::noDevice:
        return "noDevice";
    case FingerOutcome::crashed:
        return "crashed";
    case FingerOutcome::hung:
        return "hung";
    case FingerOutcome::nonsense:
        return "nonsense";
    case FingerOutcome::cancelled:
        return "cancelled";
    }
    return {};
}

bool isScannerFault(FingerOutcome outcome)
{
    switch (outcome) {
    case FingerOutcome::taken:
    case FingerOutcome::noFeatures:
    case FingerOutcome::noFinger:
    case FingerOutcome::cancelled:
        return false;
    case FingerOutcome::notConfigured:
    case FingerOutcome::noLibrary:
    case FingerOutcome::noDevice:
    case FingerOutcome::crashed:
    case FingerOutcome::hung:
    case FingerOutcome::nonsense:
        return true;
    }
    return true;
}

bool areFeaturesOf(std::span<const std::byte> features,
                   Finger finger,
                   FingerprintResult result,
                   int quality)
{
    constexpr auto mark = 'C';
    const auto at = [&](std::size_t index) { return std::to_integer<int>(features[index]); };
    return features.size() == fingerTemplateSize && at(0) == mark &&
           at(4) == static_cast<int>(result) && at(5) == static_cast<int>(finger) &&
           at(6) == quality;
}

} // namespace guitai
