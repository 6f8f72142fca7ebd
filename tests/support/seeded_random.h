#pragma once

#include "services/random_source.h"

#include <cstdint>
#include <random>

namespace guitai
{

/// The same bytes for the same seed, so that a failing test can be run again.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}

    void fill(std::span<std::byte> bytes) override;
    /// 0 to `end` - 1; a little uneven, which tests do not mind.
    std::uint64_t below(std::uint64_t end) { return m_engine() % end; }

private:
    std::mt19937_64 m_engine;
};

} // namespace guitai
