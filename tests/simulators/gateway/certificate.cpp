#include "tests/simulators/gateway/crypto.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

std::string taken(char* text)
{
    auto copy = std::string{text};
    OPENSSL_free(text);
    return copy;
}

Number serialOf(const X509* certificate)
{
    return {ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr), BN_free};
}

void addEntry(X509_NAME* name, const char* kind, const std::string& value)
{
    X509_NAME_add_entry_by_txt(name,
                               kind,
                               MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(value.data()),
                               static_cast<int>(value.size()),
                               -1,
                               0);
}

void addExtension(X509* certificate, int kind, const std::string& value)
{
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setRandomSerial(X509* certificate)
{
    auto raw = std::array<unsigned char, 20>{};
    RAND_bytes(raw.data(), static_cast<int>(raw.size()));
    raw[0] = static_cast<unsigned char>((raw[0] & 0x7FU) | 0x40U); // positive, 40 digits
    const auto number =
        Number{BN_bin2bn(raw.data(), static_cast<int>(raw.size()), nullptr), BN_free};
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

} // namespace

Certificate Certificate::fromPem(const std::string& pem)
{
    const auto bio = Bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
    auto* read = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
    if (read == nullptr)
        throw std::invalid_argument("no certificate in PEM");
    return Certificate{std::shared_ptr<X509>{read, X509_free}};
}

Certificate Certificate::unsignedOne(const Wish& wish, const Key& key)
{
    auto made = std::shared_ptr<X509>{X509_new(), X509_free};
    auto* certificate = made.get();
    X509_set_version(certificate, X509_VERSION_3);
    setRandomSerial(certificate);
    ASN1_TIME_set_string(X509_getm_notBefore(certificate), "200101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate), "491231235959Z");
    X509_set_pubkey(certificate, key.get());
    auto* name = X509_get_subject_name(certificate);
    addEntry(name, "C", "CN");
    addEntry(name, "O", wish.organisation);
    addEntry(name, "CN", wish.name);
    X509_set_issuer_name(certificate, name);
    if (wish.authority)
        addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
    if (!wish.hosts.empty())
        addExtension(certificate, NID_subject_alt_name, wish.hosts);
    return Certificate{std::move(made)};
}

Certificate Certificate::make(const Wish& wish, const Key& key)
{
    auto certificate = unsignedOne(wish, key);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return certificate;
}

Certificate
Certificate::make(const Wish& wish, const Key& key, const Certificate& issuer, const Key& issuerKey)
{
    auto certificate = unsignedOne(wish, key);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    return certificate;
}

std::string Certificate::pem() const
{
    const auto bio = Bio{BIO_new(BIO_s_mem()), BIO_free};
    PEM_write_bio_X509(bio.get(), m_certificate.get());
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

Key Certificate::key() const
{
    return Key{std::shared_ptr<EVP_PKEY>{X509_get_pubkey(m_certificate.get()), EVP_PKEY_free}};
}

std::string Certificate::serialHex() const
{
    auto text = taken(BN_bn2hex(serialOf(m_certificate.get()).get()));
    if (text.size() < 40)
        text.insert(0, 40 - text.size(), '0');
    return text;
}

std::string Certificate::alipayNumber() const
{
    const auto bio = Bio{BIO_new(BIO_s_mem()), BIO_free};
    X509_NAME_print_ex(bio.get(),
                       X509_get_issuer_name(m_certificate.get()),
                       0,
                       XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return md5Hex(std::string{data, static_cast<std::size_t>(size)} +
                  taken(BN_bn2dec(serialOf(m_certificate.get()).get())));
}

} // namespace guitai::simulator
