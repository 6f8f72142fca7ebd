#include "tests/app/console.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace guitai
{

namespace
{

std::string linesOf(const std::vector<std::string>& lines)
{
    auto text = std::string{};
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

TestConsole TestConsole::withStaff()
{
    auto console = TestConsole{};
    REQUIRE(
        console.ask({"init", "--agency", "110108520000", "--window", "01", "--name", "测试派出所"})
            .exitCode == 0);
    REQUIRE(console
                .ask({"user", "add", "liming", "--role", "clerk", "--display-name", "李明"},
                     {clerkPassword})
                .exitCode == 0);
    REQUIRE(console.ask({"user", "add", "wangfang", "--role", "supervisor"}, {supervisorPassword})
                .exitCode == 0);
    return console;
}

Outcome TestConsole::tell(const Arguments& arguments, const Arguments& input) const
{
    auto command = Arguments{GUITAI_ADMIN, "--data", data().string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run({.command = command, .input = linesOf(input)});
}

TestConsole::Answer TestConsole::ask(const Arguments& arguments, const Arguments& input) const
{
    auto words = arguments;
    words.push_back("--json");
    const auto outcome = tell(words, input);
    INFO(outcome.out);
    INFO(outcome.err);
    auto json = nlohmann::json::parse(outcome.out, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    return {outcome.exitCode, std::move(json), outcome.err};
}

TestConsole::Answer TestConsole::askAs(const std::string& user, Arguments arguments) const
{
    arguments.insert(arguments.end(), {"--user", user});
    return ask(arguments, {user == "wangfang" ? supervisorPassword : clerkPassword});
}

TestConsole::Answer TestConsole::submit(const std::filesystem::path& file,
                                        const Arguments& more) const
{
    auto arguments = Arguments{"case", "submit", file.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return askAs("liming", arguments);
}

std::filesystem::path example(const std::string& name)
{
    return std::filesystem::path{EXAMPLES_FOLDER} / name;
}

std::vector<std::string> codesOf(const TestConsole::Answer& answer)
{
    auto codes = std::vector<std::string>{};
    for (const auto& refusal : answer.json.value("refusals", nlohmann::json::array()))
        codes.push_back(refusal.at("code"));
    return codes;
}

std::string contentOf(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write(const std::filesystem::path& file, const std::string& content)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

} // namespace guitai
