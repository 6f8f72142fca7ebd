#include "tests/simulator/counter.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;
using Channel = GatewayChannel;
using Verdict = AnswerVerdict;

std::string queryRoute(Channel channel)
{
    return channel == Channel::weChat ? "wechat.query" : "alipay.trade.query";
}

/// An order that the citizen has paid; the next query meets the fault.
struct Disturbed : Counter {
    Channel channel;
    OrderRef order;

    explicit Disturbed(Channel which) : channel(which), order(paidOrder(which)) {}

    GatewayAnswer<TradeReport> query(const std::string& fault,
                                     const nlohmann::json& more = nlohmann::json::object())
    {
        connect(); // on a kept connection libcurl repeats a GET that met silence
        simulator.fault(fault, queryRoute(channel), more);
        return gateway(channel).query(order);
    }
    bool paidInTheEnd() { return gateway(channel).query(order).value->state == TradeState::paid; }
};

} // namespace

TEST_CASE("the network fails on the way to either provider")
{
    auto channel = Channel::weChat;
    SUBCASE("WeChat Pay") {}
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
    }
    Disturbed counter{channel};
    for (const auto* fault : {"drop_before", "drop_after", "half_body", "reset"}) {
        CAPTURE(fault);
        const auto lost = counter.query(fault);
        CHECK(lost.outcome == Outcome::unknown);
        CHECK(lost.problem == Problem::noAnswer);
        CHECK(counter.paidInTheEnd());
    }
    for (const auto* fault : {"page_502", "page_503"}) {
        CAPTURE(fault);
        CHECK(counter.query(fault).outcome == Outcome::unknown);
        CHECK(counter.query(fault).problem == Problem::serverTrouble);
        CHECK(counter.paidInTheEnd());
    }
    CHECK(counter.query("slow_drip", {{"ms", 1}}).ok());
    CHECK(counter.query("delay", {{"ms", 50}}).ok());

    counter.simulator.process().control("/admin/fault", {{"action", "tls_failure"}});
    counter.connect(); // a new connection
    const auto unsent = counter.gateway(channel).query(counter.order);
    CHECK(unsent.problem == Problem::notSent);
    CHECK(counter.paidInTheEnd());
}

TEST_CASE("a call whose answer is lost has happened or has not")
{
    Counter counter;
    const auto order = counter.paidOrder(Channel::weChat);
    const auto intent = counter.refundIntent(counter.weChat(), order, order.amount);
    const auto refundMeeting = [&](const std::string& fault) {
        counter.simulator.fault(fault, "wechat.refund"); // on a kept connection
        return counter.weChat().refund(intent);
    };
    const auto refunded = [&] {
        return counter.simulator.trade(Channel::weChat, order.orderNumber)->refunded;
    };
    CHECK(refundMeeting("drop_before").outcome == Outcome::unknown);
    CHECK(refunded() == Money{});
    CHECK(refundMeeting("drop_after").outcome == Outcome::unknown);
    CHECK(refunded() == order.amount);
    CHECK(counter.weChat().refund(intent).ok()); // the same number: not twice
    CHECK(refunded() == order.amount);
}

TEST_CASE("statuses that mean neither yes nor no")
{
    Disturbed counter{Channel::weChat};
    CHECK(counter.query("status_500").problem == Problem::serverTrouble);
    for (const auto* code : {"FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED"})
        CHECK(counter.query("status_429", {{"code", code}}).problem == Problem::slowDown);
    CHECK(counter.query("accepted_empty").outcome == Outcome::unknown);
    CHECK(counter.query("accepted_userpaying").problem == Problem::unfinished);
    CHECK(counter.paidInTheEnd());

    auto& gateway = counter.weChat();
    const auto refund = counter.refundIntent(gateway, counter.order, counter.order.amount);
    counter.simulator.fault("accepted_429", "wechat.refund");
    CHECK(gateway.refund(refund).problem == Problem::slowDown);
    CHECK(gateway.queryRefund(Counter::refOf(refund)).ok()); // accepted all the same

    const auto order = counter.newOrder();
    counter.simulator.fault("accepted_userpaying", "wechat.codepay", {{"processed", true}});
    gateway.payByCode(
        counter.codePayIntent(gateway, order, paymentCodeFor(Channel::weChat, 5, "01")));
    CHECK(gateway.query(order).value->state == TradeState::paid);
}

TEST_CASE("a signature that is not right is never believed")
{
    auto channel = Channel::weChat;
    auto faults = std::vector<std::pair<std::string, Verdict>>{};
    SUBCASE("WeChat Pay")
    {
        faults = {{"flip_signature", Verdict::badSignature},
                  {"probe_signature", Verdict::probe},
                  {"unknown_serial", Verdict::unknownKey},
                  {"stale_answer", Verdict::stale},
                  {"no_signature", Verdict::headersMissing},
                  {"wrong_key", Verdict::badSignature},
                  {"reformatted", Verdict::badSignature}};
    }
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
        faults = {{"flip_signature", Verdict::badSignature},
                  {"wrong_key", Verdict::badSignature},
                  {"reformatted", Verdict::badSignature},
                  {"duplicate_node", Verdict::malformed}};
    }
    Disturbed counter{channel};
    for (const auto& [named, verdict] : faults) {
        const auto& fault = named; // clang 14 lets no lambda take a structured binding
        CAPTURE(fault);
        const auto answer = counter.query(fault);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK_FALSE(answer.proven);
        CHECK(answer.exchange.verdict == verdict);
    }
    CHECK(counter.paidInTheEnd());
}

TEST_CASE("a good signature over something else freezes the attempt")
{
    auto channel = Channel::weChat;
    auto faults = std::vector<std::string>{
        "other_amount", "other_order", "other_merchant", "other_application"};
    SUBCASE("WeChat Pay") {}
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
    }
    Disturbed counter{channel};
    for (const auto& fault : faults) {
        CAPTURE(fault);
        const auto answer = counter.query(fault);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::mismatch);
    }
    CHECK(counter.query("extra_members").value->state == TradeState::paid);
    const auto coupon = counter.query("coupon");
    CHECK(coupon.ok());
    CHECK(coupon.value->payerPaid < coupon.value->total);
}

TEST_CASE("names with and without underscores, with and without prefix")
{
    Counter counter;
    counter.simulator.fault("plain_names", "wechat.query");
    CHECK(counter.weChat().query(counter.newOrder()).problem == Problem::notFound);
    counter.simulator.fault("plain_names", "alipay.trade.query");
    CHECK(counter.alipay().query(counter.newOrder()).problem == Problem::notFound);
}

TEST_CASE("the provider knows later than the citizen")
{
    auto channel = Channel::weChat;
    SUBCASE("WeChat Pay") {}
    SUBCASE("Alipay")
    {
        channel = Channel::alipay;
    }
    Disturbed counter{channel};
    CHECK_FALSE(moneyArrived(counter.query("hide_payment", {{"s", 10}}).value->state));
    counter.simulator.pass(std::chrono::seconds{10});
    CHECK(counter.query("hide_payment", {{"s", 10}}).value->state == TradeState::paid);
    CHECK(counter.query("not_exist_yet", {{"s", 60}}).problem == Problem::notFound);
}

TEST_CASE("closing meets a payment, or comes too early")
{
    Counter counter;
    auto& weChat = counter.weChat();
    const auto order = counter.newOrder();
    const auto code = counter.shownCode(weChat, order);
    counter.simulator.fault("close_too_early", "wechat.close");
    CHECK(weChat.close(order).problem == Problem::tooEarly);
    CHECK(counter.simulator.citizen("scan", code));
    counter.simulator.fault("pay_first", "wechat.close");
    CHECK(weChat.close(order).problem == Problem::alreadyPaid);
    CHECK(weChat.query(order).value->state == TradeState::paid);

    auto& alipay = counter.alipay();
    const auto other = counter.newOrder();
    CHECK(counter.simulator.citizen("scan", counter.shownCode(alipay, other)));
    counter.simulator.fault("pay_first", "alipay.trade.close");
    CHECK(alipay.close(other).problem == Problem::alreadyPaid);
    CHECK(alipay.query(other).value->state == TradeState::paid);
}

TEST_CASE("what only Alipay does")
{
    Disturbed counter{Channel::alipay};
    auto& gateway = counter.alipay();
    SUBCASE("an error without a signature proves nothing")
    {
        counter.simulator.fault(
            "refuse", "alipay.trade.query", {{"sub_code", "ACQ.TRADE_NOT_EXIST"}});
        counter.simulator.fault("no_signature", "alipay.trade.query");
        const auto answer = gateway.query(counter.order);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK_FALSE(answer.proven);
    }
    SUBCASE("slashes are escaped")
    {
        counter.simulator.fault("escaped_slashes", "alipay.trade.precreate");
        CHECK(counter.shownCode(gateway, counter.newOrder()).starts_with("https://qr.alipay.com/"));
    }
    SUBCASE("20000 is no answer")
    {
        CHECK(counter.query("code_20000").problem == Problem::serverTrouble);
        CHECK(counter.query("status_500").problem == Problem::serverTrouble);
        CHECK(counter.query("status_429").problem == Problem::slowDown);
    }
    SUBCASE("10003 comes though the payment is through")
    {
        const auto order = counter.newOrder();
        counter.simulator.fault("code_10003", "alipay.trade.pay");
        const auto paying = gateway.payByCode(
            counter.codePayIntent(gateway, order, paymentCodeFor(Channel::alipay, 3, "01")));
        CHECK(paying.value->state == TradeState::paying);
        CHECK(gateway.query(order).value->state == TradeState::paid);
    }
    SUBCASE("cancel is to be repeated, twice")
    {
        counter.simulator.fault("retry_flag", "alipay.trade.cancel", {{"times", 2}});
        CHECK(gateway.reverse(counter.order).value->repeat);
        CHECK(gateway.reverse(counter.order).value->repeat);
        const auto done = gateway.reverse(counter.order);
        CHECK_FALSE(done.value->repeat);
        CHECK(done.value->effect == ReverseReport::Effect::refunded); // it was paid
    }
    SUBCASE("a refund that does not say that funds moved, and a query that says nothing")
    {
        const auto refund = counter.refundIntent(gateway, counter.order, counter.order.amount);
        counter.simulator.fault("fund_change_n", "alipay.trade.refund");
        CHECK(gateway.refund(refund).value->state == RefundState::processing);
        counter.simulator.fault("empty_refund_query", "alipay.trade.fastpay.refund.query");
        CHECK(gateway.queryRefund(Counter::refOf(refund)).problem == Problem::notFound);
        CHECK(gateway.queryRefund(Counter::refOf(refund)).value->state == RefundState::done);
    }
    SUBCASE("the certificate's number comes first")
    {
        counter.setup = counter.simulator.setup("payment-certificates.json");
        counter.connect();
        CHECK(counter.query("certificate_first").value->state == TradeState::paid);
        CHECK(counter.query("unknown_serial").exchange.verdict == Verdict::unknownKey);
    }
}

TEST_CASE("clocks that do not agree")
{
    Counter counter;
    const auto order = counter.paidOrder(Channel::weChat);
    for (const auto minutes : {6, -6}) {
        CAPTURE(minutes);
        counter.simulator.skew(std::chrono::minutes{minutes});
        const auto refused = counter.weChat().query(order);
        CHECK(refused.outcome == Outcome::unknown);
        CHECK(refused.problem == Problem::clockWrong);
        REQUIRE(refused.clock.has_value());
        CHECK(refused.clock->level() == ClockCheck::Level::block);
    }
    counter.simulator.skew(std::chrono::seconds{0});
    counter.simulator.fault("date_header", "wechat.query", {{"s", 90}});
    const auto warned = counter.weChat().query(order);
    CHECK(warned.ok());
    CHECK(warned.clock->level() == ClockCheck::Level::warn);
}

TEST_CASE("faults begin with the nth call, last for some, and match an order")
{
    Counter counter;
    auto& gateway = counter.weChat();
    const auto order = counter.newOrder();
    counter.shownCode(gateway, order);
    counter.simulator.fault(
        "status_500",
        "wechat.*",
        {{"match", {{"nth", 2}, {"out_trade_no", order.orderNumber}}}, {"times", 2}});
    auto answers = std::string{};
    for (auto i = 0; i < 4; ++i)
        answers += gateway.query(order).ok() ? 'y' : 'n';
    CHECK(answers == "ynny");
    CHECK_THROWS_AS(counter.simulator.fault("unheard_of", "*"), std::logic_error);
}
