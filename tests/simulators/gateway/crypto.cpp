#include "tests/simulators/gateway/crypto.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <stdexcept>

namespace guitai::simulator
{

namespace
{

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

void require(bool good, const char* what)
{
    if (!good)
        throw std::runtime_error(std::string{"OpenSSL refused: "} + what);
}

std::string digest(const EVP_MD* kind, std::string_view text)
{
    auto room = std::array<unsigned char, EVP_MAX_MD_SIZE>{};
    auto size = 0U;
    require(EVP_Digest(text.data(), text.size(), room.data(), &size, kind, nullptr) == 1, "digest");
    return {reinterpret_cast<char*>(room.data()), size};
}

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

std::string textOf(BIO* bio)
{
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

} // namespace

std::string lowerHex(std::string_view raw)
{
    constexpr auto digits = std::string_view{"0123456789abcdef"};
    auto text = std::string{};
    for (const auto c : raw) {
        text += digits[static_cast<unsigned char>(c) >> 4U];
        text += digits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

std::string md5Hex(std::string_view text)
{
    return lowerHex(digest(EVP_md5(), text));
}

std::string sha1Hex(std::string_view text)
{
    return lowerHex(digest(EVP_sha1(), text));
}

std::string hmacSha256Hex(std::string_view key, std::string_view text)
{
    auto room = std::array<unsigned char, EVP_MAX_MD_SIZE>{};
    auto size = 0U;
    require(HMAC(EVP_sha256(),
                 key.data(),
                 static_cast<int>(key.size()),
                 bytes(text),
                 text.size(),
                 room.data(),
                 &size) != nullptr,
            "HMAC");
    return lowerHex({reinterpret_cast<char*>(room.data()), size});
}

std::string base64(std::string_view raw)
{
    auto text = std::string((raw.size() + 2) / 3 * 4 + 1, '\0');
    const auto size = EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(text.data()), bytes(raw), static_cast<int>(raw.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::optional<std::string> unbase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    auto raw = std::string(text.size() / 4 * 3 + 1, '\0');
    const auto size = EVP_DecodeBlock(
        reinterpret_cast<unsigned char*>(raw.data()), bytes(text), static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    const auto padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    raw.resize(static_cast<std::size_t>(size - padding));
    return raw;
}

std::string sealed(std::string_view key32,
                   std::string_view nonce,
                   std::string_view associatedData,
                   std::string_view plain)
{
    const auto context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>{
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    auto out = std::string(plain.size() + 16, '\0');
    auto* at = reinterpret_cast<unsigned char*>(out.data());
    auto size = 0;
    require(key32.size() == 32 && nonce.size() == 12 &&
                EVP_EncryptInit_ex(
                    context.get(), EVP_aes_256_gcm(), nullptr, bytes(key32), bytes(nonce)) == 1 &&
                EVP_EncryptUpdate(context.get(),
                                  nullptr,
                                  &size,
                                  bytes(associatedData),
                                  static_cast<int>(associatedData.size())) == 1 &&
                EVP_EncryptUpdate(
                    context.get(), at, &size, bytes(plain), static_cast<int>(plain.size())) == 1 &&
                EVP_EncryptFinal_ex(context.get(), at + size, &size) == 1 &&
                EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, 16, at + plain.size()) ==
                    1,
            "AES-256-GCM");
    return base64(out);
}

Key Key::generate()
{
    return Key{std::shared_ptr<EVP_PKEY>{EVP_RSA_gen(2048), EVP_PKEY_free}};
}

Key Key::fromPem(const std::string& pem)
{
    const auto bio = Bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
    auto* key = pem.find("PRIVATE") != std::string::npos
                    ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)
                    : PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr);
    if (key == nullptr)
        throw std::invalid_argument("no key in PEM");
    return Key{std::shared_ptr<EVP_PKEY>{key, EVP_PKEY_free}};
}

std::string Key::privatePem() const
{
    const auto bio = Bio{BIO_new(BIO_s_mem()), BIO_free};
    require(PEM_write_bio_PKCS8PrivateKey(
                bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
            "writing a key");
    return textOf(bio.get());
}

std::string Key::publicPem() const
{
    const auto bio = Bio{BIO_new(BIO_s_mem()), BIO_free};
    require(PEM_write_bio_PUBKEY(bio.get(), m_key.get()) == 1, "writing a key");
    return textOf(bio.get());
}

std::string Key::sign(std::string_view text) const
{
    const auto context = Context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    auto signature = std::string(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())), '\0');
    auto size = signature.size();
    require(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
                EVP_DigestSign(context.get(),
                               reinterpret_cast<unsigned char*>(signature.data()),
                               &size,
                               bytes(text),
                               text.size()) == 1,
            "signing");
    signature.resize(size);
    return base64(signature);
}

bool Key::verifies(std::string_view text, std::string_view signature) const
{
    const auto raw = unbase64(signature);
    const auto context = Context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    return raw &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(*raw), raw->size(), bytes(text), text.size()) == 1;
}

bool Key::sameAs(const Key& other) const
{
    return EVP_PKEY_eq(m_key.get(), other.m_key.get()) == 1;
}

} // namespace guitai::simulator
