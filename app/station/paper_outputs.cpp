#include "app/station/paper_outputs.h"

#include "services/failure.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace guitai
{

namespace
{

constexpr mode_t paperMode = 0600;
constexpr int mostCopies = 1000;

[[noreturn]] void fail(const std::string& detail)
{
    throw ServiceFailure(ServiceFailure::Kind::printer, detail);
}

/// A file handle that closes itself.
class Handle
{
public:
    explicit Handle(int handle) : m_handle(handle) {}
    ~Handle() { close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    int get() const { return m_handle; }
    void close()
    {
        if (m_handle >= 0)
            ::close(m_handle);
        m_handle = -1;
    }

private:
    int m_handle;
};

bool writeAll(int handle, const Bytes& bytes)
{
    auto done = std::size_t{0};
    while (done < bytes.size()) {
        const auto written = ::write(handle, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += static_cast<std::size_t>(written);
    }
    return true;
}

/// Letters, digits, hyphens and underscores, so that a title can be a file's name.
std::string fileName(const std::string& title)
{
    auto name = std::string{};
    for (const auto c : title)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            c == '-' || c == '_')
            name += c;
    return name.empty() ? "paper" : name;
}

/// Runs `arguments` with `input` on standard input; the exit code, or none when it did not run.
std::optional<int> runWith(std::vector<std::string> arguments, const Bytes& input)
{
    auto ends = std::array<int, 2>{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    auto reading = Handle{ends[0]};
    auto writing = Handle{ends[1]};
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, reading.get(), STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto pointers = std::vector<char*>{};
    for (auto& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    auto process = pid_t{};
    const auto spawned =
        posix_spawnp(&process, pointers.front(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (spawned != 0)
        return std::nullopt;
    reading.close();
    const auto sent = writeAll(writing.get(), input);
    writing.close();
    auto status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (!sent || !WIFEXITED(status))
        return std::nullopt;
    return WEXITSTATUS(status);
}

} // namespace

FolderOutput::FolderOutput(std::filesystem::path folder) : m_folder(std::move(folder)) {}

void FolderOutput::put(const Bytes& pdf, const std::string& title)
{
    auto error = std::error_code{};
    std::filesystem::create_directories(m_folder, error);
    const auto stem = fileName(title);
    for (auto copy = 0; copy < mostCopies; ++copy) {
        const auto suffix = copy == 0 ? std::string{} : "-" + std::to_string(copy);
        const auto path = m_folder / (stem + suffix + ".pdf");
        const auto handle =
            Handle{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, paperMode)};
        if (handle.get() < 0 && errno == EEXIST)
            continue;
        if (handle.get() < 0)
            fail("the papers' folder cannot be written");
        if (writeAll(handle.get(), pdf) && ::fsync(handle.get()) == 0)
            return;
        ::unlink(path.c_str()); // half a paper is none
        fail("the papers' folder is full");
    }
    fail("too many papers of one title");
}

QueueOutput::QueueOutput(std::string queue, std::string program)
    : m_queue(std::move(queue)), m_program(std::move(program))
{
    // A printer program that ends early must not end this one.
    std::signal(SIGPIPE, SIG_IGN);
}

void QueueOutput::put(const Bytes& pdf, const std::string& title)
{
    const auto code = runWith(
        {m_program, "-d", m_queue, "-t", fileName(title), "-o", "media=A5", "--", "-"}, pdf);
    if (!code)
        fail("lp did not run");
    if (*code != 0)
        fail("lp ended with " + std::to_string(*code));
}

bool queueAnswers(const std::string& queue, const std::string& program)
{
    return runWith({program, "-p", queue}, {}) == 0;
}

} // namespace guitai
