#include "services/payments/crypto/digests.h"

#include "services/bytes.h"
#include "services/failure.h"
#include "services/payments/crypto/openssl_handles.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>
#include <climits>
#include <memory>

namespace guitai
{

namespace
{

constexpr std::size_t tagLength = 16;

struct CipherDeleter {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

std::string digest(std::string_view text, const EVP_MD* algorithm)
{
    auto bytes = std::array<std::byte, EVP_MAX_MD_SIZE>{};
    auto length = 0U;
    if (EVP_Digest(text.data(),
                   text.size(),
                   reinterpret_cast<unsigned char*>(bytes.data()),
                   &length,
                   algorithm,
                   nullptr) != 1)
        throw ServiceFailure{ServiceFailure::Kind::internal, "digest failed"};
    return toHex(std::span{bytes}.first(length));
}

} // namespace

std::string md5(std::string_view text)
{
    return digest(text, EVP_md5());
}

std::string sha1(std::string_view text)
{
    return digest(text, EVP_sha1());
}

std::string sha256(std::string_view text)
{
    return digest(text, EVP_sha256());
}

void Sha1::Deleter::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha1::Sha1() : m_context(EVP_MD_CTX_new())
{
    if (EVP_DigestInit_ex(m_context.get(), EVP_sha1(), nullptr) != 1)
        throw ServiceFailure{ServiceFailure::Kind::internal, "digest failed"};
}

void Sha1::add(std::string_view piece)
{
    EVP_DigestUpdate(m_context.get(), piece.data(), piece.size());
}

std::string Sha1::hex()
{
    auto bytes = std::array<std::byte, 20>{};
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(bytes.data()), nullptr);
    return toHex(bytes);
}

std::optional<std::string> openAes256Gcm(std::string_view key,
                                         std::string_view nonce,
                                         std::string_view associatedData,
                                         std::string_view sealed)
{
    if (key.size() != 32 || nonce.size() != 12 || sealed.size() < tagLength ||
        sealed.size() > INT_MAX || associatedData.size() > INT_MAX)
        return std::nullopt;
    const auto body = sealed.substr(0, sealed.size() - tagLength);
    auto tag = std::string{sealed.substr(body.size())};
    auto plain = std::string(body.size() + 1, '\0'); // one more: never a null pointer
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    auto length = 0;
    const auto context = std::unique_ptr<EVP_CIPHER_CTX, CipherDeleter>{EVP_CIPHER_CTX_new()};
    auto* cipher = context.get();
    const auto good =
        EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_IVLEN, 12, nullptr) == 1 &&
        EVP_DecryptInit_ex(cipher, nullptr, nullptr, unsignedBytes(key), unsignedBytes(nonce)) ==
            1 &&
        (associatedData.empty() ||
         EVP_DecryptUpdate(cipher,
                           nullptr,
                           &length,
                           unsignedBytes(associatedData),
                           static_cast<int>(associatedData.size())) == 1) &&
        (body.empty() ||
         EVP_DecryptUpdate(
             cipher, out, &length, unsignedBytes(body), static_cast<int>(body.size())) == 1) &&
        EVP_CIPHER_CTX_ctrl(
            cipher, EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagLength), tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher, out + body.size(), &length) == 1;
    ERR_clear_error();
    if (!good) {
        OPENSSL_cleanse(plain.data(), plain.size());
        return std::nullopt;
    }
    plain.resize(body.size());
    return plain;
}

bool sameSecretText(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace guitai
