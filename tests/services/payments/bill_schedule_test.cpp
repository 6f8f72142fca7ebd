#include "services/payments/bill_schedule.h"

#include "services/payments/payment_policy.h"
#include "services/rules/asset_error.h"

#include <doctest/doctest.h>

namespace guitai::bill_schedule_test
{

using std::chrono::hours;
using std::chrono::minutes;

namespace
{

/// At the station, on the 24th of November 2026 or `days` later.
Instant at(int hour, int minute, int days = 0)
{
    using namespace std::chrono;
    const auto day = sys_days{year{2026} / November / 24};
    return day + std::chrono::days{days} + hours{hour - 8} + minutes{minute};
}

BillStep step(GatewayChannel channel, const BillTries& tries, Instant now)
{
    return nextBillStep({}, channel, tries, now, {});
}

} // namespace

TEST_CASE("nextBillStep")
{
    constexpr auto weChat = GatewayChannel::weChat;
    constexpr auto alipay = GatewayChannel::alipay;

    SUBCASE("waits until the provider has made the bill")
    {
        CHECK(step(weChat, {}, at(0, 0)) == BillStep::wait);
        CHECK(step(weChat, {}, at(9, 59)) == BillStep::wait);
        CHECK(step(weChat, {}, at(10, 0)) == BillStep::fetch);
        CHECK(step(alipay, {}, at(9, 29)) == BillStep::wait);
        CHECK(step(alipay, {}, at(9, 30)) == BillStep::fetch);
    }
    SUBCASE("asks again every half hour")
    {
        const auto tries = BillTries{.last = at(10, 5)};
        CHECK(step(weChat, tries, at(10, 34)) == BillStep::wait);
        CHECK(step(weChat, tries, at(10, 35)) == BillStep::fetch);
    }
    SUBCASE("tells somebody at two o'clock, once a day, and begins anew the day after")
    {
        auto tries = BillTries{.last = at(13, 35)};
        CHECK(step(weChat, tries, at(14, 0)) == BillStep::giveUp);
        tries.givenUp = std::chrono::year{2026} / std::chrono::November / 24;
        CHECK(step(weChat, tries, at(14, 1)) == BillStep::wait);
        CHECK(step(weChat, tries, at(23, 59)) == BillStep::wait);
        CHECK(step(weChat, tries, at(9, 59, 1)) == BillStep::wait);
        CHECK(step(weChat, tries, at(10, 0, 1)) == BillStep::fetch);
        CHECK(step(weChat, {.last = at(13, 40, 1), .givenUp = tries.givenUp}, at(14, 0, 1)) ==
              BillStep::giveUp);
    }
    SUBCASE("a window that starts in the evening asks once")
    {
        CHECK(step(weChat, {}, at(19, 0)) == BillStep::fetch);
        CHECK(step(weChat, {.last = at(19, 0)}, at(19, 1)) == BillStep::giveUp);
    }
}

TEST_CASE("the schedule of payments.json")
{
    const auto shipped = Assets{}.load("payments.json");
    SUBCASE("is what the rules above say")
    {
        CHECK(loadPaymentPolicy(Assets{}).bills == BillSchedule{});
    }
    SUBCASE("may be left out by a station's own file")
    {
        auto text = shipped;
        const auto begin = text.find(",\n  \"bills\"");
        REQUIRE(begin != std::string::npos);
        text.erase(begin, text.rfind('}') - begin);
        CHECK(parsePaymentPolicy(text, "test").bills == BillSchedule{});
    }
    SUBCASE("is read to the minute, and refused when it makes no sense")
    {
        const auto with = [&shipped](const std::string& from, const std::string& to) {
            auto text = shipped;
            text.replace(text.find(from), from.size(), to);
            return text;
        };
        CHECK(parsePaymentPolicy(with("10:00", "11:25"), "test").bills.weChatFrom ==
              hours{11} + minutes{25});
        for (const auto* wrong : {"24:00", "10:60", "9:30", "1000", "-1:00", "10:0x"})
            CHECK_THROWS_AS(parsePaymentPolicy(with("10:00", wrong), "test"), AssetError);
        CHECK_THROWS_AS(parsePaymentPolicy(with("14:00", "09:00"), "test"), AssetError);
    }
}

} // namespace guitai::bill_schedule_test
