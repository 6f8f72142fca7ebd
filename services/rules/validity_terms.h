#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// How long a card is valid from an age on: years from the day of issue, or for ever (长期).
struct ValidityTerm {
    int fromAge = 0; ///< full years on the day of issue
    std::optional<int> years;

    bool operator==(const ValidityTerm&) const = default;
};

/// The terms of validity by age: validity.json. The law sets them (Identity Card Law art. 5): 5
/// years under 16, 10 from 16, 20 from 26, for ever from 46.
class ValidityTerms
{
public:
    /// Ages ascend from 0.
    explicit ValidityTerms(std::vector<ValidityTerm> terms) : m_terms(std::move(terms)) {}

    /// The term of a card that is issued at `age`; before the birth that of a newborn.
    const ValidityTerm& at(int age) const;

private:
    std::vector<ValidityTerm> m_terms;
};

/// Reads validity.json. Throws AssetError.
ValidityTerms parseValidityTerms(std::string_view text, const std::string& origin);

} // namespace guitai
