#include "services/rules/validity_terms.h"

#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::string mistakeOf(const BrokenAsset& asset)
{
    return mistakeIn(parseValidityTerms, asset.text);
}

} // namespace

TEST_CASE("parseValidityTerms")
{
    SUBCASE("reads the terms of Identity Card Law art. 5")
    {
        const auto terms = parseValidityTerms(Assets{}.load("validity.json"), "validity.json");
        CHECK(terms.at(-1) == ValidityTerm{0, 5});
        CHECK(terms.at(15) == ValidityTerm{0, 5});
        CHECK(terms.at(16) == ValidityTerm{16, 10});
        CHECK(terms.at(26) == ValidityTerm{26, 20});
        CHECK(terms.at(46) == ValidityTerm{46, {}});
        CHECK(terms.at(120) == ValidityTerm{46, {}});
    }
    SUBCASE("ages ascend from 0")
    {
        const auto late = broken("validity.json", "\"fromAge\": 0", "\"fromAge\": 1");
        CHECK(mistakeOf(late) == complaint(late, "the first age is not 0"));
        const auto equal = broken("validity.json", "\"fromAge\": 26", "\"fromAge\": 16");
        CHECK(mistakeOf(equal) == complaint(equal, "the ages do not ascend"));
    }
    SUBCASE("a term has a possible length, or none")
    {
        const auto none = broken("validity.json", "\"years\": 5", "\"years\": 0");
        CHECK(mistakeOf(none).starts_with(complaint(none, "")));
        const auto mistyped = broken("validity.json", "\"years\": 5", "\"year\": 5");
        CHECK(mistakeOf(mistyped) == complaint(mistyped, "unknown member \"year\""));
    }
    SUBCASE("there is a term")
    {
        CHECK(mistakeIn(parseValidityTerms, "{ \"terms\": [] }") == "asset:1: there is no term");
    }
}
