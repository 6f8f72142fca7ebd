#pragma once

#include "services/rules/terms.h"

#include <optional>
#include <vector>

namespace guitai
{

/// The facts that decide a category.
struct CategoryFacts {
    std::optional<int> age;
    std::optional<bool> heldCardBefore;
    bool fingersUnobtainable = false; ///< some hand has the result "not registered"
    bool terminalFailed = false;      ///< a failed attempt at a terminal was carried in
};

struct CategoryDecision {
    std::optional<Category> category; ///< none while the facts do not decide
    std::vector<Category> marks;      ///< others that apply too, in order
};

CategoryDecision decideCategory(const CategoryFacts& facts);

/// Originals that must be seen, in the order in which they are asked for.
struct DocumentFacts {
    Category category{};
    ApplicationKind kind{};
    bool guardianIsParent = true;
    bool sameRegister = true;
    bool fingersNotRegistered = false;
    bool relief = false;
    bool terminalFailed = false;
};
std::vector<DocumentKind> requiredDocuments(const DocumentFacts& facts);

bool isParent(Relation relation);
/// Male, female, or none where the relation does not say.
std::optional<Sex> sexOf(Relation relation);

} // namespace guitai
