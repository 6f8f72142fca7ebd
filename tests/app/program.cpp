#include "tests/app/program.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guitai
{

namespace
{

/// A file without a name: a program may write as much as it likes before anybody reads.
class Stream
{
public:
    Stream() : m_file(std::tmpfile())
    {
        if (m_file == nullptr)
            throw std::runtime_error("no temporary file");
    }
    ~Stream() { std::fclose(m_file); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    int descriptor() const { return fileno(m_file); }

    void fill(const std::string& text)
    {
        std::fwrite(text.data(), 1, text.size(), m_file);
        std::rewind(m_file);
    }

    std::string content()
    {
        std::rewind(m_file);
        auto text = std::string{};
        auto part = std::array<char, 4096>{};
        while (const auto count = std::fread(part.data(), 1, part.size(), m_file))
            text.append(part.data(), count);
        return text;
    }

private:
    std::FILE* m_file;
};

[[noreturn]] void become(const Run& run, const Stream& in, const Stream& out, const Stream& err)
{
    dup2(in.descriptor(), STDIN_FILENO);
    dup2(out.descriptor(), STDOUT_FILENO);
    dup2(err.descriptor(), STDERR_FILENO);
    setenv("LC_ALL", run.locale.c_str(), 1);
    unsetenv("GUITAI_DATA");
    if (run.heedingRights && geteuid() == 0)
        for (const auto right : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH})
            if (prctl(PR_CAPBSET_DROP, right, 0, 0, 0) != 0)
                _exit(126);
    auto arguments = std::vector<char*>{};
    for (const auto& argument : run.command)
        arguments.push_back(const_cast<char*>(argument.c_str())); // execvp does not write
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

} // namespace

Outcome run(const Run& run)
{
    auto in = Stream{};
    auto out = Stream{};
    auto err = Stream{};
    in.fill(run.input);
    const auto child = fork();
    if (child < 0)
        throw std::runtime_error("no new process");
    if (child == 0)
        become(run, in, out, err);
    auto status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const auto code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, out.content(), err.content()};
}

} // namespace guitai
