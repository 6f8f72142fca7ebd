#include "services/cases/checklist.h"

#include "services/rules/categories.h"
#include "services/rules/citizen_number.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

bool anyHand(const Draft& draft, FingerprintResult result)
{
    return draft.rightHand.result == result || draft.leftHand.result == result;
}

/// Young children may stay unregistered: that decides no category and asks for no approval.
bool fingersAreWaived(const Derived& derived, const FingerRules& fingers)
{
    return derived.age && fingers.needAt(*derived.age) != FingerNeed::required;
}

/// While the results of the hands, or the attempt at a terminal, are still to be entered, the
/// clerk's choice stands for them: otherwise every such case would first look like another one.
CategoryFacts factsOf(const Draft& draft, const Derived& derived, const FingerRules& fingers)
{
    const auto handsOpen = !draft.rightHand.result || !draft.leftHand.result;
    const auto fingersClaimed = draft.declared == Category::fingersUnobtainable && handsOpen;
    const auto fingersFound = anyHand(draft, FingerprintResult::notRegistered);
    auto facts = CategoryFacts{};
    facts.age = derived.age;
    facts.heldCardBefore = draft.applicant.heldCardBefore;
    facts.fingersUnobtainable =
        (fingersFound || fingersClaimed) && !fingersAreWaived(derived, fingers);
    facts.terminalFailed = draft.terminal || draft.declared == Category::terminalFailed;
    return facts;
}

void deriveFromNumber(Derived& derived, const Draft& draft, Date today, const RuleBook& rules)
{
    const auto number =
        parseCitizenNumber(draft.applicant.citizenNumber, today, "applicant.citizenNumber");
    if (!number)
        return;
    derived.birthDate = number.value().birthDate;
    derived.sex = number.value().sex;
    derived.age = ageOn(number.value().birthDate, today);
    if (const auto area = rules.areas.find(number.value().areaCode))
        derived.areaName = area->name;
}

/// Somebody who never held a card can only ask for the first one (Identity Card Law art. 10, 11).
std::optional<ApplicationKind> kindOf(const Draft& draft)
{
    if (!draft.kind && draft.applicant.heldCardBefore == false)
        return ApplicationKind::firstIssue;
    return draft.kind;
}

void deriveDocuments(Derived& derived, const Draft& draft, Date today, const RuleBook& rules)
{
    const auto category = derived.category ? derived.category : draft.declared;
    if (!category || !derived.kind)
        return;
    auto facts = DocumentFacts{};
    facts.category = *category;
    facts.kind = *derived.kind;
    facts.guardianPapers = rules.guardians.papersFor(
        guardianFactsOf(draft.guardian.value_or(Guardian{}), today, rules.guardians));
    facts.fingersNotRegistered = anyHand(draft, FingerprintResult::notRegistered) &&
                                 !fingersAreWaived(derived, rules.fingers);
    facts.relief = !draft.reliefGround.empty();
    facts.terminalFailed = draft.terminal || draft.declared == Category::terminalFailed;
    derived.documents = requiredDocuments(facts);
}

bool isReliefFor(const FeeSchedule& fees, const std::string& code, ApplicationKind kind)
{
    const auto* relief = fees.relief(code);
    return relief && std::ranges::find(relief->kinds, kind) != relief->kinds.end();
}

void deriveFees(Derived& derived, const Draft& draft, Date today, const RuleBook& rules)
{
    if (!derived.kind)
        return;
    const auto relief = isReliefFor(rules.fees, draft.reliefGround, *derived.kind);
    derived.fees = rules.fees.linesFor(
        {.kind = *derived.kind,
         .temporaryCard = draft.temporaryCard,
         .reliefGround = relief ? std::string_view{draft.reliefGround} : std::string_view{},
         .otherFees = draft.otherFees},
        today);
    derived.due = total(derived.fees);
    if (derived.due == Money{})
        derived.exemptionGround = groundOfExemption(derived.fees);
}

/// A photo outside of the standard that the clerk wants to take all the same.
bool isPhotoOverruled(const Draft& draft)
{
    return draft.photo && std::ranges::any_of(draft.photo->faults, [](const PhotoFault& fault) {
               return !fault.reason.empty();
           });
}

/// Which exceptions the draft shows; the city says which of them a supervisor decides.
void deriveExceptions(Derived& derived, const Draft& draft, Date today, const RuleBook& rules)
{
    const auto& city = rules.city;
    const auto waived = fingersAreWaived(derived, rules.fingers);
    const auto guardianDecided =
        draft.guardian &&
        rules.guardians.needsApproval(guardianFactsOf(*draft.guardian, today, rules.guardians));
    const auto found = std::array<std::pair<ExceptionKind, bool>, 7>{{
        {ExceptionKind::fingersNotObtainable,
         anyHand(draft, FingerprintResult::notRegistered) && !waived},
        {ExceptionKind::registrationFailed, anyHand(draft, FingerprintResult::failed) && !waived},
        {ExceptionKind::nonParentGuardian, guardianDecided},
        // A wrong entry is corrected free of charge (Identity Card Law art. 11): whose error it was
        // is not left to the one who takes the case.
        {ExceptionKind::feeRelief,
         !draft.reliefGround.empty() || derived.kind == ApplicationKind::correction},
        // Terminals serve the city's own register: who is not on it is served here by right.
        {ExceptionKind::couldUseTerminal, !derived.servicePoints.empty()},
        {ExceptionKind::duplicate, !draft.duplicateSeen.empty()},
        {ExceptionKind::photoCheckOverruled, isPhotoOverruled(draft)},
    }};
    for (const auto& [kind, applies] : found)
        if (applies && std::ranges::find(city.approvals, nameOf(kind)) != city.approvals.end())
            derived.exceptions.push_back(kind);
}

/// The card goes within the city only, asked for on the day of application; a named proxy has been
/// chosen instead of the post (the city's postal service for identity cards).
bool mayBePosted(const Draft& draft, Date today, const City& city)
{
    const auto& delivery = draft.delivery;
    if (city.postalEntryTemplate.empty() || delivery.method == DeliveryMethod::proxy)
        return false;
    if (delivery.method != DeliveryMethod::post)
        return true;
    const auto askedToday = !delivery.requestedOn || *delivery.requestedOn == today;
    const auto inCity =
        delivery.postal.district.empty() || city.district(delivery.postal.district) != nullptr;
    return askedToday && inCity;
}

/// Terminals serve the register of the city. A registered address begins with the city's name or
/// its short form.
bool isOnCityRegister(const Draft& draft, const City& city)
{
    constexpr auto suffix = std::string_view{"市"};
    auto shortForm = std::string_view{city.name};
    if (shortForm.ends_with(suffix))
        shortForm.remove_suffix(suffix.size());
    const auto& address = draft.applicant.address;
    return address.empty() || address.starts_with(shortForm);
}

std::vector<ServicePoint> pointsThatApply(const City& city, const District* own)
{
    auto points = std::vector<ServicePoint>{};
    std::ranges::copy_if(city.servicePoints, std::back_inserter(points), &ServicePoint::applies);
    if (own)
        std::stable_partition(points.begin(), points.end(), [&](const ServicePoint& point) {
            return point.district == own->name;
        });
    return points;
}

} // namespace

std::string groundOfExemption(const std::vector<FeeLine>& lines)
{
    for (const auto& line : lines)
        if (!line.ground.empty())
            return line.ground;
    return {};
}

Derived derive(const Draft& draft, Date today, const RuleBook& rules, std::string_view stationArea)
{
    auto derived = Derived{};
    deriveFromNumber(derived, draft, today, rules);
    const auto decision = decideCategory(factsOf(draft, derived, rules.fingers));
    derived.category = decision.category;
    derived.marks = decision.marks;
    derived.kind = kindOf(draft);
    const auto* district = rules.city.district(stationArea);
    if (district)
        derived.promisedWorkingDays = district->promisedWorkingDays;
    derived.promised = rules.calendar.after(today, derived.promisedWorkingDays);
    if (derived.birthDate)
        derived.validity =
            validityFor(*derived.birthDate, today, derived.promised.date, rules.validity);
    deriveDocuments(derived, draft, today, rules);
    deriveFees(derived, draft, today, rules);
    derived.postPossible = mayBePosted(draft, today, rules.city);
    if (derived.category == Category::couldUseTerminal && isOnCityRegister(draft, rules.city))
        derived.servicePoints = pointsThatApply(rules.city, district);
    deriveExceptions(derived, draft, today, rules);
    return derived;
}

} // namespace guitai
