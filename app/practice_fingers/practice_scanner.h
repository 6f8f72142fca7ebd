#pragma once

#include "services/devices/fingerprint/scanner_process.h"

#include <filesystem>
#include <map>

namespace guitai
{

/// The scanner of the training mode: the real one's process with an emulated vendor's library, and
/// a made-up person who lays down the finger that the clerk asks for. FOLDER/hands says what the
/// fingers are like, a line each: code (11 to 20), "good", "worn", "dry", "scarred", "missing" …,
/// the scores of its presses; a finger without a line is good.
class PracticeScanner final : public FingerScanner
{
public:
    /// Makes the folder.
    explicit PracticeScanner(std::filesystem::path folder);

    FingerCapture capture(Finger finger) override;
    FingerCapture emptyFeatures(FingerprintResult result, Finger finger) override;
    void cancel() override { m_scanner.cancel(); }

private:
    void layDown(Finger finger);

    std::filesystem::path m_folder;
    ScannerProcess m_scanner;
    std::map<Finger, int> m_presses;
};

} // namespace guitai
