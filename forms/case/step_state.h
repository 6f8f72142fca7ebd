#pragma once

#include "services/cases/case.h"
#include "services/cases/checklist.h"

#include <array>
#include <optional>
#include <vector>

namespace guitai
{

inline constexpr std::array<Step, 10> allSteps{Step::category,
                                               Step::applicant,
                                               Step::guardian,
                                               Step::documents,
                                               Step::photo,
                                               Step::fingerprints,
                                               Step::delivery,
                                               Step::confirmation,
                                               Step::payment,
                                               Step::voucher};

/// How a step stands, for the rail.
enum class StepState {
    todo,      ///< something is missing
    wrong,     ///< an entry is refused
    done,      ///< nothing is missing
    notNeeded, ///< does not apply: a guardian for an adult, payment of nothing
    later,     ///< becomes possible when the steps before it are done
};

struct StepFacts {
    const Derived& derived;
    const std::vector<ChecklistItem>& items;
    const std::optional<Case>& confirmed;
    bool printed = false;
};
StepState stateOf(Step step, const StepFacts& facts);

/// Whether the step can be shown now: entries until the case is confirmed, payment and voucher
/// after.
bool mayShow(Step step, const StepFacts& facts);

/// The step after `step` that applies; none after the last.
std::optional<Step> stepAfter(Step step, const StepFacts& facts);

/// Where a case is taken up again: the first step with something missing.
Step firstOpenStep(const StepFacts& facts);

} // namespace guitai
