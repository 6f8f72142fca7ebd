#include "services/payments/crypto/digests.h"
#include "tests/services/payments/payment_vectors.h"

#include <doctest/doctest.h>

namespace guitai::crypto_test
{

TEST_CASE("decodeBase64 is strict")
{
    CHECK(decodeBase64("") == "");
    CHECK(decodeBase64("YQ==") == "a");
    CHECK(decodeBase64("YWI=") == "ab");
    for (const auto* bad : {"YQ=",
                            "YQ",
                            "YQ===",
                            "====",
                            "Y===",
                            " YQ==",
                            "YQ==\n",
                            "YQ\n=",
                            "Y Q=",
                            "Y-_=",
                            "YQ==YQ=="})
        CHECK(!decodeBase64(bad));
}

TEST_CASE("RsaPrivateKey takes the forms in which keys are handed out")
{
    const auto bare =
        paymentVectors()["keys"]["ali_app"]["private_pkcs8_der_base64"].get<std::string>();
    const auto expected = RsaPrivateKey::fromText(bare).value().sign("x");

    SUBCASE("PEM, and bare Base64 with line ends")
    {
        CHECK(RsaPrivateKey::fromText("-----BEGIN PRIVATE KEY-----\n" + bare +
                                      "\n-----END PRIVATE KEY-----\n")
                  ->sign("x") == expected);
        CHECK(RsaPrivateKey::fromText(bare.substr(0, 64) + "\r\n" + bare.substr(64) + "\n")
                  ->sign("x") == expected);
    }
    SUBCASE("nothing else")
    {
        for (const auto& bad :
             {std::string{},
              std::string{"x"},
              bare.substr(4),
              bare.substr(0, 400),
              std::string{"-----BEGIN PRIVATE KEY-----"},
              paymentVectors()["keys"]["ali_app"]["public_pem"].get<std::string>()})
            CHECK(!RsaPrivateKey::fromText(bad));
        CHECK(!RsaPublicKey::fromText(bare));
    }
}

TEST_CASE("RsaPublicKey refuses what is no signature")
{
    const auto secret = vectorPrivateKey("ali_app");
    const auto key = vectorPublicKey("ali_app");
    const auto signature = secret.sign("message");
    CHECK(key.verifies("message", signature));
    CHECK(!key.verifies("Message", signature));
    CHECK(!vectorPublicKey("ali_gateway").verifies("message", signature));
    for (const auto& bad :
         {std::string{}, std::string{"AAAA"}, signature + "\n", signature.substr(4)})
        CHECK(!key.verifies("message", bad));
    CHECK(secret.publicKey() == key);
    CHECK(!(vectorPublicKey("wx_merchant") == key));
}

TEST_CASE("openAes256Gcm refuses another key or nonce length")
{
    const auto sealed = decodeBase64("FsdXzxryWfKwvLJKf8LG/ToRPTRh8RN9wROC").value();
    // wechatpay-go's own test has a key of 16 bytes, which is AES-128
    CHECK(!openAes256Gcm(
        "testAPIv3Key0000", "wCq51qZv4Yfg", "Dl56FrqWQJF1t9LtC3vEUsniZKvbqdR8", sealed));
    CHECK(!openAes256Gcm(std::string(32, 'k'), "short", "", sealed));
    CHECK(!openAes256Gcm(std::string(32, 'k'), std::string(12, 'n'), "", "tooshort"));
    CHECK(!openAes256Gcm(std::string(32, 'k'), std::string(12, 'n'), "", sealed));
}

TEST_CASE("Certificate reads bundles and skips what it cannot read")
{
    const auto& pems = paymentVectors()["certificates_pem"];
    const auto bundle = pems["ali_gateway"].get<std::string>() +
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" +
                        pems["ali_app"].get<std::string>();
    const auto read = Certificate::allFromPem(bundle);
    REQUIRE(read.size() == 2);
    CHECK(alipayRootNumber(read) ==
          "5028358ca52962cf93ca1c8d8e6661e9_a732a50ba55804c9d3061713f9809cdd");
    CHECK(alipayRootNumber({}).empty());
    CHECK(!Certificate::fromPem("nothing"));
}

} // namespace guitai::crypto_test
