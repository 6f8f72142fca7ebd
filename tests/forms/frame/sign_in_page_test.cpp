#include "tests/forms/frame/frame_window.h"

#include "forms/text.h"
#include "forms/wording/words.h"

#include <doctest/doctest.h>

using namespace guitai;
using View = MainFrame::View;

TEST_CASE("sign-in page")
{
    auto test = FrameWindow{};
    REQUIRE(test.view() == View::signIn);

    SUBCASE("the right password of a clerk without a shift leads to the float")
    {
        test.signIn("zhang");
        CHECK(test.view() == View::shift);
        CHECK(test.frame->actor() == test.actor("zhang"));
    }
    SUBCASE("a clerk with an open shift goes straight home")
    {
        test.work("zhang");
        CHECK(test.view() == View::home);
        CHECK(test.frame->shift().has_value());
    }
    SUBCASE("an administrator goes home and opens no shift")
    {
        test.signIn("zhao");
        CHECK(test.view() == View::home);
        CHECK(test.shows("An administrator never touches a case."));
    }
    SUBCASE("a wrong password is said in the page, and the field is empty again")
    {
        test.signIn("zhang", "something-else");
        CHECK(test.view() == View::signIn);
        CHECK(test.shows("password"));
        CHECK(test.valueOf("User name") == "zhang");
        CHECK(test.valueOf("Password").empty());
    }
    SUBCASE("after five failures the right password does not help for fifteen minutes")
    {
        for (auto i = 0; i < failuresUntilLock; ++i)
            test.signIn("zhang", "something-else");
        test.signIn("zhang");
        CHECK(test.view() == View::signIn);
        CHECK(test.shows("15"));
        test.window.clock.pass(lockTime + std::chrono::seconds{1});
        test.signIn("zhang");
        CHECK(test.view() == View::shift);
    }
    SUBCASE("nothing is asked of the store while a field is empty")
    {
        test.type("User name", "zhang");
        test.click("Sign in");
        CHECK(test.shows("Enter name and password."));
        CHECK(test.people.find("zhang")->minutesLocked == 0);
    }
    SUBCASE("Enter in the password signs in")
    {
        test.type("User name", "zhang");
        test.type("Password", FrameWindow::password);
        test.enter("Password");
        CHECK(test.view() == View::shift);
    }
    SUBCASE("a practice user fills itself in")
    {
        test.click(toUi("1 张敏, ") + words::name(Role::clerk));
        CHECK(test.valueOf("User name") == "zhang");
        test.click("Sign in");
        CHECK(test.view() == View::shift);
    }
    SUBCASE("the self-test tells what is wrong and what to do")
    {
        test.doNothing();
        CHECK(test.shows("The printer tray does not answer"));
        CHECK(test.shows("Only 1.5 GB free: tell the administrator today"));
    }
    SUBCASE("keys of the work do nothing before somebody is signed in")
    {
        CHECK_FALSE(test.frame->press(WXK_F5));
        CHECK_FALSE(test.frame->press(WXK_F3));
        CHECK(test.view() == View::signIn);
    }
}

TEST_CASE("sign-in page on the first day")
{
    auto test = FrameWindow{FrameWindow::Staff::none};
    REQUIRE(test.shows("The first administrator"));
    test.type("Name to sign in with", "zhao");
    test.type("Name on the screen", "赵静");

    SUBCASE("makes the administrator, who signs in then")
    {
        test.type("Password", FrameWindow::password);
        test.type("Password again", FrameWindow::password);
        test.click("Create");
        REQUIRE(test.people.list().size() == 1);
        CHECK(test.people.list().front().role == Role::administrator);
        CHECK_FALSE(test.shows("The first administrator"));
        test.signIn("zhao");
        CHECK(test.view() == View::home);
    }
    SUBCASE("two passwords that differ make nobody")
    {
        test.type("Password", FrameWindow::password);
        test.type("Password again", "another-password");
        test.click("Create");
        CHECK(test.people.list().empty());
        CHECK(test.shows("The two passwords differ."));
    }
    SUBCASE("a weak password is refused with the reason")
    {
        test.type("Password", "short");
        test.type("Password again", "short");
        test.click("Create");
        CHECK(test.people.list().empty());
        CHECK(test.shows("password"));
    }
}
