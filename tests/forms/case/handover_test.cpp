#include "forms/case/category_step.h"
#include "forms/case/fingerprints_step.h"
#include "forms/finger_station.h"
#include "services/cases/draft_json.h"
#include "services/cases/handover_code.h"
#include "tests/forms/case/case_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace guitai;

namespace
{

const auto terminalFailedOption = static_cast<std::size_t>(Category::terminalFailed);

/// The first page of a new case of somebody who failed at the terminal.
struct HandoverWindow {
    CaseWindow window;
    TemporaryFolder folder;
    nlohmann::json content =
        nlohmann::json::parse(Assets{}.load("examples/handover/terminal-attempts.json"));
    std::string id;

    HandoverWindow()
    {
        window.start();
        window.take("declared", terminalFailedOption);
    }
    CategoryStep& step() { return dynamic_cast<CategoryStep&>(window.step()); }
    wxString sentence() { return step().handover()->sentence(); }
    /// Scanned or typed into the field; then Enter.
    void bring(const std::string& text)
    {
        step().handover()->field()->SetFocus();
        CaseWindow::settle();
        step().handover()->field()->SetValue(wxString::FromUTF8(text));
        window.press(WXK_RETURN);
    }
    void bringFile(const std::string& text)
    {
        const auto file = folder / "handover.json";
        std::ofstream(file, std::ios::binary) << text;
        bring(file.string());
    }
    void bringFile() { bringFile(content.dump()); }
    Draft draft()
    {
        window.page->leave();
        const auto drafts = window.window.journal().drafts();
        REQUIRE(drafts.size() == 1);
        return draftFromFields(window.window.journal().draft(drafts[0].id).value().fields);
    }
};

} // namespace

TEST_CASE("a terminal's hand-over fills the case, so that the resident repeats nothing")
{
    auto at = HandoverWindow{};
    at.bringFile();
    CHECK(at.sentence().Contains("9b2f6c0e"));
    CHECK(at.sentence().Contains("8"));
    CHECK(at.step().handover()->field()->IsEmpty());
    const auto draft = at.draft();
    CHECK(draft.declared == Category::terminalFailed);
    CHECK(draft.kind == ApplicationKind::expiry);
    CHECK(draft.applicant.citizenNumber == "110108199004302130");
    CHECK(draft.applicant.name == "高峰");
    CHECK(draft.applicant.address == "北京市海淀区测试路31号");
    CHECK(draft.terminal->servicePoint == "东升");
    CHECK(draft.terminal->tries.size() == 8);
    REQUIRE(draft.photo);
    CHECK(at.window.cases->attachment(draft.photo->image));
    CHECK(draft.photo->width == 358);
}

TEST_CASE("a slip's code that is scanned fills the case, but for the photo")
{
    auto at = HandoverWindow{};
    at.bring(Assets{}.load("examples/handover/terminal-slip.txt"));
    const auto draft = at.draft();
    CHECK(draft.terminal->handover == "9b2f6c0e4d1a8357c6e0f4b7a2d95318");
    CHECK(draft.terminal->tries.size() == 8);
    CHECK_FALSE(draft.photo);
}

TEST_CASE("a hand-over that cannot be taken over says why, and nothing is lost")
{
    auto at = HandoverWindow{};
    const auto refused = [&at](const char* words) {
        INFO(at.sentence().utf8_string());
        CHECK(at.sentence().Contains(words));
        CHECK_FALSE(at.step().handover()->field()->IsEmpty());
        CHECK(at.step().handover()->field()->HasFocus());
    };
    SUBCASE("a code that was cut off")
    {
        at.bring("GTH1*9b2f6c0e4d1a8357c6e0f4b7a2d95318*2026");
        refused("Scan it again");
    }
    SUBCASE("a file that was cut off")
    {
        at.bringFile(at.content.dump().substr(0, 300));
        refused("cut off");
    }
    SUBCASE("a file of another version")
    {
        at.content["version"] = 2;
        at.bringFile();
        refused("another version");
    }
    SUBCASE("an old one")
    {
        at.content["date"] = "2026-10-01";
        at.bringFile();
        refused("more than 30 days");
    }
    SUBCASE("a photo that is no JPEG")
    {
        at.content["photo"] = "AAAA";
        at.bringFile();
        refused("JPEG");
    }
    SUBCASE("wrong types")
    {
        at.content["tries"] = "none";
        at.content["reason"] = 1;
        at.bringFile();
        refused("1 more mistake");
    }
    SUBCASE("one that is too long")
    {
        at.bringFile(std::string(largestHandover + 1, ' '));
        refused("large");
    }
    CHECK(at.draft().applicant.citizenNumber.empty());
    CHECK_FALSE(at.draft().terminal);
    CHECK(at.draft().declared == Category::terminalFailed);
}

TEST_CASE("somebody else's hand-over does not come into a case, and none comes twice")
{
    auto at = HandoverWindow{};
    at.bringFile();
    at.bringFile();
    CHECK(at.sentence().Contains("in this case already"));
    at.content["citizenNumber"] = childDraft().applicant.citizenNumber;
    at.content["id"] = std::string(32, '1');
    at.bringFile();
    CHECK(at.sentence().Contains("another person"));
    const auto draft = at.draft();
    CHECK(draft.applicant.citizenNumber == "110108199004302130");
    CHECK(draft.terminal->handover == "9b2f6c0e4d1a8357c6e0f4b7a2d95318");
}

TEST_CASE("the terminal's attempts stand beside the retry at the window")
{
    auto at = HandoverWindow{};
    at.bringFile();
    at.window.press('6', wxMOD_ALT);
    REQUIRE(at.window.currentStep() == Step::fingerprints);
    const auto& table = dynamic_cast<FingerprintsStep&>(at.window.step()).tries();
    REQUIRE(table.rows().size() == 4);
    CHECK(table.rows()[0].finger == words::name(Finger::rightThumb));
    CHECK(table.rows()[0].terminal.Contains("3"));
    CHECK(table.rows()[0].terminal.Contains("44"));
    CHECK(table.IsShownOnScreen());
    at.window.frame->SetSize(960, 500); // 200 % on 1920 x 1080
    CaseWindow::settle(50);
    CHECK(table.GetBestSize().GetWidth() <= at.window.step().GetClientSize().GetWidth());
}

TEST_CASE("a retry at the window decides the result beside the terminal's attempts")
{
    auto draft = terminalDraft();
    draft.terminal->tries = {{Finger::rightThumb, TryOutcome::taken, 41},
                             {Finger::leftThumb, TryOutcome::noFeatures, 20}};
    draft.rightHand = {.result = FingerprintResult::registered,
                       .finger = Finger::rightThumb,
                       .reason = {},
                       .tries = {{Finger::rightThumb, TryOutcome::taken, 71}}};
    draft.leftHand = {.result = FingerprintResult::failed,
                      .finger = Finger::leftThumb,
                      .reason = "lowQuality",
                      .tries = {{Finger::leftThumb, TryOutcome::taken, 30}}};
    auto window = CaseWindow{};
    draft.confirmation = {};
    window.page->open(draft);
    window.page->enter();
    window.press('6', wxMOD_ALT);
    const auto& rows = dynamic_cast<FingerprintsStep&>(window.step()).tries().rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].result.StartsWith("1 "));
    CHECK(rows[1].result.StartsWith("2 "));
}
