#include "services/payments/wechat/wechat_gateway.h"

#include "tests/simulator/counter.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;
using Channel = GatewayChannel;
using CodePay = WeChatConfiguration::CodePay;
using Effect = ReverseReport::Effect;

/// A counter that scans the citizen's phone.
struct ScanningCounter : Counter {
    Channel channel;
    int codes = 0;

    explicit ScanningCounter(Channel which, CodePay version = CodePay::v3) : channel(which)
    {
        setup.weChat->codePay = version;
        connect();
    }
    PaymentGateway& phone() { return gateway(channel); }
    GatewayAnswer<TradeReport> scan(const OrderRef& order, const std::string& behaviour)
    {
        return phone().payByCode(
            codePayIntent(phone(), order, paymentCodeFor(channel, ++codes, behaviour)));
    }
};

} // namespace

TEST_CASE("payment by code, by the last digits of the code")
{
    auto channel = Channel::weChat;
    auto version = CodePay::v3;
    SUBCASE("WeChat Pay v3") {}
    SUBCASE("WeChat Pay v2")
    {
        version = CodePay::v2;
    }
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
    }
    ScanningCounter counter{channel, version};
    const auto order = counter.newOrder();
    const auto captured = [&] {
        const auto trade = counter.simulator.trade(channel, order.orderNumber);
        return trade ? trade->captured : Money{};
    };

    SUBCASE("01 pays at once")
    {
        const auto paid = counter.scan(order, "01");
        REQUIRE(paid.ok());
        CHECK(paid.value->state == TradeState::paid);
        CHECK(paid.proven);
        CHECK(counter.phone().query(order).value->state == TradeState::paid);
        CHECK(captured() == order.amount);
    }
    SUBCASE("02 asks for the password, and pays")
    {
        const auto asked = counter.scan(order, "02");
        if (version == CodePay::v3 && channel == Channel::weChat)
            CHECK(asked.problem == Problem::unfinished); // HTTP 202
        else
            CHECK(asked.value->state == TradeState::paying);
        CHECK_FALSE(moneyArrived(counter.phone().query(order).value->state));
        counter.simulator.pass(std::chrono::seconds{6});
        CHECK(counter.phone().query(order).value->state == TradeState::paid);
    }
    SUBCASE("03 asks for the password, and the citizen walks off")
    {
        counter.scan(order, "03");
        counter.simulator.pass(std::chrono::seconds{20});
        CHECK_FALSE(moneyArrived(counter.phone().query(order).value->state));
        const auto reversed = counter.phone().reverse(order);
        REQUIRE(reversed.ok());
        CHECK(captured() == Money{});
        CHECK_FALSE(moneyArrived(counter.phone().query(order).value->state));
    }
    SUBCASE("04 has no money, 05 is an old code")
    {
        CHECK(counter.scan(order, "04").problem == Problem::payerCannotPay);
        CHECK(counter.scan(counter.newOrder(), "05").problem == Problem::codeRefused);
        CHECK(captured() == Money{});
    }
    SUBCASE("06 says that the system failed, and was paid; 07 was not")
    {
        CHECK(counter.scan(order, "06").problem == Problem::serverTrouble);
        CHECK(counter.phone().query(order).value->state == TradeState::paid);
        const auto other = counter.newOrder();
        CHECK(counter.scan(other, "07").problem == Problem::serverTrouble);
        CHECK(counter.phone().query(other).problem == Problem::notFound);
    }
    SUBCASE("08 loses the answer, and was paid")
    {
        const auto lost = counter.scan(order, "08");
        CHECK(lost.outcome == Outcome::unknown);
        CHECK(lost.problem == Problem::noAnswer);
        CHECK(counter.phone().query(order).value->state == TradeState::paid);
    }
    SUBCASE("a code pays once")
    {
        const auto intent =
            counter.codePayIntent(counter.phone(), order, paymentCodeFor(channel, 77, "01"));
        CHECK(counter.phone().payByCode(intent).ok());
        const auto again = counter.codePayIntent(
            counter.phone(), counter.newOrder(), paymentCodeFor(channel, 77, "01"));
        CHECK(counter.phone().payByCode(again).problem == Problem::codeRefused);
    }
    SUBCASE("above 1000 yuan the phone asks for the password")
    {
        const auto large = counter.newOrder(Money::yuan(1001));
        counter.scan(large, "01");
        CHECK_FALSE(moneyArrived(counter.phone().query(large).value->state));
        counter.simulator.pass(std::chrono::seconds{6});
        CHECK(counter.phone().query(large).value->state == TradeState::paid);
    }
}

TEST_CASE("reversing a payment by code gives the money back")
{
    auto channel = Channel::weChat;
    auto version = CodePay::v3;
    SUBCASE("WeChat Pay v3") {}
    SUBCASE("WeChat Pay v2")
    {
        version = CodePay::v2;
    }
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
    }
    ScanningCounter counter{channel, version};
    const auto order = counter.newOrder();
    REQUIRE(counter.scan(order, "01").ok());
    if (channel == Channel::weChat) { // not within 15 s
        const auto early = counter.phone().reverse(order);
        CHECK(early.outcome == Outcome::unknown);
        CHECK(early.problem == Problem::unfinished);
    }
    counter.simulator.pass(std::chrono::seconds{15});
    const auto reversed = counter.phone().reverse(order);
    REQUIRE(reversed.ok());
    CHECK_FALSE(reversed.value->repeat);
    if (channel == Channel::alipay)
        CHECK(reversed.value->effect == Effect::refunded);
    CHECK(counter.phone().reverse(order).ok());
    const auto trade = counter.simulator.trade(channel, order.orderNumber);
    CHECK(trade->captured == order.amount);
    CHECK(trade->refunded == order.amount);
    const auto state = counter.phone().query(order).value->state;
    CHECK(state == (channel == Channel::alipay ? TradeState::refunded : TradeState::reversed));
}

TEST_CASE("WeChat Pay v2 asks for the merchant's certificate where money goes back")
{
    ScanningCounter counter{Channel::weChat, CodePay::v2};
    const auto order = counter.newOrder();
    REQUIRE(counter.scan(order, "01").ok());
    counter.simulator.pass(std::chrono::seconds{15});
    // the same call by a merchant whose connection shows no certificate
    CurlExchange http{CurlOptions{.authorityFile = counter.setup.authority}};
    const auto outcome =
        http.send({.method = HttpMethod::post,
                   .url = counter.simulator.process().weChatOrigin() + "/secapi/pay/reverse",
                   .body = "<xml></xml>"});
    CHECK(std::get<HttpResponse>(outcome).status == 400);
    CHECK(counter.phone().reverse(order).ok());
}

TEST_CASE("WeChat Pay v2 refuses what is signed with another key, and what is no flat XML")
{
    ScanningCounter counter{Channel::weChat, CodePay::v2};
    const auto order = counter.newOrder();
    {
        const auto key = counter.setup.weChat->apiV2Key; // the merchant's, replaced by a wrong one
        const auto loaded = load(*counter.setup.weChat, counter.clock.now());
        auto configuration = std::get<WeChatConfiguration>(loaded);
        configuration.v2->apiKey = std::string(32, 'w');
        CurlExchange http{CurlOptions{.authorityFile = counter.setup.authority}};
        WeChatGateway wrong{{http, counter.clock, counter.random, counter.log}, configuration};
        const auto refused = wrong.payByCode(
            counter.codePayIntent(wrong, order, paymentCodeFor(Channel::weChat, 1, "01")));
        CHECK(refused.problem == Problem::configuration);
        CHECK_FALSE(refused.proven);
    }
    CurlExchange http{CurlOptions{.authorityFile = counter.setup.authority}};
    for (const auto* body :
         {"",
          "<xml><a>1</a>",
          "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><a>&e;</a></xml>",
          "<xml><a><b>1</b></a></xml>",
          "<xml><a>1</a><a>2</a></xml>"}) {
        const auto outcome =
            http.send({.method = HttpMethod::post,
                       .url = counter.simulator.process().weChatOrigin() + "/pay/micropay",
                       .body = body});
        CHECK(std::get<HttpResponse>(outcome).body.find("FAIL") != std::string::npos);
    }
    CHECK(counter.simulator.ledger().empty());
}
