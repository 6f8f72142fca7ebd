#include "services/people/password_hasher.h"

#include "services/failure.h"

#include <sodium.h>

#include <array>

namespace guitai
{

PasswordHasher::PasswordHasher() : PasswordHasher(Cost{}) {}

PasswordHasher::PasswordHasher(Cost cost) : m_cost(cost)
{
    if (sodium_init() < 0)
        throw ServiceFailure(ServiceFailure::Kind::internal, "libsodium");
}

std::string PasswordHasher::hash(const std::string& password)
{
    auto text = std::array<char, crypto_pwhash_STRBYTES>{};
    if (crypto_pwhash_str_alg(text.data(),
                              password.data(),
                              password.size(),
                              m_cost.passes,
                              static_cast<std::size_t>(m_cost.memoryMiB) << 20U,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw ServiceFailure(ServiceFailure::Kind::internal, "no memory for Argon2id");
    return text.data();
}

bool PasswordHasher::verify(const std::string& hash, const std::string& password)
{
    // libsodium reads a field of this length, whatever the text's own.
    auto text = std::array<char, crypto_pwhash_STRBYTES>{};
    if (hash.size() >= text.size())
        return false;
    hash.copy(text.data(), hash.size());
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

} // namespace guitai
