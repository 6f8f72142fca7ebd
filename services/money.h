#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace guitai
{

/// An amount in fen (1/100 yuan). Interfaces never pass a bare integer or a double.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fen(std::int64_t amount) { return Money{amount}; }
    static constexpr Money yuan(std::int64_t amount) { return Money{amount * 100}; }

    constexpr std::int64_t inFen() const { return m_fen; }
    constexpr auto operator<=>(const Money&) const = default;

    Money operator+(Money other) const;         ///< throws std::overflow_error
    Money operator-(Money other) const;         ///< throws std::overflow_error
    Money operator*(std::int64_t copies) const; ///< throws std::overflow_error
    std::string text() const;                   ///< "40.00"; no locale, no symbol

private:
    constexpr explicit Money(std::int64_t amount) : m_fen(amount) {}
    std::int64_t m_fen = 0;
};

} // namespace guitai
