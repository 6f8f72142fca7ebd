#pragma once

#include "services/rules/terms.h"

#include <optional>
#include <vector>

namespace guitai
{

/// The facts that decide a category.
struct CategoryFacts {
    std::optional<int> age = {};
    std::optional<bool> heldCardBefore = {};
    bool fingersUnobtainable = false; ///< some hand has the result "not registered"
    bool terminalFailed = false;      ///< a failed attempt at a terminal was carried in
};

struct CategoryDecision {
    std::optional<Category> category; ///< none while the facts do not decide
    std::vector<Category> marks;      ///< others that apply too, in order
};

/// Where two of the four categories apply, the first in the order of `Category` gives the case its
/// category and the others stay as marks. A child is in the under-16 category whether or not it
/// held a card; somebody of 16 or over with a card and without any of the troubles could use a
/// terminal. While age or former card are open, the marks say what applies so far.
CategoryDecision decideCategory(const CategoryFacts& facts);

struct DocumentFacts {
    Category category{};
    ApplicationKind kind{};
    std::vector<DocumentKind> guardianPapers = {}; ///< as the rules for guardians say
    bool fingersNotRegistered = false;
    bool relief = false;
    bool terminalFailed = false;
};
/// Originals that must be seen, in the order in which they are asked for: the household register
/// for a first issue (Identity Card Law art. 10) and for every child, the papers of the
/// guardian (guardian_rules.h), the old card for a renewal (art. 11), the signed loss statement for
/// a replacement, the proof of what changed (a page of the register serves), and the papers of an
/// exception.
std::vector<DocumentKind> requiredDocuments(const DocumentFacts& facts);

/// Male, female, or none where the relation does not say.
std::optional<Sex> sexOf(Relation relation);

} // namespace guitai
