// Start of the workstation to a usable sign-in page, beside an empty window, in turn.
//
// usage: startup_bench GUITAI EMPTY_WINDOW [RUNS]
// Needs a display. Both programs print a line once they can be used, and end; the time is that of
// the line, the memory the peak of the whole process.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace
{

struct Run {
    double milliseconds;
    double mebibytes;
};

Run timed(const std::vector<std::string>& command)
{
    auto ends = std::array<int, 2>{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    const auto begin = std::chrono::steady_clock::now();
    const auto child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        auto arguments = std::vector<char*>{};
        for (const auto& word : command)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    close(ends[1]);
    auto letter = char{};
    const auto ready = read(ends[0], &letter, 1) == 1;
    const auto end = std::chrono::steady_clock::now();
    close(ends[0]);
    auto status = 0;
    auto usage = rusage{};
    wait4(child, &status, 0, &usage);
    if (!ready || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(command.front() + " did not end well");
    return {std::chrono::duration<double, std::milli>(end - begin).count(),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

template <class Member>
double median(std::vector<Run> runs, Member member)
{
    std::ranges::sort(runs, {}, member);
    return runs[runs.size() / 2].*member;
}

void print(const char* what, const std::vector<Run>& runs)
{
    std::printf("%-28s %8.0f ms %8.1f MiB\n",
                what,
                median(runs, &Run::milliseconds),
                median(runs, &Run::mebibytes));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: startup_bench GUITAI EMPTY_WINDOW [RUNS]\n");
        return 2;
    }
    const auto count = argc > 3 ? std::atoi(argv[3]) : 15;
    auto folder =
        std::filesystem::temp_directory_path() / ("guitai-startup-" + std::to_string(getpid()));
    const auto guitai = std::vector<std::string>{
        argv[1], "--training", "--data", folder.string(), "--exit-when-ready"};
    const auto empty = std::vector<std::string>{argv[2]};
    timed(guitai); // makes the training data
    timed(empty);
    auto ours = std::vector<Run>{};
    auto floor = std::vector<Run>{};
    for (auto i = 0; i < count; ++i) {
        ours.push_back(timed(guitai));
        floor.push_back(timed(empty));
    }
    std::filesystem::remove_all(folder);
    std::printf("start to a usable window, median of %d runs in turn\n", count);
    print("guitai, sign-in page", ours);
    print("empty wxWidgets window", floor);
    std::printf("%-28s %8.2f    %8.2f\n",
                "ratio",
                median(ours, &Run::milliseconds) / median(floor, &Run::milliseconds),
                median(ours, &Run::mebibytes) / median(floor, &Run::mebibytes));
    return 0;
}
