#pragma once

#include "services/cases/draft.h"
#include "services/refusal.h"
#include "services/rules/rule_book.h"

#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// One thing that is missing, wrong or worth a look, with the field to go to.
struct ChecklistItem {
    Severity severity{};
    Step step{};
    Refusal refusal;

    bool operator==(const ChecklistItem&) const = default;
};

/// What of the guardian, or of who signed the delegate's power of attorney, decides papers and
/// approval. An own income counts only under the age of majority.
GuardianFacts guardianFactsOf(const Guardian& guardian, Date today, const GuardianRules& rules);

/// What the rules derive from a draft; shown, never asked.
struct Derived {
    std::optional<Date> birthDate;
    std::optional<Sex> sex;
    std::optional<int> age;           ///< full years on `today`
    std::string areaName;             ///< of the citizen number; empty when unknown
    std::optional<Category> category; ///< none while the facts do not decide it
    std::vector<Category> marks;      ///< further categories that apply too
    std::optional<ApplicationKind> kind;
    std::optional<Validity> validity;    ///< provisional, counted from the promised day
    std::vector<DocumentKind> documents; ///< required originals
    std::vector<FeeLine> fees;
    Money due;
    std::string exemptionGround; ///< legal ground when `due` is zero, a text of fees.json
    WorkingDay promised;         ///< when the card is ready
    bool postPossible = false;
    std::vector<ExceptionKind> exceptions; ///< which a supervisor must decide
    int promisedWorkingDays = 10;          ///< of the station's district
    /// Where a person who could use a terminal can apply, own district first; empty for others.
    std::vector<ServicePoint> servicePoints;
};

/// The ground of the first line that has one; empty when none is waived.
std::string groundOfExemption(const std::vector<FeeLine>& lines);

/// Works on half-filled drafts: what is not known yet stays empty. `stationArea` is the six-digit
/// code of the station's district, which promises the days and whose service points come first.
Derived
derive(const Draft& draft, Date today, const RuleBook& rules, std::string_view stationArea = {});

/// All that is missing or wrong, in the order of the steps; one function for the strip on the
/// screen, the console and the final seal. Warnings do not stop a case.
std::vector<ChecklistItem> checklist(const Draft& draft, Date today, const RuleBook& rules);

/// The draft as it is filed: numbers, names and phones in their normal form, texts trimmed, the day
/// of a request for post filled in, and nothing kept that the chosen delivery does not need.
Draft normalised(const Draft& draft, Date today);

/// The items that stop the case, as refusals.
std::vector<Refusal> blockers(const std::vector<ChecklistItem>& items);

/// The step on which a field is edited; "applicant.citizenNumber" is on Step::applicant.
Step stepOf(std::string_view field);

} // namespace guitai
