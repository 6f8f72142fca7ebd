#include "tests/app/console.h"

#include <doctest/doctest.h>

using namespace guitai;
using Codes = std::vector<std::string>;

TEST_CASE("guitai-admin init")
{
    const auto console = TestConsole{};
    const auto init = [&](const std::string& agency, const std::string& window) {
        return console.ask(
            {"init", "--agency", agency, "--window", window, "--name", "测试派出所"});
    };

    SUBCASE("makes a folder for its owner only")
    {
        REQUIRE(init("110108520000", "01").exitCode == 0);
        CHECK(std::filesystem::exists(console.data() / "guitai.db"));
        CHECK(std::filesystem::status(console.data()).permissions() ==
              std::filesystem::perms::owner_all);
    }
    SUBCASE("does it once")
    {
        REQUIRE(init("110108520000", "01").exitCode == 0);
        const auto again = init("110108520000", "02");
        CHECK(again.exitCode == 1);
        CHECK(codesOf(again) == Codes{"alreadyInitialised"});
    }
    SUBCASE("names each field that is wrong")
    {
        const auto answer = init("11010852", "00");
        CHECK(answer.exitCode == 1);
        CHECK(answer.json.at("refusals").at(0).at("field") == "agency");
        CHECK(answer.json.at("refusals").at(1).at("field") == "window");
        CHECK_FALSE(std::filesystem::exists(console.data()));
    }
}

TEST_CASE("guitai-admin user")
{
    const auto console = TestConsole::withStaff();
    const auto signIn = [&](const std::string& password) {
        return console.ask({"shift", "show", "--user", "liming"}, {password});
    };

    SUBCASE("lists who there is")
    {
        const auto users = console.ask({"user", "list"}).json.at("users");
        REQUIRE(users.size() == 2);
        CHECK(users.at(0).at("id") == "liming");
        CHECK(users.at(0).at("displayName") == "李明");
        CHECK(users.at(0).at("role") == "clerk");
    }
    SUBCASE("add refuses a weak password, a second of the name, and no password")
    {
        CHECK(codesOf(console.ask({"user", "add", "a", "--role", "clerk"}, {"short"})) ==
              Codes{"weakPassword"});
        CHECK(codesOf(console.ask({"user", "add", "liming", "--role", "clerk"}, {"long-enough"})) ==
              Codes{"nameTaken"});
        CHECK(codesOf(console.ask({"user", "add", "b", "--role", "clerk"})) == Codes{"missing"});
    }
    SUBCASE("disable keeps out, enable lets in")
    {
        REQUIRE(console.ask({"user", "disable", "liming"}).exitCode == 0);
        CHECK(codesOf(signIn(clerkPassword)) == Codes{"accountDisabled"});
        REQUIRE(console.ask({"user", "enable", "liming"}).exitCode == 0);
        CHECK(signIn(clerkPassword).exitCode == 0);
    }
    SUBCASE("five failures lock, and reset unlocks with a new password")
    {
        for (int i = 0; i < 5; ++i)
            CHECK(signIn("wrong-password").exitCode == 1);
        CHECK(codesOf(signIn(clerkPassword)) == Codes{"accountLocked"});
        REQUIRE(console.ask({"user", "reset", "liming"}, {"brand-new-word"}).exitCode == 0);
        CHECK(signIn("brand-new-word").exitCode == 0);
        CHECK(codesOf(signIn(clerkPassword)) == Codes{"wrongPassword"});
    }
    SUBCASE("knows who is not there")
    {
        CHECK(codesOf(console.ask({"user", "disable", "nobody"})) == Codes{"noSuchUser"});
    }
    SUBCASE("the journal names the machine account")
    {
        const auto exported = console.tell({"journal", "export"});
        CHECK(exported.exitCode == 0);
        CHECK(exported.out.find("\"actor\":\"os:") != std::string::npos);
        CHECK(exported.out.find(clerkPassword) == std::string::npos);
    }
}

TEST_CASE("guitai-admin without sense")
{
    const auto console = TestConsole{};
    for (const auto& arguments : std::vector<TestConsole::Arguments>{
             {},
             {"dance"},
             {"init", "--agency", "110108520000"},
             {"user", "add", "x", "--role", "king"},
             {"case", "submit", "x.json"},
             {"case", "decide", "1", "--exception", "feeRelief", "--user", "x"},
             {"case",
              "decide",
              "1",
              "--exception",
              "feeRelief",
              "--approve",
              "--reject",
              "--user",
              "x"},
             {"case", "list", "--state", "lost"},
             {"journal"},
             {"--language", "fr", "journal", "verify"}}) {
        const auto outcome = console.tell(arguments);
        CHECK(outcome.exitCode == 2);
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("guitai-admin without a window")
{
    const auto console = TestConsole{};
    CHECK(codesOf(console.ask({"user", "list"})) == Codes{"notInitialised"});
    CHECK(codesOf(console.ask({"journal", "verify"})) == Codes{"notInitialised"});
    CHECK_FALSE(std::filesystem::exists(console.data()));
}

TEST_CASE("guitai-admin --help teaches in both languages")
{
    const auto help = [](std::vector<std::string> arguments, const std::string& locale) {
        arguments.insert(arguments.begin(), GUITAI_ADMIN);
        arguments.push_back("--help");
        const auto outcome = run({.command = arguments, .locale = locale});
        CHECK(outcome.exitCode == 0);
        return outcome.out;
    };
    CHECK(help({}, "C").find("From nothing to the first voucher") != std::string::npos);
    CHECK(help({}, "zh_CN.UTF-8").find("从零到第一张凭证") != std::string::npos);
    CHECK(help({"case", "submit"}, "C").find("guitai-admin case submit child.json") !=
          std::string::npos);
    for (const auto* command :
         {"init", "user", "case", "voucher", "shift", "journal", "backup", "restore"})
        CHECK(help({command}, "zh_CN.UTF-8").find("用法") != std::string::npos);
}
