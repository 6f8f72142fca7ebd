#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;
struct x509_st;

namespace guitai::simulator
{

// Small helpers over OpenSSL, of the simulator's own.

std::string base64(std::string_view bytes);
std::optional<std::string> unbase64(std::string_view text);
std::string lowerHex(std::string_view bytes);
std::string md5Hex(std::string_view text);
std::string sha1Hex(std::string_view text);
std::string hmacSha256Hex(std::string_view key, std::string_view text);

/// AES-256-GCM as /v3/certificates delivers: ciphertext and tag, Base64.
std::string sealed(std::string_view key32,
                   std::string_view nonce,
                   std::string_view associatedData,
                   std::string_view plain);

/// An RSA key; signs with the private half where it has one.
class Key
{
public:
    static Key generate();
    /// PEM, private or public. Throws std::invalid_argument.
    static Key fromPem(const std::string& pem);
    explicit Key(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}

    std::string privatePem() const; ///< PKCS#8
    std::string publicPem() const;
    /// RSASSA-PKCS1-v1_5 over SHA-256, Base64.
    std::string sign(std::string_view text) const;
    bool verifies(std::string_view text, std::string_view signature) const;
    bool sameAs(const Key& other) const;
    evp_pkey_st* get() const { return m_key.get(); }

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

/// A certificate that was read or made.
class Certificate
{
public:
    static Certificate fromPem(const std::string& pem);
    struct Wish {
        std::string organisation;
        std::string name;
        bool authority = false;
        std::string hosts = {}; ///< "DNS:localhost,IP:127.0.0.1" of a server
    };
    /// Self-signed without an issuer. Valid from 2020 to 2049, so that tests may choose a day.
    static Certificate make(const Wish& wish, const Key& key);
    static Certificate
    make(const Wish& wish, const Key& key, const Certificate& issuer, const Key& issuerKey);

    std::string pem() const;
    Key key() const;
    std::string serialHex() const; ///< as WeChat Pay writes it: upper case, 40 digits
    std::string
    alipayNumber() const; ///< MD5 over issuer and serial (Alipay Open Platform: certificate mode)
    x509_st* get() const { return m_certificate.get(); }

private:
    explicit Certificate(std::shared_ptr<x509_st> certificate)
        : m_certificate(std::move(certificate))
    {
    }
    static Certificate unsignedOne(const Wish& wish, const Key& key);

    std::shared_ptr<x509_st> m_certificate;
};

} // namespace guitai::simulator
