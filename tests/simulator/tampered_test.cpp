#include "tests/services/payments/payment_vectors.h"
#include "tests/simulator/vector_provider.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

const nlohmann::json& weChatVectors()
{
    return paymentVectors()["wechat"]["requests"];
}

const nlohmann::json& alipayVectors()
{
    return paymentVectors()["alipay"]["requests"];
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::int64_t timeOf(const nlohmann::json& vector)
{
    return std::stoll(vector["timestamp"].get<std::string>());
}

/// Another digit or letter in the middle of the text.
std::string altered(std::string text, std::size_t at)
{
    text[at] = text[at] == 'A' ? 'B' : 'A';
    return text;
}

} // namespace

TEST_CASE("the simulator accepts every signed request of the vectors")
{
    VectorProvider provider;
    for (const auto& vector : weChatVectors()) {
        CAPTURE(vector["name"].get<std::string>());
        provider.clockAt(timeOf(vector));
        const auto response = provider.sendWeChat(vector);
        CHECK(response.status != 401);
        if (response.status >= 300) // there is no such order: the signature was good
            CHECK(response.body.find("SIGN_ERROR") == std::string::npos);
    }
    for (const auto& vector : alipayVectors()) {
        CAPTURE(vector["name"].get<std::string>());
        const auto response = provider.sendAlipay(vector["url_query"], vector["form_body"]);
        CHECK(response.body.find("isv.") == std::string::npos);
    }
}

TEST_CASE("the simulator refuses WeChat Pay requests that were altered anywhere")
{
    VectorProvider provider;
    for (const auto& vector : weChatVectors()) {
        CAPTURE(vector["name"].get<std::string>());
        provider.clockAt(timeOf(vector));
        const auto authorization = vector["authorization"].get<std::string>();
        const auto refusedWith = [&](nlohmann::json request) {
            const auto response = provider.sendWeChat(request);
            const auto refusal = nlohmann::json::parse(response.body, nullptr, false);
            CHECK(response.status == 401);
            CHECK(refusal.value("code", "") == "SIGN_ERROR");
            CHECK_FALSE(response.headers.one("Wechatpay-Signature").has_value());
            return refusal.value("message", "");
        };
        auto request = vector;
        request["authorization"] = replaced(authorization, "signature=\"", "signature=\"AAAA");
        CHECK(refusedWith(request) == "签名错误");
        request["authorization"] = altered(authorization, authorization.size() - 100);
        CHECK(refusedWith(request) == "签名错误");
        request["authorization"] =
            replaced(authorization, "nonce_str=\"", "nonce_str=\"x"); // 33 characters, or another
        CHECK(refusedWith(request) == "签名错误");
        const auto time = vector["timestamp"].get<std::string>(); // one second later
        request["authorization"] =
            replaced(authorization, time, std::to_string(std::stoll(time) + 1));
        CHECK(refusedWith(request) == "签名错误");
        request["authorization"] = replaced(authorization, "serial_no=\"4B", "serial_no=\"5B");
        CHECK(refusedWith(request).find("序列号") != std::string::npos);
        request["authorization"] = replaced(authorization, "mchid=\"19", "mchid=\"18");
        refusedWith(request);
        request["authorization"] = replaced(authorization, "WECHATPAY2-SHA256-RSA2048", "Bearer");
        refusedWith(request);
        request["authorization"] = replaced(authorization, "\",serial_no=", "\", serial_no=");
        refusedWith(request);
        request = vector;
        if (!vector["body"].get<std::string>().empty()) {
            request["body"] = vector["body"].get<std::string>() + " "; // equal JSON, other bytes
            CHECK(refusedWith(request) == "签名错误");
        }
        request = vector;
        const auto target = vector["path_and_query"].get<std::string>();
        request["path_and_query"] =
            target + (target.find('?') == std::string::npos ? "?a=1" : "&a=1");
        CHECK(refusedWith(request) == "签名错误");
    }
}

TEST_CASE("the time is looked at before the signature")
{
    VectorProvider provider;
    auto request = weChatVectors()[0];
    const auto at = timeOf(request);
    const auto answered = [&](std::int64_t clock) {
        provider.clockAt(clock);
        return provider.sendWeChat(request);
    };
    CHECK(answered(at + 300).status == 200);
    CHECK(answered(at - 300).status == 200);
    const auto late = answered(at + 301);
    CHECK(late.status == 401);
    CHECK(late.body.find("5分钟") != std::string::npos);
    CHECK(answered(at - 301).status == 401);
    request["authorization"] = altered(request["authorization"], 300);
    CHECK(answered(at + 301).body.find("5分钟") != std::string::npos); // hides the wrong signature
}

TEST_CASE("paths and methods are looked at before everything else")
{
    VectorProvider provider;
    auto request = weChatVectors()[0];
    provider.clockAt(timeOf(request));
    request["authorization"] = "nothing";
    request["path_and_query"] = "/v3/pay/transactions/nativ";
    auto response = provider.sendWeChat(request);
    CHECK(response.status == 404);
    CHECK(response.body.empty());
    request["path_and_query"] = "/v3/pay/transactions/native";
    request["method"] = "GET";
    response = provider.sendWeChat(request);
    CHECK(response.status == 405);
    CHECK(response.body.empty());
    request["method"] = "POST";
    response = provider.sendWeChat(request);
    CHECK(response.status == 401);
    CHECK(response.body.find("签名信息错误，验签失败") != std::string::npos);
    request["path_and_query"] = "/v3/refund/domestic/refunds";
    response = provider.sendWeChat(request);
    CHECK(response.body.find("Http头Authorization值格式错误") != std::string::npos);
    response = provider.sendWithoutUserAgent(request);
    CHECK(response.status == 400);
    CHECK(response.body.find("Http头缺少Accept或User-Agent") != std::string::npos);
}

TEST_CASE("the simulator refuses Alipay requests that were altered anywhere")
{
    VectorProvider provider;
    for (const auto& vector : alipayVectors()) {
        CAPTURE(vector["name"].get<std::string>());
        const auto query = vector["url_query"].get<std::string>();
        const auto form = vector["form_body"].get<std::string>();
        const auto refusal = [&](const std::string& changedQuery, const std::string& changedForm) {
            const auto response = provider.sendAlipay(changedQuery, changedForm);
            CHECK(response.status == 200);
            CHECK(response.body.find("\"sign\"") ==
                  std::string::npos); // the gateway's own: unsigned
            const auto at = response.body.find("isv.");
            return at == std::string::npos
                       ? std::string{}
                       : response.body.substr(at, response.body.find('"', at) - at);
        };
        CHECK(refusal(query, replaced(form, "=%7B", "=%20%7B")) == "isv.invalid-signature");
        CHECK(refusal(replaced(query, "timestamp=2026", "timestamp=2025"), form) ==
              "isv.invalid-signature");
        CHECK(refusal(replaced(query, "alipay.", "alipaz."), form) == "isv.invalid-signature");
        CHECK(refusal(replaced(query, "app_id=2021", "app_id=3021"), form) == "isv.invalid-app-id");
        CHECK(refusal(replaced(query, "timestamp=2026-", "timestamp=2026"), form) ==
              "isv.invalid-timestamp");
        CHECK(refusal(replaced(query, "charset=utf-8", "charset=latin1"), form) ==
              "isv.invalid-charset");
        CHECK(refusal(replaced(query, "sign=", "zign="), form) == "isv.missing-signature");
        // the charset in the form instead of the address: Chinese text is misread
        if (form.find("%E5") != std::string::npos)
            CHECK(refusal(replaced(query, "charset=utf-8&", ""), form + "&charset=utf-8") ==
                  "isv.invalid-signature");
    }
}
