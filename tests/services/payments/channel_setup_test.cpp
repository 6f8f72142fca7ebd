#include "services/payments/channel_setup.h"

#include "tests/services/payments/payment_vectors.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

namespace guitai::channel_setup_test
{

namespace
{

using Finding = SetupFinding;
const auto now = Instant{std::chrono::seconds{1768440603}};

struct Files {
    TemporaryFolder folder;

    std::filesystem::path write(const std::string& name, const std::string& content)
    {
        const auto file = folder / name;
        std::ofstream{file} << content << "\n";
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        return file;
    }
    std::filesystem::path secretKey(const std::string& name)
    {
        return write(name + ".key", paymentVectors()["keys"][name]["private_pkcs8_der_base64"]);
    }
    std::filesystem::path publicKey(const std::string& name)
    {
        return write(name + ".pub", paymentVectors()["keys"][name]["public_pem"]);
    }
    std::filesystem::path certificate(const std::string& name)
    {
        return write(name + ".pem", paymentVectors()["certificates_pem"][name]);
    }

    WeChatSetup weChat = {.appId = "wxtest000000000001",
                          .merchantId = "1900000001",
                          .merchantKey = secretKey("wx_merchant"),
                          .merchantCertificate = certificate("wx_merchant"),
                          .apiV3Key = write("v3.key", "0123456789abcdefABCDEF9876543210"),
                          .publicKeyId = "PUB_KEY_ID_0119000000012026011500000000000001",
                          .publicKey = publicKey("wx_platform"),
                          .notifyUrl = "https://pay.example.invalid/wx"};
    AlipaySetup alipay = {.appId = "2021000000000001",
                          .applicationKey = secretKey("ali_app"),
                          .alipayKey = publicKey("ali_gateway")};
};

template <class Setup>
SetupProblems problemsOf(const Setup& setup, Instant at = now)
{
    const auto loaded = load(setup, at);
    const auto* problems = std::get_if<SetupProblems>(&loaded);
    return problems == nullptr ? SetupProblems{} : *problems;
}

} // namespace

TEST_CASE("WeChat Pay loads, or says all that is wrong")
{
    Files files;
    auto& setup = files.weChat;

    SUBCASE("the serial number comes from the certificate")
    {
        const auto loaded = load(setup, now);
        REQUIRE(std::holds_alternative<WeChatConfiguration>(loaded));
        const auto& configuration = std::get<WeChatConfiguration>(loaded);
        CHECK(configuration.merchantSerial == vectorWeChat().merchantSerial);
        CHECK(configuration.hosts.size() == 2);
    }
    SUBCASE("a file that is not there")
    {
        setup.merchantKey = files.folder / "nothing";
        setup.apiV3Key = files.folder.path();
        CHECK(problemsOf(setup) == SetupProblems{{Finding::secretMissing, "merchantKey"},
                                                 {Finding::secretMissing, "apiV3Key"}});
    }
    SUBCASE("a secret that others can read")
    {
        for (const auto more :
             {std::filesystem::perms::group_read, std::filesystem::perms::others_write}) {
            std::filesystem::permissions(
                setup.merchantKey, more, std::filesystem::perm_options::add);
            CHECK(problemsOf(setup) == SetupProblems{{Finding::secretExposed, "merchantKey"}});
            std::filesystem::permissions(
                setup.merchantKey, more, std::filesystem::perm_options::remove);
        }
        std::filesystem::permissions(setup.publicKey,
                                     std::filesystem::perms::others_read,
                                     std::filesystem::perm_options::add);
        CHECK(problemsOf(setup).empty()); // no secret
    }
    SUBCASE("wrong keys and certificates")
    {
        setup.merchantKey = files.write("bad.key", "no key");
        CHECK(problemsOf(setup) == SetupProblems{{Finding::keyUnreadable, "merchantKey"}});
        setup.merchantKey = files.secretKey("ali_app");
        CHECK(problemsOf(setup) ==
              SetupProblems{{Finding::certificateNotOurs, "merchantCertificate"}});
        setup.merchantKey = files.secretKey("wx_merchant");
        setup.publicKey = files.publicKey("wx_merchant");
        CHECK(problemsOf(setup) == SetupProblems{{Finding::providerKeyIsOurs, "publicKey"}});
        setup.publicKey = files.write("bad.pub", "no key");
        setup.publicKeyId = "5157F09E";
        CHECK(problemsOf(setup) == SetupProblems{{Finding::providerKeyId, "publicKeyId"},
                                                 {Finding::providerKeyUnreadable, "publicKey"}});
    }
    SUBCASE("a certificate that is not valid")
    {
        CHECK(problemsOf(setup, Instant{std::chrono::seconds{1700000000}}) ==
              SetupProblems{{Finding::certificateExpired, "merchantCertificate"}});
    }
    SUBCASE("no key of the provider, unless its certificates are fetched")
    {
        setup.publicKey.clear();
        CHECK(problemsOf(setup) == SetupProblems{{Finding::providerKeyMissing, "publicKey"}});
        setup.platformCertificates = true;
        CHECK(problemsOf(setup).empty());
    }
    SUBCASE("shared keys of another length, addresses of another form")
    {
        setup.apiV3Key = files.write("v3.key", "0123456789abcdef");
        setup.codePay = WeChatConfiguration::CodePay::v2;
        setup.apiV2Key = files.write("v2.key", "short");
        setup.notifyUrl = "https://pay.example.invalid/wx?a=1";
        setup.hosts = {"http://api.mch.weixin.qq.com"};
        CHECK(problemsOf(setup) == SetupProblems{{Finding::apiV3KeyLength, "apiV3Key"},
                                                 {Finding::apiV2KeyLength, "apiV2Key"},
                                                 {Finding::notifyUrl, "notifyUrl"},
                                                 {Finding::gatewayUrl, "hosts"}});
    }
    SUBCASE("what the contract and open questions decide")
    {
        setup.codePay = WeChatConfiguration::CodePay::v2;
        setup.apiV2Key = files.write("v2.key", "0123456789abcdefghijklmnopqrstuv");
        const auto loaded = [&setup] { return std::get<WeChatConfiguration>(load(setup, now)); };
        CHECK(loaded().v2->signType == WeChatV2::SignType::hmacSha256);
        CHECK(loaded().limitPay.empty());
        CHECK(loaded().gzipBill);
        CHECK(loaded().fundAccount == WeChatConfiguration::FundAccount::basic);
        setup.v2SignType = WeChatV2::SignType::md5;
        setup.noCredit = true;
        setup.gzipBill = false;
        setup.fundAccount = WeChatConfiguration::FundAccount::all;
        CHECK(loaded().v2->signType == WeChatV2::SignType::md5);
        CHECK(loaded().limitPay == std::vector<std::string>{"no_credit"});
        CHECK_FALSE(loaded().gzipBill);
        CHECK(loaded().fundAccount == WeChatConfiguration::FundAccount::all);
    }
    SUBCASE("nobody")
    {
        setup.appId.clear();
        setup.merchantId.clear();
        CHECK(problemsOf(setup) == SetupProblems{{Finding::identityMissing, "appId"},
                                                 {Finding::identityMissing, "merchantId"}});
    }
}

TEST_CASE("Alipay loads in key mode and in certificate mode")
{
    Files files;
    auto& setup = files.alipay;
    CHECK(problemsOf(setup).empty());

    SUBCASE("our own public key in Alipay's place")
    {
        setup.alipayKey = files.publicKey("ali_app");
        CHECK(problemsOf(setup) == SetupProblems{{Finding::providerKeyIsOurs, "alipayKey"}});
    }
    SUBCASE("no key of Alipay")
    {
        setup.alipayKey.clear();
        CHECK(problemsOf(setup) == SetupProblems{{Finding::providerKeyMissing, "alipayKey"}});
    }
    SUBCASE("certificates")
    {
        setup.applicationCertificate = files.certificate("ali_app");
        setup.alipayCertificate = files.certificate("ali_gateway");
        setup.rootCertificates = setup.alipayCertificate;
        const auto loaded = load(setup, now);
        REQUIRE(std::holds_alternative<AlipayConfiguration>(loaded));
        CHECK(std::get<AlipayConfiguration>(loaded).certificates ==
              AlipayCertificates{"a732a50ba55804c9d3061713f9809cdd",
                                 "5028358ca52962cf93ca1c8d8e6661e9",
                                 "5028358ca52962cf93ca1c8d8e6661e9"});

        setup.applicationCertificate = files.certificate("wx_merchant");
        setup.rootCertificates = files.write("root.pem", "no certificate");
        CHECK(problemsOf(setup) ==
              SetupProblems{{Finding::rootUnreadable, "rootCertificates"},
                            {Finding::certificateNotOurs, "applicationCertificate"}});
    }
    SUBCASE("the product codes of the contract")
    {
        const auto loaded = [&setup] { return std::get<AlipayConfiguration>(load(setup, now)); };
        CHECK(loaded().codeProduct == "QR_CODE_OFFLINE");
        CHECK(loaded().payProduct == "FACE_TO_FACE_PAYMENT");
        setup.codeProduct = "FACE_TO_FACE_PAYMENT";
        setup.payProduct.clear();
        setup.noCredit = true;
        setup.terminal = "W01";
        CHECK(loaded().codeProduct == "FACE_TO_FACE_PAYMENT");
        CHECK(loaded().payProduct.empty());
        CHECK(loaded().noCredit);
        CHECK(loaded().terminal == "W01");
        setup.codeProduct = "qr code";
        setup.payProduct = "OFFLINE-PAYMENT";
        CHECK(problemsOf(setup) == SetupProblems{{Finding::productCode, "codeProduct"},
                                                 {Finding::productCode, "payProduct"}});
    }
    SUBCASE("the gateway without TLS")
    {
        setup.gateway = "http://openapi.alipay.com/gateway.do";
        CHECK(problemsOf(setup) == SetupProblems{{Finding::gatewayUrl, "gateway"}});
    }
}

} // namespace guitai::channel_setup_test
