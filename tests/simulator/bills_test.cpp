#include "services/payments/bills/bill.h"

#include "services/payments/bills/bill_fetch.h"
#include "services/payments/bills/fund_bill.h"
#include "tests/simulator/counter.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;
using Channel = GatewayChannel;

constexpr auto day = std::chrono::November / 23 / 2026; // where the clock stands

struct Read {
    GatewayAnswer<BillFile> answer;
    BillVerdict verdict;
    std::vector<BillLine> lines;

    std::size_t count(BillLine::Kind kind) const
    {
        return static_cast<std::size_t>(
            std::ranges::count(lines, kind, [](const BillLine& line) { return line.kind; }));
    }
};

/// Two payments, one of them refunded in part; then it is half past ten of the next day.
struct MorningAfter : Counter {
    Channel channel;
    OrderRef first;
    OrderRef second;

    explicit MorningAfter(Channel which) : channel(which)
    {
        first = paidOrder(channel);
        second = paidOrder(channel, Money::yuan(40));
        simulator.pass(std::chrono::seconds{5});
        gateway(channel).refund(refundIntent(gateway(channel), first, Money::yuan(5)));
        simulator.pass(std::chrono::hours{25} + std::chrono::minutes{30});
    }
    Read read()
    {
        auto result = Read{.answer = gateway(channel).bill(day), .verdict = {}, .lines = {}};
        if (result.answer.ok())
            result.verdict = readBill(*result.answer.value, [&result](const BillLine& line) {
                result.lines.push_back(line);
            });
        return result;
    }
    void spoil(const std::string& fault, int times = 1)
    {
        simulator.fault(fault,
                        channel == Channel::weChat
                            ? "wechat.trade_bill"
                            : "alipay.data.dataservice.bill.downloadurl.query",
                        {{"times", times}});
    }
};

} // namespace

TEST_CASE("the bill of a day")
{
    auto channel = Channel::weChat;
    SUBCASE("WeChat Pay, gzip") {}
    SUBCASE("Alipay, a ZIP in GBK")
    {
        channel = Channel::alipay;
    }
    MorningAfter morning{channel};

    SUBCASE("holds every payment and refund")
    {
        const auto bill = morning.read();
        REQUIRE(bill.answer.ok());
        CHECK(bill.verdict.fault == BillFault::none);
        CHECK(bill.verdict.damagedTexts == 0);
        REQUIRE(bill.lines.size() == 3);
        CHECK(bill.verdict.sums == BillSums{.payments = 2,
                                            .refunds = 1,
                                            .paid = Money::yuan(60),
                                            .refunded = Money::yuan(5)});
        CHECK(bill.lines[0].orderNumber == morning.first.orderNumber);
        CHECK(bill.lines[0].title == "居民身份证工本费(换领)");
        CHECK(bill.lines[2].refundNumber == morning.first.orderNumber + "R01");
        if (channel == Channel::weChat)
            CHECK(bill.answer.value->hash == BillFile::Hash::matches);
    }
    SUBCASE("a row missing, one too many, another amount")
    {
        morning.spoil("row_missing");
        CHECK(morning.read().count(BillLine::Kind::pay) == 1);
        morning.spoil("extra_row");
        CHECK(morning.read().count(BillLine::Kind::pay) == 3);
        morning.spoil("refund_row_missing");
        CHECK(morning.read().count(BillLine::Kind::refund) == 0);
        morning.spoil("amount_changed");
        CHECK(morning.read().lines[0].amount == Money::yuan(21));
        morning.spoil("day_boundary_row");
        CHECK(morning.read().lines[2].at ==
              std::chrono::sys_days{day} + std::chrono::hours{16} - std::chrono::seconds{1});
    }
    SUBCASE("a summary that is wrong")
    {
        morning.spoil("bad_summary");
        CHECK(morning.read().verdict.fault == BillFault::sumDiffers);
    }
    SUBCASE("a text that is damaged")
    {
        morning.spoil("gbk_damage");
        const auto bill = morning.read();
        CHECK(bill.verdict.fault == BillFault::none);
        CHECK(bill.verdict.damagedTexts == 1);
        CHECK(bill.lines.size() == 3);
    }
    SUBCASE("a link that has expired")
    {
        morning.spoil("link_expired");
        CHECK(morning.read().answer.ok()); // by the next link
        morning.spoil("link_expired", 2);
        CHECK_FALSE(morning.read().answer.ok());
        CHECK(morning.read().answer.ok());
    }
    SUBCASE("a day without trades is an answer")
    {
        const auto answer = morning.gateway(channel).bill(std::chrono::November / 22 / 2026);
        REQUIRE(answer.ok());
        CHECK(answer.value->form == BillFile::Form::empty);
    }
}

TEST_CASE("WeChat Pay's bill: hash, byte order mark, not ready yet")
{
    MorningAfter morning{Channel::weChat};
    morning.spoil("wrong_hash");
    CHECK(morning.read().answer.problem == Problem::untrusted);
    morning.spoil("bom");
    CHECK(morning.read().verdict.fault == BillFault::none);

    const auto order = morning.paidOrder(Channel::weChat);
    CHECK(morning.gateway(Channel::weChat).bill(std::chrono::November / 24 / 2026).outcome !=
          Outcome::ok);                             // today
    morning.simulator.pass(std::chrono::hours{23}); // 09:30 of the next day
    CHECK(morning.gateway(Channel::weChat).bill(std::chrono::November / 24 / 2026).problem ==
          Problem::notReady);
    morning.simulator.pass(std::chrono::minutes{30});
    CHECK(morning.gateway(Channel::weChat).bill(std::chrono::November / 24 / 2026).ok());
}

TEST_CASE("WeChat Pay's account shows what the trades say; Alipay has no such bill")
{
    MorningAfter morning{Channel::weChat};
    const auto bills = fetchBills(morning.gateway(Channel::weChat), day);
    REQUIRE(bills.haveTrades());
    REQUIRE(bills.haveFunds());
    CHECK(bills.funds->value->hash == BillFile::Hash::matches);
    const auto check = checkFunds(*bills.trades.value, *bills.funds->value);
    CHECK(check.agrees());
    CHECK(check.funds.sums.taken == Money::yuan(60));
    CHECK(check.funds.sums.givenBack == Money::yuan(5));

    morning.simulator.fault("status_500", "wechat.fund_bill");
    const auto without = fetchBills(morning.gateway(Channel::weChat), day);
    CHECK(without.haveTrades()); // one does not keep the other back
    CHECK_FALSE(without.haveFunds());
    morning.spoil("wrong_hash");
    CHECK_FALSE(fetchBills(morning.gateway(Channel::weChat), day).funds.has_value());
    CHECK_FALSE(fetchBills(morning.gateway(Channel::alipay), day).funds.has_value());
}

TEST_CASE("a reversed payment stands in the bill as paid and reversed")
{
    Counter counter;
    const auto order = counter.newOrder();
    auto& gateway = counter.weChat();
    gateway.payByCode(
        counter.codePayIntent(gateway, order, paymentCodeFor(Channel::weChat, 1, "01")));
    counter.simulator.pass(std::chrono::seconds{20});
    REQUIRE(gateway.reverse(order).ok());
    counter.simulator.pass(std::chrono::hours{26});
    auto kinds = std::vector<BillLine::Kind>{};
    const auto verdict = readBill(*gateway.bill(day).value,
                                  [&kinds](const BillLine& line) { kinds.push_back(line.kind); });
    CHECK(verdict.fault == BillFault::none);
    CHECK(kinds == std::vector{BillLine::Kind::pay, BillLine::Kind::reversed});
}
