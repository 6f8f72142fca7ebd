#include "tests/faults/life_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace guitai
{

namespace
{

constexpr auto listening = 99;

/// The test's own environment with the faults in front: the first of two equal names counts.
std::vector<std::string> environmentOf(const std::filesystem::path& folder, const Faults& faults)
{
    auto lines = std::vector<std::string>{
        std::string{"LD_PRELOAD="} + GUITAI_DISK_FAULTS,
        "FAULT_FOLDER=" + (folder / "data").string(),
        "FAULT_COUNT=" + (folder / "count").string(),
    };
    for (const auto& [name, value] : faults)
        lines.push_back(name + '=' + value);
    for (auto** line = environ; *line != nullptr; ++line)
        lines.emplace_back(*line);
    return lines;
}

std::vector<char*> pointersTo(std::vector<std::string>& lines)
{
    auto pointers = std::vector<char*>{};
    for (auto& line : lines)
        pointers.push_back(line.data());
    pointers.push_back(nullptr);
    return pointers;
}

pid_t spawnLife(const std::filesystem::path& folder, const Faults& faults)
{
    auto arguments = std::vector<std::string>{GUITAI_WINDOW_LIFE, (folder / "data").string()};
    auto environment = environmentOf(folder, faults);
    auto actions = posix_spawn_file_actions_t{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(
        &actions, listening, (folder / "said").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    auto child = pid_t{};
    const auto result = posix_spawn(&child,
                                    GUITAI_WINDOW_LIFE,
                                    &actions,
                                    nullptr,
                                    pointersTo(arguments).data(),
                                    pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (result != 0)
        throw std::runtime_error("no child process");
    return child;
}

} // namespace

std::vector<std::string> LifeRun::saidWith(const std::string& word) const
{
    auto lines = std::vector<std::string>{};
    for (const auto& line : said)
        if (line.starts_with(word + ' '))
            lines.push_back(line.substr(word.size() + 1));
    return lines;
}

LifeRun liveIn(const std::filesystem::path& folder, const Faults& faults)
{
    const auto child = spawnLife(folder, faults);
    auto status = 0;
    if (::waitpid(child, &status, 0) != child)
        throw std::runtime_error("no news of the child process");
    auto run = LifeRun{};
    run.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::ifstream{folder / "count"} >> run.operations;
    auto stream = std::ifstream{folder / "said"};
    for (auto line = std::string{}; std::getline(stream, line);)
        run.said.push_back(line);
    return run;
}

void forEachPoint(long first, long last, long stride, const std::function<void(long)>& act)
{
    auto next = std::atomic<long>{first};
    const auto work = [&] {
        for (auto point = next.fetch_add(stride); point <= last; point = next.fetch_add(stride))
            act(point);
    };
    auto workers = std::vector<std::jthread>{};
    for (auto i = 1U; i < std::thread::hardware_concurrency(); ++i)
        workers.emplace_back(work);
    work();
}

} // namespace guitai
