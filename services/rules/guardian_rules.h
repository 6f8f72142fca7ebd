#pragma once

#include "services/rules/terms.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// What somebody is who applies for a child, as far as papers go. Parents come first; where both
/// are dead or cannot be guardians, grandparents, then elder siblings, then others with the consent
/// of the residents' or villagers' committee or of the civil affairs department (Civil Code
/// art. 27); the committee, the department or a court may appoint one (art. 31). An institution
/// stands for its wards, a delegate for a guardian.
enum class GuardianSituation {
    parent,
    stepParent, ///< step and adoptive parents, who share a code (art. 1072, 1111)
    grandparent,
    elderSibling,
    other,
    appointed,
    delegate,
    institution,
};
inline constexpr std::size_t guardianSituations = 8;
std::string_view nameOf(GuardianSituation situation);

/// None while the relation is needed and open.
std::optional<GuardianSituation> situationOf(GuardianRole role, std::optional<Relation> relation);

/// Why no parent acts, as the papers say.
struct GuardianGround {
    std::string code;
    std::string title; ///< 父母均已死亡

    bool operator==(const GuardianGround&) const = default;
};

/// How somebody applies for a child. `relation` is that of the guardian: for a delegate, of the
/// guardian who signed the power of attorney.
struct GuardianFacts {
    GuardianRole role = GuardianRole::byLaw;
    std::optional<Relation> relation = {};
    bool sameRegister = true;      ///< guardian and child stand on one household register
    bool livesOnOwnIncome = false; ///< a guardian under the age of majority
};

/// What guardians need: guardians.json.
struct GuardianRules {
    struct Needs {
        std::vector<DocumentKind> always;
        std::vector<DocumentKind> otherRegister; ///< where no common register shows the relation
        bool ground = false;                     ///< why no parent acts
        bool approval = false;                   ///< a supervisor decides
    };

    int majority = 18;      ///< Civil Code art. 17
    int ownIncomeFrom = 16; ///< of full capacity with an income of one's own (art. 18)
    std::array<Needs, guardianSituations> needs = {};
    std::vector<DocumentKind> ownIncomePapers = {};
    std::vector<GuardianGround> grounds = {};

    const Needs& needsOf(GuardianSituation situation) const;
    const GuardianGround* ground(std::string_view code) const; ///< null: no such ground
    /// The papers of the guardian and, with a delegate, of both; the parent's own while the
    /// relation is open.
    std::vector<DocumentKind> papersFor(const GuardianFacts& facts) const;
    bool needsGround(const GuardianFacts& facts) const;
    bool needsApproval(const GuardianFacts& facts) const;
    /// Whether the register matters for the papers.
    bool asksForRegister(const GuardianFacts& facts) const;
};

/// Reads guardians.json. Throws AssetError.
GuardianRules parseGuardianRules(std::string_view text, const std::string& origin);

} // namespace guitai
