#include "tests/forms/counter/counter_office.h"
#include "tests/forms/counter/ui_watchdog.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;
using std::chrono::seconds;

namespace
{

constexpr auto paysAtOnce = "134512345678901201"; // 01: pays at once

std::ptrdiff_t callsOf(CounterOffice& office, const std::string& route)
{
    return std::ranges::count(office.simulator.routes(), route);
}

/// How long the UI thread took nothing, at the longest, while the provider did not answer.
std::chrono::microseconds longestWait()
{
    auto office = CounterOffice{};
    office.beginDay();
    office.openWaiting();
    office.simulator.fault("delay", "wechat.codepay", {{"ms", 8000}});
    const auto watchdog = UiWatchdog{};
    office.keys.fill("tendered", paysAtOnce); // as a scanner types it
    office.keys.hands().until("waiting for the call", [&] { return !office.order().empty(); });
    office.keys.play();

    // What the clerk does is taken and shown while the call hangs: nothing was answered yet.
    office.keys.hands().key('C', wxMOD_ALT);
    office.keys.hands().until("waiting for the code's end",
                              [&] { return office.stage() == PaymentStage::closing; });
    office.lookAround();
    const auto meanwhile = watchdog.longest();
    CHECK(office.stage() == PaymentStage::closing);
    CHECK(callsOf(office, "wechat.codepay") == 0);

    // What the provider then says is true all the same.
    REQUIRE(liveUntil([&] { return office.stage() == PaymentStage::paid; }, seconds{30}));
    CHECK(callsOf(office, "wechat.codepay") == 1);
    CHECK(office.stored().state == CaseState::accepted);
    return meanwhile;
}

} // namespace

TEST_CASE("the window lives while a provider does not answer")
{
    // What the program itself needs comes every time; what a machine with other work adds does not.
    constexpr auto tries = 5;
    constexpr auto allowed = std::chrono::milliseconds{50};
    auto longest = longestWait();
    for (auto i = 1; i < tries && longest >= allowed; ++i)
        longest = std::min(longest, longestWait());
    MESSAGE("the UI thread was blocked for " << longest.count() << " us at the longest");
    CHECK(longest < allowed);
}

TEST_CASE("two keys pressed at once on the switch to cash")
{
    auto office = CounterOffice{};
    office.beginDay();
    office.openWaiting();
    auto& hands = office.keys.hands();
    hands.key('W', wxMOD_ALT);
    hands.until("waiting for the code",
                [&] { return office.isIdle() && !office.part().panel().code().empty(); });
    office.keys.play();

    using Keys = std::vector<ClerkKeys::Key>;
    auto atOnce = Keys{};
    SUBCASE("the same key twice")
    {
        atOnce = {{'C', wxMOD_ALT}, {'C', wxMOD_ALT}};
    }
    SUBCASE("by its letter and by Enter on the button")
    {
        atOnce = {{'C', wxMOD_ALT}, {WXK_RETURN}, {WXK_RETURN}};
    }
    SUBCASE("to cash and to another code")
    {
        atOnce = {{'C', wxMOD_ALT}, {'L', wxMOD_ALT}, {'W', wxMOD_ALT}};
    }
    office.keys.together(atOnce);
    hands.rest();
    office.keys.play();
    REQUIRE(office.passUntil([&] { return office.part().isFree(); }));
    CHECK(callsOf(office, "wechat.close") == 1);
    REQUIRE(office.simulator.ledger().size() == 1);
    CHECK(office.simulator.ledger().front().state == "closed");

    // And cash, which is taken once however often Enter is pressed.
    hands.untilFocus("tendered");
    hands.type("50");
    hands.rest();
    office.keys.together({{WXK_RETURN}, {WXK_RETURN}, {WXK_RETURN}});
    hands.rest();
    hands.until("waiting for the receipt", [&] { return office.isIdle(); });
    office.keys.play();
    const auto paid = office.stored();
    CHECK(paid.charge.tender == Tender::cash);
    CHECK(paid.charge.change == Money::yuan(10));
    const auto drawer =
        office.ask([&] { return office.window.cash->openShiftOf(office.window.actor("zhang")); });
    CHECK(drawer->expected() == Money::yuan(206 + 40));
    CHECK(office.window.tray.papers.empty()); // nothing was printed by a key too many
}
