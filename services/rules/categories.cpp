#include "services/rules/categories.h"

namespace guitai
{

namespace
{

/// Law: applications of under-16s go through a guardian (Identity Card Law art. 7).
constexpr int ageOfOwnApplication = 16;

void addKindDocuments(ApplicationKind kind, std::vector<DocumentKind>& documents)
{
    switch (kind) {
    case ApplicationKind::firstIssue:
        return;
    case ApplicationKind::expiry:
    case ApplicationKind::damage:
        documents.push_back(DocumentKind::oldCard);
        return;
    case ApplicationKind::nameChange:
    case ApplicationKind::correction:
        documents.push_back(DocumentKind::oldCard);
        documents.push_back(DocumentKind::changeProof);
        return;
    case ApplicationKind::loss:
        documents.push_back(DocumentKind::lossStatement);
        return;
    }
}

} // namespace

CategoryDecision decideCategory(const CategoryFacts& facts)
{
    auto applying = std::vector<Category>{};
    const auto isUnder16 = facts.age && *facts.age < ageOfOwnApplication;
    const auto isFirst = facts.age && !isUnder16 && facts.heldCardBefore == false;
    if (isUnder16)
        applying.push_back(Category::under16);
    if (isFirst)
        applying.push_back(Category::firstTime);
    if (facts.fingersUnobtainable)
        applying.push_back(Category::fingersUnobtainable);
    if (facts.terminalFailed)
        applying.push_back(Category::terminalFailed);

    const auto isDecided = facts.age && (isUnder16 || facts.heldCardBefore);
    if (!isDecided)
        return {std::nullopt, applying};
    if (applying.empty())
        return {Category::couldUseTerminal, {}};
    return {applying.front(), {applying.begin() + 1, applying.end()}};
}

std::vector<DocumentKind> requiredDocuments(const DocumentFacts& facts)
{
    auto documents = std::vector<DocumentKind>{};
    const auto isUnder16 = facts.category == Category::under16;
    if (isUnder16 || facts.kind == ApplicationKind::firstIssue)
        documents.push_back(DocumentKind::householdRegister);
    if (isUnder16)
        documents.insert(documents.end(), facts.guardianPapers.begin(), facts.guardianPapers.end());
    addKindDocuments(facts.kind, documents);
    if (facts.fingersNotRegistered || facts.category == Category::fingersUnobtainable)
        documents.push_back(DocumentKind::fingersEvidence);
    if (facts.terminalFailed || facts.category == Category::terminalFailed)
        documents.push_back(DocumentKind::terminalSlip);
    if (facts.relief)
        documents.push_back(DocumentKind::reliefProof);
    return documents;
}

std::optional<Sex> sexOf(Relation relation)
{
    switch (relation) {
    case Relation::father:
    case Relation::stepFather:
    case Relation::paternalGrandfather:
    case Relation::maternalGrandfather:
    case Relation::elderBrother:
        return Sex::male;
    case Relation::mother:
    case Relation::stepMother:
    case Relation::paternalGrandmother:
    case Relation::maternalGrandmother:
    case Relation::elderSister:
        return Sex::female;
    case Relation::otherKin:
    case Relation::notRelated:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace guitai
