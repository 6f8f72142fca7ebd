#include "services/payments/wechat/wechat_gateway.h"

#include "services/bytes.h"
#include "services/payments/crypto/digests.h"
#include "tests/services/payments/payment_vectors.h"
#include "tests/services/payments/scripted_provider.h"

#include <doctest/doctest.h>

namespace guitai::wechat_gateway_test
{

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;

const auto orderNumberUsed = std::string{"B07A1260115000123A1K"};
const auto order = OrderRef{orderNumberUsed, Money::yuan(20)};
const auto refundRef =
    RefundRef{orderNumberUsed, orderNumberUsed + "R01", Money::yuan(20), Money::yuan(20)};

struct Desk : ScriptedProvider {
    WeChatGateway gateway{parts(), vectorWeChat()};

    CodeOrder codeOrder() const
    {
        return {.orderNumber = orderNumberUsed,
                .amount = Money::yuan(20),
                .description = "居民身份证工本费(换领)",
                .createdAt = clock.now(),
                .expiresAt = Instant{std::chrono::seconds{1768441200}}};
    }
    GatewayAnswer<TradeReport> queryAnswered(const HttpOutcome& answer)
    {
        http.expect(answer);
        return gateway.query(order);
    }
};

/// The vectors' answer "paid", as its provider wrote it.
std::string paidBody()
{
    return paymentVectors()["wechat"]["responses"][1]["body"];
}

std::string refundBody(const std::string& status)
{
    return R"({"refund_id":"5030","out_refund_no":"B07A1260115000123A1KR01",)"
           R"("out_trade_no":"B07A1260115000123A1K","status":")" +
           status +
           R"(","success_time":"2026-01-15T09:31:07+08:00",)"
           R"("amount":{"total":2000,"refund":2000,"currency":"CNY"}})";
}

const HttpFailure lost{HttpFailure::Cause::timeout, true};
const HttpFailure unsent{HttpFailure::Cause::connection, false};

std::string requestBody(const char* name)
{
    for (const auto& request : paymentVectors()["wechat"]["requests"]) {
        if (request["name"] == name)
            return request["body"];
    }
    return {};
}

} // namespace

TEST_CASE("WeChatGateway prepares the bytes that are journaled")
{
    auto desk = Desk{};

    SUBCASE("an order has the content of the vectors")
    {
        CHECK(desk.gateway.intendCreate(desk.codeOrder()).content == requestBody("native create"));
    }
    SUBCASE("so has a refund")
    {
        const auto intent = desk.gateway.intendRefund({orderNumberUsed,
                                                       orderNumberUsed + "R01",
                                                       Money::yuan(20),
                                                       Money::yuan(20),
                                                       "重复支付"});
        CHECK(intent.content == requestBody("refund"));
    }
    SUBCASE("and a payment by code")
    {
        const auto intent =
            desk.gateway.intendPayByCode({.orderNumber = "B07A1260115000124A1M",
                                          .amount = Money::yuan(40),
                                          .description = "居民身份证工本费(补领)",
                                          .paymentCode = "134567890123456789",
                                          .createdAt = Instant{},
                                          .expiresAt = Instant{std::chrono::hours{1}}});
        CHECK(intent.content == requestBody("codepay"));
    }
    SUBCASE("an order of nothing never reaches a gateway")
    {
        auto nothing = desk.codeOrder();
        nothing.amount = Money{};
        CHECK_THROWS_AS(desk.gateway.intendCreate(nothing), std::logic_error);
        nothing.amount = Money::fen(-1);
        CHECK_THROWS_AS(desk.gateway.intendCreate(nothing), std::logic_error);
    }
    SUBCASE("a refund beyond the order is our fault")
    {
        CHECK_THROWS_AS(
            desk.gateway.intendRefund(
                {orderNumberUsed, orderNumberUsed + "R01", Money::yuan(21), Money::yuan(20), ""}),
            std::logic_error);
    }
    SUBCASE("controls and long texts are made to fit")
    {
        auto odd = desk.codeOrder();
        odd.description = "a\nb" + std::string(126, 'x') + "证";
        const auto body = nlohmann::json::parse(desk.gateway.intendCreate(odd).content);
        CHECK(body["description"].get<std::string>() == "a b" + std::string(124, 'x'));
    }
}

TEST_CASE("WeChatGateway signs what it sends")
{
    auto desk = Desk{};
    desk.http.expect(desk.weChat(200, R"({"code_url":"weixin://wxpay/bizpayurl?pr=T1"})"));
    const auto intent = desk.gateway.intendCreate(desk.codeOrder());
    const auto answer = desk.gateway.create(intent);
    REQUIRE(answer.ok());
    CHECK(answer.proven);
    CHECK(answer.value->text == "weixin://wxpay/bizpayurl?pr=T1");
    CHECK(answer.exchange.verdict == AnswerVerdict::verified);
    CHECK(answer.exchange.call == "POST /v3/pay/transactions/native");
    CHECK(answer.exchange.headers.one("Request-ID") == "0815");
    REQUIRE(answer.clock);
    CHECK(answer.clock->difference.count() == 0);

    const auto& sent = desk.http.sent.front();
    CHECK(sent.url == "https://api.mch.weixin.qq.com/v3/pay/transactions/native");
    CHECK(sent.body == intent.content);
    CHECK(sent.headers.one("Accept") == "application/json");
    CHECK(sent.headers.one("Wechatpay-Serial") == vectorWeChat().publicKey->id);
    const auto authorization = sent.headers.one("Authorization").value();
    const auto part = [&](const std::string& name) {
        const auto start = authorization.find(name + "=\"") + name.size() + 2;
        return authorization.substr(start, authorization.find('"', start) - start);
    };
    CHECK(part("timestamp") == "1768440603");
    CHECK(part("nonce_str").size() == 32);
    CHECK(vectorPublicKey("wx_merchant")
              .verifies("POST\n/v3/pay/transactions/native\n1768440603\n" + part("nonce_str") +
                            "\n" + intent.content + "\n",
                        part("signature")));

    SUBCASE("a retry has the same bytes under a fresh nonce")
    {
        desk.http.expect(desk.weChat(200, R"({"code_url":"weixin://wxpay/bizpayurl?pr=T2"})"));
        CHECK(desk.gateway.create(intent).ok());
        CHECK(desk.http.sent[1].body == desk.http.sent[0].body);
        CHECK(desk.http.sent[1].headers.one("Authorization") != sent.headers.one("Authorization"));
    }
}

TEST_CASE("WeChatGateway calls an order paid only when everything agrees")
{
    auto desk = Desk{};

    SUBCASE("signed, paid, our merchant, app, order and amount")
    {
        const auto answer = desk.queryAnswered(desk.weChat(200, paidBody()));
        REQUIRE(answer.ok());
        CHECK(answer.proven);
        CHECK(answer.value->state == TradeState::paid);
        CHECK(answer.value->providerNumber == "4200000000202601150000000001");
        CHECK(answer.value->paidAt == Instant{std::chrono::seconds{1768440667}});
    }
    SUBCASE("a good signature over another amount, order, merchant or app is a mismatch")
    {
        for (const auto& member : std::vector<std::pair<std::string, std::string>>{
                 {"amount/total", "4000"},
                 {"amount/total", "20"},
                 {"amount/currency", "\"USD\""},
                 {"out_trade_no", "\"B07A1260115000124A1M\""},
                 {"mchid", "\"1900000002\""},
                 {"appid", "\"wxtest000000000002\""},
                 {"appid", "null"}}) {
            INFO(member.first, " = ", member.second);
            const auto answer = desk.queryAnswered(
                desk.weChat(200, changed(paidBody(), member.first, member.second)));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::mismatch);
        }
    }
    SUBCASE("an amount that is missing, broken or no integer says nothing")
    {
        for (const auto* value : {"null", "2000.0", "\"2000\"", "1e3", "18446744073709551615"}) {
            const auto answer =
                desk.queryAnswered(desk.weChat(200, changed(paidBody(), "amount/total", value)));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::malformed);
        }
    }
    SUBCASE("coupons: the order's total is judged, what the payer paid is recorded")
    {
        const auto answer =
            desk.queryAnswered(desk.weChat(200, changed(paidBody(), "amount/payer_total", "1500")));
        REQUIRE(answer.ok());
        CHECK(answer.value->total == Money::yuan(20));
        CHECK(answer.value->payerPaid == Money::yuan(15));
    }
    SUBCASE("REFUND means that money arrived, also after a part of it went back")
    {
        const auto answer =
            desk.queryAnswered(desk.weChat(200, changed(paidBody(), "trade_state", "\"REFUND\"")));
        REQUIRE(answer.ok());
        CHECK(answer.value->state == TradeState::refunded);
        CHECK(moneyArrived(answer.value->state));
    }
    SUBCASE("the other states are told apart")
    {
        const auto bare = std::string{R"({"appid":"wxtest000000000001","mchid":"1900000001",)"
                                      R"("out_trade_no":"B07A1260115000123A1K","trade_state":")"};
        for (const auto& [name, state] :
             std::vector<std::pair<std::string, TradeState>>{{"NOTPAY", TradeState::open},
                                                             {"CLOSED", TradeState::closed},
                                                             {"REVOKED", TradeState::reversed},
                                                             {"USERPAYING", TradeState::paying},
                                                             {"PAYERROR", TradeState::failed}}) {
            const auto answer = desk.queryAnswered(desk.weChat(200, bare + name + "\"}"));
            REQUIRE(answer.ok());
            CHECK(answer.value->state == state);
            CHECK(!moneyArrived(answer.value->state));
        }
        CHECK(desk.queryAnswered(desk.weChat(200, bare + "NEW\"}")).problem == Problem::malformed);
        CHECK(desk.queryAnswered(desk.weChat(200, bare + "SUCCESS\"}")).problem ==
              Problem::malformed);
    }
    SUBCASE("unknown members are nobody's business")
    {
        CHECK(
            desk.queryAnswered(desk.weChat(200, changed(paidBody(), "new_member", "[1,{}]"))).ok());
    }
}

TEST_CASE("WeChatGateway believes no answer that does not verify")
{
    auto desk = Desk{};
    const auto serial = vectorWeChat().publicKey->id;
    auto answer = GatewayAnswer<TradeReport>{};
    auto verdict = AnswerVerdict::none;

    SUBCASE("a proxy stripped the headers")
    {
        answer = desk.queryAnswered(HttpResponse{200, {}, paidBody()});
        verdict = AnswerVerdict::headersMissing;
    }
    SUBCASE("two signatures are no signature")
    {
        auto twice = desk.weChat(200, paidBody());
        twice.headers.add("Wechatpay-Signature", "AAAA");
        answer = desk.queryAnswered(twice);
        verdict = AnswerVerdict::headersMissing;
    }
    SUBCASE("signed 300 s ago")
    {
        answer = desk.queryAnswered(
            desk.weChat(200, paidBody(), desk.clock.now() - std::chrono::seconds{300}, serial));
        verdict = AnswerVerdict::stale;
    }
    SUBCASE("signed 301 s ahead")
    {
        answer = desk.queryAnswered(
            desk.weChat(200, paidBody(), desk.clock.now() + std::chrono::seconds{301}, serial));
        verdict = AnswerVerdict::stale;
    }
    SUBCASE("a key that we do not have")
    {
        answer = desk.queryAnswered(desk.weChat(200, paidBody(), desk.clock.now(), "PUB_KEY_ID_9"));
        verdict = AnswerVerdict::unknownKey;
    }
    SUBCASE("the provider's probe")
    {
        auto probe = desk.weChat(200, paidBody());
        probe.headers = {{"Wechatpay-Timestamp", "1768440603"},
                         {"Wechatpay-Nonce", "fresh"},
                         {"Wechatpay-Serial", serial},
                         {"Wechatpay-Signature", "WECHATPAY/SIGNTEST/abcd"}};
        answer = desk.queryAnswered(probe);
        verdict = AnswerVerdict::probe;
    }
    SUBCASE("one byte more")
    {
        auto altered = desk.weChat(200, paidBody());
        altered.body += " ";
        answer = desk.queryAnswered(altered);
        verdict = AnswerVerdict::badSignature;
    }
    CHECK(answer.outcome == Outcome::unknown);
    CHECK(answer.problem == Problem::untrusted);
    CHECK(!answer.proven);
    CHECK(!answer.value);
    CHECK(answer.exchange.verdict == verdict);
    REQUIRE(desk.log.lines.size() == 1);
    CHECK(desk.log.lines[0].find(orderNumberUsed) == std::string::npos);
}

TEST_CASE("WeChatGateway takes a verified answer of another form for nothing")
{
    auto desk = Desk{};
    for (const auto* body : {"", "[]", "null", "{", "\xff", R"({"trade_state":5})"}) {
        const auto answer = desk.queryAnswered(desk.weChat(200, body));
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::malformed);
    }
    CHECK(desk.queryAnswered(desk.weChat(200, std::string(100000, '['))).problem ==
          Problem::malformed);
}

TEST_CASE("WeChatGateway never takes a lost answer for a failure")
{
    auto desk = Desk{};
    const auto intent = desk.gateway.intendRefund(
        {orderNumberUsed, orderNumberUsed + "R01", Money::yuan(20), Money::yuan(20), ""});

    SUBCASE("sent, and no answer")
    {
        desk.http.expect(lost);
        const auto answer = desk.gateway.refund(intent);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::noAnswer);
        CHECK(answer.exchange.failure == "timeout");
        CHECK(desk.http.sent.size() == 1); // and not again on its own
    }
    SUBCASE("not sent: the same signed bytes go to the backup host at once")
    {
        desk.http.expect(unsent);
        desk.http.expect(desk.weChat(200, refundBody("PROCESSING")));
        const auto answer = desk.gateway.refund(intent);
        REQUIRE(answer.ok());
        CHECK(answer.value->state == RefundState::processing);
        CHECK(desk.http.sent[1].url == "https://api2.mch.weixin.qq.com/v3/refund/domestic/refunds");
        CHECK(desk.http.sent[1].body == desk.http.sent[0].body);
        CHECK(desk.http.sent[1].headers == desk.http.sent[0].headers);
    }
    SUBCASE("no host can be reached")
    {
        desk.http.expect(unsent);
        desk.http.expect(unsent);
        CHECK(desk.gateway.refund(intent).problem == Problem::notSent);
    }
    SUBCASE("after trouble the next call begins with the other host")
    {
        desk.http.expect(HttpResponse{502, {}, "<html>Bad Gateway</html>"});
        CHECK(desk.gateway.query(order).problem == Problem::serverTrouble);
        desk.http.expect(desk.weChat(200, paidBody()));
        CHECK(desk.gateway.query(order).ok());
        CHECK(desk.http.sent[1].url.starts_with("https://api2."));
    }
    SUBCASE("somebody stopped the waiting: no second host")
    {
        desk.http.expect(HttpFailure{HttpFailure::Cause::stopped, false});
        CHECK(desk.gateway.query(order).outcome == Outcome::unknown);
        CHECK(desk.http.done());
    }
}

TEST_CASE("weChatNo judges errors by operation, status and code")
{
    using Operation = WeChatOperation;
    const auto no = [](Operation operation, int status, const char* code) {
        return weChatNo(operation, status, code);
    };
    const auto refused = [](Problem problem) { return WeChatNo{Outcome::refused, problem}; };
    const auto unknown = [](Problem problem) { return WeChatNo{Outcome::unknown, problem}; };

    SUBCASE("names exist with and without underscores")
    {
        CHECK(no(Operation::query, 404, "ORDER_NOT_EXIST") == refused(Problem::notFound));
        CHECK(no(Operation::query, 404, "ORDERNOTEXIST") == refused(Problem::notFound));
        CHECK(no(Operation::close, 403, "ORDERPAID") == refused(Problem::alreadyPaid));
        CHECK(no(Operation::close, 400, "ORDER_PAID") == refused(Problem::alreadyPaid));
        CHECK(no(Operation::payByCode, 500, "USER_PAYING") == unknown(Problem::serverTrouble));
        CHECK(no(Operation::payByCode, 400, "USERPAYING") == unknown(Problem::unfinished));
    }
    SUBCASE("5xx and 429 are never a no, whatever they say")
    {
        CHECK(no(Operation::payByCode, 500, "SYSTEM_ERROR") == unknown(Problem::serverTrouble));
        CHECK(no(Operation::payByCode, 500, "NOTENOUGH") == unknown(Problem::serverTrouble));
        CHECK(no(Operation::refund, 503, "") == unknown(Problem::serverTrouble));
        CHECK(no(Operation::refund, 429, "FREQUENCY_LIMITED") == unknown(Problem::slowDown));
        CHECK(no(Operation::refund, 429, "RATELIMIT_EXCEEDED") == unknown(Problem::slowDown));
        CHECK(no(Operation::refund, 429, "") == unknown(Problem::slowDown));
    }
    SUBCASE("a payment by code with a used number may have been paid by an earlier send")
    {
        CHECK(no(Operation::payByCode, 403, "OUT_TRADE_NO_USED") == unknown(Problem::numberUsed));
        CHECK(no(Operation::payByCode, 400, "ORDERPAID") == unknown(Problem::alreadyPaid));
        CHECK(no(Operation::create, 403, "OUT_TRADE_NO_USED") == refused(Problem::numberUsed));
    }
    SUBCASE("a code that is used up, and a payer who cannot pay")
    {
        for (const auto* code : {"AUTHCODEEXPIRE", "AUTH_CODE_ERROR", "AUTH_CODE_INVALID"})
            CHECK(no(Operation::payByCode, 400, code) == refused(Problem::codeRefused));
        for (const auto* code : {"NOTENOUGH", "NOTSUPORTCARD", "BUYER_MISMATCH", "TRADE_ERROR"})
            CHECK(no(Operation::payByCode, 403, code) == refused(Problem::payerCannotPay));
    }
    SUBCASE("NOT_ENOUGH of a refund is our balance")
    {
        CHECK(no(Operation::refund, 403, "NOT_ENOUGH") == refused(Problem::merchantFunds));
    }
    SUBCASE("closing refused soon after creation: locked, and later again")
    {
        CHECK(no(Operation::close, 400, "INVALID_REQUEST") == refused(Problem::tooEarly));
        CHECK(no(Operation::close, 403, "RULE_LIMIT") == refused(Problem::tooEarly));
        CHECK(no(Operation::close, 400, "PARAM_ERROR") == unknown(Problem::programFault));
        CHECK(no(Operation::close, 400, "268449641") == refused(Problem::notAllowed));
        CHECK(no(Operation::close, 400, "268449538") == refused(Problem::alreadyPaid));
    }
    SUBCASE("configuration says nothing about an order that exists, but a create made nothing")
    {
        CHECK(no(Operation::query, 401, "SIGN_ERROR") == unknown(Problem::configuration));
        CHECK(no(Operation::refund, 401, "SIGN_ERROR") == unknown(Problem::configuration));
        CHECK(no(Operation::create, 401, "SIGN_ERROR") == refused(Problem::configuration));
        CHECK(no(Operation::query, 401, "SOMETHING_NEW") == unknown(Problem::configuration));
    }
    SUBCASE("a path that the server does not know, and pages of something between")
    {
        CHECK(no(Operation::create, 404, "") == unknown(Problem::programFault));
        CHECK(no(Operation::create, 405, "") == unknown(Problem::programFault));
        CHECK(no(Operation::query, 403, "") == unknown(Problem::malformed));
        CHECK(no(Operation::query, 302, "") == unknown(Problem::malformed));
    }
    SUBCASE("a code that nobody listed")
    {
        CHECK(no(Operation::create, 400, "BRAND_NEW") == refused(Problem::malformed));
        CHECK(no(Operation::refund, 400, "BRAND_NEW") == unknown(Problem::malformed));
    }
}

TEST_CASE("WeChatGateway reads unsigned errors as errors, not as bad signatures")
{
    auto desk = Desk{};

    SUBCASE("an order that does not exist")
    {
        const auto answer = desk.queryAnswered(desk.weChatError(404, "ORDER_NOT_EXIST"));
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.problem == Problem::notFound);
        CHECK(!answer.proven); // by TLS alone
        CHECK(answer.providerCode == "ORDER_NOT_EXIST");
        CHECK(desk.log.lines.empty());
    }
    SUBCASE("401 with a clock that is off is about the clock")
    {
        auto refused = desk.weChatError(401, "SIGN_ERROR");
        CHECK(desk.queryAnswered(refused).problem == Problem::configuration);
        refused.headers = {{"Date", desk.httpDate(std::chrono::minutes{6})}};
        const auto answer = desk.queryAnswered(refused);
        CHECK(answer.problem == Problem::clockWrong);
        REQUIRE(answer.clock);
        CHECK(answer.clock->difference == std::chrono::minutes{6});
        CHECK(answer.clock->level() == ClockCheck::Level::block);
    }
}

TEST_CASE("WeChatGateway closes")
{
    auto desk = Desk{};
    const auto closed = [&](const HttpOutcome& answer) {
        desk.http.expect(answer);
        return desk.gateway.close(order);
    };

    SUBCASE("204 without a body is signed, too")
    {
        CHECK(closed(desk.weChat(204, "")).ok());
        CHECK(desk.http.sent[0].body == R"({"mchid":"1900000001"})");
        CHECK(desk.http.sent[0].url.ends_with("/out-trade-no/B07A1260115000123A1K/close"));
    }
    SUBCASE("204 without a signature is no proof")
    {
        const auto answer = closed(HttpResponse{204, {}, ""});
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::untrusted);
    }
    SUBCASE("paid between the last query and this")
    {
        CHECK(closed(desk.weChatError(400, "ORDER_PAID")).problem == Problem::alreadyPaid);
    }
    SUBCASE("no answer")
    {
        CHECK(closed(lost).outcome == Outcome::unknown);
    }
}

TEST_CASE("WeChatGateway refunds")
{
    auto desk = Desk{};
    const auto asked = [&](const HttpOutcome& answer) {
        desk.http.expect(answer);
        return desk.gateway.queryRefund(refundRef);
    };

    SUBCASE("each state")
    {
        CHECK(asked(desk.weChat(200, refundBody("SUCCESS"))).value->state == RefundState::done);
        CHECK(asked(desk.weChat(200, refundBody("PROCESSING"))).value->state ==
              RefundState::processing);
        CHECK(asked(desk.weChat(200, refundBody("CLOSED"))).value->state == RefundState::closed);
        CHECK(asked(desk.weChat(200, refundBody("ABNORMAL"))).value->state ==
              RefundState::abnormal);
        CHECK(asked(desk.weChat(200, refundBody("OTHER"))).problem == Problem::malformed);
    }
    SUBCASE("another refund, order or amount is a mismatch")
    {
        for (const auto& [path, value] : std::vector<std::pair<std::string, std::string>>{
                 {"out_refund_no", "\"B07A1260115000123A1KR02\""},
                 {"out_trade_no", "\"B07A1260115000124A1M\""},
                 {"amount/refund", "1000"},
                 {"amount/total", "4000"},
                 {"amount/refund", "null"}})
            CHECK(asked(desk.weChat(200, changed(refundBody("SUCCESS"), path, value))).problem ==
                  Problem::mismatch);
    }
    SUBCASE("429 does not mean that it was not accepted")
    {
        CHECK(asked(desk.weChatError(429, "FREQUENCY_LIMITED")).outcome == Outcome::unknown);
    }
    SUBCASE("a refund that did not arrive")
    {
        CHECK(asked(desk.weChatError(404, "RESOURCE_NOT_EXISTS")).problem == Problem::notFound);
    }
}

TEST_CASE("WeChatGateway takes a payment by code on v3")
{
    auto desk = Desk{};
    const auto intent =
        desk.gateway.intendPayByCode({.orderNumber = orderNumberUsed,
                                      .amount = Money::yuan(20),
                                      .description = "居民身份证工本费",
                                      .paymentCode = "134567890123456789",
                                      .createdAt = desk.clock.now(),
                                      .expiresAt = desk.clock.now() + std::chrono::minutes{5}});
    const auto paid = [&](const HttpOutcome& answer) {
        desk.http.expect(answer);
        return desk.gateway.payByCode(intent);
    };

    SUBCASE("paid")
    {
        CHECK(paid(desk.weChat(200, paidBody())).value->state == TradeState::paid);
    }
    SUBCASE("the payer types the password")
    {
        const auto body = changed(paidBody(), "trade_state", "\"USERPAYING\"");
        CHECK(paid(desk.weChat(200, body)).value->state == TradeState::paying);
        CHECK(paid(desk.weChat(202, body)).problem == Problem::unfinished);
        CHECK(paid(HttpResponse{202, {}, body}).problem == Problem::unfinished);
        CHECK(paid(HttpResponse{202, {}, ""}).outcome == Outcome::unknown);
    }
    SUBCASE("another amount under a good signature")
    {
        CHECK(paid(desk.weChat(200, changed(paidBody(), "amount/total", "2"))).problem ==
              Problem::mismatch);
    }
    SUBCASE("no answer: nobody scans again")
    {
        CHECK(paid(lost).problem == Problem::noAnswer);
        CHECK(desk.http.sent[0].totalTimeout == std::chrono::seconds{35});
    }
    SUBCASE("reversed")
    {
        desk.http.expect(desk.weChat(200,
                                     R"({"appid":"wxtest000000000001","mchid":"1900000001",)"
                                     R"("out_trade_no":"B07A1260115000123A1K"})"));
        CHECK(desk.gateway.reverse(order).ok());
        CHECK(desk.http.sent[0].body == R"({"appid":"wxtest000000000001","mchid":"1900000001"})");
    }
    SUBCASE("reversing while the payer types fails and is repeated")
    {
        desk.http.expect(desk.weChatError(400, "USERPAYING"));
        const auto answer = desk.gateway.reverse(order);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::unfinished);
    }
    SUBCASE("switched off: refused without a request")
    {
        auto configuration = vectorWeChat();
        configuration.codePay = WeChatConfiguration::CodePay::off;
        auto off = WeChatGateway{desk.parts(), configuration};
        CHECK(off.payByCode(intent).problem == Problem::unsupported);
        CHECK(!off.traits().payByCode);
        CHECK(desk.http.sent.empty());
    }
}

TEST_CASE("WeChatGateway keeps platform certificates fresh")
{
    auto desk = Desk{};
    const auto& vectors = paymentVectors()["wechat"];
    const auto serial = vectors["platform_cert_serial"].get<std::string>();
    const auto certificates = vectors["certificates_response_body"].get<std::string>();
    auto configuration = vectorWeChat();
    configuration.platformCertificates = true;
    configuration.publicKey.reset();
    auto gateway = WeChatGateway{desk.parts(), configuration};
    const auto certificateAnswer = [&] {
        return desk.weChat(200, certificates, desk.clock.now(), serial);
    };

    SUBCASE("the first call fetches them; the answer verifies with what it brought")
    {
        desk.http.expect(certificateAnswer());
        desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), serial));
        CHECK(gateway.query(order).ok());
        CHECK(desk.http.sent[0].url.ends_with("/v3/certificates"));

        SUBCASE("not again within 12 hours, and then again")
        {
            desk.clock.pass(std::chrono::hours{11});
            desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), serial));
            CHECK(gateway.query(order).ok());
            desk.clock.pass(std::chrono::hours{1});
            desk.http.expect(certificateAnswer());
            desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), serial));
            CHECK(gateway.query(order).ok());
            CHECK(desk.http.sent.size() == 5);
        }
        SUBCASE("an unknown serial refreshes once, then is not trusted")
        {
            desk.clock.pass(std::chrono::minutes{2});
            desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), "ABCD"));
            desk.http.expect(certificateAnswer());
            CHECK(gateway.query(order).problem == Problem::untrusted);
            desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), "ABCD"));
            CHECK(gateway.query(order).problem == Problem::untrusted); // not again at once
            CHECK(desk.http.done());
        }
    }
    SUBCASE("certificates that do not open with our key are worth nothing")
    {
        configuration.apiV3Key = std::string(32, 'x');
        auto other = WeChatGateway{desk.parts(), configuration};
        desk.http.expect(certificateAnswer());
        desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), serial));
        CHECK(other.query(order).problem == Problem::untrusted);
    }
    SUBCASE("an answer whose signature is wrong brings no certificate")
    {
        auto forged = certificateAnswer();
        forged.body += " ";
        desk.http.expect(forged);
        desk.http.expect(desk.weChat(200, paidBody(), desk.clock.now(), serial));
        CHECK(gateway.query(order).problem == Problem::untrusted);
    }
}

TEST_CASE("WeChatGateway fetches the bill")
{
    auto desk = Desk{};
    const auto& bill = paymentVectors()["wechat"]["bill"];
    const auto packed = decodeBase64(bill["gzip_b64"].get<std::string>()).value();
    const auto hash = bill["sha1_of_uncompressed"].get<std::string>();
    const auto day = Date{std::chrono::January / 15 / 2026};
    const auto link = [&](const std::string& url, const std::string& sha) {
        return desk.weChat(200,
                           R"({"download_url":")" + url + R"(","hash_type":"SHA1","hash_value":")" +
                               sha + R"("})");
    };
    const auto ours = std::string{"https://api.mch.weixin.qq.com/v3/billdownload/file?token=a%3D"};

    SUBCASE("whole, with the hash of the unpacked file")
    {
        desk.http.expect(link(ours, hash));
        desk.http.expect(HttpResponse{200, {}, packed});
        const auto answer = desk.gateway.bill(day);
        REQUIRE(answer.ok());
        CHECK(!answer.proven);
        CHECK(answer.value->form == BillFile::Form::weChatGzip);
        CHECK(answer.value->hash == BillFile::Hash::matches);
        CHECK(desk.http.sent[1].url == ours);
        CHECK(desk.http.sent[1].headers.one("Authorization"));
        CHECK(answer.exchange.call == "GET /v3/billdownload/file"); // the token is not kept
        CHECK(answer.exchange.body.empty());
        REQUIRE(desk.log.lines.size() == 1);
        CHECK(desk.log.lines.back().find("unpacked") != std::string::npos); // which one it was
    }
    SUBCASE("a hash over the packed file is accepted, too")
    {
        desk.http.expect(link(ours, sha1(packed)));
        desk.http.expect(HttpResponse{200, {}, packed});
        CHECK(desk.gateway.bill(day).ok());
        REQUIRE(desk.log.lines.size() == 1);
        CHECK(desk.log.lines.back().find("unpacked") == std::string::npos);
    }
    SUBCASE("what moved on the account, by its own address")
    {
        CHECK(desk.gateway.traits().fundBill);
        desk.http.expect(link(ours, sha1(packed)));
        desk.http.expect(HttpResponse{200, {}, packed});
        CHECK(desk.gateway.fundBill(day).ok());
        CHECK(desk.http.sent[0].url ==
              "https://api.mch.weixin.qq.com/v3/bill/fundflowbill?bill_date=2026-01-15&"
              "account_type=BASIC&tar_type=GZIP");
        auto configuration = vectorWeChat();
        configuration.fundAccount = WeChatConfiguration::FundAccount::all;
        configuration.gzipBill = false;
        auto other = WeChatGateway{desk.parts(), configuration};
        desk.http.expect(desk.weChatError(400, "NO_STATEMENT_EXIST"));
        CHECK(other.fundBill(day).value->form == BillFile::Form::empty);
        CHECK(desk.http.sent[2].url.ends_with("account_type=ALL"));
    }
    SUBCASE("another hash: not the file")
    {
        desk.http.expect(link(ours, std::string(40, '0')));
        desk.http.expect(HttpResponse{200, {}, packed});
        const auto answer = desk.gateway.bill(day);
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.value->hash == BillFile::Hash::differs);
    }
    SUBCASE("our signature goes to no other host")
    {
        for (const auto* url : {"https://evil.example/v3/billdownload/file?token=a",
                                "http://api.mch.weixin.qq.com/v3/billdownload/file?token=a",
                                "https://api.mch.weixin.qq.com@evil.example/file",
                                "file:///etc/passwd"}) {
            desk.http.expect(link(url, hash));
            CHECK(desk.gateway.bill(day).problem == Problem::malformed);
        }
        CHECK(desk.http.done());
    }
    SUBCASE("a day without trades is a valid empty bill")
    {
        desk.http.expect(desk.weChatError(400, "NO_STATEMENT_EXIST"));
        const auto answer = desk.gateway.bill(day);
        REQUIRE(answer.ok());
        CHECK(answer.value->form == BillFile::Form::empty);
    }
    SUBCASE("a bill that is not made yet")
    {
        desk.http.expect(desk.weChatError(400, "STATEMENT_CREATING"));
        CHECK(desk.gateway.bill(day).problem == Problem::notReady);
    }
    SUBCASE("a link that expired")
    {
        desk.http.expect(link(ours, hash));
        desk.http.expect(desk.weChatError(400, "INVALID_REQUEST"));
        desk.http.expect(link(ours, hash));
        desk.http.expect(HttpResponse{200, {}, packed});
        CHECK(desk.gateway.bill(day).ok()); // another link
        for (auto tries = 0; tries < 2; ++tries) {
            desk.http.expect(link(ours, hash));
            desk.http.expect(desk.weChatError(400, "INVALID_REQUEST"));
        }
        CHECK(!desk.gateway.bill(day).ok());
        CHECK(desk.http.done()); // asked twice, not for ever
    }
}

TEST_CASE("WeChatGateway probes key, serial, clock and merchant")
{
    auto desk = Desk{};
    desk.http.expect(desk.weChatError(404, "ORDER_NOT_EXIST"));
    CHECK(desk.gateway.probe().ok());
    desk.http.expect(desk.weChatError(401, "SIGN_ERROR"));
    CHECK(desk.gateway.probe().problem == Problem::configuration);
    desk.http.expect(unsent);
    desk.http.expect(unsent);
    CHECK(desk.gateway.probe().problem == Problem::notSent);
}

} // namespace guitai::wechat_gateway_test
