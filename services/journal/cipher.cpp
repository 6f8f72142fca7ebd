#include "services/journal/cipher.h"

#include "services/failure.h"

#include <sodium.h>

namespace guitai
{

namespace
{

using Octet = unsigned char;

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SecretKey::length == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
              SecretKey::length == crypto_kdf_KEYBYTES);

const Octet* octets(const std::byte* bytes)
{
    return reinterpret_cast<const Octet*>(bytes);
}

Octet* octets(std::byte* bytes)
{
    return reinterpret_cast<Octet*>(bytes);
}

SecretKey keyFor(const SecretKey& master, const char* purpose)
{
    constexpr std::uint64_t first = 1;
    auto bytes = std::array<std::byte, SecretKey::length>{};
    crypto_kdf_derive_from_key(
        octets(bytes.data()), bytes.size(), first, purpose, octets(master.bytes().data()));
    auto key = SecretKey{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

} // namespace

Cipher::Cipher(const SecretKey& key, const char (&purpose)[9]) : m_key(keyFor(key, purpose)) {}

Bytes Cipher::encrypt(std::span<const std::byte> plain) const
{
    auto encrypted = Bytes(nonceSize + plain.size() + tagSize);
    randombytes_buf(encrypted.data(), nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(octets(encrypted.data() + nonceSize),
                                               nullptr,
                                               octets(plain.data()),
                                               plain.size(),
                                               nullptr,
                                               0,
                                               nullptr,
                                               octets(encrypted.data()),
                                               octets(m_key.bytes().data()));
    return encrypted;
}

Bytes Cipher::decrypt(std::span<const std::byte> encrypted) const
{
    if (encrypted.size() < nonceSize + tagSize)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "encrypted attachment");
    auto plain = Bytes(encrypted.size() - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(octets(plain.data()),
                                                   nullptr,
                                                   nullptr,
                                                   octets(encrypted.data() + nonceSize),
                                                   encrypted.size() - nonceSize,
                                                   nullptr,
                                                   0,
                                                   octets(encrypted.data()),
                                                   octets(m_key.bytes().data())) != 0)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "encrypted attachment");
    return plain;
}

} // namespace guitai
