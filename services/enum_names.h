#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace guitai
{

/// The wire names of an enumeration: what journals, case files and --json hold. A name that was
/// once written is never changed.
template <class Enum, std::size_t count>
using EnumNames = std::array<std::pair<Enum, std::string_view>, count>;

/// Whether the table of a dense enumeration names every value up to the last, in order. For a
/// static_assert beside each table.
template <class Enum, std::size_t count>
constexpr bool isComplete(const EnumNames<Enum, count>& names, Enum last)
{
    for (std::size_t i = 0; i < count; ++i)
        if (static_cast<std::size_t>(names[i].first) != i)
            return false;
    return static_cast<std::size_t>(last) + 1 == count;
}

/// Throws logic_error for a value that the enumeration does not have.
template <class Enum, std::size_t count>
std::string_view nameIn(const EnumNames<Enum, count>& names, Enum value)
{
    for (const auto& [known, name] : names)
        if (known == value)
            return name;
    throw std::logic_error("an enumeration holds a value that it does not have");
}

template <class Enum, std::size_t count>
std::optional<Enum> valueIn(const EnumNames<Enum, count>& names, std::string_view name)
{
    for (const auto& [value, known] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

} // namespace guitai
