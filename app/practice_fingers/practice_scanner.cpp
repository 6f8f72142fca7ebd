#include "app/practice_fingers/practice_scanner.h"

#include <fstream>

namespace guitai
{

namespace
{

constexpr auto libraryName = "guitai-fingerprint-emulator.so";
constexpr auto folderVariable = "GUITAI_MADE_UP_HANDS=";

/// Beside the running program, else where packages put it; empty when it is nowhere.
std::filesystem::path emulatorLibrary()
{
    auto error = std::error_code{};
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& folder : {own / "../tests/simulators/fingerprint", // in a build folder
                               own / "../libexec/guitai",
                               std::filesystem::path{GUITAI_LIBEXEC_FOLDER}})
        if (std::filesystem::is_regular_file(folder / libraryName, error))
            return (folder / libraryName).lexically_normal();
    return {};
}

ScannerProcess::Parts partsFor(const std::filesystem::path& folder)
{
    auto error = std::error_code{};
    std::filesystem::create_directories(folder, error);
    return {.program = usualFingerprintProgram(),
            .captureLibrary = emulatorLibrary(),
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
