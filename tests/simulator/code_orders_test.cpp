#include "tests/simulator/counter.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;
using Channel = GatewayChannel;

} // namespace

TEST_CASE("WeChat Pay: a code is shown, scanned, paid and refunded")
{
    Counter counter;
    auto& gateway = counter.weChat();
    const auto order = counter.newOrder();
    const auto intent = counter.createIntent(gateway, order);
    const auto created = gateway.create(intent);
    REQUIRE(created.ok());
    CHECK(created.proven);
    CHECK(created.exchange.verdict == AnswerVerdict::verified);
    CHECK(gateway.query(order).value->state == TradeState::open);

    SUBCASE("scanning alone changes nothing that WeChat Pay would tell")
    {
        CHECK(counter.simulator.citizen("scan", created.value->text));
        CHECK(gateway.query(order).value->state == TradeState::open);
    }
    SUBCASE("paid")
    {
        REQUIRE(counter.simulator.citizen("pay", created.value->text));
        const auto paid = gateway.query(order);
        REQUIRE(paid.ok());
        CHECK(paid.value->state == TradeState::paid);
        CHECK(paid.value->total == Money::yuan(20));
        CHECK(paid.value->paidAt == counter.clock.now());
        CHECK(paid.value->providerNumber.size() == 28);
        CHECK(gateway.close(order).problem == Problem::alreadyPaid);
        CHECK_FALSE(counter.simulator.citizen("pay", created.value->text));
        CHECK(counter.simulator.why() == "not_payable");

        const auto half = counter.refundIntent(gateway, order, Money::yuan(5));
        const auto accepted = gateway.refund(half);
        REQUIRE(accepted.ok());
        CHECK(accepted.value->state == RefundState::processing); // accepted, not done
        CHECK(gateway.query(order).value->state == TradeState::refunded);
        CHECK(gateway.refund(half).value->providerNumber == accepted.value->providerNumber);
        counter.simulator.pass(std::chrono::seconds{3});
        const auto done = gateway.queryRefund(Counter::refOf(half));
        REQUIRE(done.ok());
        CHECK(done.value->state == RefundState::done);
        CHECK(done.value->doneAt == counter.clock.now());

        const auto rest = counter.refundIntent(gateway, order, Money::yuan(15), 2);
        CHECK(gateway.refund(rest).problem == Problem::slowDown); // a minute between two
        counter.simulator.pass(std::chrono::seconds{60});
        CHECK(gateway.refund(rest).ok());
        const auto trade = counter.simulator.trade(Channel::weChat, order.orderNumber);
        CHECK(trade->captured == Money::yuan(20));
        CHECK(trade->refunded == Money::yuan(20));
    }
    SUBCASE("closed")
    {
        CHECK(gateway.close(order).ok());
        CHECK(gateway.close(order).ok());
        CHECK(gateway.query(order).value->state == TradeState::closed);
        CHECK_FALSE(counter.simulator.citizen("pay", created.value->text));
        CHECK(gateway.create(intent).problem == Problem::orderClosed);
    }
    SUBCASE("the same content again gives a new code, and voids the old one")
    {
        const auto again = gateway.create(intent);
        REQUIRE(again.ok());
        CHECK(again.value->text != created.value->text);
        CHECK_FALSE(counter.simulator.citizen("scan", created.value->text));
        CHECK(counter.simulator.why() == "code_void");
        CHECK(counter.simulator.citizen("scan", again.value->text));
    }
    SUBCASE("the same number with other content is refused")
    {
        counter.simulator.pass(std::chrono::seconds{1}); // another time_expire
        CHECK(gateway.create(counter.createIntent(gateway, order)).problem == Problem::numberUsed);
    }
    SUBCASE("a second citizen cannot pay what another has opened")
    {
        CHECK(counter.simulator.citizen("scan", created.value->text));
        CHECK_FALSE(counter.simulator.citizen("other_user_scan", created.value->text));
        CHECK(counter.simulator.why() == "other_user");
    }
    SUBCASE("after the last moment nobody can pay, and it still is open")
    {
        counter.simulator.pass(std::chrono::seconds{331});
        CHECK_FALSE(counter.simulator.citizen("pay", created.value->text));
        CHECK(gateway.query(order).value->state == TradeState::open);
        counter.simulator.pass(std::chrono::hours{24 * 7});
        CHECK(gateway.query(order).value->state == TradeState::closed);
    }
}

TEST_CASE("WeChat Pay: what does not exist, and what may not be refunded")
{
    Counter counter;
    auto& gateway = counter.weChat();
    const auto unknown = counter.newOrder();
    CHECK(gateway.probe().ok());
    CHECK(gateway.query(unknown).problem == Problem::notFound);
    CHECK(gateway.close(unknown).problem == Problem::notFound);
    const auto refund = counter.refundIntent(gateway, unknown, Money::yuan(20));
    CHECK(gateway.refund(refund).problem == Problem::notFound);
    CHECK(gateway.queryRefund(Counter::refOf(refund)).problem == Problem::notFound);

    const auto paid = counter.paidOrder(Channel::weChat);
    SUBCASE("more than was paid")
    {
        auto intent =
            counter.refundIntent(gateway, {paid.orderNumber, Money::yuan(40)}, Money::yuan(40));
        CHECK(gateway.refund(intent).problem == Problem::programFault);
    }
    SUBCASE("the merchant's balance does not cover it")
    {
        counter.simulator.rules({{"opening_balance_fen", -1500}});
        const auto intent = counter.refundIntent(gateway, paid, paid.amount);
        CHECK(gateway.refund(intent).problem == Problem::merchantFunds);
        counter.simulator.rules({{"opening_balance_fen", 0}});
        CHECK(gateway.refund(intent).ok());
    }
    SUBCASE("a refund that ends otherwise")
    {
        const auto intent = counter.refundIntent(gateway, paid, paid.amount);
        auto expected = RefundState::closed;
        SUBCASE("closed")
        {
            counter.simulator.fault("refund_closed", "wechat.refund");
        }
        SUBCASE("abnormal")
        {
            counter.simulator.fault("refund_abnormal", "wechat.refund");
            expected = RefundState::abnormal;
        }
        CHECK(gateway.refund(intent).value->state == RefundState::processing);
        counter.simulator.pass(std::chrono::seconds{3});
        CHECK(gateway.queryRefund(Counter::refOf(intent)).value->state == expected);
    }
}

TEST_CASE("WeChat Pay: keys from platform certificates")
{
    Counter counter;
    counter.setup = counter.simulator.setup("payment-certificates.json");
    counter.connect();
    REQUIRE(counter.channels->problems().empty());
    const auto order = counter.newOrder();
    CHECK(counter.shownCode(counter.weChat(), order).starts_with("weixin://"));
    CHECK(counter.simulator.routes() ==
          std::vector<std::string>{"wechat.certificates", "wechat.native"});
}

TEST_CASE("Alipay: a code is shown, scanned, paid and refunded")
{
    Counter counter;
    SUBCASE("with keys") {}
    SUBCASE("with certificates")
    {
        counter.setup = counter.simulator.setup("payment-certificates.json");
        counter.connect();
        REQUIRE(counter.channels->problems().empty());
    }
    auto& gateway = counter.alipay();
    const auto order = counter.newOrder();
    const auto intent = counter.createIntent(gateway, order);
    const auto created = gateway.create(intent);
    REQUIRE(created.ok());
    CHECK(created.value->text.starts_with("https://qr.alipay.com/"));

    // nobody has scanned: there is no trade, under Alipay's signature
    auto unscanned = gateway.query(order);
    CHECK(unscanned.problem == Problem::notFound);
    CHECK(unscanned.proven);
    CHECK(gateway.close(order).problem == Problem::notFound);
    CHECK(gateway.reverse(order).value->effect == ReverseReport::Effect::nothing);

    REQUIRE(counter.simulator.citizen("scan", created.value->text));
    CHECK(gateway.query(order).value->state == TradeState::scanned);
    REQUIRE(counter.simulator.citizen("pay", created.value->text));
    const auto paid = gateway.query(order);
    REQUIRE(paid.ok());
    CHECK(paid.value->state == TradeState::paid);
    CHECK(paid.value->total == Money::yuan(20));
    CHECK(gateway.close(order).problem == Problem::alreadyPaid);

    const auto half = counter.refundIntent(gateway, order, Money::yuan(5));
    CHECK(gateway.refund(half).value->state == RefundState::done);
    CHECK(gateway.refund(half).value->state == RefundState::processing); // nothing moved this time
    CHECK(gateway.queryRefund(Counter::refOf(half)).value->state == RefundState::done);
    CHECK(gateway.query(order).value->state == TradeState::paid);
    const auto rest = counter.refundIntent(gateway, order, Money::yuan(15), 2);
    CHECK(gateway.refund(rest).problem == Problem::slowDown);
    counter.simulator.pass(std::chrono::seconds{3});
    CHECK(gateway.refund(rest).value->state == RefundState::done);
    CHECK(gateway.query(order).value->state == TradeState::refunded); // TRADE_CLOSED, once paid
    CHECK(counter.simulator.trade(Channel::alipay, order.orderNumber)->refunded == Money::yuan(20));
}

TEST_CASE("Alipay: closing, expiring, asking again")
{
    Counter counter;
    auto& gateway = counter.alipay();
    const auto order = counter.newOrder();
    const auto intent = counter.createIntent(gateway, order);
    const auto code = gateway.create(intent).value->text;

    SUBCASE("a scanned one can be closed")
    {
        counter.simulator.citizen("scan", code);
        CHECK(gateway.close(order).ok());
        CHECK(gateway.query(order).value->state == TradeState::closed);
        CHECK_FALSE(counter.simulator.citizen("pay", code));
    }
    SUBCASE("an unscanned one stays payable until it expires")
    {
        gateway.close(order);
        counter.simulator.pass(std::chrono::seconds{300});
        SUBCASE("paid late")
        {
            CHECK(counter.simulator.citizen("pay", code));
            CHECK(gateway.query(order).value->state == TradeState::paid);
        }
        SUBCASE("not paid")
        {
            counter.simulator.pass(std::chrono::seconds{61});
            CHECK_FALSE(counter.simulator.citizen("scan", code));
            CHECK(gateway.query(order).problem == Problem::notFound);
        }
    }
    SUBCASE("one replay is answered, a third call is not")
    {
        CHECK(gateway.create(intent).ok());
        CHECK(gateway.create(intent).problem == Problem::numberUsed);
    }
    SUBCASE("other content under the same number")
    {
        const auto other = OrderRef{order.orderNumber, Money::yuan(40)};
        CHECK(gateway.create(counter.createIntent(gateway, other)).problem == Problem::numberUsed);
    }
    SUBCASE("a refund number means one amount")
    {
        counter.simulator.citizen("pay", code);
        CHECK(gateway.refund(counter.refundIntent(gateway, order, Money::yuan(5))).ok());
        CHECK(gateway.refund(counter.refundIntent(gateway, order, Money::yuan(6))).problem ==
              Problem::numberUsed);
        const auto none = counter.refundIntent(gateway, order, Money::yuan(5), 9);
        CHECK(gateway.queryRefund(Counter::refOf(none)).problem == Problem::notFound);
    }
}
