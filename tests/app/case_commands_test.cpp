#include "tests/app/console.h"
#include "tests/app/paper.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;
using Codes = std::vector<std::string>;

namespace
{

/// An example without its payment, in a folder with its pictures.
std::filesystem::path withoutPayment(const TestConsole& console, const std::string& name)
{
    for (const auto& entry : std::filesystem::directory_iterator{example("")})
        if (entry.path().extension() == ".jpg" || entry.path().extension() == ".png")
            std::filesystem::copy(entry.path(),
                                  console.file(entry.path().filename().string()),
                                  std::filesystem::copy_options::skip_existing);
    auto file = nlohmann::json::parse(contentOf(example(name)));
    file.erase("payment");
    const auto path = console.file(name);
    write(path, file.dump());
    return path;
}

} // namespace

TEST_CASE("guitai-admin case submit")
{
    const auto console = TestConsole::withStaff();
    const auto pdf = console.file("voucher.pdf");

    SUBCASE("opens an empty drawer for a clerk who has none, and says so")
    {
        const auto answer =
            console.submit(example("under16-damage.json"), {"--voucher", pdf.string()});
        REQUIRE(answer.exitCode == 0);
        CHECK(answer.json.at("shiftOpened") == true);
        const auto charge = answer.json.at("case").at("charge");
        CHECK(charge.at("tendered_fen") == 5000);
        CHECK(charge.at("change_fen") == 1000);
        const auto shift = console.askAs("liming", {"shift", "show"}).json.at("shift");
        CHECK(shift.at("openingFloat_fen") == 0);
        CHECK(shift.at("cashCharges") == 1);
        CHECK(shift.at("expected_fen").is_null()); // told after the count only
    }
    SUBCASE("writes the voucher for its owner only and never over a file")
    {
        write(pdf, "mine");
        const auto refused =
            console.submit(example("under16-first-issue.json"), {"--voucher", pdf.string()});
        CHECK(refused.exitCode == 1);
        CHECK(codesOf(refused) == Codes{"wouldOverwrite"});
        CHECK(contentOf(pdf) == "mine");
        CHECK(console.ask({"case", "list"}).json.at("total") == 0);

        std::filesystem::remove(pdf);
        CHECK(console.submit(example("under16-first-issue.json"), {"--voucher", pdf.string()})
                  .exitCode == 0);
        CHECK(std::filesystem::status(pdf).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
    SUBCASE("assumes no money: the case waits and the voucher is refused")
    {
        const auto file = withoutPayment(console, "under16-loss.json");
        const auto answer = console.submit(file, {"--voucher", pdf.string()});
        CHECK(answer.exitCode == 1);
        CHECK(codesOf(answer) == Codes{"notSettled"});
        CHECK(answer.json.at("case").at("state") == "awaitingPayment");
        CHECK_FALSE(std::filesystem::exists(pdf));

        const std::string number = answer.json.at("case").at("acceptanceNumber");
        CHECK(codesOf(console.askAs("liming", {"case", "pay", number, "--cash", "40"})) ==
              Codes{"shiftNotOpen"});
        REQUIRE(console.askAs("liming", {"shift", "open"}).exitCode == 0);
        CHECK(codesOf(console.askAs("liming", {"case", "pay", number, "--cash", "39"})) ==
              Codes{"tenderedTooLittle"});
        CHECK(codesOf(console.askAs("liming", {"case", "pay", number, "--cash", "140"})) ==
              Codes{"changeLooksWrong"});
        CHECK(console.askAs("liming", {"case", "pay", number, "--cash", "40.00"}).exitCode == 0);
        CHECK(codesOf(console.askAs("liming", {"case", "pay", number, "--cash", "40"})) ==
              Codes{"alreadySettled"});
    }
    SUBCASE("takes --cash instead of the file's payment")
    {
        const auto file = withoutPayment(console, "under16-loss.json");
        const auto answer = console.submit(file, {"--cash", "60", "--voucher", pdf.string()});
        CHECK(answer.exitCode == 0);
        CHECK(answer.json.at("case").at("charge").at("change_fen") == 2000);
    }
    SUBCASE("does not double an open case")
    {
        const auto first = console.submit(example("under16-first-issue.json"));
        REQUIRE(first.exitCode == 0);
        const auto second = console.submit(example("under16-first-issue.json"));
        CHECK(second.exitCode == 1);
        const auto refusals = second.json.at("refusals");
        const auto duplicate = std::find_if(refusals.begin(), refusals.end(), [](const auto& one) {
            return one.at("code") == "duplicateCase";
        });
        REQUIRE(duplicate != refusals.end());
        CHECK(duplicate->at("arguments").at(0) == first.json.at("case").at("acceptanceNumber"));
        CHECK(console.ask({"case", "list"}).json.at("total") == 1);
    }
    SUBCASE("leaves nothing behind when it refuses")
    {
        const auto answer = console.submit(example("refused/tenderedTooLittle-20-of-40.json"));
        CHECK(codesOf(answer) == Codes{"tenderedTooLittle"});
        const auto report = console.ask({"journal", "verify"}).json;
        CHECK(report.at("drafts") == 0);
        CHECK(report.at("attachments") == 0);
    }
    SUBCASE("is not for administrators")
    {
        REQUIRE(console.ask({"user", "add", "admin", "--role", "administrator"}, {"long-enough-1"})
                    .exitCode == 0);
        const auto answer = console.ask(
            {"case", "submit", example("under16-first-issue.json").string(), "--user", "admin"},
            {"long-enough-1"});
        CHECK(answer.exitCode == 1);
        CHECK(codesOf(answer) == Codes{"notPermitted"});
    }
}

TEST_CASE("guitai-admin case ask-back and answer")
{
    auto console = TestConsole::withStaff();
    const auto number = console.submit(example("fingers-unobtainable-expiry.json")).json["case"];
    REQUIRE(number.is_object());
    const auto about = [&](const std::string& user, const char* act, const char* text) {
        return console.askAs(user,
                             {"case",
                              act,
                              number["acceptanceNumber"].get<std::string>(),
                              "--exception",
                              "fingersNotObtainable",
                              "--text",
                              text});
    };
    CHECK(codesOf(about("liming", "ask-back", "?")) == Codes{"notPermitted"});
    CHECK(codesOf(about("liming", "answer", "?")) == Codes{"notAsked"});
    CHECK(about("wangfang", "ask-back", "有无证明").exitCode == 0);
    CHECK(codesOf(about("wangfang", "answer", "有")) == Codes{"ownWork"});
    const auto answered = about("liming", "answer", "有");
    CHECK(answered.exitCode == 0);
    CHECK(answered.json["case"]["exceptions"][0]["inquiries"][0]["answer"] == "有");
}

TEST_CASE("guitai-admin case decide")
{
    const auto console = TestConsole::withStaff();
    const auto filed = console.submit(example("fingers-unobtainable-expiry.json"));
    REQUIRE(filed.exitCode == 0);
    REQUIRE(filed.json.at("case").at("state") == "awaitingApproval");
    CHECK(filed.json.at("case").at("charge").at("state") == "open");
    const std::string number = filed.json.at("case").at("acceptanceNumber");
    const auto decide = [&](const std::string& verdict) {
        return std::vector<std::string>{"case",
                                        "decide",
                                        number,
                                        "--exception",
                                        "fingersNotObtainable",
                                        verdict,
                                        "--reason",
                                        "已核实"};
    };

    SUBCASE("is not for the clerk of the case, under whatever account")
    {
        REQUIRE(console
                    .ask({"user", "add", "liming2", "--role", "supervisor", "--person", "liming"},
                         {clerkPassword})
                    .exitCode == 0);
        CHECK(codesOf(console.askAs("liming", decide("--approve"))) == Codes{"notPermitted"});
        CHECK(codesOf(console.askAs("liming2", decide("--approve"))) == Codes{"ownWork"});
        const auto shown = console.ask({"case", "show", number});
        CHECK(shown.json.at("state") == "awaitingApproval");
    }
    SUBCASE("approves once")
    {
        CHECK(console.askAs("wangfang", decide("--approve")).json.at("case").at("state") ==
              "awaitingPayment");
        CHECK(console.askAs("wangfang", decide("--approve")).exitCode == 1);
    }
    SUBCASE("rejects for good")
    {
        CHECK(console.askAs("wangfang", decide("--reject")).json.at("case").at("state") ==
              "rejected");
        CHECK(console.askAs("liming", {"case", "pay", number, "--cash", "20"}).exitCode == 1);
    }
}

TEST_CASE("guitai-admin voucher")
{
    const auto console = TestConsole::withStaff();
    const auto pdf = console.file("original.pdf");
    const auto filed =
        console.submit(example("under16-first-issue.json"), {"--voucher", pdf.string()});
    REQUIRE(filed.exitCode == 0);
    const std::string number = filed.json.at("case").at("acceptanceNumber");
    const auto reprint = [&](const std::string& file) {
        return std::vector<std::string>{
            "voucher", number, "--out", console.file(file).string(), "--reason", "原件遗失"};
    };

    SUBCASE("prints a counted, marked copy with the reason")
    {
        const auto answer = console.askAs("liming", reprint("copy.pdf"));
        REQUIRE(answer.exitCode == 0);
        CHECK(answer.json.at("copy") == 1);
        const auto seen = look(console.file("copy.pdf"));
        CHECK(seen.text.find("补打") != std::string::npos);
        CHECK(seen.codes.contains(number));
        CHECK(look(pdf).text.find("补打") == std::string::npos);
    }
    SUBCASE("carries the texts of the station's settings")
    {
        write(console.data() / "settings.json",
              R"({"station": {"authority": "北京市公安局海淀分局", "phone": "010-00000000"}})");
        REQUIRE(console.askAs("liming", reprint("copy.pdf")).exitCode == 0);
        const auto text = look(console.file("copy.pdf")).text;
        CHECK(text.find("北京市公安局海淀分局") != std::string::npos);
        CHECK(text.find("010-00000000") != std::string::npos);
    }
    SUBCASE("is not printed while the settings have a mistake")
    {
        write(console.data() / "settings.json", R"({"statoin": {}})");
        const auto answer = console.askAs("liming", reprint("copy.pdf"));
        CHECK(answer.exitCode == 3);
        CHECK(answer.err.find("settings.json") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(console.file("copy.pdf")));
    }
    SUBCASE("asks for a supervisor from the second copy on")
    {
        REQUIRE(console.askAs("liming", reprint("copy.pdf")).exitCode == 0);
        CHECK(codesOf(console.askAs("liming", reprint("copy2.pdf"))) == Codes{"notPermitted"});
        auto agreed = reprint("copy2.pdf");
        agreed.insert(agreed.end(), {"--user", "liming", "--supervisor", "wangfang"});
        CHECK(console.ask(agreed, {clerkPassword, supervisorPassword}).json.at("copy") == 2);
    }
    SUBCASE("knows which numbers there are")
    {
        const auto answer = console.askAs("liming",
                                          {"voucher",
                                           "1101085202026112299999",
                                           "--out",
                                           console.file("x.pdf").string(),
                                           "--reason",
                                           "x"});
        CHECK(codesOf(answer) == Codes{"noSuchCase"});
    }
}

TEST_CASE("guitai-admin case list")
{
    const auto console = TestConsole::withStaff();
    for (const auto* name :
         {"under16-first-issue", "first-time-first-issue", "terminal-failed-expiry"})
        REQUIRE(console.submit(example(std::string{name} + ".json")).exitCode == 0);
    const auto total = [&](const TestConsole::Arguments& filters) {
        auto arguments = TestConsole::Arguments{"case", "list"};
        arguments.insert(arguments.end(), filters.begin(), filters.end());
        return console.ask(arguments).json.at("total").get<int>();
    };

    CHECK(total({}) == 3);
    CHECK(total({"--category", "under16"}) == 1);
    CHECK(total({"--name", "王"}) == 1);
    CHECK(total({"--name", "王小满"}) == 1);
    CHECK(total({"--name", "小满"}) == 0);
    CHECK(total({"--state", "accepted"}) == 3);
    CHECK(total({"--state", "rejected"}) == 0);
    CHECK(total({"--phone", "13800000005"}) == 1);
    const std::string number =
        nlohmann::json::parse(contentOf(example("first-time-first-issue.json")))
            .at("applicant")
            .at("citizenNumber");
    CHECK(total({"--citizen-number", number}) == 1);
    CHECK(total({"--citizen-number", "11010519491231002X"}) == 0);
    CHECK(total({"--from", "2000-01-01", "--to", "2000-12-31"}) == 0);
    CHECK(console.ask({"case", "list", "--from", "2026-02-30"}).exitCode == 1);
    CHECK(console.ask({"case", "list", "--limit", "2"}).json.at("cases").size() == 2);
    // On a screen that others see, numbers of persons are masked.
    CHECK(console.tell({"case", "list"}).out.find("110108********") != std::string::npos);
}

TEST_CASE("copies beside a case file are made pages and kept")
{
    const auto console = TestConsole::withStaff();
    const auto path = withoutPayment(console, "under16-first-issue.json");
    auto file = nlohmann::json::parse(contentOf(path));
    const auto copy = [&](const char* picture) {
        file["copies"] = nlohmann::json::array(
            {{{"document", "guardianCard"}, {"file", "photo-woman.jpg"}},
             {{"document", "guardianCard"}, {"file", picture}, {"turns", 1}}});
        write(path, file.dump());
    };
    SUBCASE("the case tells how many")
    {
        copy("photo-man.jpg");
        const auto answer = console.submit(path);
        REQUIRE(answer.exitCode == 0);
        const auto pages = answer.json.at("case").at("draft").at("copies");
        REQUIRE(pages.size() == 2);
        CHECK(pages.at(1).at("turns") == 1);
        CHECK(pages.at(1).at("image").at("mediaType") == "image/jpeg");
        CHECK(console.ask({"journal", "verify"}).exitCode == 0);
    }
    SUBCASE("one that cannot be opened stops the file")
    {
        write(console.file("letter.jpg"), "%PDF-1.7");
        copy("letter.jpg");
        CHECK(codesOf(console.submit(path)) == Codes{"photoNotJpeg"});
        copy("nothing.jpg");
        CHECK(codesOf(console.submit(path)) == Codes{"fileUnreadable"});
        CHECK(console.ask({"case", "list"}).json.at("total") == 0);
    }
}
