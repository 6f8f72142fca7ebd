#pragma once

#include "services/clock.h"
#include "services/log.h"

#include <filesystem>
#include <mutex>
#include <string_view>

namespace guitai
{

/// A text file that begins anew when it is full; a few older ones are kept beside it. Readable by
/// its owner only. Used by every thread. A log that cannot be written stops nobody.
class LogFile final : public Log
{
public:
    static constexpr std::uintmax_t fullSize = 1024 * 1024; ///< bytes
    static constexpr int keptFiles = 5;

    LogFile(std::filesystem::path file, const Clock& clock, std::uintmax_t full = fullSize);

    void error(std::string_view line) override { write("error", line); }
    void warning(std::string_view line) override { write("warning", line); }
    void info(std::string_view line) override { write("info", line); }

private:
    void write(std::string_view level, std::string_view line);
    void rotate();

    std::filesystem::path m_file;
    const Clock& m_clock;
    std::uintmax_t m_full;
    std::mutex m_mutex;
};

} // namespace guitai
