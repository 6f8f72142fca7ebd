#include "tests/services/payments/payment_vectors.h"

#include "services/bytes.h"
#include "services/payments/alipay/signature.h"
#include "services/payments/alipay/v3_signature.h"
#include "services/payments/bills/bill.h"
#include "services/payments/bills/gb18030.h"
#include "services/payments/crypto/digests.h"
#include "services/payments/payment_code.h"
#include "services/payments/wechat/signature.h"
#include "services/payments/wechat/v2.h"
#include "services/payments/yuan_text.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>

namespace guitai::payment_vectors_test
{

namespace
{

using Json = nlohmann::json;

/// What a section's check says: how many entries it looked at, and how many it refused.
struct Tally {
    std::size_t checked = 0;
    std::size_t refused = 0;
};

std::string text(const Json& entry, const char* name)
{
    return entry.at(name).get<std::string>();
}

Instant unixTime(const Json& seconds)
{
    return Instant{std::chrono::seconds{seconds.is_string() ? std::stoll(seconds.get<std::string>())
                                                            : seconds.get<std::int64_t>()}};
}

HttpMethod methodFrom(const Json& entry)
{
    return text(entry, "method") == "GET" ? HttpMethod::get : HttpMethod::post;
}

HttpHeaders headersFrom(const Json& entry)
{
    auto headers = HttpHeaders{};
    for (const auto& [name, value] : entry.at("headers").items())
        headers.add(name, value.get<std::string>());
    return headers;
}

/// Checks every entry of an array and counts the refused ones, which must be those that expect it.
Tally each(const Json& entries, const std::function<bool(const Json&)>& accepts)
{
    auto tally = Tally{};
    for (const auto& entry : entries) {
        const auto expected = !entry.is_object() || entry.value("expect", true);
        const auto name = entry.is_object() ? entry.value("name", std::string{}) : std::string{};
        INFO(name);
        CHECK(accepts(entry) == expected);
        ++tally.checked;
        tally.refused += expected ? 0 : 1;
    }
    return tally;
}

Tally keys(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        const auto secret = RsaPrivateKey::fromText(text(entry, "private_pkcs8_der_base64"));
        const auto shown = RsaPublicKey::fromText(text(entry, "public_pem"));
        return secret && shown && secret->publicKey() == *shown && shown->bits() == 2048;
    });
}

Tally certificates(const Json& entries)
{
    auto tally = Tally{};
    for (const auto& [name, pem] : entries.items()) {
        const auto certificate = Certificate::fromPem(pem.get<std::string>());
        REQUIRE(certificate);
        CHECK(*certificate->publicKey() == vectorPublicKey(name));
        CHECK(certificate->signedWithRsa());
        CHECK(certificate->validAt(unixTime(1768440600)));
        CHECK(!certificate->validAt(unixTime(1700000000)));
        ++tally.checked;
    }
    CHECK(vectorCertificate("wx_platform").serialHex() ==
          paymentVectors()["wechat"]["platform_cert_serial"].get<std::string>());
    CHECK(vectorCertificate("wx_merchant").serialHex() ==
          paymentVectors()["wechat"]["merchant_serial"].get<std::string>());
    return tally;
}

Tally weChatRequests(const Json& entries)
{
    const auto configuration = vectorWeChat();
    return each(entries, [&](const Json& entry) {
        const auto call =
            WeChatCall{methodFrom(entry), text(entry, "path_and_query"), text(entry, "body")};
        const auto message = weChatMessage(call, text(entry, "timestamp"), text(entry, "nonce"));
        return call.body.size() == entry["body_bytes"].get<std::size_t>() &&
               message == text(entry, "message") &&
               configuration.merchantKey.sign(message) == text(entry, "signature") &&
               weChatAuthorization(
                   configuration, call, unixTime(entry["timestamp"]), text(entry, "nonce")) ==
                   text(entry, "authorization");
    });
}

Tally weChatResponses(const Json& entries)
{
    const auto& wechat = paymentVectors()["wechat"];
    const auto key = vectorPublicKey(wechat["verify_key"]);
    const auto ring = WeChatKeyRing{{text(wechat, "verify_key_id"), key},
                                    {text(wechat, "platform_cert_serial"), key}};
    return each(entries, [&](const Json& entry) {
        const auto response =
            HttpResponse{entry["http_status"].get<int>(), headersFrom(entry), text(entry, "body")};
        return judgeWeChatAnswer(response, ring, unixTime(entry["local_clock"])) ==
               AnswerVerdict::verified;
    });
}

bool opens(const Json& entry)
{
    const auto plain = openAes256Gcm(text(entry, "api_v3_key"),
                                     text(entry, "nonce"),
                                     text(entry, "associated_data"),
                                     decodeBase64(text(entry, "ciphertext_b64")).value());
    if (entry.value("expect", true))
        return plain == text(entry, "plaintext");
    return plain.has_value();
}

Tally certificatesBody(const Json& body)
{
    const auto keysFound =
        weChatKeysFrom(body.get<std::string>(), vectorWeChat().apiV3Key, unixTime(1768440600));
    REQUIRE(keysFound);
    REQUIRE(keysFound->size() == 1);
    CHECK(keysFound->at(paymentVectors()["wechat"]["platform_cert_serial"].get<std::string>()) ==
          vectorPublicKey("wx_platform"));
    CHECK(weChatKeysFrom(body.get<std::string>(), std::string(32, 'x'), unixTime(1768440600))
              ->empty());
    return {1};
}

Tally weChatV2(const Json& entry)
{
    const auto fields = entry["params"].get<WeChatV2Fields>();
    const auto type =
        entry.contains("md5") ? WeChatV2::SignType::md5 : WeChatV2::SignType::hmacSha256;
    CHECK(weChatV2Text(fields) + "&key=" + text(entry, "api_key") == text(entry, "string_to_sign"));
    CHECK(weChatV2Signature(fields, text(entry, "api_key"), type) ==
          (entry.contains("md5") ? text(entry, "md5") : text(entry, "hmac_sha256")));
    return {1};
}

/// The file holds the expected lines, its summary agrees, and one altered digit is found.
void checkBill(const BillFile& file, const Json& expected, const char* refundMember)
{
    auto lines = std::vector<BillLine>{};
    const auto verdict = readBill(file, [&](const BillLine& line) { lines.push_back(line); });
    CHECK(verdict.fault == BillFault::none);
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto payment = text(expected[i], "kind") == "pay";
        CHECK((lines[i].kind == BillLine::Kind::pay) == payment);
        CHECK(lines[i].orderNumber == text(expected[i], "out_trade_no"));
        CHECK(lines[i].amount == Money::fen(expected[i]["fen"].get<std::int64_t>()));
        CHECK(lines[i].refundNumber == expected[i].value(refundMember, std::string{}));
        if (expected[i].contains("goods"))
            CHECK(lines[i].title == text(expected[i], "goods"));
    }
}

Tally weChatBill(const Json& bill)
{
    const auto plain = text(bill, "text");
    const auto packed = decodeBase64(text(bill, "gzip_b64")).value();
    CHECK(sha1(plain) == text(bill, "sha1_of_uncompressed"));
    checkBill({BillFile::Form::weChatText, plain}, bill["parsed"], "out_refund_no");
    checkBill({BillFile::Form::weChatGzip, packed}, bill["parsed"], "out_refund_no");
    return {2};
}

Tally alipayBill(const Json& bill)
{
    const auto gbk = decodeBase64(text(bill, "csv_gbk_b64")).value();
    CHECK(Gb18030{}.toUtf8(gbk) == text(bill, "csv_text"));
    checkBill({BillFile::Form::alipayZip, decodeBase64(text(bill, "zip_b64")).value()},
              bill["parsed"],
              "out_request_no");
    return {2};
}

Tally alipayRequests(const Json& entries)
{
    const auto key = vectorPrivateKey("ali_app");
    return each(entries, [&](const Json& entry) {
        const auto parameters = entry["params"].get<AlipayParameters>();
        const auto request = signedAlipayRequest(parameters, key);
        return alipayText(parameters) == text(entry, "string_to_sign") &&
               key.sign(alipayText(parameters)) == text(entry, "sign") &&
               request.query == text(entry, "url_query") &&
               request.form == text(entry, "form_body");
    });
}

Tally alipayResponses(const Json& entries)
{
    const auto configuration = vectorAlipay();
    return each(entries, [&](const Json& entry) {
        const auto judged =
            judgeAlipayAnswer(text(entry, "raw_body"), text(entry, "node"), configuration);
        const auto accepted = judged.verdict == AnswerVerdict::verified;
        if (accepted)
            CHECK(judged.content == text(entry, "signed_substring"));
        return accepted;
    });
}

Tally certificateNumbers(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        const auto certificate = vectorCertificate(text(entry, "certificate"));
        return certificate.issuer() == text(entry, "issuer_rfc2253") &&
               certificate.serialDecimal() == text(entry, "serial_decimal") &&
               certificate.alipayNumber() == text(entry, "sn");
    });
}

Tally alipayV3Requests(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        auto configuration = vectorAlipay();
        const auto authText = text(entry, "auth_string");
        if (authText.find("app_cert_sn") != std::string::npos)
            configuration.certificates =
                AlipayCertificates{vectorCertificate("ali_app").alipayNumber(), {}, {}};
        auto call =
            AlipayV3Call{methodFrom(entry), text(entry, "path_and_query"), text(entry, "body"), {}};
        if (text(entry, "name") == "with application auth token")
            call.appAuthToken = "202601BBtesttoken";
        const auto nonceAt = authText.find("nonce=") + 6;
        const auto nonce = authText.substr(nonceAt, authText.find(',', nonceAt) - nonceAt);
        const auto milliseconds = std::stoll(authText.substr(authText.rfind('=') + 1));
        const auto now = std::chrono::sys_time<std::chrono::milliseconds>{
            std::chrono::milliseconds{milliseconds}};
        return alipayV3AuthText(configuration, nonce, now) == authText &&
               alipayV3Message(authText, call) == text(entry, "message") &&
               alipayV3Authorization(configuration, authText, call) == text(entry, "authorization");
    });
}

Tally alipayV3Responses(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        const auto response = HttpResponse{200, headersFrom(entry), text(entry, "body")};
        return judgeAlipayV3Answer(response, vectorPublicKey("ali_gateway")) ==
               AnswerVerdict::verified;
    });
}

Tally money(const Json& section)
{
    auto tally = Tally{};
    for (const auto& pair : section["yuan_to_fen"]) {
        CHECK(moneyFromYuan(pair[0].get<std::string>()) == Money::fen(pair[1].get<std::int64_t>()));
        ++tally.checked;
    }
    for (const auto& refused : section["reject"]) {
        INFO(refused.get<std::string>());
        CHECK(!moneyFromYuan(refused.get<std::string>()));
        ++tally.checked;
        ++tally.refused;
    }
    for (const auto& pair : section["fen_to_yuan"]) {
        CHECK(Money::fen(pair[0].get<std::int64_t>()).text() == pair[1].get<std::string>());
        ++tally.checked;
    }
    CHECK(section.size() == 3);
    return tally;
}

Tally routing(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        INFO(entry[0].get<std::string>());
        return nameOf(paymentCodeFrom(entry[0].get<std::string>()).route) ==
               entry[1].get<std::string>();
    });
}

Tally publishedSignatures(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        const auto key = RsaPublicKey::fromText(text(entry, "public_pem"));
        return key && key->verifies(text(entry, "message"), text(entry, "signature")) &&
               !key->verifies(text(entry, "message") + " ", text(entry, "signature"));
    });
}

Tally publishedMd5(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        const auto signedText = text(entry, "string_to_sign");
        const auto keyAt = signedText.find("&key=");
        auto fields = WeChatV2Fields{};
        auto rest = signedText.substr(0, keyAt) + "&";
        for (auto end = rest.find('&'); end != std::string::npos; end = rest.find('&')) {
            const auto pair = rest.substr(0, end);
            fields[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
            rest.erase(0, end + 1);
        }
        const auto apiKey = signedText.substr(keyAt + 5);
        return weChatV2Signature(fields, apiKey, WeChatV2::SignType::md5) == text(entry, "md5") &&
               weChatV2Signature(fields, apiKey, WeChatV2::SignType::hmacSha256) ==
                   text(entry, "hmac_sha256_with_the_same_string");
    });
}

/// Only issuer and serial are published, not the certificates: the formula is checked.
Tally publishedNumbers(const Json& entries)
{
    return each(entries, [](const Json& entry) {
        return md5(text(entry, "issuer") + text(entry, "serial_decimal")) == text(entry, "md5");
    });
}

Tally publishedRoot(const Json& value)
{
    const auto& numbers = paymentVectors()["published"]["alipay_cert_sn"];
    CHECK(value.get<std::string>() == text(numbers[2], "md5") + "_" + text(numbers[3], "md5"));
    return {1};
}

/// A value that other sections use.
Tally used(const Json&)
{
    return {0};
}

const std::map<std::string, std::function<Tally(const Json&)>> checks{
    {"_about", used},
    {"keys", keys},
    {"certificates_pem", certificates},
    {"wechat.mchid", used},
    {"wechat.appid", used},
    {"wechat.merchant_serial", used},
    {"wechat.signing_key", used},
    {"wechat.verify_key", used},
    {"wechat.verify_key_id", used},
    {"wechat.platform_cert_serial", used},
    {"wechat.requests", weChatRequests},
    {"wechat.responses", weChatResponses},
    {"wechat.aes_256_gcm", [](const Json& entries) { return each(entries, opens); }},
    {"wechat.certificates_response_body", certificatesBody},
    {"wechat.v2", weChatV2},
    {"wechat.v2_hmac", weChatV2},
    {"wechat.bill", weChatBill},
    {"alipay.app_id", used},
    {"alipay.signing_key", used},
    {"alipay.verify_key", used},
    {"alipay.requests", alipayRequests},
    {"alipay.responses", alipayResponses},
    {"alipay.cert_sn", certificateNumbers},
    {"alipay.v3_requests", alipayV3Requests},
    {"alipay.v3_responses", alipayV3Responses},
    {"alipay.bill", alipayBill},
    {"money", money},
    {"payment_code_routing", routing},
    {"published._about", used},
    {"published.rsa_verify", publishedSignatures},
    {"published.aes_256_gcm", [](const Json& entries) { return each(entries, opens); }},
    {"published.wechat_v2_md5", publishedMd5},
    {"published.alipay_cert_sn", publishedNumbers},
    {"published.alipay_production_root_sn", publishedRoot},
};

} // namespace

TEST_CASE("every payment vector holds, and every tampered one is refused")
{
    auto total = Tally{};
    auto sections = std::size_t{};
    const auto check = [&](const std::string& path, const Json& section) {
        INFO(path);
        const auto known = checks.find(path);
        REQUIRE_MESSAGE(known != checks.end(), "nobody checks this section");
        const auto tally = known->second(section);
        if (section.is_array() && path != "_about")
            CHECK((tally.checked == section.size() || path == "published._about"));
        total.checked += tally.checked;
        total.refused += tally.refused;
        ++sections;
    };
    for (const auto& [name, section] : paymentVectors().items()) {
        if (name != "wechat" && name != "alipay" && name != "published") {
            check(name, section);
            continue;
        }
        for (const auto& [part, content] : section.items())
            check(name + "." + part, content);
    }
    CHECK(sections == checks.size());
    MESSAGE(total.checked << " vectors, " << total.refused << " of them refused");
    CHECK(total.checked == 129);
    CHECK(total.refused == 28);
}

} // namespace guitai::payment_vectors_test
