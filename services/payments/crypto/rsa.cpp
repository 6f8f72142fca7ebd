#include "services/payments/crypto/rsa.h"

#include "services/bytes.h"
#include "services/failure.h"
#include "services/payments/crypto/openssl_handles.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>

namespace guitai
{

namespace
{

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextDeleter>;

/// A copy of key material that is wiped when it goes.
struct Wiped {
    std::string text;
    ~Wiped() { OPENSSL_cleanse(text.data(), text.size()); }
};

std::string withoutBlanks(std::string_view text)
{
    auto kept = std::string{};
    kept.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) {
        return c != ' ' && c != '\t' && c != '\r' && c != '\n';
    });
    return kept;
}

std::shared_ptr<EVP_PKEY> onlyRsa(EVP_PKEY* key)
{
    ERR_clear_error();
    auto owned = std::shared_ptr<EVP_PKEY>{key, EVP_PKEY_free};
    if (!owned || EVP_PKEY_get_base_id(owned.get()) != EVP_PKEY_RSA)
        return nullptr;
    return owned;
}

EVP_PKEY* readPem(std::string_view text, bool secret)
{
    const auto bio = std::unique_ptr<BIO, BioDeleter>{
        BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
    // a callback that gives no password: an encrypted key must not ask at the terminal
    const auto noPassword = [](char*, int, int, void*) { return -1; };
    return secret ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr)
                  : PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassword, nullptr);
}

} // namespace

std::optional<std::string> decodeBase64(std::string_view text)
{
    const auto padding = text.ends_with("==") ? 2U : text.ends_with('=') ? 1U : 0U;
    const auto body = text.substr(0, text.size() - padding);
    const auto known = std::all_of(body.begin(), body.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/';
    });
    if (!known)
        return std::nullopt;
    const auto bytes = fromBase64(text);
    return bytes ? std::optional{textOf(*bytes)} : std::nullopt;
}

std::optional<RsaPublicKey> RsaPublicKey::fromText(std::string_view text)
{
    auto* key = static_cast<EVP_PKEY*>(nullptr);
    if (text.find("-----BEGIN") != std::string_view::npos) {
        key = readPem(text, false);
    } else if (const auto der = decodeBase64(withoutBlanks(text))) {
        const auto* at = unsignedBytes(*der);
        key = d2i_PUBKEY(nullptr, &at, static_cast<long>(der->size()));
    }
    auto owned = onlyRsa(key);
    return owned ? std::optional{RsaPublicKey{std::move(owned)}} : std::nullopt;
}

bool RsaPublicKey::verifies(std::string_view message, std::string_view signatureBase64) const
{
    const auto signature = decodeBase64(signatureBase64);
    if (!signature || signature->empty())
        return false;
    const auto context = Context{EVP_MD_CTX_new()};
    if (EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1)
        throw ServiceFailure{ServiceFailure::Kind::internal, "verification cannot start"};
    const auto verdict = EVP_DigestVerify(context.get(),
                                          unsignedBytes(*signature),
                                          signature->size(),
                                          unsignedBytes(message),
                                          message.size());
    ERR_clear_error();
    return verdict == 1; // 0 is "no", less is an error: both are no
}

int RsaPublicKey::bits() const
{
    return EVP_PKEY_get_bits(m_key.get());
}

bool RsaPublicKey::operator==(const RsaPublicKey& other) const
{
    return EVP_PKEY_eq(m_key.get(), other.m_key.get()) == 1;
}

std::optional<RsaPrivateKey> RsaPrivateKey::fromText(std::string_view text)
{
    auto* key = static_cast<EVP_PKEY*>(nullptr);
    if (text.find("-----BEGIN") != std::string_view::npos) {
        key = readPem(text, true);
    } else {
        const auto bare = Wiped{withoutBlanks(text)};
        const auto der = Wiped{decodeBase64(bare.text).value_or("")};
        const auto* at = unsignedBytes(der.text);
        if (!der.text.empty())
            key = d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.text.size()));
    }
    auto owned = onlyRsa(key);
    return owned ? std::optional{RsaPrivateKey{std::move(owned)}} : std::nullopt;
}

std::string RsaPrivateKey::sign(std::string_view message) const
{
    const auto context = Context{EVP_MD_CTX_new()};
    auto signature = Bytes(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())));
    auto length = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(),
                       reinterpret_cast<unsigned char*>(signature.data()),
                       &length,
                       unsignedBytes(message),
                       message.size()) != 1) {
        ERR_clear_error();
        throw ServiceFailure{ServiceFailure::Kind::internal, "signing failed"};
    }
    signature.resize(length);
    return toBase64(signature);
}

} // namespace guitai
