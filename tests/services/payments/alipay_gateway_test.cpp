#include "services/payments/alipay/alipay_gateway.h"

#include "tests/services/payments/payment_vectors.h"
#include "tests/services/payments/scripted_provider.h"

#include <doctest/doctest.h>

namespace guitai::alipay_gateway_test
{

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;

const auto number = std::string{"B07A1260115000123A1K"};
const auto order = OrderRef{number, Money::yuan(20)};
const auto refundRef = RefundRef{number, number + "R01", Money::yuan(20), Money::yuan(20)};
const HttpFailure lost{HttpFailure::Cause::interrupted, true};
const HttpFailure unsent{HttpFailure::Cause::nameLookup, false};

struct Desk : ScriptedProvider {
    AlipayConfiguration configuration = [] {
        auto one = vectorAlipay();
        one.sellerId = "2088000000000156";
        return one;
    }();
    AlipayGateway gateway{parts(), configuration};

    GatewayAnswer<TradeReport> queryAnswered(const HttpOutcome& answer)
    {
        http.expect(answer);
        return gateway.query(order);
    }
    GatewayAnswer<TradeReport> querySigned(const std::string& content)
    {
        return queryAnswered(alipay("alipay.trade.query", content));
    }
    CodeOrder codeOrder() const
    {
        return {.orderNumber = number,
                .amount = Money::yuan(20),
                .description = "居民身份证工本费(换领)",
                .createdAt = clock.now(),
                .expiresAt = clock.now() + std::chrono::minutes{5} + std::chrono::seconds{30}};
    }
};

std::string paid()
{
    return paymentVectors()["alipay"]["responses"][0]["signed_substring"];
}
std::string failed(const std::string& subCode)
{
    return R"({"code":"40004","msg":"Business Failed","sub_code":")" + subCode + "\"}";
}

} // namespace

TEST_CASE("AlipayGateway prepares the bytes that are journaled")
{
    auto desk = Desk{};
    auto configuration = desk.configuration;
    configuration.sellerId.clear();
    auto plain = AlipayGateway{desk.parts(), configuration};

    CHECK(plain.intendCreate(desk.codeOrder()).content ==
          R"({"out_trade_no":"B07A1260115000123A1K","product_code":"QR_CODE_OFFLINE",)"
          R"x("qr_code_timeout_express":"6m","subject":"居民身份证工本费(换领)",)x"
          R"("timeout_express":"6m","total_amount":"20.00"})");
    CHECK(plain
              .intendPayByCode({.orderNumber = "B07A1260115000125A1P",
                                .amount = Money::yuan(40),
                                .description = "居民身份证工本费(补领)",
                                .paymentCode = "281234567890123456",
                                .createdAt = desk.clock.now(),
                                .expiresAt = desk.clock.now() + std::chrono::minutes{5}})
              .content ==
          paymentVectors()["alipay"]["requests"][3]["params"]["biz_content"].get<std::string>());
    CHECK(plain.intendRefund({number, number + "R01", Money::yuan(20), Money::yuan(20), "重复支付"})
              .content ==
          paymentVectors()["alipay"]["requests"][5]["params"]["biz_content"].get<std::string>());

    SUBCASE("a subject holds no character that the gateway refuses")
    {
        auto odd = desk.codeOrder();
        odd.description = "a/b=c&d";
        const auto content = nlohmann::json::parse(plain.intendCreate(odd).content);
        CHECK(content["subject"].get<std::string>() == "a／b＝c＆d");
    }
    SUBCASE("an order of nothing is our fault")
    {
        auto nothing = desk.codeOrder();
        nothing.amount = Money{};
        CHECK_THROWS_AS(plain.intendCreate(nothing), std::logic_error);
    }
}

TEST_CASE("AlipayGateway sends the charset in the URL and the content in the form")
{
    auto desk = Desk{};
    desk.querySigned(paid());
    const auto& sent = desk.http.sent.front();
    CHECK(sent.url.starts_with("https://openapi.alipay.com/gateway.do?app_id=2021000000000001&"
                               "charset=utf-8&format=JSON&method=alipay.trade.query&sign_type=RSA2&"
                               "timestamp=2026-01-15%2009%3A30%3A03&version=1.0&sign="));
    CHECK(sent.body == "biz_content=%7B%22out_trade_no%22%3A%22B07A1260115000123A1K%22%7D");
    CHECK(sent.headers.one("content-type") == "application/x-www-form-urlencoded;charset=utf-8");
}

TEST_CASE("AlipayGateway shows a code")
{
    auto desk = Desk{};
    const auto intent = desk.gateway.intendCreate(desk.codeOrder());
    const auto created = [&](const HttpOutcome& answer) {
        desk.http.expect(answer);
        return desk.gateway.create(intent);
    };
    const auto good = std::string{R"({"code":"10000","msg":"Success","out_trade_no":")"} + number +
                      R"(","qr_code":"https:\/\/qr.alipay.com\/bavh4wjlxf12tper3a"})";
    const auto method = std::string{"alipay.trade.precreate"};

    SUBCASE("signed")
    {
        const auto answer = created(desk.alipay(method, good));
        REQUIRE(answer.ok());
        CHECK(answer.value->text == "https://qr.alipay.com/bavh4wjlxf12tper3a");
    }
    SUBCASE("of another order")
    {
        CHECK(created(desk.alipay(method, changed(good, "out_trade_no", "\"X00000\""))).problem ==
              Problem::mismatch);
    }
    SUBCASE("unsigned")
    {
        const auto answer = created(desk.alipayUnsigned("alipay_trade_precreate_response", good));
        CHECK(answer.outcome == Outcome::unknown);
        CHECK(answer.problem == Problem::untrusted);
    }
    SUBCASE("a gateway error made no code, and is no statement beyond that")
    {
        const auto error = std::string{
            R"({"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature"})"};
        const auto answer = created(desk.alipayUnsigned("error_response", error));
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.problem == Problem::configuration);
        CHECK(!answer.proven);
        const auto query = desk.queryAnswered(desk.alipayUnsigned("error_response", error));
        CHECK(query.outcome == Outcome::unknown);
        CHECK(query.problem == Problem::configuration);
    }
    SUBCASE("codes asked for again and again")
    {
        CHECK(created(desk.alipay(method, failed("ACQ.APPLY_PC_MERCHANT_CODE_ERROR"))).problem ==
              Problem::numberUsed);
    }
    SUBCASE("no answer")
    {
        CHECK(created(lost).problem == Problem::noAnswer);
        CHECK(created(unsent).problem == Problem::notSent);
    }
}

TEST_CASE("AlipayGateway calls an order paid only when everything agrees")
{
    auto desk = Desk{};

    SUBCASE("signed, paid, our order and amount")
    {
        const auto answer = desk.querySigned(paid());
        REQUIRE(answer.ok());
        CHECK(answer.proven);
        CHECK(answer.value->state == TradeState::paid);
        CHECK(answer.value->providerNumber == "2026011522001400000000000001");
        CHECK(answer.value->paidAt == Instant{std::chrono::seconds{1768440667}});
    }
    SUBCASE("finished is paid, too")
    {
        CHECK(
            desk.querySigned(changed(paid(), "trade_status", "\"TRADE_FINISHED\"")).value->state ==
            TradeState::paid);
    }
    SUBCASE("a good signature over another amount, order, seller or app is a mismatch")
    {
        for (const auto& member : std::vector<std::pair<std::string, std::string>>{
                 {"total_amount", "\"40.00\""},
                 {"total_amount", "\"0.20\""},
                 {"out_trade_no", "\"B07A1260115000124A1M\""},
                 {"out_trade_no", "null"},
                 {"seller_id", "\"2088000000000999\""},
                 {"app_id", "\"2021000000000002\""}}) {
            INFO(member.first, " = ", member.second);
            const auto answer = desk.querySigned(changed(paid(), member.first, member.second));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::mismatch);
        }
    }
    SUBCASE("an amount that cannot be read exactly says nothing")
    {
        for (const auto* value : {"null", "20.0", "\"20.001\"", "\"２０.00\"", "\"2e1\""}) {
            const auto answer = desk.querySigned(changed(paid(), "total_amount", value));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::malformed);
        }
    }
    SUBCASE("closed: unpaid, or paid and refunded in full")
    {
        const auto closed = changed(paid(), "trade_status", "\"TRADE_CLOSED\"");
        CHECK(desk.querySigned(closed).value->state == TradeState::refunded);
        const auto unpaid =
            changed(changed(closed, "send_pay_date", "null"), "fund_bill_list", "null");
        CHECK(desk.querySigned(unpaid).value->state == TradeState::closed);
    }
    SUBCASE("scanned")
    {
        CHECK(
            desk.querySigned(changed(paid(), "trade_status", "\"WAIT_BUYER_PAY\"")).value->state ==
            TradeState::scanned);
    }
    SUBCASE("not scanned: a signed no; unsigned it is nothing")
    {
        const auto answer = desk.querySigned(failed("ACQ.TRADE_NOT_EXIST"));
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.problem == Problem::notFound);
        CHECK(answer.proven);
        CHECK(desk.querySigned(failed("TRADE_NOT_EXIST")).problem == Problem::notFound);
        const auto bare = desk.queryAnswered(
            desk.alipayUnsigned("alipay_trade_query_response", failed("ACQ.TRADE_NOT_EXIST")));
        CHECK(bare.outcome == Outcome::unknown);
        CHECK(bare.problem == Problem::untrusted);
    }
    SUBCASE("the provider does not know")
    {
        CHECK(desk.querySigned(failed("ACQ.SYSTEM_ERROR")).problem == Problem::serverTrouble);
        CHECK(desk.querySigned(failed("AQC.SYSTEM_ERROR")).problem == Problem::serverTrouble);
        CHECK(desk.querySigned(R"({"code":"20000","sub_code":"isp.unknow-error"})").problem ==
              Problem::serverTrouble);
        CHECK(desk.queryAnswered(HttpResponse{502, {}, "<html>"}).problem ==
              Problem::serverTrouble);
        CHECK(desk.querySigned(R"({"code":"40005","sub_code":"isv.app-call-limited"})").problem ==
              Problem::slowDown);
        CHECK(desk.querySigned(R"({"code":"40002","sub_code":"isv.invalid-timestamp"})").problem ==
              Problem::clockWrong);
    }
    SUBCASE("no code at all, or no document")
    {
        for (const auto* body : {"", "{}", "[]", "<html></html>", "{\"a\":1}"})
            CHECK(desk.queryAnswered(HttpResponse{200, {}, body}).problem == Problem::malformed);
        CHECK(desk.querySigned("{}").problem == Problem::malformed);
        CHECK(desk.querySigned("{\"code\":10000}").problem == Problem::malformed);
    }
}

TEST_CASE("cutAlipayAnswer refuses what could be read in two ways")
{
    const auto node = std::string{"alipay_trade_query_response"};
    const auto good = "\"" + node + "\":{\"a\":\"}{\\\"\"}";
    const auto cut = [&](const std::string& body) { return cutAlipayAnswer(body, node); };

    REQUIRE(cut("{" + good + ",\"sign\":\"ab\\/c=\"}"));
    CHECK(cut("{" + good + ",\"sign\":\"ab\\/c=\"}")->node == "{\"a\":\"}{\\\"\"}");
    CHECK(cut("{" + good + ",\"sign\":\"ab\\/c=\"}")->signature == "ab/c=");
    CHECK(cut(" {" + good + " }\r\n"));
    CHECK(cut("{\"x\":[1,{\"y\":[]}],\"z\":true," + good + "}"));

    SUBCASE("a member twice")
    {
        CHECK(!cut("{" + good + "," + good + "}"));
        CHECK(!cut("{" + good + ",\"sign\":\"a\",\"sign\":\"b\"}"));
        CHECK(!cut("{\"x\":1,\"x\":2," + good + "}"));
    }
    SUBCASE("the method's node and an error node")
    {
        CHECK(!cut("{" + good + ",\"error_response\":{\"code\":\"40002\"}}"));
    }
    SUBCASE("a name that is written with an escape")
    {
        CHECK(!cut("{" + good + ",\"\\u0061lipay_trade_query_response\":{\"a\":2}}"));
    }
    SUBCASE("what is cut off, follows or does not nest")
    {
        CHECK(!cut("{" + good));
        CHECK(!cut("{" + good + "}x"));
        CHECK(!cut("{" + good + "}{}"));
        CHECK(!cut("{\"" + node + "\":{\"a\":[}]}"));
        CHECK(!cut("{\"" + node + "\":{\"a\":\"b}"));
        CHECK(!cut("{\"" + node + "\":1}"));
        CHECK(!cut("{" + good + ",}"));
        CHECK(!cut("{\"" + node + "\" {}}"));
        CHECK(!cut("{\"other\":{}}"));
        CHECK(!cut("{\"" + node + "\":" + std::string(100000, '[') + "}"));
        CHECK(!cut("\\"));
        CHECK(!cut("{\"\\"));
    }
    SUBCASE("a signature that is no string")
    {
        CHECK(!cut("{" + good + ",\"sign\":null}"));
        CHECK(!cut("{" + good + ",\"sign\":\"a\\u0062\"}"));
    }
}

TEST_CASE("judgeAlipayAnswer in certificate mode knows one certificate")
{
    auto desk = ScriptedProvider{};
    auto configuration = vectorAlipay();
    const auto known = vectorCertificate("ali_gateway").alipayNumber();
    configuration.certificates =
        AlipayCertificates{vectorCertificate("ali_app").alipayNumber(), known, known};
    const auto& body =
        paymentVectors()["alipay"]["responses"][5]["raw_body"].get_ref<const std::string&>();
    const auto node = alipayNode("alipay.trade.query");

    CHECK(judgeAlipayAnswer(body, node, configuration).verdict == AnswerVerdict::verified);
    configuration.certificates->alipayNumber = std::string(32, '0');
    CHECK(judgeAlipayAnswer(body, node, configuration).verdict == AnswerVerdict::unknownKey);

    const auto parameters =
        alipayParameters(configuration, "alipay.trade.query", "{}", desk.clock.now());
    CHECK(parameters.at("app_cert_sn") == "a732a50ba55804c9d3061713f9809cdd");
    CHECK(parameters.at("alipay_root_cert_sn") == known);
}

TEST_CASE("AlipayGateway takes a payment by code")
{
    auto desk = Desk{};
    const auto method = std::string{"alipay.trade.pay"};
    const auto intent =
        desk.gateway.intendPayByCode({.orderNumber = number,
                                      .amount = Money::yuan(20),
                                      .description = "居民身份证工本费",
                                      .paymentCode = "281234567890123456",
                                      .createdAt = desk.clock.now(),
                                      .expiresAt = desk.clock.now() + std::chrono::minutes{5}});
    const auto answered = [&](const HttpOutcome& answer) {
        desk.http.expect(answer);
        return desk.gateway.payByCode(intent);
    };
    const auto base =
        R"("out_trade_no":")" + number + R"(","trade_no":"2026","total_amount":"20.00"})";

    SUBCASE("paid, as far as this answer goes")
    {
        const auto answer = answered(desk.alipay(method, R"({"code":"10000",)" + base));
        REQUIRE(answer.ok());
        CHECK(answer.value->state == TradeState::paid);
    }
    SUBCASE("the payer types the password")
    {
        const auto waiting = R"({"code":"10003","out_trade_no":")" + number + "\"}";
        CHECK(answered(desk.alipay(method, waiting)).value->state == TradeState::paying);
        const auto bare = answered(desk.alipayUnsigned(alipayNode(method), waiting));
        CHECK(bare.outcome == Outcome::unknown);
        CHECK(!bare.value);
    }
    SUBCASE("the provider does not know")
    {
        for (const auto& content :
             {std::string{R"({"code":"20000"})"}, failed("ACQ.SYSTEM_ERROR")}) {
            const auto answer = answered(desk.alipay(method, content));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::serverTrouble);
        }
        CHECK(answered(lost).outcome == Outcome::unknown);
    }
    SUBCASE("a definite no is signed")
    {
        const auto answer = answered(desk.alipay(method, failed("ACQ.PAYMENT_AUTH_CODE_INVALID")));
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.problem == Problem::codeRefused);
        CHECK(answer.proven);
        CHECK(answered(desk.alipay(method, failed("ACQ.BUYER_BALANCE_NOT_ENOUGH"))).problem ==
              Problem::payerCannotPay);
        CHECK(answered(
                  desk.alipayUnsigned(alipayNode(method), failed("ACQ.PAYMENT_AUTH_CODE_INVALID")))
                  .outcome == Outcome::unknown);
    }
    SUBCASE("look first: an earlier send of the number may have been paid")
    {
        for (const auto* code : {"ACQ.TRADE_HAS_SUCCESS", "ACQ.CONTEXT_INCONSISTENT"})
            CHECK(answered(desk.alipay(method, failed(code))).outcome == Outcome::unknown);
    }
    SUBCASE("another amount under a good signature")
    {
        const auto other = R"({"code":"10000","out_trade_no":")" + number +
                           R"(","trade_no":"2026","total_amount":"2000"})";
        CHECK(answered(desk.alipay(method, other)).problem == Problem::mismatch);
    }
}

TEST_CASE("AlipayGateway cancels and closes")
{
    auto desk = Desk{};
    const auto cancelled = [&](const std::string& more) {
        desk.http.expect(
            desk.alipay("alipay.trade.cancel",
                        R"({"code":"10000","out_trade_no":")" + number + "\"" + more + "}"));
        return desk.gateway.reverse(order);
    };
    using Effect = ReverseReport::Effect;

    SUBCASE("what it did")
    {
        CHECK(cancelled(R"(,"action":"close","retry_flag":"N")").value->effect == Effect::closed);
        CHECK(cancelled(R"(,"action":"refund","retry_flag":"N")").value->effect ==
              Effect::refunded);
        CHECK(cancelled("").value->effect == Effect::nothing);
        CHECK(cancelled(R"(,"retry_flag":"Y")").value->repeat);
    }
    SUBCASE("closing an order that was paid meanwhile: query")
    {
        desk.http.expect(desk.alipay("alipay.trade.close", failed("ACQ.TRADE_STATUS_ERROR")));
        CHECK(desk.gateway.close(order).problem == Problem::alreadyPaid);
    }
    SUBCASE("closing a code that nobody scanned")
    {
        desk.http.expect(desk.alipay("alipay.trade.close", failed("ACQ.TRADE_NOT_EXIST")));
        CHECK(desk.gateway.close(order).problem == Problem::notFound);
        CHECK(!desk.gateway.traits().unscannedCanBeClosed);
    }
    SUBCASE("closed")
    {
        desk.http.expect(desk.alipay("alipay.trade.close", R"({"code":"10000"})"));
        CHECK(desk.gateway.close(order).ok());
    }
}

TEST_CASE("AlipayGateway refunds")
{
    auto desk = Desk{};
    const auto intent = desk.gateway.intendRefund(
        {number, number + "R01", Money::yuan(20), Money::yuan(20), "重复支付"});
    const auto refunded = [&](const std::string& more) {
        desk.http.expect(
            desk.alipay("alipay.trade.refund",
                        R"({"code":"10000","out_trade_no":")" + number + "\"," + more + "}"));
        return desk.gateway.refund(intent);
    };
    const auto asked = [&](const std::string& content) {
        desk.http.expect(desk.alipay("alipay.trade.fastpay.refund.query", content));
        return desk.gateway.queryRefund(refundRef);
    };

    SUBCASE("10000 alone is not done")
    {
        CHECK(refunded(R"("fund_change":"Y","refund_fee":"20.00")").value->state ==
              RefundState::done);
        CHECK(refunded(R"("fund_change":"N","refund_fee":"20.00")").value->state ==
              RefundState::processing);
        CHECK(refunded(R"("refund_fee":"20.00")").value->state == RefundState::processing);
    }
    SUBCASE("the fee is cumulative and within the order")
    {
        CHECK(refunded(R"("fund_change":"Y","refund_fee":"20.01")").problem == Problem::mismatch);
        CHECK(refunded(R"("fund_change":"Y","refund_fee":"10.00")").problem == Problem::mismatch);
    }
    SUBCASE("refused")
    {
        desk.http.expect(
            desk.alipay("alipay.trade.refund", failed("ACQ.SELLER_BALANCE_NOT_ENOUGH")));
        CHECK(desk.gateway.refund(intent).problem == Problem::merchantFunds);
        desk.http.expect(
            desk.alipay("alipay.trade.refund", failed("ACQ.DISCORDANT_REPEAT_REQUEST")));
        CHECK(desk.gateway.refund(intent).problem == Problem::numberUsed);
        desk.http.expect(desk.alipay("alipay.trade.refund", failed("ACQ.SYSTEM_ERROR")));
        CHECK(desk.gateway.refund(intent).outcome == Outcome::unknown);
    }
    SUBCASE("an empty success proves nothing")
    {
        const auto answer = asked(R"({"code":"10000","msg":"Success"})");
        CHECK(answer.outcome == Outcome::refused);
        CHECK(answer.problem == Problem::notFound);
    }
    SUBCASE("done, with our numbers")
    {
        const auto done = R"({"code":"10000","out_trade_no":")" + number +
                          R"(","out_request_no":")" + number +
                          R"(R01","refund_status":"REFUND_SUCCESS","refund_amount":"20.00",)"
                          R"("total_amount":"20.00"})";
        CHECK(asked(done).value->state == RefundState::done);
        for (const auto* member : {"out_trade_no", "out_request_no", "refund_amount"}) {
            CHECK(asked(changed(done, member, "null")).problem == Problem::mismatch);
            CHECK(asked(changed(done, member, "\"1.00\"")).problem == Problem::mismatch);
        }
    }
}

TEST_CASE("AlipayGateway fetches the bill")
{
    auto desk = Desk{};
    const auto day = Date{std::chrono::January / 15 / 2026};
    const auto method = std::string{"alipay.data.dataservice.bill.downloadurl.query"};
    const auto zip =
        decodeBase64(paymentVectors()["alipay"]["bill"]["zip_b64"].get<std::string>()).value();
    const auto linked = [&](const std::string& url) {
        desk.http.expect(
            desk.alipay(method, R"({"code":"10000","bill_download_url":")" + url + "\"}"));
    };

    SUBCASE("over plain http, which Alipay's links are")
    {
        linked("http://dwbillcenter.alipay.com/downloadBillFile.resource?a=1&b=2");
        desk.http.expect(HttpResponse{200, {}, zip});
        const auto answer = desk.gateway.bill(day);
        REQUIRE(answer.ok());
        CHECK(!answer.proven);
        CHECK(answer.value->form == BillFile::Form::alipayZip);
        CHECK(desk.http.sent[1].scheme == HttpScheme::plainAllowed);
        CHECK(desk.http.sent[0].scheme == HttpScheme::onlyHttps);
    }
    SUBCASE("from no other host")
    {
        for (const auto* url :
             {"http://evil.example/a", "http://alipay.com.evil.example/", "file:///a"}) {
            linked(url);
            CHECK(desk.gateway.bill(day).problem == Problem::malformed);
        }
        CHECK(desk.http.done());
    }
    SUBCASE("a page instead of a file: the link expired")
    {
        const auto expired = [&] {
            linked("http://dwbillcenter.alipay.com/a");
            desk.http.expect(HttpResponse{200, {}, "<html>"});
        };
        expired();
        linked("http://dwbillcenter.alipay.com/a");
        desk.http.expect(HttpResponse{200, {}, zip});
        CHECK(desk.gateway.bill(day).ok()); // another link
        expired();
        expired();
        CHECK(!desk.gateway.bill(day).ok());
        CHECK(desk.http.done()); // asked twice, not for ever
    }
    SUBCASE("what moved on the account is not asked for")
    {
        CHECK_FALSE(desk.gateway.traits().fundBill);
        CHECK(desk.gateway.fundBill(day).problem == Problem::unsupported);
    }
    SUBCASE("a day without trades is a valid empty bill")
    {
        for (const auto* code : {"NO_BILL_DATA", "BILL_NOT_EXIST"}) {
            desk.http.expect(desk.alipay(method, failed(code)));
            const auto answer = desk.gateway.bill(day);
            REQUIRE(answer.ok());
            CHECK(answer.value->form == BillFile::Form::empty);
        }
        desk.http.expect(desk.alipay(
            method, R"({"code":"10000","bill_file_code":"EMPTY_DATA_WITH_BILL_FILE"})"));
        CHECK(desk.gateway.bill(day).ok());
    }
}

TEST_CASE("AlipayGateway probes application, key and clock")
{
    auto desk = Desk{};
    desk.http.expect(desk.alipay("alipay.trade.query", failed("ACQ.TRADE_NOT_EXIST")));
    CHECK(desk.gateway.probe().ok());
    desk.http.expect(desk.alipayUnsigned("error_response",
                                         R"({"code":"40002","sub_code":"isv.invalid-signature"})"));
    CHECK(desk.gateway.probe().problem == Problem::configuration);

    SUBCASE("our own public key instead of Alipay's: the signature does not verify")
    {
        auto wrong = desk.configuration;
        wrong.alipayKey = vectorPublicKey("ali_app");
        auto gateway = AlipayGateway{desk.parts(), wrong};
        desk.http.expect(desk.alipay("alipay.trade.query", failed("ACQ.TRADE_NOT_EXIST")));
        const auto answer = gateway.probe();
        CHECK(answer.problem == Problem::untrusted);
        CHECK(answer.exchange.verdict == AnswerVerdict::badSignature);
    }
}

} // namespace guitai::alipay_gateway_test
