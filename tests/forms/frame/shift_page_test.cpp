#include "tests/forms/frame/frame_window.h"

#include <doctest/doctest.h>
#include <wx/textctrl.h>

using namespace guitai;
using View = MainFrame::View;

TEST_CASE("shift page")
{
    auto test = FrameWindow{};
    test.signIn("zhang");
    REQUIRE(test.view() == View::shift);

    SUBCASE("the total follows every key")
    {
        test.type("Pieces of 50 yuan", "3");
        test.type("Pieces of 5 jiao", "4");
        CHECK(test.shows("152.00 yuan"));
        test.type("Pieces of 50 yuan", "");
        CHECK(test.shows("2.00 yuan"));
    }
    SUBCASE("what was counted becomes the float")
    {
        test.type("Pieces of 10 yuan", "12");
        test.type("Pieces of 1 jiao", "5");
        test.click("Open the shift");
        CHECK(test.view() == View::home);
        REQUIRE(test.frame->shift().has_value());
        CHECK(test.frame->shift()->openingFloat == Money::fen(12050));
        CHECK(test.cash->openShiftOf(test.actor("zhang"))->opening ==
              CashCount{{1000, 12}, {10, 5}});
    }
    SUBCASE("an empty drawer is a float too")
    {
        test.click("Open the shift");
        REQUIRE(test.frame->shift().has_value());
        CHECK(test.frame->shift()->openingFloat == Money{});
    }
    SUBCASE("what is no count is pointed at and opens nothing")
    {
        test.type("Pieces of 1 yuan", "2x");
        test.click("Open the shift");
        CHECK(test.view() == View::shift);
        CHECK(test.shows("A count is digits only."));
        CHECK_FALSE(test.cash->openShiftOf(test.actor("zhang")).has_value());
    }
    SUBCASE("later: home says what is not possible until then")
    {
        test.click("Later, no cash until then");
        CHECK(test.view() == View::home);
        CHECK(test.shows("No shift is open"));
        test.click("Open the shift");
        CHECK(test.view() == View::shift);
    }
    SUBCASE("another float than the last drawer held needs a reason, asked for on the page")
    {
        const auto zhang = test.actor("zhang");
        REQUIRE(test.cash->openShift(zhang, {{1000, 10}}));
        REQUIRE(test.cash->countDrawer(zhang, {{1000, 10}}));
        REQUIRE(test.cash->closeShift(zhang));
        test.type("Pieces of 10 yuan", "5");
        test.click("Open the shift");
        CHECK(test.shows("The last drawer held 100.00 yuan"));
        CHECK_FALSE(test.cash->openShiftOf(zhang).has_value());
        test.type("Reason", "财务核定");
        test.click("Open the shift");
        CHECK(test.cash->openShiftOf(zhang)->openingReason == "财务核定");
    }
    SUBCASE("the fields begin empty each time")
    {
        test.type("Pieces of 10 yuan", "12");
        test.press(WXK_ESCAPE);
        test.frame->openShift();
        CHECK(test.valueOf("Pieces of 10 yuan").empty());
    }
}
