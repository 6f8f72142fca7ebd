#pragma once

#include "services/payments/alipay/configuration.h"
#include "services/payments/gateway.h"
#include "services/payments/wechat/configuration.h"

#include <filesystem>
#include <variant>
#include <vector>

namespace guitai
{

/// What is wrong with the set-up of a channel; the words are with the console and the window.
enum class SetupFinding {
    secretMissing,   ///< a file that is named is not there, or cannot be read
    secretExposed,   ///< others than its owner may read it: 0600 is asked for
    identityMissing, ///< no merchant, app or application number
    keyUnreadable,   ///< our own private key
    keyTooShort,     ///< below 2048 bits
    certificateUnreadable,
    certificateNotOurs, ///< belongs to another key
    certificateExpired, ///< or not valid yet
    apiV3KeyLength,     ///< not 32 bytes
    apiV2KeyLength,     ///< not 32 characters
    providerKeyMissing, ///< neither a public key nor certificates
    providerKeyUnreadable,
    providerKeyIsOurs, ///< our own public key in the provider's place: the most frequent mistake
    providerKeyId,     ///< not PUB_KEY_ID_ and digits
    rootUnreadable,    ///< no certificate signed with RSA in the root bundle
    notifyUrl,         ///< not https, or with a query
    gatewayUrl,        ///< not https
    productCode,       ///< not of the form of Alipay's product codes
};
std::string_view nameOf(SetupFinding finding);

/// One thing that is wrong, and where; `field` is the member below, never a content.
struct SetupProblem {
    SetupFinding finding{};
    std::string field = {};

    bool operator==(const SetupProblem&) const = default;
};
using SetupProblems = std::vector<SetupProblem>;

/// WeChat Pay as an administrator sets it up: secrets are files, read when the program starts.
struct WeChatSetup {
    std::string appId;
    std::string merchantId;
    std::filesystem::path merchantKey;         ///< secret, PEM
    std::filesystem::path merchantCertificate; ///< PEM; gives the serial number
    std::filesystem::path apiV3Key;            ///< secret, 32 bytes
    std::string publicKeyId = {};              ///< PUB_KEY_ID_…
    std::filesystem::path publicKey = {};      ///< PEM
    bool platformCertificates = false;
    std::string notifyUrl;
    std::vector<std::string> hosts = {}; ///< empty: the provider's
    WeChatConfiguration::CodePay codePay = WeChatConfiguration::CodePay::off;
    std::filesystem::path apiV2Key = {}; ///< secret; for payment by code on v2
    /// What payment by code on v2 is signed with; the contract's page names MD5, too.
    WeChatV2::SignType v2SignType = WeChatV2::SignType::hmacSha256;
    bool noCredit = false; ///< no payment by credit card
    WeChatConfiguration::FundAccount fundAccount = WeChatConfiguration::FundAccount::basic;
    bool gzipBill = true;
    std::string store = {};
    std::string deviceAddress = "0.0.0.0";
};

/// Alipay in key mode (`alipayKey`) or in certificate mode (the three certificates).
struct AlipaySetup {
    std::string appId;
    std::filesystem::path applicationKey; ///< secret, PEM or bare Base64
    std::filesystem::path alipayKey = {};
    std::filesystem::path applicationCertificate = {};
    std::filesystem::path alipayCertificate = {};
    std::filesystem::path rootCertificates = {};
    std::string sellerId = {};
    std::string gateway = {}; ///< empty: the provider's
    /// By contract; empty: not sent.
    std::string codeProduct = usualCodeProduct;
    std::string payProduct = usualPayProduct;
    bool noCredit = false; ///< no payment by credit card or on credit
    std::string terminal = {};
    std::string store = {};
    bool payByCode = true;
};

/// A configuration that signs and verifies, or everything that stands in its way. Reads files,
/// no network; PaymentGateway::probe() then tries it against the provider.
std::variant<WeChatConfiguration, SetupProblems> load(const WeChatSetup& setup, Instant now);
std::variant<AlipayConfiguration, SetupProblems> load(const AlipaySetup& setup, Instant now);

} // namespace guitai
