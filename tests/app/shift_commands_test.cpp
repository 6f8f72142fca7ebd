#include "tests/app/console.h"

#include <doctest/doctest.h>

using namespace guitai;
using Codes = std::vector<std::string>;

namespace
{

/// liming with 100 yuan of float and 20 yuan collected.
TestConsole workingConsole()
{
    auto console = TestConsole::withStaff();
    REQUIRE(console.askAs("liming", {"shift", "open", "--count", "50=1", "10=5"}).exitCode == 0);
    REQUIRE(console.submit(example("terminal-failed-expiry.json")).exitCode == 0);
    return console;
}

/// liming first, wangfang as the second person.
TestConsole::Answer askBoth(const TestConsole& console, TestConsole::Arguments arguments)
{
    arguments.insert(arguments.end(), {"--user", "liming"});
    return console.ask(arguments, {clerkPassword, supervisorPassword});
}

} // namespace

TEST_CASE("guitai-admin shift close")
{
    const auto console = workingConsole();
    CHECK(codesOf(console.askAs("liming", {"shift", "open"})) == Codes{"shiftAlreadyOpen"});
    CHECK(codesOf(console.askAs("liming", {"shift", "close"})) == Codes{"notCounted"});

    SUBCASE("closes on an even count and tells the number of the Z report")
    {
        const auto closed =
            console.askAs("liming", {"shift", "close", "--count", "50=1", "10=5", "20=1"});
        CHECK(closed.exitCode == 0);
        CHECK(closed.json.at("shift").at("expected_fen") == 12000);
        CHECK(closed.json.at("shift").at("zNumber") == 1);
    }
    SUBCASE("keeps a count that does not fit and asks for a supervisor")
    {
        CHECK(codesOf(console.askAs("liming", {"shift", "close", "--count", "50=1", "10=5"})) ==
              Codes{"supervisorNeeded"});
        CHECK(codesOf(
                  console.askAs("liming", {"shift", "close", "--count", "50=1", "10=5", "20=1"})) ==
              Codes{"witnessNeeded"});
        const auto closed = askBoth(
            console, {"shift", "close", "--reason", "少收一笔", "--supervisor", "wangfang"});
        CHECK(closed.exitCode == 0);
        CHECK(console.ask({"journal", "verify"}).exitCode == 0);
    }
    SUBCASE("counts again with a witness")
    {
        REQUIRE(console.askAs("liming", {"shift", "count", "--count", "50=1"}).exitCode == 0);
        CHECK(
            askBoth(console,
                    {"shift", "count", "--count", "50=1", "10=5", "20=1", "--witness", "wangfang"})
                .exitCode == 0);
        CHECK(console.askAs("liming", {"shift", "close"}).exitCode == 0);
    }
}

TEST_CASE("guitai-admin shift handover")
{
    const auto console = workingConsole();
    REQUIRE(
        console.askAs("liming", {"shift", "count", "--count", "50=1", "10=5", "20=1"}).exitCode ==
        0);
    const auto done = askBoth(console, {"shift", "handover", "--to", "wangfang"});
    REQUIRE(done.exitCode == 0);
    CHECK(done.json.at("shift").at("clerk") == "wangfang");
    CHECK(done.json.at("shift").at("openingFloat_fen") == 12000);
    CHECK(done.json.at("closed").at("zNumber") == 1);
}

TEST_CASE("guitai-admin shift move")
{
    const auto console = workingConsole();
    const auto out = TestConsole::Arguments{"shift",
                                            "move",
                                            "--kind",
                                            "bankDeposit",
                                            "--count",
                                            "20=1",
                                            "--reason",
                                            "解款",
                                            "--receiver",
                                            "周建国"};

    CHECK(console
              .askAs("liming",
                     {"shift", "move", "--kind", "in", "--count", "1=50", "--reason", "零钱"})
              .exitCode == 0);
    CHECK(codesOf(console.askAs("liming", out)) == Codes{"witnessNeeded"});
    auto watched = out;
    watched.insert(watched.end(), {"--witness", "wangfang"});
    const auto moved = askBoth(console, watched);
    CHECK(moved.exitCode == 0);
    CHECK(moved.json.at("shift").at("movements") == 2);
    CHECK(console.askAs("liming", {"shift", "move", "--kind", "gift", "--reason", "x"}).exitCode ==
          2);
    CHECK(console.askAs("liming", {"shift", "close", "--count", "100=1", "1=50"}).exitCode == 0);
}

TEST_CASE("guitai-admin shift drawer and incident")
{
    const auto console = workingConsole();
    CHECK(console.askAs("liming", {"shift", "drawer", "--reason", "换零"}).exitCode == 0);
    const auto note = TestConsole::Arguments{"shift",
                                             "incident",
                                             "--fault",
                                             "counterfeit",
                                             "--note",
                                             "100",
                                             "--serial",
                                             "TJ55720198",
                                             "--noticed",
                                             "水印不清",
                                             "--officer",
                                             "罗所长"};
    CHECK(console.askAs("liming", note).exitCode == 0);
    auto bad = note;
    bad[5] = "3";
    CHECK(codesOf(console.askAs("liming", bad)) == Codes{"malformed"});
}

TEST_CASE("guitai-admin shift report")
{
    const auto console = workingConsole();
    const auto pdf = console.file("z.pdf");
    const auto report = [&](const std::string& user, TestConsole::Arguments more) {
        auto arguments = TestConsole::Arguments{"shift", "report", "--out", pdf.string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return console.askAs(user, arguments);
    };

    CHECK(codesOf(report("liming", {"--clerk", "liming"})) == Codes{"notPermitted"});
    CHECK(report("wangfang", {"--clerk", "liming"}).json.at("expected_fen") == 12000);
    CHECK(codesOf(report("wangfang", {"--clerk", "liming"})) == Codes{"wouldOverwrite"});
    std::filesystem::remove(pdf);
    CHECK(codesOf(report("liming", {"--number", "1"})) == Codes{"noSuchShift"});
    REQUIRE(
        console.askAs("liming", {"shift", "close", "--count", "50=1", "10=5", "20=1"}).exitCode ==
        0);
    const auto z = report("liming", {"--number", "1"});
    REQUIRE(z.exitCode == 0);
    CHECK(z.json.at("difference_fen") == 0);
    CHECK(contentOf(pdf).starts_with("%PDF-"));
    std::filesystem::remove(pdf);
    CHECK(codesOf(report("liming", {"--number", "1"})) == Codes{"reasonNeeded"});
    CHECK(report("liming", {"--number", "1", "--reason", "归档"}).json.at("copy") == 1);
    CHECK(report("liming", {}).exitCode == 2);
}

TEST_CASE("guitai-admin reconcile")
{
    const auto console = workingConsole();
    const auto bill = console.file("bill");
    const auto csv = console.file("sheet.csv");
    const auto pdf = console.file("sheet.pdf");
    using Words = std::vector<std::string>;
    const auto ofTheDay = [](Words words, const Words& further) {
        words.insert(words.end(), {"--channel", "wechat", "--day", "2026-11-22"});
        words.insert(words.end(), further.begin(), further.end());
        return words;
    };
    const auto compare = [&](const std::string& user, const Words& further) {
        return console.askAs(user, ofTheDay({"reconcile", "--bill", bill.string()}, further));
    };
    const auto reconcile = [&](const std::string& user) {
        return compare(user, {"--csv", csv.string(), "--out", pdf.string()});
    };

    CHECK(codesOf(reconcile("wangfang")) == Codes{"fileUnreadable"});
    write(bill, "");
    CHECK(codesOf(reconcile("liming")) == Codes{"notPermitted"});
    const auto done = reconcile("wangfang");
    REQUIRE(done.exitCode == 0);
    CHECK(done.json.at("balanced") == true);
    CHECK(done.json.at("work").empty());
    CHECK(contentOf(csv).starts_with("\xEF\xBB\xBFid,day,"));
    CHECK(contentOf(pdf).starts_with("%PDF-"));
    CHECK(codesOf(reconcile("wangfang")) == Codes{"wouldOverwrite"});
    std::filesystem::remove(csv);
    std::filesystem::remove(pdf);
    write(bill, "this is no bill");
    CHECK(codesOf(reconcile("wangfang")) == Codes{"badBill"});
    CHECK(
        codesOf(console.askAs("wangfang", ofTheDay({"difference", "x"}, {"--resolution", "r"}))) ==
        Codes{"noSuchDifference"});
    const auto funds = console.file("funds");
    const auto withFunds = [&](const std::string& content) {
        write(bill, "");
        write(funds, content);
        return compare("wangfang", {"--funds", funds.string()});
    };
    CHECK(withFunds("").json.at("funds").at("agrees") == true);
    CHECK(codesOf(withFunds("this is no fund bill")) == Codes{"badBill"});
    CHECK(compare("wangfang", {"--funds"}).exitCode == 2); // which file?
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
    CHECK(compare("wangfang", {"--fetch"}).exitCode == 2); // one of the two
}
