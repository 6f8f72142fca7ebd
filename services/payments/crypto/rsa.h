#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace guitai
{

class Certificate;

/// Base64 of RFC 4648 on one line, padded; any other character, a wrong length or a wrong padding
/// has no value. OpenSSL's own decoder forgives blanks at both ends.
std::optional<std::string> decodeBase64(std::string_view text);

/// A provider's RSA key: verifies RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2).
class RsaPublicKey
{
public:
    /// PEM ("PUBLIC KEY" or "RSA PUBLIC KEY"), or the bare Base64 that Alipay's console shows.
    static std::optional<RsaPublicKey> fromText(std::string_view text);

    bool verifies(std::string_view message, std::string_view signatureBase64) const;
    int bits() const;
    bool operator==(const RsaPublicKey& other) const;

private:
    friend class Certificate;
    friend class RsaPrivateKey;
    explicit RsaPublicKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}

    std::shared_ptr<evp_pkey_st>
        m_key; // shared: OpenSSL counts its keys, and this one never changes
};

/// Our own key at a provider. Never printed, never logged.
class RsaPrivateKey
{
public:
    /// PEM, or bare Base64 of PKCS#8 ("Java") or PKCS#1 (Alipay Open Platform: request signature).
    static std::optional<RsaPrivateKey> fromText(std::string_view text);

    /// Base64 on one line; the same message gives the same signature.
    std::string sign(std::string_view message) const;
    RsaPublicKey publicKey() const { return RsaPublicKey{m_key}; }
    int bits() const { return publicKey().bits(); }

private:
    explicit RsaPrivateKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}

    std::shared_ptr<evp_pkey_st> m_key; // shared for the same reason
};

} // namespace guitai
