#include "tests/forms/frame/frame_window.h"

#include "forms/frame/bottom_line.h"
#include "forms/text.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <wx/app.h>

using namespace guitai;
using View = MainFrame::View;

TEST_CASE("main frame keys")
{
    auto test = FrameWindow{};
    test.work("zhang");

    SUBCASE("F1 shows the keys, Esc leads back to where it was pressed")
    {
        test.press(WXK_F3);
        test.press(WXK_F1);
        CHECK(test.view() == View::keys);
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::search);
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::home);
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::home);
    }
    SUBCASE("F5 begins a case")
    {
        test.press(WXK_F5);
        CHECK(test.view() == View::caseFlow);
    }
    SUBCASE("a key that nobody wants is left alone")
    {
        CHECK_FALSE(test.frame->press(WXK_F7));
        CHECK_FALSE(test.frame->press('A'));
    }
}

TEST_CASE("main frame lock")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.press(WXK_F3);
    test.type("What to search for", "half a na");
    test.press(WXK_F12);
    REQUIRE(test.view() == View::lock);

    SUBCASE("covers the work and takes no key of it")
    {
        CHECK_FALSE(test.frame->press(WXK_ESCAPE));
        CHECK_FALSE(test.frame->press(WXK_F3));
        CHECK(test.view() == View::lock);
    }
    SUBCASE("the same person's password uncovers it as it was")
    {
        test.type("Password", FrameWindow::password);
        test.enter("Password");
        CHECK(test.view() == View::search);
        CHECK(test.valueOf("What to search for") == "half a na");
    }
    SUBCASE("a wrong password does not")
    {
        test.type("Password", "something-else");
        test.click("Unlock");
        CHECK(test.view() == View::lock);
        CHECK(test.valueOf("Password").empty());
    }
    SUBCASE("somebody else signs in anew and finds nothing of the one before")
    {
        test.click("Sign in as somebody else");
        CHECK(test.view() == View::signIn);
        test.work("li");
        CHECK(test.frame->actor() == test.actor("li"));
        test.press(WXK_F3);
        CHECK(test.valueOf("What to search for").empty());
    }
}

TEST_CASE("main frame idle time")
{
    auto test = FrameWindow{};

    SUBCASE("five minutes without a touch lock the window")
    {
        test.work("zhang");
        test.window.clock.pass(std::chrono::seconds{299});
        test.frame->checkIdle();
        CHECK(test.view() == View::home);
        test.window.clock.pass(std::chrono::seconds{1});
        test.frame->checkIdle();
        CHECK(test.view() == View::lock);
    }
    SUBCASE("setting the clock does not")
    {
        test.work("zhang");
        test.window.clock.jumpWall(std::chrono::hours{1});
        test.frame->checkIdle();
        CHECK(test.view() == View::home);
    }
    SUBCASE("nobody signed in, nothing to lock")
    {
        test.window.clock.pass(std::chrono::hours{1});
        test.frame->checkIdle();
        CHECK(test.view() == View::signIn);
    }
}

TEST_CASE("main frame status")
{
    auto test = FrameWindow{};
    test.confirmed("zhang", childDraft());
    test.confirmed("zhang", fingersDraft());
    test.work("zhang");

    SUBCASE("counts the day and what waits")
    {
        CHECK(test.frame->bottomLine().status() ==
              "Today 2, waiting for approval 1, for payment 0");
    }
    SUBCASE("says when the last entry was saved, in station time")
    {
        test.frame->showSaved(test.window.clock.now());
        CHECK(test.frame->bottomLine().status().StartsWith("Saved 09:00:00"));
    }
    SUBCASE("nothing of it stays after the sign-out")
    {
        test.frame->signOut();
        CHECK(test.frame->bottomLine().status().empty());
        CHECK_THROWS_AS((void)test.frame->actor(), std::logic_error);
    }
}

TEST_CASE("main frame notice")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.frame->notify(Shell::Tone::warning, "The printer is out of paper.");
    CHECK(test.frame->notice() == "The printer is out of paper.");

    SUBCASE("goes along to the next page, and no further")
    {
        test.press(WXK_F3);
        CHECK(test.frame->notice() == "The printer is out of paper.");
        test.press(WXK_ESCAPE);
        CHECK(test.frame->notice().empty());
    }
    SUBCASE("the next sentence takes its place")
    {
        test.frame->notify(Shell::Tone::information, "Done.");
        CHECK(test.frame->notice() == "Done.");
    }
}

TEST_CASE("main frame opens a case where it is to go on")
{
    auto test = FrameWindow{};
    const auto free = test.confirmed("zhang", childDraft());
    const auto waiting = test.confirmed("zhang", fingersDraft());
    const auto owing = test.confirmed("zhang", terminalDraft());
    test.work("zhang");

    SUBCASE("at the voucher when everything is settled")
    {
        test.frame->openCase(free.acceptanceNumber);
        CHECK(test.view() == View::caseFlow);
    }
    SUBCASE("at the payment")
    {
        test.frame->openCase(owing.acceptanceNumber);
        CHECK(test.view() == View::caseFlow);
    }
    SUBCASE("on the record while it waits for a supervisor")
    {
        test.frame->openCase(waiting.acceptanceNumber);
        CHECK(test.view() == View::record);
    }
    SUBCASE("on the record once the voucher was printed")
    {
        REQUIRE(test.vouchers->issue(test.actor("zhang"), free.acceptanceNumber));
        test.frame->openCase(free.acceptanceNumber);
        CHECK(test.view() == View::record);
    }
    SUBCASE("a number that nobody has is said")
    {
        test.frame->openCase("1101085202026112399999");
        CHECK(test.view() == View::home);
        CHECK_FALSE(test.frame->notice().empty());
    }
}
