#include "services/cases/checklist_chip.h"
#include "services/rules/categories.h"
#include "services/rules/credit_code.h"
#include "services/rules/holder_number.h"
#include "services/rules/phone_number.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::size_t longestInstitution = 50; // code points

/// Of age, or younger with an income of one's own (Civil Code art. 17, 18).
bool hasFullCapacity(int age, bool livesOnOwnIncome, const GuardianRules& rules)
{
    return age >= (livesOnOwnIncome ? rules.ownIncomeFrom : rules.majority);
}

/// Whether sex and relation contradict each other.
void judgeRelation(const HolderNumber& number,
                   const std::optional<Relation>& relation,
                   const std::string& field,
                   Findings& findings)
{
    const auto sex = relation ? sexOf(*relation) : std::nullopt;
    if (sex && number.sex && *sex != *number.sex)
        findings.wrong(relationSexMismatch, field);
}

/// None: the number was refused, and that is said.
std::optional<HolderNumber> judgeNumber(const JudgedDraft& judged,
                                        const std::string& typed,
                                        bool livesOnOwnIncome,
                                        const std::string& field,
                                        Findings& findings)
{
    auto number = findings.accept(parseHolderNumber(typed, judged.today, field));
    if (!number)
        return std::nullopt;
    const auto& rules = judged.rules.guardians;
    const auto& child = judged.derived.birthDate;
    if (number->text == normalisedCitizenNumber(judged.draft.applicant.citizenNumber))
        findings.wrong(sameAsApplicant, field);
    else if (child && number->birthDate >= *child)
        findings.wrong(guardianNotOlder, field);
    else if (!hasFullCapacity(ageOn(number->birthDate, judged.today), livesOnOwnIncome, rules))
        findings.wrong(guardianTooYoung, field, {std::to_string(rules.majority)});
    if (!number->areaCode.empty() && !judged.rules.areas.find(number->areaCode))
        findings.warn(unknownArea, field);
    return number;
}

void judgePerson(const JudgedDraft& judged, const Guardian& guardian, Findings& findings)
{
    const auto field = std::string{"guardian.citizenNumber"};
    const auto number =
        judgeNumber(judged, guardian.citizenNumber, guardian.livesOnOwnIncome, field, findings);
    if (number) {
        judgeRelation(*number, guardian.relation, "guardian.relation", findings);
        const auto& chip = guardian.chip;
        if (chip && isChipOf(*chip, guardian) && chip->validUntil &&
            *chip->validUntil < judged.today)
            findings.warn(cardExpired, field);
    }
    findings.accept(parseName(guardian.name, "guardian.name"));
    judgeChipName(guardian, "guardian.name", findings);
}

/// The guardian behind a delegate.
void judgePrincipal(const JudgedDraft& judged, const Guardian& guardian, Findings& findings)
{
    const auto& principal = guardian.principal;
    const auto field = std::string{"guardian.principal.citizenNumber"};
    const auto number = judgeNumber(judged, principal.citizenNumber, false, field, findings);
    if (number) {
        if (number->text == normalisedCitizenNumber(guardian.citizenNumber))
            findings.wrong(sameAsDelegate, field);
        judgeRelation(*number, principal.relation, "guardian.principal.relation", findings);
    }
    findings.accept(parseName(principal.name, "guardian.principal.name"));
    if (!principal.relation)
        findings.missing("guardian.principal.relation");
}

void judgeInstitution(const Institution& institution, Findings& findings)
{
    findings.accept(parseText(institution.name, longestInstitution, "guardian.institution.name"));
    findings.accept(parseCreditCode(institution.code, "guardian.institution.code"));
}

/// Why no parent acts, and who comes before this guardian (Civil Code art. 27).
void judgeOrder(const JudgedDraft& judged, const Guardian& guardian, Findings& findings)
{
    const auto& rules = judged.rules.guardians;
    const auto facts = guardianFactsOf(guardian, judged.today, rules);
    if (!rules.needsGround(facts))
        return;
    if (guardian.ground.empty())
        findings.missing("guardian.ground");
    else if (!rules.ground(guardian.ground))
        findings.wrong(malformed, "guardian.ground");
    const auto situation =
        facts.relation ? situationOf(GuardianRole::byLaw, facts.relation) : std::nullopt;
    if (situation == GuardianSituation::elderSibling || situation == GuardianSituation::other)
        findings.warn(othersComeFirst,
                      facts.role == GuardianRole::delegate ? "guardian.principal.relation"
                                                           : "guardian.relation");
}

} // namespace

GuardianFacts guardianFactsOf(const Guardian& guardian, Date today, const GuardianRules& rules)
{
    const auto role = guardian.role.value_or(GuardianRole::byLaw);
    const auto isDelegate = role == GuardianRole::delegate;
    const auto number = parseHolderNumber(guardian.citizenNumber, today, {});
    const auto isMinor = number && ageOn(number.value().birthDate, today) < rules.majority;
    return {.role = role,
            .relation = isDelegate ? guardian.principal.relation : guardian.relation,
            .sameRegister = guardian.sameRegister.value_or(true),
            .livesOnOwnIncome = guardian.livesOnOwnIncome && isMinor};
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
    const auto role = guardian->role.value_or(GuardianRole::byLaw);
    judgePerson(judged, *guardian, findings);
    if (!guardian->relation && (role == GuardianRole::byLaw || role == GuardianRole::appointed))
        findings.missing("guardian.relation");
    findings.accept(parsePhone(guardian->phone, "guardian.phone"));
    if (!guardian->sameRegister && judged.rules.guardians.asksForRegister(guardianFactsOf(
                                       *guardian, judged.today, judged.rules.guardians)))
        findings.missing("guardian.sameRegister");
    if (role == GuardianRole::byLaw || role == GuardianRole::delegate)
        judgeOrder(judged, *guardian, findings);
    if (role == GuardianRole::delegate)
        judgePrincipal(judged, *guardian, findings);
    else if (role == GuardianRole::institution)
        judgeInstitution(guardian->institution, findings);
}

} // namespace guitai
