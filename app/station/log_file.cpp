#include "app/station/log_file.h"

#include "services/station_time.h"

#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace guitai
{

namespace
{

constexpr mode_t logMode = 0600;

std::string oneLine(std::string_view text)
{
    auto line = std::string{text};
    for (auto& c : line)
        if (c == '\n' || c == '\r')
            c = ' ';
    return line;
}

} // namespace

LogFile::LogFile(std::filesystem::path file, const Clock& clock, std::uintmax_t full)
    : m_file(std::move(file)), m_clock(clock), m_full(full)
{
    auto ignored = std::error_code{};
    std::filesystem::create_directories(m_file.parent_path(), ignored);
    std::filesystem::permissions(m_file.parent_path(), std::filesystem::perms::owner_all, ignored);
}

void LogFile::write(std::string_view level, std::string_view line)
{
    const auto lock = std::scoped_lock{m_mutex};
    auto error = std::error_code{};
    if (const auto size = std::filesystem::file_size(m_file, error); !error && size >= m_full)
        rotate();
    const auto text =
        utcText(m_clock.now()) + " " + std::string{level} + " " + oneLine(line) + "\n";
    const auto handle = ::open(m_file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, logMode);
    if (handle < 0)
        return;
    [[maybe_unused]] const auto written = ::write(handle, text.data(), text.size());
    ::close(handle);
}

void LogFile::rotate()
{
    auto ignored = std::error_code{};
    const auto older = [this](int age) {
        return std::filesystem::path{m_file.string() + "." + std::to_string(age)};
    };
    for (auto age = keptFiles - 1; age >= 1; --age)
        std::filesystem::rename(older(age), older(age + 1), ignored);
    std::filesystem::rename(m_file, older(1), ignored);
}

} // namespace guitai
