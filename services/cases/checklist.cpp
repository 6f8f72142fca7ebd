#include "services/cases/checklist.h"

#include "services/cases/checklist_steps.h"

#include <array>
#include <utility>

namespace guitai
{

std::vector<ChecklistItem> checklist(const Draft& draft, Date today, const RuleBook& rules)
{
    auto findings = Findings{};
    const auto derived = derive(draft, today, rules);
    const auto judged = JudgedDraft{draft, derived, today, rules};
    judgeCategory(judged, findings);
    judgeApplicant(judged, findings);
    judgeGuardian(judged, findings);
    judgeDocuments(judged, findings);
    judgePhoto(judged, findings);
    judgeFingerprints(judged, findings);
    judgeDelivery(judged, findings);
    judgeConfirmation(judged, findings);
    return findings.take();
}

std::vector<Refusal> blockers(const std::vector<ChecklistItem>& items)
{
    auto refusals = std::vector<Refusal>{};
    for (const auto& item : items)
        if (item.severity != Severity::warning)
            refusals.push_back(item.refusal);
    return refusals;
}

Step stepOf(std::string_view field)
{
    static constexpr auto steps = std::array<std::pair<std::string_view, Step>, 22>{{
        {"declared", Step::category},
        {"clerkReason", Step::category},
        {"kind", Step::category},
        {"terminal", Step::category},
        {"applicant", Step::applicant},
        {"duplicateSeen", Step::applicant},
        {"guardian", Step::guardian},
        {"documents", Step::documents},
        {"copies", Step::documents},
        {"reliefGround", Step::documents},
        {"photo", Step::photo},
        {"rightHand", Step::fingerprints},
        {"leftHand", Step::fingerprints},
        {"delivery", Step::delivery},
        {"temporaryCard", Step::delivery},
        {"otherFees", Step::delivery},
        {"oldCardHandedIn", Step::delivery},
        {"confirmation", Step::confirmation},
        {"payment", Step::payment},
        {"tendered", Step::payment},
        {"voucher", Step::voucher},
        {"paper", Step::voucher},
    }};
    const auto group = field.substr(0, field.find('.'));
    for (const auto& [name, step] : steps)
        if (name == group)
            return step;
    return Step::category;
}

} // namespace guitai
