// The station never combines orders: its items have one payee, so they are one order with local
// lines. A collection platform may. The simulator's routes are asked by calls made by hand.
#include "services/payments/http/curl_exchange.h"
#include "services/payments/wechat/line.h"
#include "tests/simulator/counter.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace guitai;

namespace
{

using nlohmann::json;

constexpr auto bundleNumber = "B07A1261123000001C1K";
constexpr auto firstNumber = "B07A1261123000002A1K";
constexpr auto secondNumber = "B07A1261123000003A1K";

/// A counter that speaks to the provider line by line.
struct CombinedCounter : Counter {
    WeChatConfiguration configuration =
        std::get<WeChatConfiguration>(load(*setup.weChat, clock.now()));
    CurlExchange http{CurlOptions{.authorityFile = setup.authority}};
    WeChatLine line{{http, clock, random, log}, configuration};

    struct Answer {
        int status = 0;
        json body;
        std::string code() const { return body.value("code", ""); }
    };

    Answer call(HttpMethod method, const std::string& target, const json& body = nullptr)
    {
        const auto reply =
            line.call({method, target, body.is_null() ? std::string{} : body.dump()});
        const auto text = reply.response ? reply.response->body : std::string{};
        return {reply.status(), text.empty() ? json::object() : json::parse(text)};
    }
    json part(const std::string& number, int fen) const
    {
        return {{"mchid", setup.weChat->merchantId},
                {"out_trade_no", number},
                {"attach", "受理窗口"},
                {"description", "居民身份证工本费"},
                {"amount", {{"total_amount", fen}, {"currency", "CNY"}}}};
    }
    json order() const
    {
        return {{"combine_appid", setup.weChat->appId},
                {"combine_mchid", setup.weChat->merchantId},
                {"combine_out_trade_no", bundleNumber},
                {"notify_url", "https://example.invalid/notice"},
                {"sub_orders", {part(firstNumber, 2000), part(secondNumber, 4000)}}};
    }
    Answer create(const json& body)
    {
        return call(HttpMethod::post, "/v3/combine-transactions/native", body);
    }
    Answer query()
    {
        return call(HttpMethod::get,
                    std::string{"/v3/combine-transactions/out-trade-no/"} + bundleNumber);
    }
    Answer close(const json& parts)
    {
        return call(HttpMethod::post,
                    std::string{"/v3/combine-transactions/out-trade-no/"} + bundleNumber + "/close",
                    {{"combine_appid", setup.weChat->appId}, {"sub_orders", parts}});
    }
};

} // namespace

TEST_CASE("combined orders: paid all together, refunded one by one")
{
    CombinedCounter counter;
    const auto created = counter.create(counter.order());
    REQUIRE(created.status == 200);
    const auto open = counter.query();
    REQUIRE(open.body.at("sub_orders").size() == 2);
    for (const auto& part : open.body.at("sub_orders"))
        CHECK(part.at("trade_state") == "NOTPAY");

    REQUIRE(counter.simulator.citizen("pay", created.body.at("code_url").get<std::string>()));
    const auto paid = counter.query();
    for (const auto& part : paid.body.at("sub_orders"))
        CHECK(part.at("trade_state") == "SUCCESS");
    CHECK(paid.body.at("sub_orders")[0].at("transaction_id") !=
          paid.body.at("sub_orders")[1].at("transaction_id"));
    auto captured = Money{};
    for (const auto& trade : counter.simulator.ledger())
        captured = captured + trade.captured;
    CHECK(captured == Money::yuan(60)); // the bundle has no money of its own
    CHECK(counter.close(counter.order().at("sub_orders")).code() == "ORDER_PAID");
    CHECK(counter.create(counter.order()).code() == "ORDER_PAID");

    const auto second = OrderRef{secondNumber, Money::yuan(40)};
    REQUIRE(
        counter.weChat().refund(counter.refundIntent(counter.weChat(), second, second.amount)).ok());
    const auto after = counter.query();
    CHECK(after.body.at("sub_orders")[0].at("trade_state") == "SUCCESS");
    CHECK(after.body.at("sub_orders")[1].at("trade_state") == "REFUND");
}

TEST_CASE("combined orders: closed with the same list only")
{
    CombinedCounter counter;
    const auto code = counter.create(counter.order()).body.at("code_url").get<std::string>();
    CHECK(counter.close({counter.part(firstNumber, 2000), counter.part("B07A1261123000009A1K", 1)})
              .code() == "PARAM_ERROR");
    CHECK(counter.close(counter.order().at("sub_orders")).status == 204);
    CHECK_FALSE(counter.simulator.citizen("pay", code));
    for (const auto& part : counter.query().body.at("sub_orders"))
        CHECK(part.at("trade_state") == "CLOSED");
    CHECK(counter.create(counter.order()).code() == "ORDER_CLOSED");
}

TEST_CASE("combined orders: what the provider refuses")
{
    CombinedCounter counter;
    auto order = counter.order();
    const auto refused = [&] { return counter.create(order).code(); };

    SUBCASE("one order is none to combine")
    {
        order["sub_orders"].erase(1);
        CHECK(refused() == "PARAM_ERROR");
    }
    SUBCASE("eleven are too many")
    {
        for (auto i = 10; i < 19; ++i)
            order["sub_orders"].push_back(
                counter.part("B07A12611230000" + std::to_string(i) + "A1K", 100));
        CHECK(refused() == "PARAM_ERROR");
    }
    SUBCASE("two of one number")
    {
        order["sub_orders"][1]["out_trade_no"] = firstNumber;
        CHECK(refused() == "PARAM_ERROR");
    }
    SUBCASE("another merchant, another application")
    {
        order["sub_orders"][1]["mchid"] = "1900000001";
        CHECK(refused() == "NO_AUTH");
        order = counter.order();
        order["combine_appid"] = "wx0000000000000000";
        CHECK(refused() == "APPID_MCHID_NOT_MATCH");
    }
    SUBCASE("no amount, no attachment")
    {
        order["sub_orders"][0]["amount"]["total_amount"] = 0;
        CHECK(refused() == "PARAM_ERROR");
        order = counter.order();
        order["sub_orders"][0].erase("attach");
        CHECK(refused() == "PARAM_ERROR");
    }
    SUBCASE("a number that is in use")
    {
        REQUIRE(counter.create(order).status == 200);
        CHECK(counter.create(order).status == 200); // the same again: a new code
        order["sub_orders"][0]["amount"]["total_amount"] = 1;
        CHECK(refused() == "OUT_TRADE_NO_USED");
        order["combine_out_trade_no"] = "B07A1261123000007C1K";
        CHECK(refused() == "OUT_TRADE_NO_USED");
    }
    SUBCASE("an unknown one")
    {
        CHECK(counter.query().code() == "ORDER_NOT_EXIST");
    }
    CHECK(counter.simulator.ledger().size() == (counter.query().status == 200 ? 3U : 0U));
}
