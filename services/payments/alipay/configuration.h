#pragma once

#include "services/payments/crypto/certificate.h"
#include "services/payments/crypto/rsa.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// Certificate mode: the numbers that go into each request, and the one that answers name
/// (Alipay Open Platform: certificate mode). One application has one mode.
struct AlipayCertificates {
    std::string applicationNumber; ///< app_cert_sn
    std::string rootNumber;        ///< alipay_root_cert_sn
    std::string alipayNumber;      ///< of the certificate that `alipayKey` came from

    bool operator==(const AlipayCertificates&) const = default;
};

/// The products that most contracts name (Alipay Open Platform: trade methods).
inline constexpr auto* usualCodeProduct = "QR_CODE_OFFLINE";
inline constexpr auto* usualPayProduct = "FACE_TO_FACE_PAYMENT";

struct AlipayConfiguration {
    std::string appId;
    RsaPrivateKey applicationKey;
    RsaPublicKey alipayKey; ///< Alipay's, not our own: the most frequent mistake
    std::optional<AlipayCertificates> certificates = {};
    std::string sellerId = {}; ///< 2088…; compared where an answer names it
    std::string gateway = "https://openapi.alipay.com/gateway.do";
    std::string notifyUrl = {};
    /// Both product codes depend on the contract.
    std::string codeProduct = usualCodeProduct;
    std::string payProduct = usualPayProduct;
    std::string store = {};    ///< up to 32 characters, no Chinese
    std::string terminal = {}; ///< up to 32 characters
    bool payByCode = true;
    bool noCredit = false;
    /// Hosts that a bill may be fetched from; the link is plain http unless Alipay says otherwise.
    std::vector<std::string> billHostSuffixes = {".alipay.com", ".alipayobjects.com"};
};

} // namespace guitai
