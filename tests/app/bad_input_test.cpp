#include "services/journal/journal_files.h"
#include "tests/app/console.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace guitai;
using Codes = std::vector<std::string>;

TEST_CASE("a case file that is none")
{
    const auto console = TestConsole{};
    const auto check = [&](const std::string& content) {
        const auto file = console.file("case.json");
        write(file, content);
        const auto answer = console.ask({"case", "check", file.string()});
        CHECK(answer.exitCode == 1);
        CHECK_FALSE(answer.json.at("refusals").at(0).at("field").get<std::string>().empty());
        CHECK(answer.err.find("exception") == std::string::npos);
        CHECK(answer.err.find("terminate") == std::string::npos);
        return codesOf(answer).front();
    };

    SUBCASE("is refused by its first fault")
    {
        CHECK(check("") == "notJson");
        CHECK(check("{") == "notJson");
        CHECK(check("[1,2") == "notJson");
        CHECK(check("[]") == "wrongType");
        CHECK(check("42") == "wrongType");
        CHECK(check(R"({"shoe": 42})") == "unknownMember");
        CHECK(check(R"({"applicant": {"name": {}}})") == "wrongType");
        CHECK(check(R"({"documents": "householdRegister"})") == "wrongType");
        CHECK(check("{\"applicant\": {\"name\": \"\xC0\x80\"}}") == "badUtf8");
        CHECK(check(std::string(100000, '[')) == "tooDeep");
        CHECK(check(R"({"photo": {"file": "../../etc/passwd"}})") == "malformed");
        CHECK(check(R"({"photo": {"file": "/etc/passwd"}})") == "malformed");
    }
    SUBCASE("of 100 MB is not read")
    {
        const auto file = console.file("large.json");
        write(file, "{}");
        std::filesystem::resize_file(file, 100 * 1024 * 1024);
        CHECK(codesOf(console.ask({"case", "check", file.string()})) == Codes{"fileTooLarge"});
    }
    SUBCASE("that is a folder, a device or not there is not readable")
    {
        for (const auto& file :
             {console.file(""), std::filesystem::path{"/dev/zero"}, console.file("no.json")})
            CHECK(codesOf(console.ask({"case", "check", file.string()})) ==
                  Codes{"fileUnreadable"});
    }
}

TEST_CASE("a folder that another program holds")
{
    const auto console = TestConsole::withStaff();
    const auto clock = std::make_unique<SystemClock>();
    const auto held = openJournal({console.data()}, *clock);
    const auto answer = console.ask({"user", "list"});
    CHECK(answer.exitCode == 3);
    CHECK(answer.json.at("failure").at("kind") == "inUse");
}

TEST_CASE("a folder that cannot be written")
{
    const auto console = TestConsole::withStaff();
    using std::filesystem::perms;
    const auto readable = perms::owner_read | perms::group_read | perms::others_read;
    const auto enterable = readable | perms::owner_exec | perms::group_exec | perms::others_exec;
    std::filesystem::permissions(console.file(""), enterable);
    std::filesystem::permissions(console.file("").parent_path().parent_path(), enterable);
    std::filesystem::permissions(console.data(), enterable);
    for (const auto& entry : std::filesystem::directory_iterator{console.data()})
        std::filesystem::permissions(entry.path(), readable);

    const auto outcome = run({.command = {GUITAI_ADMIN,
                                          "--data",
                                          console.data().string(),
                                          "--json",
                                          "user",
                                          "add",
                                          "zhang",
                                          "--role",
                                          "clerk"},
                              .input = "long-enough-1\n",
                              .heedingRights = true});
    CHECK(outcome.exitCode == 3);
    CHECK(nlohmann::json::parse(outcome.out).at("failure").at("kind") == "readOnly");
    CHECK(console.ask({"user", "list"}).json.at("users").size() == 2);
}

TEST_CASE("an output that is full")
{
    const auto console = TestConsole::withStaff();
    const auto outcome = run({.command = {"sh",
                                          "-c",
                                          "exec \"$0\" --data \"$1\" user list > /dev/full",
                                          GUITAI_ADMIN,
                                          console.data().string()}});
    CHECK(outcome.exitCode == 3);
}

TEST_CASE("a rule file with a mistake")
{
    const auto console = TestConsole::withStaff();
    std::filesystem::create_directory(console.file("assets"));
    write(console.file("assets/fees.json"), "{\n  \"periods\": 7\n}\n");
    const auto answer = console.ask({"case",
                                     "check",
                                     example("under16-first-issue.json").string(),
                                     "--assets",
                                     console.file("assets").string()});
    CHECK(answer.exitCode == 3);
    CHECK(answer.err.find("fees.json:") != std::string::npos);
}
