#include "services/cases/checklist_steps.h"
#include "services/rules/categories.h"
#include "services/rules/citizen_number.h"
#include "services/rules/ethnicities.h"
#include "services/rules/holder_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// Civil Code art. 17, 18: adults are 18 and have full capacity.
constexpr int ageOfMajority = 18;

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

template <class Person>
bool isOf(const ChipCopy& chip, const Person& person)
{
    return chip.number == normalisedCitizenNumber(person.citizenNumber);
}

void judgePhone(const std::string& phone, const std::string& field, bool needed, Findings& findings)
{
    if (needed || !phone.empty())
        findings.accept(parsePhone(phone, field));
}

void judgeGuardianPerson(const JudgedDraft& judged, const Guardian& guardian, Findings& findings)
{
    const auto field = std::string{"guardian.citizenNumber"};
    const auto number =
        findings.accept(parseHolderNumber(guardian.citizenNumber, judged.today, field));
    if (!number)
        return;
    const auto& child = judged.derived.birthDate;
    if (number->text == normalisedCitizenNumber(judged.draft.applicant.citizenNumber))
        findings.wrong(sameAsApplicant, field);
    else if (child && number->birthDate >= *child)
        findings.wrong(guardianNotOlder, field);
    else if (ageOn(number->birthDate, judged.today) < ageOfMajority)
        findings.wrong(guardianTooYoung, field);
    if (!number->areaCode.empty() && !judged.rules.areas.find(number->areaCode))
        findings.warn(unknownArea, field);
    const auto sex = guardian.relation ? sexOf(*guardian.relation) : std::nullopt;
    if (sex && number->sex && *sex != *number->sex)
        findings.wrong(relationSexMismatch, "guardian.relation");
    const auto& chip = guardian.chip;
    if (chip && isOf(*chip, guardian) && chip->validUntil && *chip->validUntil < judged.today)
        findings.warn(cardExpired, field);
}

/// The chip has room for 15 units of a name: one that fills them may go on in the register
/// (GA/T 490; names have up to 50 characters).
template <class Person>
void judgeChipName(const Person& person, const std::string& field, Findings& findings)
{
    const auto& chip = person.chip;
    if (!chip || !isOf(*chip, person) || person.name.empty())
        return;
    const auto name = normalisedName(person.name);
    if (chip->nameMayBeCut && !chip->nameIsWhole && name == chip->name)
        findings.wrong(nameMayGoOn, field);
    else if (name != chip->name && !(chip->nameMayBeCut && name.starts_with(chip->name)))
        findings.warn(differsFromChip, field);
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
    if (applicant.chip && isOf(*applicant.chip, applicant) && applicant.chip->addressMayBeCut &&
        applicant.address == applicant.chip->address)
        findings.warn(addressMayGoOn, "applicant.address");
    // A child is reached through the guardian.
    judgePhone(applicant.phone, "applicant.phone", !judged.isChild(), findings);
    if (!applicant.heldCardBefore)
        findings.missing("applicant.heldCardBefore");
    judgeExpiry(judged, findings);
}

void judgeGuardian(const JudgedDraft& judged, Findings& findings)
{
    const auto& guardian = judged.draft.guardian;
    const auto isEntered = guardian && *guardian != Guardian{};
    if (!judged.isChild()) {
        if (isEntered && judged.derived.age)
            findings.wrong(guardianNotAllowed, "guardian");
        return;
    }
    if (!isEntered) {
        findings.missing("guardian", guardianMissing);
        return;
    }
    judgeGuardianPerson(judged, *guardian, findings);
    findings.accept(parseName(guardian->name, "guardian.name"));
    judgeChipName(*guardian, "guardian.name", findings);
    if (!guardian->relation)
        findings.missing("guardian.relation");
    judgePhone(guardian->phone, "guardian.phone", true, findings);
    if (!guardian->sameRegister)
        findings.missing("guardian.sameRegister");
}

} // namespace guitai
