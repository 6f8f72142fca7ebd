#include "services/utf8.h"
#include "tests/app/console.h"
#include "tests/app/paper.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace guitai;
using nlohmann::json;

namespace
{

std::vector<std::filesystem::path> caseFilesIn(const std::filesystem::path& folder)
{
    auto files = std::vector<std::filesystem::path>{};
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Lets the supervisor approve, takes the file's cash and prints.
void driveToVoucher(const TestConsole& console,
                    json filed,
                    const json& file,
                    const std::filesystem::path& pdf)
{
    const std::string number = filed.at("acceptanceNumber");
    const auto exceptions = filed.at("exceptions");
    for (const auto& exception : exceptions) {
        const auto decided = console.askAs("wangfang",
                                           {"case",
                                            "decide",
                                            number,
                                            "--exception",
                                            exception.at("kind").get<std::string>(),
                                            "--approve",
                                            "--reason",
                                            "已核实"});
        REQUIRE(decided.exitCode == 0);
        filed = decided.json.at("case");
    }
    if (filed.at("state") == "awaitingPayment") {
        const auto yuan = std::to_string(file.at("payment").at("cash_fen").get<int>() / 100);
        const auto paid = console.askAs("liming", {"case", "pay", number, "--cash", yuan});
        REQUIRE(paid.exitCode == 0);
    }
    const auto printed = console.askAs(
        "liming", {"voucher", number, "--out", pdf.string(), "--reason", "审批后打印"});
    REQUIRE(printed.exitCode == 0);
    CHECK(printed.json.at("copy") == 0);
}

void checkPaper(const std::filesystem::path& pdf, const std::string& number, const json& file)
{
    const auto seen = look(pdf);
    CHECK(seen.sound);
    CHECK(seen.text.find("居民身份证领取凭证") != std::string::npos);
    CHECK(seen.text.find(number) != std::string::npos);
    for (const auto* field : {"name", "citizenNumber", "address"}) {
        CAPTURE(field);
        const std::string value = file.at("applicant").at(field);
        CHECK(seen.text.find(withoutBlanks(value)) != std::string::npos);
    }
    CHECK(seen.codes.contains(number));
    const auto byProxy = file.at("delivery").at("method") == "proxy";
    CHECK(seen.codes.contains("GTPOST:1:" + number) == !byProxy);
    CHECK(seen.codes.size() == (byProxy ? 1 : 2));
}

} // namespace

TEST_CASE("every ready example becomes a voucher")
{
    const auto console = TestConsole::withStaff();
    REQUIRE(console.askAs("liming", {"shift", "open", "--count", "50=2", "10=10"}).exitCode == 0);
    auto combinations = std::map<std::string, int>{};

    for (const auto& path : caseFilesIn(EXAMPLES_FOLDER)) {
        CAPTURE(path.filename().string());
        const auto file = json::parse(contentOf(path));
        const auto checked = console.ask({"case", "check", path.string()});
        CHECK(checked.exitCode == 0);
        CHECK(checked.json.at("ready") == true);
        const auto needsApproval = !checked.json.at("derived").at("exceptions").empty();

        const auto pdf = console.file(path.stem().string() + ".pdf");
        const auto submitted = console.submit(path, {"--voucher", pdf.string()});
        REQUIRE(submitted.json.contains("case"));
        const auto filed = submitted.json.at("case");
        CHECK(submitted.exitCode == (needsApproval ? 1 : 0));
        if (needsApproval) {
            CHECK(codesOf(submitted).front() == "approvalPending");
            CHECK_FALSE(std::filesystem::exists(pdf));
            driveToVoucher(console, filed, file, pdf);
        }
        checkPaper(pdf, filed.at("acceptanceNumber"), file);
        ++combinations[std::string{filed.at("category")} + "/" + std::string{filed.at("kind")}];
    }

    // Every kind for every category that can have it: who never held a card asks for the first.
    for (const auto* category :
         {"under16", "fingersUnobtainable", "terminalFailed", "couldUseTerminal"})
        for (const auto* kind : {"expiry", "damage", "loss", "nameChange", "correction"})
            CHECK(combinations.contains(std::string{category} + "/" + kind));
    CHECK(combinations.contains("under16/firstIssue"));
    CHECK(combinations.contains("firstTime/firstIssue"));
    CHECK(console.ask({"journal", "verify"}).exitCode == 0);
}

TEST_CASE("the examples hold the names that are hard to print")
{
    const auto nameIn = [](const char* file) {
        const auto name = json::parse(contentOf(example(file))).at("applicant").at("name");
        return decodeUtf8(name.get<std::string>()).value();
    };
    const auto rare = nameIn("first-time-rare-name.json");
    CHECK(std::any_of(rare.begin(), rare.end(), [](char32_t point) {
        return point >= 0x20000 && point <= 0x2A6DF;
    }));
    CHECK(nameIn("first-time-minority-name.json").find(U'\u00B7') != std::u32string::npos);
    CHECK(nameIn("first-time-longest-name-and-address.json").size() == 50);
}

TEST_CASE("every refused example is refused for the reason in its name")
{
    const auto console = TestConsole::withStaff();

    for (const auto& path : caseFilesIn(example("refused"))) {
        CAPTURE(path.filename().string());
        const auto name = path.stem().string();
        const auto expected = name.substr(0, name.find('-'));
        const auto answer = console.ask({"case", "check", path.string()});
        CHECK(answer.exitCode == 1);
        CAPTURE(answer.err);
        const auto codes = codesOf(answer);
        CHECK(std::find(codes.begin(), codes.end(), expected) != codes.end());
        for (const auto& refusal : answer.json.at("refusals")) {
            CHECK_FALSE(refusal.at("field").get<std::string>().empty());
            CHECK(refusal.at("sentence").get<std::string>().size() > 10);
        }
    }
    CHECK(console.ask({"case", "list"}).json.at("total") == 0);
}

TEST_CASE("no reason repeats what belongs to a person")
{
    const auto console = TestConsole{};
    for (const auto& path : caseFilesIn(example("refused"))) {
        const auto file = json::parse(contentOf(path), nullptr, false);
        if (file.is_discarded() || !file.is_object() || !file.contains("applicant"))
            continue;
        const auto told = console.tell({"case", "check", path.string()});
        CAPTURE(path.filename().string());
        for (const auto* field : {"name", "citizenNumber", "address"}) {
            const auto& value = file.at("applicant").value(field, json());
            if (value.is_string())
                CHECK(told.err.find(value.get<std::string>()) == std::string::npos);
        }
    }
}
