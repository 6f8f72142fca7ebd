#include "services/random_source.h"

#include "services/bytes.h"
#include "services/failure.h"

#include <sodium.h>

namespace guitai
{

std::string RandomSource::id()
{
    auto bytes = std::array<std::byte, 16>{};
    fill(bytes);
    return toHex(bytes);
}

SystemRandom::SystemRandom()
{
    if (sodium_init() < 0)
        throw ServiceFailure(ServiceFailure::Kind::internal, "libsodium");
}

void SystemRandom::fill(std::span<std::byte> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace guitai
