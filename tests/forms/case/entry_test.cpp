#include "tests/forms/case/case_window.h"

#include "forms/case/photo_step.h"
#include "forms/text.h"
#include "services/assets.h"
#include "services/rules/fees.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <fstream>

namespace guitai
{

namespace
{

NoteField& note(CaseWindow& window, const std::string& path)
{
    return dynamic_cast<NoteField&>(*window.field(path));
}

/// The entry is refused beside its field, and stays as it was typed.
void checkRefused(CaseWindow& window, const std::string& path, const std::string& typed)
{
    CAPTURE(path);
    CAPTURE(typed);
    window.type(path, typed);
    window.frame->SetFocus();
    window.side().mainButton()->SetFocus();
    CaseWindow::settle();
    CHECK(!note(window, path).problem().empty());
    CHECK(note(window, path).value() == typed);
}

} // namespace

TEST_CASE("a wrong entry is told beside its field and nothing is lost")
{
    auto window = CaseWindow{};
    window.page->open(childDraft());
    window.page->enter();
    window.press('2', wxMOD_ALT);
    SUBCASE("citizen number: check digit, birth date, letters")
    {
        auto wrong = childDraft().applicant.citizenNumber;
        wrong.back() = wrong.back() == '1' ? '2' : '1';
        checkRefused(window, "applicant.citizenNumber", wrong);
        checkRefused(window, "applicant.citizenNumber", "110108203013011241");
        checkRefused(window, "applicant.citizenNumber", "12345");
    }
    SUBCASE("name: private use, digits, too long")
    {
        checkRefused(window, "applicant.name", "王\uE188");
        checkRefused(window, "applicant.name", "王5");
        auto longName = std::string{};
        for (auto i = 0; i < 51; ++i)
            longName += "王";
        checkRefused(window, "applicant.name", longName);
    }
    SUBCASE("address of 200 characters")
    {
        auto address = std::string{};
        for (auto i = 0; i < 200; ++i)
            address += "北";
        checkRefused(window, "applicant.address", address);
    }
    SUBCASE("phone")
    {
        checkRefused(window, "applicant.phone", "12");
    }
    SUBCASE("date")
    {
        checkRefused(window, "applicant.oldCardExpiry", "2026-02-30");
    }
    SUBCASE("guardian under 18")
    {
        window.press('3', wxMOD_ALT);
        checkRefused(window,
                     "guardian.citizenNumber",
                     numberOf("110108", std::chrono::year{2010} / 1 / 5, 123));
    }
    SUBCASE("a full-width number is tidied, not refused")
    {
        const auto number = childDraft().applicant.citizenNumber;
        window.type("applicant.citizenNumber", "  " + number + " ");
        window.field("applicant.name")->SetFocus();
        CaseWindow::settle();
        CHECK(note(window, "applicant.citizenNumber").problem().empty());
        CHECK(note(window, "applicant.citizenNumber").value() == number);
    }
}

TEST_CASE("an unfinished number is counted, not called wrong")
{
    auto window = CaseWindow{};
    window.start();
    window.press('2', wxMOD_ALT);
    window.type("applicant.citizenNumber", "110108");
    CHECK(note(window, "applicant.citizenNumber").problem().empty());
    CHECK(note(window, "applicant.citizenNumber").remark().Contains("6"));
}

TEST_CASE("the number's meaning and the name's print stand beside them")
{
    auto window = CaseWindow{};
    window.start();
    window.press('2', wxMOD_ALT);
    window.type("applicant.citizenNumber", childDraft().applicant.citizenNumber);
    CHECK(note(window, "applicant.citizenNumber").remark().Contains("7"));
    window.type("applicant.name", "王小满");
    CHECK(!note(window, "applicant.name").remark().empty());
}

TEST_CASE("a photo is taken, refused or cropped")
{
    auto window = CaseWindow{};
    auto draft = childDraft();
    draft.photo.reset();
    draft.confirmation = {};
    window.page->open(draft);
    window.page->enter();
    window.press('5', wxMOD_ALT);
    auto& photo = dynamic_cast<PhotoStep&>(window.step());
    const auto missing = [&] { return window.side().missing()->items().size(); };
    const auto before = missing();
    SUBCASE("of the right size")
    {
        photo.importFile(window.photoFile());
        CHECK(missing() == before - 1);
        CHECK(photo.verdict().Contains("358"));
    }
    SUBCASE("larger: cropped around the face at once")
    {
        photo.importFile(window.photoFile(1000, 1300));
        CHECK(missing() == before - 1);
        CHECK(photo.verdict().Contains("358"));
        CHECK(photo.checks().rows().size() == photoCheckKinds);
    }
    SUBCASE("smaller, no picture, not there")
    {
        photo.importFile(window.photoFile(200, 300));
        CHECK(photo.verdict() == words::sentence(Refusal{Refusal::Code::photoWrongSize, "photo"}));
        const auto file = window.photoFile().parent_path() / "text.jpg";
        std::ofstream(file) << "no picture";
        photo.importFile(file);
        CHECK(photo.verdict() == words::sentence(Refusal{Refusal::Code::photoNotJpeg, "photo"}));
        photo.importFile(file.parent_path() / "nothing.jpg");
        CHECK(photo.verdict() == words::sentence(Refusal{Refusal::Code::fileUnreadable, "photo"}));
        CHECK(missing() == before);
    }
}

TEST_CASE("a change after the signature takes the signature away")
{
    auto window = CaseWindow{};
    auto draft = childDraft();
    draft.confirmation = {};
    window.page->open(draft);
    window.page->enter();
    window.press('8', wxMOD_ALT);
    window.tick("confirmation.read");
    window.sign();
    window.press('2', wxMOD_ALT); // leaving keeps the signature
    CHECK(window.side().missing()->items().empty());
    window.type("applicant.address", "北京市海淀区测试路9号");
    CHECK(window.side().missing()->items().size() == 2);
}

TEST_CASE("what the city collects beside cards is a tick away and part of the charge")
{
    auto window = CaseWindow{};
    auto fees = Assets{}.load("fees.json");
    auto at = std::size_t{};
    while ((at = fees.find("\"basis\"", at)) != std::string::npos) {
        const auto others = std::string{
            R"("others": [{"code": "booklet", "title": "户口簿", "amount_fen": 600}], )"};
        fees.insert(at, others);
        at += others.size() + 1;
    }
    window.rules.fees = parseFeeSchedule(fees, "fees.json");
    window.start();
    window.press('7', wxMOD_ALT);
    const auto asked = [&] {
        CaseWindow::settle(400); // saved by itself
        const auto drafts = window.cases->drafts();
        REQUIRE(drafts.size() == 1);
        return window.cases->resumeDraft(window.shell.clerk, drafts[0].id).value().otherFees;
    };
    window.tick("otherFees");
    CHECK(asked() == std::set<std::string>{"booklet"});
    window.tick("otherFees");
    CHECK(asked().empty());
}

} // namespace guitai
