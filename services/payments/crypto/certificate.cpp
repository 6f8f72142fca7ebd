#include "services/payments/crypto/certificate.h"

#include "services/payments/crypto/digests.h"
#include "services/payments/crypto/openssl_handles.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <ctime>

namespace guitai
{

namespace
{

struct NumberDeleter {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
struct TextDeleter {
    void operator()(char* text) const { OPENSSL_free(text); }
};
using TextHandle = std::unique_ptr<char, TextDeleter>;

constexpr auto endMark = std::string_view{"-----END CERTIFICATE-----"};

std::string serialText(X509* content, char* (*print)(const BIGNUM*))
{
    const auto number = std::unique_ptr<BIGNUM, NumberDeleter>{
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(content), nullptr)};
    const auto text = TextHandle{number ? print(number.get()) : nullptr};
    return text ? std::string{text.get()} : std::string{};
}

} // namespace

std::optional<Certificate> Certificate::fromPem(std::string_view pem)
{
    const auto bio = BioHandle{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    auto content =
        std::shared_ptr<X509>{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free};
    ERR_clear_error();
    return content ? std::optional{Certificate{std::move(content)}} : std::nullopt;
}

std::vector<Certificate> Certificate::allFromPem(std::string_view pem)
{
    auto bundle = std::vector<Certificate>{};
    while (true) {
        const auto end = pem.find(endMark);
        if (end == std::string_view::npos)
            return bundle;
        if (auto certificate = fromPem(pem.substr(0, end + endMark.size())))
            bundle.push_back(std::move(*certificate));
        pem.remove_prefix(end + endMark.size());
    }
}

std::string Certificate::serialHex() const
{
    return serialText(m_content.get(), BN_bn2hex);
}

std::string Certificate::serialDecimal() const
{
    return serialText(m_content.get(), BN_bn2dec);
}

std::string Certificate::issuer() const
{
    const auto bio = BioHandle{BIO_new(BIO_s_mem())};
    // Java's text does not escape characters above ASCII
    constexpr auto flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    X509_NAME_print_ex(bio.get(), X509_get_issuer_name(m_content.get()), 0, flags);
    auto* start = static_cast<char*>(nullptr);
    const auto length = BIO_get_mem_data(bio.get(), &start);
    return length > 0 ? std::string(start, static_cast<std::size_t>(length)) : std::string{};
}

std::string Certificate::alipayNumber() const
{
    return md5(issuer() + serialDecimal());
}

bool Certificate::signedWithRsa() const
{
    auto oid = std::array<char, 80>{};
    const auto* algorithm = X509_get0_tbs_sigalg(m_content.get());
    OBJ_obj2txt(oid.data(), static_cast<int>(oid.size()), algorithm->algorithm, 1);
    return std::string_view{oid.data()}.starts_with("1.2.840.113549.1.1.");
}

std::optional<RsaPublicKey> Certificate::publicKey() const
{
    auto key = std::shared_ptr<EVP_PKEY>{X509_get_pubkey(m_content.get()), EVP_PKEY_free};
    ERR_clear_error();
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return std::nullopt;
    return RsaPublicKey{std::move(key)};
}

bool Certificate::validAt(Instant instant) const
{
    auto time = static_cast<std::time_t>(instant.time_since_epoch().count());
    return X509_cmp_time(X509_get0_notBefore(m_content.get()), &time) < 0 &&
           X509_cmp_time(X509_get0_notAfter(m_content.get()), &time) > 0;
}

std::string alipayRootNumber(const std::vector<Certificate>& bundle)
{
    auto number = std::string{};
    for (const auto& certificate : bundle) {
        if (certificate.signedWithRsa())
            number += (number.empty() ? "" : "_") + certificate.alipayNumber();
    }
    return number;
}

} // namespace guitai
