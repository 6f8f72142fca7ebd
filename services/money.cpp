#include "services/money.h"

#include <stdexcept>

namespace guitai
{

Money Money::operator+(Money other) const
{
    auto sum = std::int64_t{};
    if (__builtin_add_overflow(m_fen, other.m_fen, &sum))
        throw std::overflow_error("money sum");
    return Money{sum};
}

Money Money::operator-(Money other) const
{
    auto difference = std::int64_t{};
    if (__builtin_sub_overflow(m_fen, other.m_fen, &difference))
        throw std::overflow_error("money difference");
    return Money{difference};
}

Money Money::operator*(std::int64_t copies) const
{
    auto product = std::int64_t{};
    if (__builtin_mul_overflow(m_fen, copies, &product))
        throw std::overflow_error("money product");
    return Money{product};
}

std::string Money::text() const
{
    const auto negative = m_fen < 0;
    const auto magnitude =
        negative ? ~static_cast<std::uint64_t>(m_fen) + 1 : static_cast<std::uint64_t>(m_fen);
    const auto cents = magnitude % 100;
    return (negative ? "-" : "") + std::to_string(magnitude / 100) + (cents < 10 ? ".0" : ".") +
           std::to_string(cents);
}

} // namespace guitai
