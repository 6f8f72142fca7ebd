#pragma once

#include "services/refusal.h"

#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

namespace guitai
{

using Refusals = std::vector<Refusal>;

/// Either a value or the reasons why a rule said no. Outages are exceptions, never a Result.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::move(value)) {}
    Result(Refusal refusal) : m_content(Refusals{std::move(refusal)}) {}
    Result(Refusals refusals) : m_content(std::move(refusals))
    {
        if (std::get<Refusals>(m_content).empty())
            throw std::logic_error("a refusal without a reason");
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_content); }
    const T& value() const { return std::get<T>(m_content); }
    T& value() { return std::get<T>(m_content); }
    /// The first reason.
    const Refusal& refusal() const { return std::get<Refusals>(m_content).front(); }
    const Refusals& refusals() const { return std::get<Refusals>(m_content); }

private:
    std::variant<T, Refusals> m_content;
};

/// The value of a Result that only says "done".
struct Done {
    bool operator==(const Done&) const = default;
};

} // namespace guitai
