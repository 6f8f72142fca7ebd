#include "forms/case/category_step.h"
#include "forms/case/whole_name_box.h"
#include "forms/frame/search_page.h"
#include "forms/text.h"
#include "forms/widgets/list_table.h"
#include "tests/forms/frame/card_window.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

using namespace guitai;
using View = MainFrame::View;

TEST_CASE("a card on the reader fills the applicant's page")
{
    auto test = CardWindow{};
    test.beginCase();
    test.goTo('2');
    test.lay(CardWindow::stranger);
    test.until([&] { return test.applicant() == "110108195507123013"; });
    CHECK(test.entry<ApplicantStep>("applicant.name") == "李建国");
    auto* step = below<ApplicantStep>(test.frame->page(View::caseFlow));
    auto* number = dynamic_cast<NoteField*>(step->fieldAt("applicant.citizenNumber"));
    CHECK(number->remark().Contains("from the chip"));
    CHECK(step->focusedPath() == "applicant.phone"); // all that is left to type

    SUBCASE("what is typed over it is no longer marked")
    {
        auto* name = dynamic_cast<NoteField*>(step->fieldAt("applicant.name"));
        CHECK(name->remark().Contains("from the chip"));
        name->text()->SetValue(toUi("李建果"));
        CHECK_FALSE(name->remark().Contains("from the chip"));
    }
    SUBCASE("another person's card is asked about and replaces nothing by itself")
    {
        test.lay(CardWindow::mother);
        test.until([&] { return test.intake().asks(); });
        CHECK(test.applicant() == "110108195507123013");
        CHECK(test.intake().answer(CardUse::applicant)->IsShown());
        CHECK_FALSE(test.intake().answer(CardUse::guardian)->IsShown());
        SUBCASE("Esc leaves it out")
        {
            test.press(WXK_ESCAPE);
            CHECK_FALSE(test.intake().asks());
            CHECK(test.view() == View::caseFlow);
            CHECK(test.applicant() == "110108195507123013");
        }
        SUBCASE("the clerk's word takes it")
        {
            auto event = wxCommandEvent(wxEVT_BUTTON);
            test.intake().answer(CardUse::applicant)->HandleWindowEvent(event);
            CHECK(test.applicant() == "110108198804121229");
        }
    }
}

TEST_CASE("two cards of one family find their places")
{
    auto test = CardWindow{};
    test.beginCase();
    auto* category = below<CategoryStep>(test.frame->page(View::caseFlow));
    REQUIRE(category);
    test.goTo('2');
    test.lay(CardWindow::daughter);
    test.until([&] { return test.applicant() == "110108201503081248"; });
    test.lay(CardWindow::mother);
    test.until([&] { return test.frame->notice().Contains("guardian"); });
    CHECK(test.applicant() == "110108201503081248");
    test.goTo('3');
    CHECK(test.guardian() == "110108198804121229");
}

TEST_CASE("a card that no applicant can have is refused in words")
{
    auto test = CardWindow{};
    test.beginCase();
    test.goTo('2');
    test.lay(R"({"lay": {"kind": "permit", "sex": "1"}})");
    test.until([&] { return test.frame->notice().Contains("no resident identity card"); });
    CHECK(test.applicant().empty());
}

TEST_CASE("a name that fills the chip waits for the clerk's look into the register")
{
    auto test = CardWindow{};
    test.beginCase();
    test.goTo('2');
    test.lay(R"({"lay": {"kind": "resident", "name": "阿卜杜热合曼·买买提依明江艾力", "sex": "1",
        "ethnicity": "05", "birthDate": "19930620", "number": "650101199306205011"}})");
    test.until([&] { return test.applicant() == "650101199306205011"; });
    auto* box = below<WholeNameBox>(test.frame->page(View::caseFlow));
    REQUIRE(box->IsShown());
    auto event = wxCommandEvent(wxEVT_BUTTON);
    box->button()->HandleWindowEvent(event);
    CHECK_FALSE(box->IsShown());
}

TEST_CASE("a card at the start page begins a case, and only the next one")
{
    auto test = CardWindow{};
    test.work("zhang");
    test.lay(CardWindow::stranger);
    test.until([&] { return test.frame->notice().Contains(toUi("李建国")); });
    SUBCASE("that case has it")
    {
        test.press(WXK_F5);
        test.goTo('2');
        CHECK(test.applicant() == "110108195507123013");
    }
    SUBCASE("not after something else was done")
    {
        test.press(WXK_F3);
        test.press(WXK_ESCAPE);
        test.press(WXK_F5);
        test.goTo('2');
        CHECK(test.applicant().empty());
    }
    SUBCASE("not after a minute")
    {
        test.window.clock.pass(std::chrono::seconds{61});
        test.press(WXK_F5);
        test.goTo('2');
        CHECK(test.applicant().empty());
    }
    SUBCASE("not after the window was locked")
    {
        test.press(WXK_F12);
        test.type("Password", FrameWindow::password);
        test.enter("Password");
        test.press(WXK_F5);
        test.goTo('2');
        CHECK(test.applicant().empty());
    }
}

TEST_CASE("a card finds the holder's cases")
{
    auto test = CardWindow{};
    auto draft = firstTimeDraft();
    test.work("zhang");
    const auto made = test.confirmed("zhang", draft);
    test.press(WXK_F3);
    const auto card = R"({"lay": {"kind": "resident", "name": ")" + draft.applicant.name +
                      R"(", "sex": "1", "birthDate": ")" +
                      draft.applicant.citizenNumber.substr(6, 8) + R"(", "number": ")" +
                      draft.applicant.citizenNumber + R"("}})";
    test.lay(card.c_str());
    auto& search = dynamic_cast<SearchPage&>(test.frame->page(View::search));
    test.until([&] { return search.results().selected().has_value(); });
}

TEST_CASE("who is not signed in reads no card")
{
    auto test = CardWindow{};
    test.lay(CardWindow::mother);
    test.until([&] { return test.watch.state({}) == ReaderState::waiting; });
    auto heard = 0;
    const auto owner = Lifetime{};
    test.cards.feed.listen(owner,
                           [&](const ReaderReport& report) { heard += report.reading ? 1 : 0; });
    test.lay(CardWindow::mother);
    test.until([&] { return heard == 1; });
    CHECK(test.view() == View::signIn);
    CHECK(test.frame->notice().empty());
}

TEST_CASE("a reader that is unplugged and plugged in again is found within two seconds")
{
    auto test = CardWindow{};
    test.work("zhang");
    test.until([&] { return test.watch.state({}) == ReaderState::waiting; });
    test.emulator.unplug();
    test.until([&] { return test.watch.state({}) == ReaderState::unplugged; });
    test.emulator.plug();
    const auto since = std::chrono::steady_clock::now();
    test.until([&] { return test.watch.state({}) == ReaderState::waiting; });
    CHECK(std::chrono::steady_clock::now() - since < std::chrono::seconds{2});
    test.press(WXK_F5);
    test.goTo('2');
    test.lay(CardWindow::stranger);
    test.until([&] { return test.applicant() == "110108195507123013"; });
}
