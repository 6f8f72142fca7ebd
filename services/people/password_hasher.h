#pragma once

#include <cstdint>
#include <string>

namespace guitai
{

/// Argon2id through libsodium (RFC 9106; parameters are stored in the hash string).
class PasswordHasher
{
public:
    struct Cost {
        std::uint64_t passes = 3;
        std::uint64_t memoryMiB = 64;
    };

    PasswordHasher(); ///< t=3, 64 MiB
    explicit PasswordHasher(Cost cost);

    std::string hash(const std::string& password);
    bool verify(const std::string& hash, const std::string& password);

private:
    Cost m_cost;
};

} // namespace guitai
