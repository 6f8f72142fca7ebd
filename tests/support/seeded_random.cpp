#include "tests/support/seeded_random.h"

namespace guitai
{

void SeededRandom::fill(std::span<std::byte> bytes)
{
    for (auto& byte : bytes)
        byte = static_cast<std::byte>(m_engine() & 0xFFU);
}

} // namespace guitai
