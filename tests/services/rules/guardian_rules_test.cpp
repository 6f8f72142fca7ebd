#include "services/rules/guardian_rules.h"
#include "services/rules/rule_book.h"
#include "tests/services/rules/broken_asset.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

using Documents = std::vector<DocumentKind>;

GuardianRules rules()
{
    return parseGuardianRules(Assets{}.load("guardians.json"), "guardians.json");
}

GuardianFacts byLaw(Relation relation, bool sameRegister = true)
{
    return {.relation = relation, .sameRegister = sameRegister};
}

} // namespace

TEST_CASE("papers of a guardian (Civil Code art. 27)")
{
    using enum DocumentKind;
    const auto all = rules();
    SUBCASE("a parent shows the card, and the birth certificate of another register")
    {
        CHECK(all.papersFor(byLaw(Relation::father)) == Documents{guardianCard});
        CHECK(all.papersFor(byLaw(Relation::mother, false)) ==
              Documents{guardianCard, birthCertificate});
        CHECK(all.papersFor(byLaw(Relation::stepMother, false)) ==
              Documents{guardianCard, kinshipProof});
        CHECK(all.papersFor({}) == Documents{guardianCard});
    }
    SUBCASE("who comes after the parents proves why no parent acts")
    {
        CHECK(all.papersFor(byLaw(Relation::maternalGrandfather)) ==
              Documents{guardianCard, parentsProof});
        CHECK(all.papersFor(byLaw(Relation::elderSister, false)) ==
              Documents{guardianCard, parentsProof, kinshipProof});
        CHECK(all.papersFor(byLaw(Relation::notRelated)) ==
              Documents{guardianCard, parentsProof, committeeConsent});
    }
    SUBCASE("an appointment stands for all of it")
    {
        CHECK(all.papersFor({.role = GuardianRole::appointed, .relation = Relation::otherKin}) ==
              Documents{guardianCard, guardianProof});
    }
    SUBCASE("a delegate brings the guardian's papers and the own")
    {
        CHECK(all.papersFor({.role = GuardianRole::delegate, .relation = Relation::mother}) ==
              Documents{guardianCard, delegateCard, powerOfAttorney});
        CHECK(all.papersFor({.role = GuardianRole::delegate,
                             .relation = Relation::paternalGrandfather,
                             .sameRegister = false}) ==
              Documents{guardianCard, parentsProof, kinshipProof, delegateCard, powerOfAttorney});
    }
    SUBCASE("an institution and an own income have papers of their own")
    {
        CHECK(all.papersFor({.role = GuardianRole::institution}) ==
              Documents{delegateCard, institutionCertificate, institutionLetter});
        auto young = byLaw(Relation::mother);
        young.livesOnOwnIncome = true;
        CHECK(all.papersFor(young) == Documents{guardianCard, incomeProof});
    }
}

TEST_CASE("approval, ground and register of a guardian")
{
    struct Row {
        GuardianFacts facts;
        bool approval;
        bool ground;
        bool asksForRegister;
    };
    const auto all = rules();
    const auto as = [](GuardianRole role, std::optional<Relation> relation = {}) {
        return GuardianFacts{.role = role, .relation = relation};
    };
    for (const auto& row :
         {Row{byLaw(Relation::mother), false, false, true},
          Row{byLaw(Relation::stepFather), false, false, true},
          Row{byLaw(Relation::paternalGrandmother), true, true, true},
          Row{byLaw(Relation::elderBrother), true, true, true},
          Row{byLaw(Relation::otherKin), true, true, false},
          Row{as(GuardianRole::appointed, Relation::otherKin), true, false, false},
          Row{as(GuardianRole::delegate, Relation::mother), true, false, true},
          Row{as(GuardianRole::delegate, Relation::otherKin), true, true, false},
          Row{as(GuardianRole::institution), true, false, false},
          Row{as(GuardianRole::byLaw), false, false, true}}) {
        CAPTURE(static_cast<int>(row.facts.role));
        CAPTURE(row.facts.relation.has_value());
        CHECK(all.needsApproval(row.facts) == row.approval);
        CHECK(all.needsGround(row.facts) == row.ground);
        CHECK(all.asksForRegister(row.facts) == row.asksForRegister);
    }
}

TEST_CASE("guardians.json")
{
    SUBCASE("holds the law's ages and the grounds")
    {
        CHECK(rules().majority == 18);
        CHECK(rules().ownIncomeFrom == 16);
        REQUIRE(rules().ground("parentsDead") != nullptr);
        CHECK(rules().ground("parentsAway") == nullptr);
    }
    SUBCASE("is refused with the line of the mistake")
    {
        const auto expect =
            [](std::string_view old, std::string_view replacement, std::string_view mistake) {
                const auto asset = broken("guardians.json", old, replacement);
                CHECK(mistakeIn(parseGuardianRules, asset.text) == complaint(asset, mistake));
            };
        expect("\"guardianCard\"", "\"passport\"", "no document has this name");
        expect("[\"guardianCard\"]", "[]", "at least the identity card is seen");
        expect("\"parentsProof\"]", "\"guardianCard\"]", "the document is given twice");
        expect("\"parentsIncapable\"", "\"parentsDead\"", "\"parentsDead\" is given twice");
        const auto refused = [](std::string_view old, std::string_view replacement) {
            return !mistakeIn(parseGuardianRules, broken("guardians.json", old, replacement).text)
                        .empty();
        };
        CHECK(refused("\"ownIncomeFrom\": 16", "\"ownIncomeFrom\": 19"));
        CHECK(refused("\"ownIncomeFrom\": 16", "\"ownIncomeFrom\": 8"));
        CHECK(refused("\"majority\": 18", "\"majority\": 8"));
        CHECK(refused("\"stepParent\"", "\"stepparent\""));
        CHECK(refused("\"approval\": false", "\"aproval\": false"));
    }
}
