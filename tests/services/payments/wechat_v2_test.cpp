#include "services/payments/wechat/v2.h"

#include "services/payments/wechat/wechat_gateway.h"
#include "tests/services/payments/payment_vectors.h"
#include "tests/services/payments/scripted_provider.h"

#include <doctest/doctest.h>

namespace guitai::wechat_v2_test
{

namespace
{

using Outcome = GatewayOutcome;
using Problem = GatewayProblem;

WeChatConfiguration configurationOf(WeChatV2::SignType type)
{
    auto configuration = vectorWeChat();
    configuration.codePay = WeChatConfiguration::CodePay::v2;
    configuration.v2 = WeChatV2{.apiKey = "0123456789abcdefghijklmnopqrstuv",
                                .signType = type,
                                .clientCertificate = {"merchant.pem", "merchant.key"}};
    return configuration;
}

struct Desk : ScriptedProvider {
    WeChatConfiguration configuration = configurationOf(WeChatV2::SignType::hmacSha256);
    WeChatGateway gateway{parts(), configuration};
    OrderRef order{"B07A1260115000124A1M", Money::yuan(40)};
    GatewayIntent intent =
        gateway.intendPayByCode({.orderNumber = order.orderNumber,
                                 .amount = order.amount,
                                 .description = "居民身份证<工本费>&",
                                 .paymentCode = "134567890123456789",
                                 .createdAt = clock.now(),
                                 .expiresAt = clock.now() + std::chrono::minutes{5}});

    WeChatV2Fields paid() const
    {
        return {{"return_code", "SUCCESS"},
                {"result_code", "SUCCESS"},
                {"appid", configuration.merchant.appId},
                {"mch_id", configuration.merchant.merchantId},
                {"out_trade_no", order.orderNumber},
                {"transaction_id", "4200"},
                {"total_fee", "4000"},
                {"cash_fee", "3900"},
                {"time_end", "20260115093107"}};
    }
    HttpResponse signedAnswer(WeChatV2Fields fields) const
    {
        fields["sign"] =
            weChatV2Signature(fields, configuration.v2->apiKey, configuration.v2->signType);
        return {200, {}, weChatV2Xml(fields)};
    }
    GatewayAnswer<TradeReport> pay(const HttpOutcome& answer)
    {
        http.expect(answer);
        return gateway.payByCode(intent);
    }
};

} // namespace

TEST_CASE("weChatV2FieldsFrom reads flat XML only")
{
    const auto fields = weChatV2FieldsFrom("<xml><a><![CDATA[1<2]]></a>\n<b>x&amp;y</b><c/></xml>");
    REQUIRE(fields);
    CHECK(*fields == WeChatV2Fields{{"a", "1<2"}, {"b", "x&y"}, {"c", ""}});
    CHECK(weChatV2FieldsFrom(weChatV2Xml({{"a", "<&>]]>证"}}))->at("a") == "<&>]]>证");

    SUBCASE("a document type, and with it every entity, is refused")
    {
        CHECK(!weChatV2FieldsFrom("<!DOCTYPE xml><xml><a>1</a></xml>"));
        CHECK(!weChatV2FieldsFrom("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                  "<xml><a>&e;</a></xml>"));
        CHECK(!weChatV2FieldsFrom("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                                  "<xml><a>&b;</a></xml>"));
        CHECK(!weChatV2FieldsFrom("<xml><a>&e;</a></xml>"));
    }
    SUBCASE("what is deeper, doubled, decorated, cut off or no XML")
    {
        for (const auto* bad : {"",
                                "<xml>",
                                "<xml><a><b>1</b></a></xml>",
                                "<xml><a>1</a><a>2</a></xml>",
                                "<xml><a x=\"1\">1</a></xml>",
                                "<other><a>1</a></other>",
                                "{}",
                                "<xml><a>1</a></xml><xml/>",
                                "<xml><a>\xff</a></xml>"})
            CHECK(!weChatV2FieldsFrom(bad));
    }
}

TEST_CASE("WeChatGateway takes a payment by code on v2")
{
    auto desk = Desk{};

    SUBCASE("stored without nonce and signature, sent with both")
    {
        CHECK(desk.intent.content.find("sign") == std::string::npos);
        const auto answer = desk.pay(desk.signedAnswer(desk.paid()));
        REQUIRE(answer.ok());
        CHECK(answer.proven);
        CHECK(answer.value->state == TradeState::paid);
        CHECK(answer.value->payerPaid == Money::yuan(39));
        CHECK(answer.value->paidAt == Instant{std::chrono::seconds{1768440667}});
        const auto sent = weChatV2FieldsFrom(desk.http.sent[0].body).value();
        CHECK(desk.http.sent[0].url == "https://api.mch.weixin.qq.com/pay/micropay");
        CHECK(sent.at("total_fee") == "4000");
        CHECK(sent.at("body") == "居民身份证<工本费>&");
        CHECK(judgeWeChatV2(sent, desk.configuration.v2->apiKey, desk.configuration.v2->signType) ==
              AnswerVerdict::verified);
    }
    SUBCASE("another amount, order, merchant or app under a good signature")
    {
        for (const auto* name : {"total_fee", "out_trade_no", "mch_id", "appid"}) {
            auto fields = desk.paid();
            fields[name] = "1";
            const auto answer = desk.pay(desk.signedAnswer(fields));
            CHECK(answer.outcome == Outcome::unknown);
            CHECK(answer.problem == Problem::mismatch);
        }
    }
    SUBCASE("unsigned, wrongly signed or broken answers prove nothing")
    {
        auto fields = desk.paid();
        CHECK(desk.pay(HttpResponse{200, {}, weChatV2Xml(fields)}).outcome == Outcome::unknown);
        fields["sign"] = std::string(64, '0');
        CHECK(desk.pay(HttpResponse{200, {}, weChatV2Xml(fields)}).problem == Problem::untrusted);
        CHECK(desk.pay(HttpResponse{200, {}, "<html>"}).problem == Problem::untrusted);
        CHECK(desk.pay(HttpResponse{200,
                                    {},
                                    "<xml><return_code><![CDATA[FAIL]]></return_code><return_msg>"
                                    "<![CDATA[签名错误]]></return_msg></xml>"})
                  .problem == Problem::configuration);
        CHECK(desk.pay(HttpFailure{HttpFailure::Cause::timeout, true}).problem ==
              Problem::noAnswer);
    }
    SUBCASE("what never left goes to the backup host at once, the same bytes")
    {
        const auto unsent = HttpFailure{HttpFailure::Cause::tls, false};
        desk.http.expect(unsent);
        CHECK(desk.pay(desk.signedAnswer(desk.paid())).ok());
        REQUIRE(desk.http.sent.size() == 2);
        CHECK(desk.http.sent[1].url == "https://api2.mch.weixin.qq.com/pay/micropay");
        CHECK(desk.http.sent[1].body == desk.http.sent[0].body);
        desk.http.expect(unsent);
        CHECK(desk.pay(unsent).problem == Problem::notSent);
        CHECK(desk.pay(HttpFailure{HttpFailure::Cause::interrupted, true}).problem ==
              Problem::noAnswer); // it may have arrived: no second host
        CHECK(desk.http.done());
    }
    SUBCASE("signed errors")
    {
        const auto failed = [&](const char* code) {
            auto fields = desk.paid();
            fields["result_code"] = "FAIL";
            fields["err_code"] = code;
            return desk.pay(desk.signedAnswer(fields));
        };
        CHECK(failed("USERPAYING").value->state == TradeState::paying);
        CHECK(failed("SYSTEMERROR").outcome == Outcome::unknown);
        CHECK(failed("BANKERROR").outcome == Outcome::unknown);
        CHECK(failed("ORDERPAID").outcome == Outcome::unknown);
        CHECK(failed("NEWERROR").outcome == Outcome::unknown);
        const auto expired = failed("AUTHCODEEXPIRE");
        CHECK(expired.outcome == Outcome::refused);
        CHECK(expired.problem == Problem::codeRefused);
        CHECK(expired.proven);
        CHECK(failed("NOTENOUGH").problem == Problem::payerCannotPay);
    }
}

TEST_CASE("WeChatGateway reverses on v2 with the merchant's certificate")
{
    auto desk = Desk{};
    auto fields = desk.paid();
    const auto reversed = [&](const WeChatV2Fields& answer) {
        desk.http.expect(desk.signedAnswer(answer));
        return desk.gateway.reverse(desk.order);
    };
    CHECK(!reversed(fields).value->repeat);
    CHECK(desk.http.sent[0].url == "https://api.mch.weixin.qq.com/secapi/pay/reverse");
    CHECK(desk.http.sent[0].clientCertificate == desk.configuration.v2->clientCertificate);

    fields["recall"] = "Y";
    CHECK(reversed(fields).value->repeat);
    fields["result_code"] = "FAIL";
    fields["err_code"] = "USERPAYING";
    const auto again = reversed(fields);
    CHECK(again.outcome == Outcome::unknown);
    CHECK(again.value->repeat);
}

} // namespace guitai::wechat_v2_test
