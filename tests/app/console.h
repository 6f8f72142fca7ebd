#pragma once

#include "tests/app/program.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guitai
{

/// guitai-admin on a data folder of its own, with --json.
class TestConsole
{
public:
    using Arguments = std::vector<std::string>;

    /// With a window, the clerk "liming" and the supervisor "wangfang".
    static TestConsole withStaff();

    TestConsole() = default;

    struct Answer {
        int exitCode = -1;
        nlohmann::json json;
        std::string err;
    };
    /// Runs a command whose --json output must be one document; `input` are lines.
    Answer ask(const Arguments& arguments, const Arguments& input = {}) const;
    /// The same as people see it.
    Outcome tell(const Arguments& arguments, const Arguments& input = {}) const;

    Answer submit(const std::filesystem::path& file, const Arguments& more = {}) const;
    /// Acts as "liming" or "wangfang".
    Answer askAs(const std::string& user, Arguments arguments) const;

    std::filesystem::path data() const { return *m_folder / "data"; }
    std::filesystem::path file(const std::string& name) const { return *m_folder / name; }

private:
    std::shared_ptr<TemporaryFolder> m_folder = std::make_shared<TemporaryFolder>("console");
};

inline constexpr auto clerkPassword = "sunny-day-42";
inline constexpr auto supervisorPassword = "rainy-night-7";

std::filesystem::path example(const std::string& name);
/// The codes of the answer's refusals, in order.
std::vector<std::string> codesOf(const TestConsole::Answer& answer);

std::string contentOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& content);

} // namespace guitai
