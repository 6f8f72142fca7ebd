#include "app/practice_fingers/practice_scanner.h"

#include "app/practice_programs/child_program.h"

#include <fstream>

namespace guitai
{

namespace
{

constexpr auto libraryName = "guitai-fingerprint-emulator.so";
constexpr auto folderVariable = "GUITAI_MADE_UP_HANDS=";

ScannerProcess::Parts partsFor(const std::filesystem::path& folder)
{
    auto error = std::error_code{};
    std::filesystem::create_directories(folder, error);
    return {.program = usualFingerprintProgram(),
            .captureLibrary =
                findPracticeFile(libraryName, "tests/simulators/fingerprint").value_or(""),
            .featureLibrary = {},
            .patience = std::chrono::seconds{3},
            .environment = {folderVariable + folder.string()}};
}

} // namespace

PracticeScanner::PracticeScanner(std::filesystem::path folder)
    : m_folder(std::move(folder)), m_scanner(partsFor(m_folder))
{
}

void PracticeScanner::layDown(Finger finger)
{
    const auto plate = m_folder / "plate";
    const auto unfinished = m_folder / "plate.new";
    std::ofstream{unfinished} << static_cast<int>(finger) << ' ' << m_presses[finger]++ << '\n';
    auto error = std::error_code{};
    std::filesystem::rename(unfinished, plate, error);
}

FingerCapture PracticeScanner::capture(Finger finger)
{
    layDown(finger);
    return m_scanner.capture(finger);
}

FingerCapture PracticeScanner::emptyFeatures(FingerprintResult result, Finger finger)
{
    return m_scanner.emptyFeatures(result, finger);
}

} // namespace guitai
