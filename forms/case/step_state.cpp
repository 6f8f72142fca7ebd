#include "forms/case/step_state.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto guardianUntil = 16; ///< Identity Card Law art. 7: under 16 a guardian applies

bool isAfterConfirmation(Step step)
{
    return step == Step::payment || step == Step::voucher;
}

/// Paid or exempt and every exception decided.
bool isSettled(const Case& confirmed)
{
    return confirmed.state != CaseState::awaitingApproval &&
           confirmed.state != CaseState::awaitingPayment;
}

StepState stateAfterConfirmation(Step step, const Case& confirmed, bool printed)
{
    const auto stopped =
        confirmed.state == CaseState::rejected || confirmed.state == CaseState::withdrawn;
    if (step == Step::voucher) {
        if (stopped)
            return StepState::notNeeded;
        return printed                ? StepState::done
               : isSettled(confirmed) ? StepState::todo
                                      : StepState::later;
    }
    if (!isSettled(confirmed))
        return StepState::todo;
    if (stopped || confirmed.charge.due == Money{})
        return StepState::notNeeded;
    return StepState::done;
}

} // namespace

StepState stateOf(Step step, const StepFacts& facts)
{
    if (facts.confirmed && isAfterConfirmation(step))
        return stateAfterConfirmation(step, *facts.confirmed, facts.printed);
    if (isAfterConfirmation(step))
        return StepState::later;
    const auto tooOld = facts.derived.age && *facts.derived.age >= guardianUntil;
    auto found = false;
    for (const auto& item : facts.items) {
        if (item.step != step || item.severity == Severity::warning)
            continue;
        if (item.severity == Severity::wrong)
            return StepState::wrong;
        found = true;
    }
    if (step == Step::guardian && tooOld && !found)
        return StepState::notNeeded;
    // Before category and kind are known nobody can say what is needed.
    const auto undecided = (step == Step::guardian && !facts.derived.age) ||
                           (step == Step::documents && facts.derived.documents.empty());
    return found || undecided ? StepState::todo : StepState::done;
}

bool mayShow(Step step, const StepFacts& facts)
{
    if (!isAfterConfirmation(step))
        return !facts.confirmed.has_value();
    if (!facts.confirmed)
        return false;
    return step == Step::payment || isSettled(*facts.confirmed);
}

std::optional<Step> stepAfter(Step step, const StepFacts& facts)
{
    const auto at = std::find(allSteps.begin(), allSteps.end(), step);
    const auto next = std::find_if(at + 1, allSteps.end(), [&](Step candidate) {
        return stateOf(candidate, facts) != StepState::notNeeded;
    });
    return next == allSteps.end() ? std::nullopt : std::optional{*next};
}

Step firstOpenStep(const StepFacts& facts)
{
    if (facts.confirmed)
        return isSettled(*facts.confirmed) ? Step::voucher : Step::payment;
    const auto open = std::find_if(allSteps.begin(), allSteps.end(), [&](Step candidate) {
        const auto state = stateOf(candidate, facts);
        return state == StepState::todo || state == StepState::wrong;
    });
    return open == allSteps.end() ? Step::confirmation : *open;
}

} // namespace guitai
