#include "tests/forms/case/waiting_office.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;
using std::chrono::seconds;

namespace
{

constexpr auto paymentCode = "134512345678901201"; // 01: pays at once

bool hasArrived(WaitingOffice& office, const std::string& route)
{
    return std::ranges::count(office.simulator.routes(), route) > 0;
}

} // namespace

TEST_CASE("the window lives while a provider does not answer")
{
    auto office = WaitingOffice{};
    office.simulator.fault("delay", "wechat.codepay", {{"ms", 4000}});
    office.scanPhone(paymentCode);
    REQUIRE(office.liveUntil([&] { return !office.part().isFree() && !office.order().empty(); },
                             seconds{10}));

    // What the clerk does is taken and shown while the call hangs: nothing was answered yet.
    office.part().giveUp();
    REQUIRE(office.liveUntil([&] { return office.part().view()->stage == PaymentStage::closing; },
                             seconds{10}));
    CHECK_FALSE(hasArrived(office, "wechat.codepay"));

    // What the provider then says is true all the same.
    REQUIRE(office.liveUntil([&] { return office.part().view()->stage == PaymentStage::paid; },
                             seconds{30}));
    CHECK(hasArrived(office, "wechat.codepay"));
}
