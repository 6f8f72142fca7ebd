#pragma once

#include "services/bytes.h"
#include "services/journal/seal.h"

#include <array>

namespace guitai
{

/// Encrypts what nobody may read who has the database alone: XChaCha20-Poly1305 under a key of its
/// own, which the window's key gives (libsodium's KDF), so that a restore needs no second key.
class Cipher
{
public:
    /// `purpose` has eight characters; another one gives another key.
    Cipher(const SecretKey& key, const char (&purpose)[9]);

    /// A random nonce of 24 bytes, then the encrypted bytes with their tag of 16.
    Bytes encrypt(std::span<const std::byte> plain) const;
    /// Throws ServiceFailure(damaged) for what this key did not encrypt.
    Bytes decrypt(std::span<const std::byte> encrypted) const;

private:
    SecretKey m_key;
};

} // namespace guitai
