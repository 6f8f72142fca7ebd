#include "services/cases/terminal_handover.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_pictures.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <doctest/doctest.h>

#include <fstream>

using namespace guitai;
using nlohmann::json;

namespace
{

json example()
{
    return {{"format", "guitai-terminal-handover"},
            {"version", 1},
            {"id", "0123456789abcdef0123456789abcdef"},
            {"terminal", "HD-0031"},
            {"servicePoint", "东升"},
            {"date", isoDate(exampleDay)},
            {"citizenNumber", terminalDraft().applicant.citizenNumber},
            {"kind", "expiry"},
            {"reason", "指纹质量不合格"},
            {"tries",
             {{{"finger", "rightThumb"}, {"outcome", "taken"}, {"quality", 41}},
              {{"finger", "leftThumb"}, {"outcome", "noFeatures"}, {"quality", 30}}}}};
}

Result<TerminalHandover> parsed(const json& content)
{
    return parseHandover(content.dump(), exampleDay);
}

/// The refusals as "path code".
std::vector<std::string> faultsOf(const Result<TerminalHandover>& result)
{
    auto lines = std::vector<std::string>{};
    if (!result)
        for (const auto& refusal : result.refusals())
            lines.push_back(refusal.field + " " + std::string{nameOf(refusal.code)});
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a terminal's hand-over")
{
    SUBCASE("is read whole")
    {
        const auto read = parsed(example());
        REQUIRE(read);
        CHECK(read.value().terminal == "HD-0031");
        CHECK(read.value().date == exampleDay);
        CHECK(read.value().kind == ApplicationKind::expiry);
        CHECK(read.value().tries ==
              std::vector<FingerTry>{{Finger::rightThumb, TryOutcome::taken, 41},
                                     {Finger::leftThumb, TryOutcome::noFeatures, 30}});
        CHECK_FALSE(read.value().photo);
    }
    SUBCASE("may bring the photo")
    {
        auto content = example();
        content["photo"] = toBase64(exampleJpeg());
        CHECK(parsed(content).value().photo == exampleJpeg());
        content["photo"] = toBase64(Bytes(100));
        CHECK(faultsOf(parsed(content)) == Lines{"handover.photo photoNotJpeg"});
        content["photo"] = "*";
        CHECK(faultsOf(parsed(content)) == Lines{"handover.photo malformed"});
    }
    SUBCASE("that is wrong has every mistake named")
    {
        auto content = example();
        content.erase("terminal");
        content["version"] = 2;
        content["id"] = "0123456789ABCDEF0123456789ABCDEF";
        content["date"] = "2026-02-30";
        content["citizenNumber"] = "110108201503081249";
        content["kind"] = "wish";
        content["reason"] = 7;
        content["colour"] = "red";
        content["tries"][0]["finger"] = "toe";
        content["tries"][1]["quality"] = 101;
        CHECK(faultsOf(parsed(content)) == Lines{"handover.colour unknownMember",
                                                 "handover.version malformed",
                                                 "handover.id malformed",
                                                 "handover.terminal missing",
                                                 "handover.date badDate",
                                                 "handover.citizenNumber badCheckDigit",
                                                 "handover.kind malformed",
                                                 "handover.reason wrongType",
                                                 "handover.tries.0.finger malformed",
                                                 "handover.tries.1.quality malformed"});
    }
    SUBCASE("may bring what the person entered at the terminal")
    {
        auto content = example();
        content["name"] = "高峰";
        content["ethnicity"] = "01";
        content["address"] = "北京市海淀区测试路31号";
        content["phone"] = "138 0000 0016";
        const auto read = parsed(content);
        REQUIRE(read);
        CHECK(read.value().name == "高峰");
        CHECK(read.value().phone == "13800000016");
        content["name"] = "高峰1";
        content["ethnicity"] = "1";
        content["phone"] = "none";
        content["address"] = "\u0007";
        CHECK(parsed(content).refusals().size() == 4);
    }
    SUBCASE("is of today at the latest")
    {
        auto content = example();
        content["date"] = isoDate(std::chrono::sys_days{exampleDay} + std::chrono::days{1});
        CHECK(faultsOf(parsed(content)) == Lines{"handover.date malformed"});
    }
    SUBCASE("that was cut off anywhere is refused")
    {
        const auto text = example().dump();
        for (std::size_t length = 0; length < text.size(); ++length)
            CHECK_FALSE(parseHandover(std::string_view{text}.substr(0, length), exampleDay));
    }
    SUBCASE("with a member given twice, or too deep, or no object is refused")
    {
        CHECK(parseHandover(R"({"id": "a", "id": "b"})", exampleDay).refusal() ==
              Refusal{Refusal::Code::malformed, "handover.id", {}});
        CHECK(parseHandover("[[[[[[]]]]]]", exampleDay).refusal().code == Refusal::Code::tooDeep);
        CHECK(parseHandover("[]", exampleDay).refusal().code == Refusal::Code::wrongType);
    }
    SUBCASE("that is too large is refused before it is read")
    {
        const auto folder = TemporaryFolder{};
        const auto file = folder.path() / "handover.json";
        std::ofstream{file} << example().dump();
        CHECK(readHandover(file, exampleDay));
        std::filesystem::resize_file(file, largestHandover + 1);
        CHECK(readHandover(file, exampleDay).refusal().code == Refusal::Code::fileTooLarge);
        CHECK(readHandover(folder.path(), exampleDay).refusal().code ==
              Refusal::Code::fileUnreadable);
    }
}

TEST_CASE("a hand-over in a draft")
{
    auto office = CaseOffice{};
    const auto handover = parsed(example()).value();

    SUBCASE("fills what was not entered, and leaves what was")
    {
        const auto filled = withHandover({}, handover);
        CHECK(filled.declared == Category::terminalFailed);
        CHECK(filled.kind == ApplicationKind::expiry);
        CHECK(filled.applicant.citizenNumber == handover.citizenNumber);
        CHECK(filled.terminal->tries == handover.tries);
        auto entered = Draft{};
        entered.kind = ApplicationKind::loss;
        CHECK(withHandover(entered, handover).kind == ApplicationKind::loss);
    }
    SUBCASE("of another person is refused")
    {
        CHECK(standingOf(handover, firstTimeDraft(), office.cases()) ==
              HandoverStanding::otherPerson);
    }
    SUBCASE("of more than thirty days ago is too old")
    {
        auto old = handover;
        old.date = std::chrono::sys_days{office.cases().today()} - std::chrono::days{30};
        CHECK(standingOf(old, {}, office.cases()) == HandoverStanding::fits);
        old.date = std::chrono::sys_days{office.cases().today()} - std::chrono::days{31};
        CHECK(standingOf(old, {}, office.cases()) == HandoverStanding::tooOld);
    }
    SUBCASE("is taken once, in a draft and in a case")
    {
        const auto draft = office.prepared(terminalDraft());
        CHECK(standingOf(handover, draft, office.cases()) == HandoverStanding::fits);
        const auto filled = withHandover(draft, handover);
        CHECK(standingOf(handover, filled, office.cases()) == HandoverStanding::here);
        office.confirmed(filled);
        CHECK(standingOf(handover, {}, office.cases()) == HandoverStanding::inACase);
    }
    SUBCASE("changes nothing once the case is confirmed")
    {
        const auto draft = office.prepared(terminalDraft());
        const auto confirmed = office.cases().confirm(office.clerk, draft).value();
        CHECK(
            office.cases().saveDraft(office.clerk, withHandover(draft, handover)).refusal().code ==
            Refusal::Code::noSuchDraft);
        CHECK(office.cases().load(confirmed.acceptanceNumber).value().draft == confirmed.draft);
        CHECK(office.cases().drafts().empty());
    }
}
