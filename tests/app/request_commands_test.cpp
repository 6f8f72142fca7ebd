#include "tests/app/console.h"

#include <doctest/doctest.h>

using namespace guitai;
using Codes = std::vector<std::string>;

namespace
{

/// A case of liming's that is paid and whose voucher was printed and reprinted once.
struct Window {
    TestConsole console = TestConsole::withStaff();
    std::string number;
    int copies = 0;

    Window()
    {
        REQUIRE(console.askAs("liming", {"shift", "open", "--count", "10=10"}).exitCode == 0);
        const auto submitted = console.submit(example("terminal-failed-expiry.json"));
        REQUIRE(submitted.exitCode == 0);
        number = submitted.json.at("case").at("acceptanceNumber").get<std::string>();
        REQUIRE(print({"--reason", "原件"}).exitCode == 0);
        REQUIRE(print({"--reason", "破损"}).exitCode == 0);
    }
    TestConsole::Answer print(const TestConsole::Arguments& more)
    {
        const auto file = console.file("sheet" + std::to_string(++copies) + ".pdf").string();
        auto arguments = TestConsole::Arguments{"voucher", number, "--out", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return console.askAs("liming", arguments);
    }
    /// Asked by liming; the request's number.
    std::string asked(const TestConsole::Arguments& arguments) const
    {
        const auto answer = console.askAs("liming", arguments);
        REQUIRE(answer.exitCode == 0);
        CHECK(answer.json.at("request").at("state") == "waiting");
        return answer.json.at("request").at("id").get<std::string>();
    }
    void approve(const std::string& id) const
    {
        REQUIRE(console.askAs("wangfang", {"request", "decide", id, "--approve"}).exitCode == 0);
    }
};

} // namespace

TEST_CASE("guitai-admin request reprint")
{
    auto window = Window{};
    const auto& console = window.console;
    const auto id = window.asked({"request", "reprint", window.number, "--reason", "居民遗失"});
    CHECK(codesOf(window.print({"--reason", "x", "--request", id})) == Codes{"requestNotApproved"});
    CHECK(codesOf(console.askAs("liming", {"request", "decide", id, "--approve"})) ==
          Codes{"notPermitted"});
    const auto waiting = console.ask({"request", "list"});
    REQUIRE(waiting.json.at("requests").size() == 1);
    CHECK(waiting.json.at("requests")[0].at("evidence").at("copies") == 2);

    REQUIRE(console.askAs("wangfang", {"request", "ask-back", id, "--text", "旧件呢？"}).exitCode ==
            0);
    REQUIRE(console.askAs("liming", {"request", "answer", id, "--text", "已找过"}).exitCode == 0);
    window.approve(id);
    const auto printed = window.print({"--request", id});
    REQUIRE(printed.exitCode == 0);
    CHECK(printed.json.at("copy") == 2);
    CHECK(printed.json.at("reason") == "居民遗失");
    CHECK(codesOf(window.print({"--request", id})) == Codes{"requestUsed"});
    CHECK(console.ask({"request", "show", id}).json.at("request").at("state") == "used");
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
}

TEST_CASE("guitai-admin request withdraw and close")
{
    auto window = Window{};
    const auto& console = window.console;
    const auto refund = window.asked({"request", "withdraw", window.number, "--reason", "放弃"});
    window.approve(refund);
    const auto withdraw = TestConsole::Arguments{"case", "withdraw", window.number, "--request"};
    const auto with = [&](const TestConsole::Arguments& more) {
        auto arguments = withdraw;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return console.askAs("liming", arguments);
    };
    CHECK(codesOf(with({refund})) == Codes{"voucherNotReturned"});
    CHECK(codesOf(with({"unknown", "--voucher-returned"})) == Codes{"noSuchRequest"});
    const auto done = with({refund, "--voucher-returned"});
    REQUIRE(done.exitCode == 0);
    CHECK(done.json.at("case").at("state") == "withdrawn");

    REQUIRE(console.askAs("liming", {"shift", "count", "--count", "10=5"}).exitCode == 0);
    const auto close = window.asked({"request", "close", "--reason", "少一笔"});
    CHECK(codesOf(console.askAs("liming", {"request", "close", "--reason", "少一笔"})) ==
          Codes{"requestOpen"});
    const auto rejected =
        console.askAs("wangfang", {"request", "decide", close, "--reject", "--reason", "再数"});
    CHECK(rejected.json.at("request").at("decision").at("reason") == "再数");
    CHECK(codesOf(console.askAs("liming", {"shift", "close", "--request", close})) ==
          Codes{"requestNotApproved"});
    const auto again = window.asked({"request", "close", "--reason", "数过两遍"});
    window.approve(again);
    const auto closed = console.askAs("liming", {"shift", "close", "--request", again});
    REQUIRE(closed.exitCode == 0);
    CHECK(closed.json.at("shift").at("zNumber") == 1);
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
}

TEST_CASE("guitai-admin request refund takes an amount only for what goes back in parts")
{
    const auto window = Window{};
    const auto ask = [&](const TestConsole::Arguments& more) {
        auto arguments =
            TestConsole::Arguments{"request", "refund", window.number, "--reason", "x"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return window.console.askAs("liming", arguments);
    };
    CHECK(ask({"--amount", "5"}).exitCode == 2);
    CHECK(ask({"--amount", "5", "--order", "BJ1", "--finance"}).exitCode == 2);
    CHECK(codesOf(ask({"--amount", "5", "--order", "BJ1"})) == Codes{"noSuchAttempt"});
    CHECK(window.console
              .askAs(
                  "liming",
                  {"case", "withdraw", window.number, "--supervisor", "wangfang", "--request", "1"})
              .exitCode == 2);
}
