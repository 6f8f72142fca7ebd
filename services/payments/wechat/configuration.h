#pragma once

#include "services/payments/crypto/certificate.h"
#include "services/payments/crypto/rsa.h"
#include "services/payments/http/http_exchange.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Who we are at WeChat Pay; every answer must say the same.
struct WeChatMerchant {
    std::string appId;
    std::string merchantId;

    bool operator==(const WeChatMerchant&) const = default;
};

/// The public key of WeChat Pay, which the merchant portal gives out once and which does not
/// expire (WeChat Pay API v3: keys and certificates).
struct WeChatPublicKey {
    std::string id; ///< PUB_KEY_ID_…
    RsaPublicKey key;
};

/// The older interface, needed where payment by code is not yet on v3 (WeChat Pay API v2:
/// micropay).
struct WeChatV2 {
    enum class SignType { md5, hmacSha256 };

    std::string apiKey; ///< 32 characters
    SignType signType = SignType::hmacSha256;
    ClientCertificate clientCertificate; ///< for reversing
};

struct WeChatConfiguration {
    /// Whether payment by code is on v3 is open.
    enum class CodePay { off, v2, v3 };
    /// The account whose movements the fund bill lists; `all` stands on a newer page only (2.9).
    enum class FundAccount { basic, operation, fees, all };

    WeChatMerchant merchant;
    RsaPrivateKey merchantKey;
    std::string merchantSerial; ///< of the merchant's certificate, upper-case hexadecimal
    std::string apiV3Key;       ///< 32 bytes; opens platform certificates
    std::optional<WeChatPublicKey> publicKey = {};
    bool platformCertificates = false; ///< fetch and renew them; both modes may be on at once
    std::string notifyUrl;             ///< https, no query; WeChat Pay asks for it
    std::vector<std::string> hosts = {"https://api.mch.weixin.qq.com",
                                      "https://api2.mch.weixin.qq.com"};
    CodePay codePay = CodePay::off;
    std::optional<WeChatV2> v2 = {};
    std::string store = {};                 ///< our own number of the station, up to 32 characters
    std::string deviceAddress = "0.0.0.0";  ///< of the window; asked for by payment by code
    std::vector<std::string> limitPay = {}; ///< for example "no_credit"
    bool gzipBill = true;
    FundAccount fundAccount = FundAccount::basic;
};

} // namespace guitai
