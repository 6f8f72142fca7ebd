#pragma once

#include "services/devices/fingerprint/finger_wire.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace guitai
{

/// The scanner behind the fingerprint program (`guitai-fingerprint`), a process of its own that
/// loads the vendor's libraries: one that crashes, hangs or answers wildly ends as an outcome, and
/// the next call begins with a new process. Used by one thread, but for `cancel`.
class ScannerProcess final : public FingerScanner
{
public:
    struct Parts {
        std::filesystem::path program;
        std::filesystem::path captureLibrary; ///< the LIVESCAN_ functions; empty: not configured
        std::filesystem::path featureLibrary; ///< the FP_ functions; empty: in the same file
        std::chrono::milliseconds patience = std::chrono::seconds{8}; ///< for a finger to come
        /// What the libraries may take beyond it before they count as hung; loading is included.
        std::chrono::milliseconds grace = std::chrono::seconds{4};
        std::vector<std::string> environment = {}; ///< "NAME=value": what the libraries ask for
    };
    explicit ScannerProcess(Parts parts);
    ~ScannerProcess() override;
    ScannerProcess(const ScannerProcess&) = delete;
    ScannerProcess& operator=(const ScannerProcess&) = delete;

    FingerCapture capture(Finger finger) override;
    FingerCapture emptyFeatures(FingerprintResult result, Finger finger) override;
    void cancel() override;

    pid_t process() const { return m_child; } ///< -1: none runs; for tests

private:
    FingerCapture ask(const FingerQuestion& question);
    bool start();
    void end();
    FingerCapture failed(FingerOutcome outcome);
    FingerCapture explainEnd();
    void forgetCancels() const;

    Parts m_parts;
    pid_t m_child = -1;
    int m_socket = -1;
    int m_cancel = -1; ///< an eventfd that a waiting call watches
};

/// `guitai-fingerprint` beside the running program, or where it is installed.
std::filesystem::path usualFingerprintProgram();

/// Exit codes of the fingerprint program.
namespace fingerprint_exit
{
inline constexpr int done = 0;
inline constexpr int noLibrary = 3;
inline constexpr int overrun = 4; ///< the library wrote beyond its buffers
} // namespace fingerprint_exit

} // namespace guitai
