#include "services/cases/draft_json.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace guitai;
using Code = Refusal::Code;

namespace
{

Refusals refusalsOf(std::string_view text)
{
    const auto file = parseCaseFile(text, "/cases");
    REQUIRE_FALSE(file);
    return file.refusals();
}

void write(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream{file, std::ios::binary} << text;
}

std::string nested(std::size_t levels)
{
    auto text = std::string{};
    for (std::size_t i = 0; i < levels; ++i)
        text += R"({"a":)";
    return text + "1" + std::string(levels, '}');
}

} // namespace

TEST_CASE("parseCaseFile")
{
    SUBCASE("reads a draft and the places of its pictures")
    {
        const auto file = parseCaseFile(
            R"({"kind":"loss","applicant":{"name":"孙雨晴","heldCardBefore":true},
                "photo":{"file":"child.jpg"},
                "confirmation":{"signature":{"file":"signed/s.png"},"signer":"applicant"}})",
            "/cases");
        REQUIRE(file);
        CHECK(file.value().draft.kind == ApplicationKind::loss);
        CHECK(file.value().draft.applicant.name == "孙雨晴");
        CHECK(file.value().photo == "/cases/child.jpg");
        CHECK(file.value().signature == "/cases/signed/s.png");
        CHECK_FALSE(file.value().draft.photo);
        CHECK(file.value().draft.confirmation.signer == Signer::applicant);
    }
    SUBCASE("accepts a file that says nothing yet")
    {
        const auto file = parseCaseFile("{}", {});
        REQUIRE(file);
        CHECK(file.value().draft == Draft{});
    }
    SUBCASE("refuses each member that it does not know, by its path")
    {
        CHECK(refusalsOf(R"({"nickname":1,"applicant":{"age":7},"photo":{"file":"a","size":1}})") ==
              Refusals{{Code::unknownMember, "applicant.age", {}},
                       {Code::unknownMember, "photo.size", {}},
                       {Code::unknownMember, "nickname", {}}});
        CHECK(refusalsOf(R"({"id":"00000000000000000000000000000001"})") ==
              Refusals{{Code::unknownMember, "id", {}}});
    }
    SUBCASE("refuses each member of another type, by its path")
    {
        CHECK(refusalsOf(R"({"kind":3,"applicant":{"name":null,"heldCardBefore":"no"},
                             "documents":{},"guardian":[],"temporaryCard":1})") ==
              Refusals{{Code::wrongType, "kind", {"string"}},
                       {Code::wrongType, "applicant.name", {"string"}},
                       {Code::wrongType, "applicant.heldCardBefore", {"boolean"}},
                       {Code::wrongType, "guardian", {"object"}},
                       {Code::wrongType, "documents", {"array"}},
                       {Code::wrongType, "temporaryCard", {"boolean"}}});
        CHECK(refusalsOf("[]") == Refusals{{Code::wrongType, "", {"object"}}});
    }
    SUBCASE("refuses words and days that do not exist")
    {
        CHECK(refusalsOf(R"({"kind":"lost","applicant":{"oldCardExpiry":"2026-02-30"},
                             "documents":["oldCard","oldCard"]})") ==
              Refusals{{Code::malformed, "kind", {}},
                       {Code::badDate, "applicant.oldCardExpiry", {}},
                       {Code::malformed, "documents.1", {}}});
    }
    SUBCASE("refuses a member given twice")
    {
        CHECK(refusalsOf(R"({"applicant":{"name":"甲","name":"乙"}})") ==
              Refusals{{Code::malformed, "applicant.name", {}}});
    }
    SUBCASE("keeps pictures in the folder of the file")
    {
        for (const auto* place : {"/etc/passwd", "../other/child.jpg", "a/../../b.jpg", "", "a/"}) {
            const auto object = nlohmann::json{{"photo", {{"file", place}}}};
            CHECK(refusalsOf(object.dump()) == Refusals{{Code::malformed, "photo.file", {}}});
        }
        CHECK(refusalsOf(R"({"photo":{}})") == Refusals{{Code::missing, "photo.file", {}}});
        CHECK(refusalsOf(R"({"photo":"child.jpg"})") ==
              Refusals{{Code::wrongType, "photo", {"object"}}});
    }
    SUBCASE("reads the cash that was handed over, beside the draft")
    {
        CHECK(parseCaseFile(R"({"payment": {"cash_fen": 5000}})", {}).value().cash ==
              Money::yuan(50));
        CHECK_FALSE(parseCaseFile("{}", {}).value().cash);
        CHECK_FALSE(parseCaseFile(R"({"payment": {}})", {}).value().cash);
    }
    SUBCASE("refuses cash that is no amount")
    {
        for (const auto* amount : {"-1", "1000001", "1e30", "18446744073709551615"})
            CHECK_FALSE(
                parseCaseFile(std::string{R"({"payment": {"cash_fen": )"} + amount + "}}", {}));
        CHECK(parseCaseFile(R"({"payment": {"cash_fen": 2000.5}})", {}).refusal() ==
              Refusal{Refusal::Code::wrongType, "payment.cash_fen", {"integer"}});
        CHECK(parseCaseFile(R"({"payment": {"card": 1}})", {}).refusal() ==
              Refusal{Refusal::Code::unknownMember, "payment.card", {}});
    }
    SUBCASE("says in which line the text stops being JSON")
    {
        CHECK(refusalsOf("{\n\"kind\":\n,}") == Refusals{{Code::notJson, "", {"3"}}});
        CHECK(refusalsOf("") == Refusals{{Code::notJson, "", {"1"}}});
        CHECK(refusalsOf(R"({"kind":"\ud800"})") == Refusals{{Code::notJson, "", {"1"}}});
    }
    SUBCASE("refuses bytes that are not UTF-8")
    {
        CHECK(refusalsOf("{\"clerkReason\":\"\xC0\xAF\"}") == Refusals{{Code::badUtf8, "", {}}});
        CHECK(refusalsOf("{\"clerkReason\":\"\xED\xA0\x80\"}") ==
              Refusals{{Code::badUtf8, "", {}}});
    }
    SUBCASE("refuses deep nesting without following it")
    {
        CHECK(refusalsOf(nested(17)) == Refusals{{Code::tooDeep, "", {"16"}}});
        CHECK(refusalsOf(nested(16)) == Refusals{{Code::unknownMember, "a", {}}});
        CHECK(refusalsOf(std::string(500'000, '[')) == Refusals{{Code::tooDeep, "", {"16"}}});
    }
    SUBCASE("refuses more than 1 MiB")
    {
        const auto text = "{}" + std::string(largestCaseFile - 1, ' ');
        CHECK(refusalsOf(text) == Refusals{{Code::fileTooLarge, "", {"1048576"}}});
        CHECK(parseCaseFile(text.substr(0, largestCaseFile), {}));
    }
}

TEST_CASE("readCaseFile")
{
    const auto folder = TemporaryFolder{};

    SUBCASE("reads the file and finds pictures beside it")
    {
        write(folder / "case.json", R"({"photo":{"file":"child.jpg"}})");
        const auto file = readCaseFile(folder / "case.json");
        REQUIRE(file);
        CHECK(file.value().photo == folder / "child.jpg");
    }
    SUBCASE("refuses a file of 100 MB before reading it")
    {
        write(folder / "case.json", "{}");
        std::filesystem::resize_file(folder / "case.json", 100'000'000);
        const auto file = readCaseFile(folder / "case.json");
        REQUIRE_FALSE(file);
        CHECK(file.refusal() == Refusal{Code::fileTooLarge, "", {"1048576"}});
    }
    SUBCASE("refuses what is no file")
    {
        for (const auto& place :
             {folder.path(), folder / "none.json", std::filesystem::path{"/dev/zero"}}) {
            const auto file = readCaseFile(place);
            REQUIRE_FALSE(file);
            CHECK(file.refusal() == Refusal{Code::fileUnreadable, "", {}});
        }
    }
    SUBCASE("refuses an empty file as no JSON")
    {
        write(folder / "case.json", "");
        const auto file = readCaseFile(folder / "case.json");
        REQUIRE_FALSE(file);
        CHECK(file.refusal().code == Code::notJson);
    }
}
