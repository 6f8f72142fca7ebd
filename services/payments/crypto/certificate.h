#pragma once

#include "services/clock.h"
#include "services/payments/crypto/rsa.h"

#include <vector>

struct x509_st;

namespace guitai
{

/// An X.509 certificate of a merchant, an application or a provider.
class Certificate
{
public:
    /// The first certificate of a PEM text.
    static std::optional<Certificate> fromPem(std::string_view pem);
    /// All of a bundle, in its order; unreadable ones (Alipay's bundle holds SM2) are left out.
    static std::vector<Certificate> allFromPem(std::string_view pem);

    /// Upper-case hexadecimal with its leading zeros, as WeChat Pay names certificates.
    std::string serialHex() const;
    std::string serialDecimal() const;
    /// RFC 2253 text, characters above ASCII unescaped: "CN=…,OU=…,O=…,C=CN".
    std::string issuer() const;
    /// Alipay's number: lower-case MD5 over issuer and decimal serial (Alipay Open Platform:
    /// certificate mode).
    std::string alipayNumber() const;
    /// Whether it was signed with an algorithm under 1.2.840.113549.1.1 (PKCS#1).
    bool signedWithRsa() const;
    std::optional<RsaPublicKey> publicKey() const;
    bool validAt(Instant instant) const;

private:
    explicit Certificate(std::shared_ptr<x509_st> content) : m_content(std::move(content)) {}

    std::shared_ptr<x509_st> m_content; // shared: counted by OpenSSL, and it never changes
};

/// Numbers of the RSA-signed certificates of a root bundle, joined by "_" (Alipay Open Platform:
/// certificate mode).
std::string alipayRootNumber(const std::vector<Certificate>& bundle);

} // namespace guitai
