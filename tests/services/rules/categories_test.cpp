#include "services/rules/categories.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::optional<Category> categoryOf(const CategoryFacts& facts)
{
    return decideCategory(facts).category;
}

using Documents = std::vector<DocumentKind>;

} // namespace

TEST_CASE("decideCategory")
{
    SUBCASE("a child under 16 comes first, whatever else is true")
    {
        CHECK(categoryOf({.age = 15, .heldCardBefore = true}) == Category::under16);
        CHECK(categoryOf({.age = 0}) == Category::under16);
        const auto decision = decideCategory({.age = 9,
                                              .heldCardBefore = false,
                                              .fingersUnobtainable = true,
                                              .terminalFailed = true});
        CHECK(decision.category == Category::under16);
        CHECK(decision.marks ==
              std::vector{Category::fingersUnobtainable, Category::terminalFailed});
    }
    SUBCASE("somebody of 16 or over who never held a card is a first-time applicant")
    {
        CHECK(categoryOf({.age = 16, .heldCardBefore = false}) == Category::firstTime);
        const auto decision =
            decideCategory({.age = 70, .heldCardBefore = false, .fingersUnobtainable = true});
        CHECK(decision.category == Category::firstTime);
        CHECK(decision.marks == std::vector{Category::fingersUnobtainable});
    }
    SUBCASE("fingers that cannot be taken come before a failed terminal")
    {
        const auto decision = decideCategory({.age = 40,
                                              .heldCardBefore = true,
                                              .fingersUnobtainable = true,
                                              .terminalFailed = true});
        CHECK(decision.category == Category::fingersUnobtainable);
        CHECK(decision.marks == std::vector{Category::terminalFailed});
        CHECK(categoryOf({.age = 40, .heldCardBefore = true, .terminalFailed = true}) ==
              Category::terminalFailed);
    }
    SUBCASE("anyone else could use a terminal")
    {
        const auto decision = decideCategory({.age = 16, .heldCardBefore = true});
        CHECK(decision.category == Category::couldUseTerminal);
        CHECK(decision.marks.empty());
    }
    SUBCASE("open facts leave it undecided, with the marks that apply so far")
    {
        CHECK_FALSE(categoryOf({}));
        CHECK_FALSE(categoryOf({.heldCardBefore = false}));
        CHECK_FALSE(categoryOf({.age = 16}));
        const auto decision = decideCategory({.age = 30, .terminalFailed = true});
        CHECK_FALSE(decision.category);
        CHECK(decision.marks == std::vector{Category::terminalFailed});
    }
}

TEST_CASE("requiredDocuments")
{
    using enum DocumentKind;
    const auto adult = [](ApplicationKind kind) {
        return requiredDocuments({.category = Category::couldUseTerminal, .kind = kind});
    };
    SUBCASE("follow the kind of application")
    {
        CHECK(requiredDocuments(
                  {.category = Category::firstTime, .kind = ApplicationKind::firstIssue}) ==
              Documents{householdRegister});
        CHECK(adult(ApplicationKind::expiry) == Documents{oldCard});
        CHECK(adult(ApplicationKind::damage) == Documents{oldCard});
        CHECK(adult(ApplicationKind::loss) == Documents{lossStatement});
        CHECK(adult(ApplicationKind::nameChange) == Documents{oldCard, changeProof});
        CHECK(adult(ApplicationKind::correction) == Documents{oldCard, changeProof});
    }
    SUBCASE("of a child are the register and the guardian's papers")
    {
        CHECK(requiredDocuments({.category = Category::under16,
                                 .kind = ApplicationKind::firstIssue,
                                 .guardianPapers = {guardianCard, birthCertificate}}) ==
              Documents{householdRegister, guardianCard, birthCertificate});
        CHECK(requiredDocuments({.category = Category::under16,
                                 .kind = ApplicationKind::expiry,
                                 .guardianPapers = {guardianCard}}) ==
              Documents{householdRegister, guardianCard, oldCard});
    }
    SUBCASE("guardians are of no interest for adults")
    {
        CHECK(requiredDocuments({.category = Category::firstTime,
                                 .kind = ApplicationKind::firstIssue,
                                 .guardianPapers = {guardianCard}}) ==
              Documents{householdRegister});
    }
    SUBCASE("an exception brings its papers, as category and as mark")
    {
        CHECK(requiredDocuments(
                  {.category = Category::fingersUnobtainable, .kind = ApplicationKind::expiry}) ==
              Documents{oldCard, fingersEvidence});
        CHECK(requiredDocuments(
                  {.category = Category::terminalFailed, .kind = ApplicationKind::expiry}) ==
              Documents{oldCard, terminalSlip});
        CHECK(requiredDocuments({.category = Category::firstTime,
                                 .kind = ApplicationKind::firstIssue,
                                 .fingersNotRegistered = true,
                                 .relief = true,
                                 .terminalFailed = true}) ==
              Documents{householdRegister, fingersEvidence, terminalSlip, reliefProof});
    }
}

TEST_CASE("sexOf a relation")
{
    struct Row {
        Relation relation;
        std::optional<Sex> sex;
    };
    const auto rows = {
        Row{Relation::father, Sex::male},
        Row{Relation::mother, Sex::female},
        Row{Relation::stepFather, Sex::male},
        Row{Relation::stepMother, Sex::female},
        Row{Relation::paternalGrandfather, Sex::male},
        Row{Relation::paternalGrandmother, Sex::female},
        Row{Relation::maternalGrandfather, Sex::male},
        Row{Relation::maternalGrandmother, Sex::female},
        Row{Relation::elderBrother, Sex::male},
        Row{Relation::elderSister, Sex::female},
        Row{Relation::otherKin, std::nullopt},
        Row{Relation::notRelated, std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(nameOf(row.relation));
        CHECK(sexOf(row.relation) == row.sex);
    }
}
