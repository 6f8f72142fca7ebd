#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace guitai
{

/// A file of the training mode: in the running program's own folder, in `buildFolder` of the build
/// tree, else where packages put it. No value: it is nowhere.
std::optional<std::filesystem::path> findPracticeFile(const std::string& name,
                                                      const std::filesystem::path& buildFolder);

/// A program that runs beside this one and ends with this object or with this process, however that
/// ends: its standard input is a pipe of ours, and it ends when that is closed.
class ChildProgram
{
public:
    /// Throws ServiceFailure (device) when it cannot be started.
    ChildProgram(const std::filesystem::path& program, std::vector<std::string> arguments);
    /// Waits two seconds for its end, then ends it.
    ~ChildProgram();
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;

    /// The first line that it writes; throws ServiceFailure (device) when it ends before or takes
    /// longer.
    std::string readLine(std::chrono::seconds limit) const;
    /// False: it is gone.
    bool send(const std::string& line) const;
    pid_t pid() const { return m_pid; }

private:
    void end();

    pid_t m_pid = -1;
    int m_input = -1;  ///< write end: the child's standard input
    int m_output = -1; ///< read end: the child's standard output
};

} // namespace guitai
