#include "services/cases/checklist_chip.h"
#include "services/rules/categories.h"
#include "services/rules/citizen_number.h"
#include "services/rules/ethnicities.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

void judgeTerminalAttempt(const JudgedDraft& judged, Findings& findings)
{
    const auto& attempt = judged.draft.terminal;
    if (!attempt) {
        if (judged.draft.declared == Category::terminalFailed)
            findings.missing("terminal", terminalAttemptMissing);
        return;
    }
    const auto isThere = [&](const ServicePoint& point) {
        return point.applies && point.name == attempt->servicePoint;
    };
    if (attempt->servicePoint.empty())
        findings.missing("terminal.servicePoint");
    else if (std::ranges::none_of(judged.rules.city.servicePoints, isThere))
        findings.wrong(malformed, "terminal.servicePoint");
    if (!attempt->date)
        findings.missing("terminal.date");
    else if (*attempt->date > judged.today)
        findings.wrong(malformed, "terminal.date");
    findings.accept(parseText(attempt->reason, longestReason, "terminal.reason"));
}

void judgeDeclared(const JudgedDraft& judged, Findings& findings)
{
    const auto declared = judged.draft.declared;
    const auto found = judged.derived.category;
    if (!declared && !found)
        findings.missing("declared");
    if (!declared)
        return;
    if (declared == Category::under16 && judged.derived.age && !judged.isChild())
        findings.wrong(tooOldForCategory, "declared");
    else if (found && found != declared)
        findings.wrong(wrongCategory,
                       "declared",
                       {std::string{nameOf(*declared)}, std::string{nameOf(*found)}});
}

void judgeKind(const JudgedDraft& judged, Findings& findings)
{
    const auto kind = judged.derived.kind;
    const auto held = judged.draft.applicant.heldCardBefore;
    if (!kind)
        findings.missing("kind");
    else if (kind == ApplicationKind::firstIssue && held == true)
        findings.wrong(firstIssueButHeldCard, "kind");
    else if (kind != ApplicationKind::firstIssue && held == false)
        findings.wrong(renewalWithoutCard, "kind");
}

void judgeClerkReason(const JudgedDraft& judged, Findings& findings)
{
    if (!judged.draft.clerkReason.empty())
        findings.accept(parseText(judged.draft.clerkReason, longestReason, "clerkReason"));
    else if (judged.derived.category == Category::couldUseTerminal)
        findings.missing("clerkReason",
                         judged.derived.servicePoints.empty() ? reasonNeeded : canUseTerminal);
}

/// Renewal on expiry is offered from some months before the last day.
void judgeExpiry(const JudgedDraft& judged, Findings& findings)
{
    const auto& expiry = judged.draft.applicant.oldCardExpiry;
    if (judged.derived.kind != ApplicationKind::expiry)
        return;
    if (!expiry) {
        findings.missing("applicant.oldCardExpiry", missing);
        return;
    }
    const auto months = std::chrono::months{judged.rules.city.renewalMonthsBefore};
    auto from = *expiry - months;
    if (!from.ok())
        from = from.year() / from.month() / std::chrono::last;
    if (judged.today < from)
        findings.wrong(notYetExpiring,
                       "applicant.oldCardExpiry",
                       {std::to_string(judged.rules.city.renewalMonthsBefore)});
}

} // namespace

void judgeCategory(const JudgedDraft& judged, Findings& findings)
{
    judgeDeclared(judged, findings);
    judgeTerminalAttempt(judged, findings);
    judgeKind(judged, findings);
    judgeClerkReason(judged, findings);
}

void judgeApplicant(const JudgedDraft& judged, Findings& findings)
{
    const auto& applicant = judged.draft.applicant;
    const auto number = findings.accept(
        parseCitizenNumber(applicant.citizenNumber, judged.today, "applicant.citizenNumber"));
    if (number && !judged.rules.areas.find(number->areaCode))
        findings.warn(unknownArea, "applicant.citizenNumber");
    findings.accept(parseName(applicant.name, "applicant.name"));
    judgeChipName(applicant, "applicant.name", findings);
    if (applicant.ethnicity.empty())
        findings.missing("applicant.ethnicity");
    else if (!ethnicityName(applicant.ethnicity))
        findings.wrong(malformed, "applicant.ethnicity");
    findings.accept(parseText(applicant.address, longestAddress, "applicant.address"));
    if (applicant.chip && isChipOf(*applicant.chip, applicant) && applicant.chip->addressMayBeCut &&
        applicant.address == applicant.chip->address)
        findings.warn(addressMayGoOn, "applicant.address");
    // A child is reached through the guardian.
    if (!judged.isChild() || !applicant.phone.empty())
        findings.accept(parsePhone(applicant.phone, "applicant.phone"));
    if (!applicant.heldCardBefore)
        findings.missing("applicant.heldCardBefore");
    judgeExpiry(judged, findings);
}

} // namespace guitai
