#pragma once

#include "services/devices/photo/photo_lab.h"
#include "services/rules/photo_standard.h"
#include "services/rules/picture_file.h"

#include <chrono>
#include <filesystem>
#include <sys/types.h>

namespace guitai
{

struct PhotoAnswer;
struct PhotoRequest;

/// The photo program (`guitai-photo`), one process a picture: it has nothing but a socket to this
/// one, limits on memory and processor time, and is ended when it takes too long.
class PhotoProgram final : public PhotoLab
{
public:
    PhotoProgram(std::filesystem::path program,
                 PhotoStandard standard,
                 std::chrono::milliseconds patience = std::chrono::seconds{15});
    ~PhotoProgram() override;
    PhotoProgram(const PhotoProgram&) = delete;
    PhotoProgram& operator=(const PhotoProgram&) = delete;

    Result<CheckedPhoto> make(const PhotoSource& source,
                              const std::optional<PhotoArea>& part) override;
    Result<Bytes> scan(const PhotoSource& source, const ScanStandard& standard) override;
    /// Starts the process that serves the next call.
    void warmUp() override;
    pid_t waiting() const { return m_child; } ///< for tests; -1: none

private:
    void start();
    void end();
    Result<PhotoAnswer> ask(const PhotoRequest& request, bool (*isComplete)(const PhotoAnswer&));
    Bytes exchange(const Bytes& request);
    /// How the process ended, when it ended without an answer.
    [[noreturn]] void explainSilence();

    std::filesystem::path m_program;
    PhotoStandard m_standard;
    std::chrono::milliseconds m_patience;
    pid_t m_child = -1;
    int m_socket = -1;
};

/// `guitai-photo` beside the running program, or where it is installed.
std::filesystem::path usualPhotoProgram();

/// Exit codes of the photo program, which tell this class what happened.
namespace photo_exit
{
inline constexpr int done = 0;
inline constexpr int unready = 3;      ///< the cascades or the sandbox are not there
inline constexpr int beyondLimits = 4; ///< memory
} // namespace photo_exit

} // namespace guitai
