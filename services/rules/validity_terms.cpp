#include "services/rules/validity_terms.h"

#include "services/rules/asset_json.h"

namespace guitai
{

const ValidityTerm& ValidityTerms::at(int age) const
{
    const auto* reached = &m_terms.front();
    for (const auto& term : m_terms)
        if (term.fromAge <= age)
            reached = &term;
    return *reached;
}

ValidityTerms parseValidityTerms(std::string_view text, const std::string& origin)
{
    constexpr auto oldest = 150;
    constexpr auto longest = 100;
    const auto file = parseAsset(text, origin);
    file.expectMembers({"terms"});
    auto terms = std::vector<ValidityTerm>{};
    for (const auto& entry : file.at("terms").items()) {
        entry.expectMembers({"fromAge", "years"});
        auto term = ValidityTerm{
            .fromAge = static_cast<int>(entry.at("fromAge").integer(0, oldest)), .years = {}};
        if (const auto* years = entry.find("years"))
            term.years = static_cast<int>(years->integer(1, longest));
        if (terms.empty() && term.fromAge != 0)
            entry.at("fromAge").refuse("the first age is not 0");
        if (!terms.empty() && term.fromAge <= terms.back().fromAge)
            entry.at("fromAge").refuse("the ages do not ascend");
        terms.push_back(term);
    }
    if (terms.empty())
        file.at("terms").refuse("there is no term");
    return ValidityTerms{std::move(terms)};
}

} // namespace guitai
