#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace guitai
{

/// Where randomness comes from; a simulation hands in its own.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;

    /// 32 lower-case hexadecimal digits.
    std::string id();
};

/// libsodium's generator.
class SystemRandom final : public RandomSource
{
public:
    SystemRandom(); ///< throws ServiceFailure when libsodium cannot start
    void fill(std::span<std::byte> bytes) override;
};

} // namespace guitai
