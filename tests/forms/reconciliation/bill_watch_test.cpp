#include "forms/reconciliation/bill_watch.h"

#include "forms/widgets/list_table.h"
#include "tests/forms/reconciliation/bill_office.h"

#include <doctest/doctest.h>

using namespace guitai;
using Kind = BillNews::Kind;
using std::chrono::hours;
using std::chrono::minutes;

namespace
{

/// The watch of a window, asked every minute.
struct Watched : BillOffice {
    std::vector<BillNews> news;
    BillWatch watch{*station, [this](const BillNews& told) { news.push_back(told); }};

    void passWatching(std::chrono::minutes time)
    {
        for (auto gone = minutes{0}; gone < time; gone += minutes{1}) {
            pass(minutes{1});
            watch.check();
        }
    }
    std::size_t fetches(const std::string& route)
    {
        return static_cast<std::size_t>(std::ranges::count(simulator.routes(), route));
    }
    bool isCompared(GatewayChannel channel, Date day)
    {
        return reconciliation->load(actor("wang"), channel, day).value().has_value();
    }
};

} // namespace

TEST_CASE("yesterday's bills are fetched without anybody asking")
{
    auto test = Watched{};
    const auto day = test.today();
    (void)test.pay(GatewayChannel::weChat);
    test.pass(hours{24}); // nine o'clock

    SUBCASE("each channel's at its hour, once, and nothing is told when they agree")
    {
        test.passWatching(minutes{25});
        CHECK(test.fetches("wechat.trade_bill") == 0);
        CHECK_FALSE(test.isCompared(GatewayChannel::alipay, day));
        test.passWatching(minutes{10});
        CHECK(test.isCompared(GatewayChannel::alipay, day));
        CHECK_FALSE(test.isCompared(GatewayChannel::weChat, day));
        test.passWatching(minutes{60});
        CHECK(test.isCompared(GatewayChannel::weChat, day));
        CHECK(test.fetches("wechat.trade_bill") == 1);
        CHECK(test.fetches("wechat.fund_bill") == 1);
        const auto seen =
            test.reconciliation->load(test.actor("wang"), GatewayChannel::weChat, day);
        REQUIRE(seen.value()->funds.has_value());
        CHECK(seen.value()->funds->agrees());
        CHECK(seen.value()->funds->sums.taken == Money::yuan(40));
        for (const auto& told : test.news)
            CHECK(told.differences == 0);
    }
    SUBCASE("a difference is told, belongs to nobody, and waits on the supervisor's home page")
    {
        test.simulator.fault("row_missing", "wechat.trade_bill");
        test.passWatching(minutes{75});
        REQUIRE(test.news.size() == 3);
        CHECK(test.news[1] == BillNews{Kind::compared, GatewayChannel::weChat, day, 1});
        CHECK(test.news[2].kind == Kind::funds); // the money is there, the bill lacks it
        test.signIn("wang");
        test.frame->goHome();
        const auto* home = test.find("What waits");
        REQUIRE(home != nullptr);
        test.frame->openBill(GatewayChannel::weChat, day);
        REQUIRE(test.page().openDays().rows().size() == 1);
        CHECK(test.shows("nobody yet"));
    }
    SUBCASE("money that did not arrive on the account is told")
    {
        test.simulator.fault("amount_changed", "wechat.trade_bill"); // a yuan more than came
        test.passWatching(minutes{75});
        REQUIRE_FALSE(test.news.empty());
        CHECK(test.news.back() == BillNews{Kind::funds, GatewayChannel::weChat, day, 0});
    }
    SUBCASE("an account's bill that does not come keeps the trades' back from nobody")
    {
        test.simulator.fault("status_500", "wechat.fund_bill", {{"times", 100}});
        test.passWatching(minutes{75});
        CHECK(test.isCompared(GatewayChannel::weChat, day));
        CHECK(test.fetches("wechat.trade_bill") == 1);
    }
    SUBCASE("a bill that does not come is asked for every half hour; at two somebody is told, once")
    {
        test.simulator.fault("wrong_hash", "wechat.trade_bill", {{"times", 100}});
        test.passWatching(hours{4} + minutes{50}); // ten to two
        const auto asked = test.fetches("wechat.trade_bill");
        CHECK(asked == 8); // 10:00, 10:30 … 13:30
        CHECK(std::ranges::count(test.news, Kind::missing, &BillNews::kind) == 0);
        test.passWatching(hours{2});
        CHECK(test.fetches("wechat.trade_bill") == asked);
        CHECK(std::ranges::count(test.news, Kind::missing, &BillNews::kind) == 1);
        CHECK(test.news.back() == BillNews{Kind::missing, GatewayChannel::weChat, day, 0});
    }
}
