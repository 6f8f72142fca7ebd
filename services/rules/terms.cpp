#include "services/rules/terms.h"

#include "services/enum_names.h"

namespace guitai
{

namespace
{

constexpr auto categories = EnumNames<Category, 5>{{
    {Category::under16, "under16"},
    {Category::firstTime, "firstTime"},
    {Category::fingersUnobtainable, "fingersUnobtainable"},
    {Category::terminalFailed, "terminalFailed"},
    {Category::couldUseTerminal, "couldUseTerminal"},
}};
static_assert(isComplete(categories, Category::couldUseTerminal));

constexpr auto kinds = EnumNames<ApplicationKind, 6>{{
    {ApplicationKind::firstIssue, "firstIssue"},
    {ApplicationKind::expiry, "expiry"},
    {ApplicationKind::damage, "damage"},
    {ApplicationKind::loss, "loss"},
    {ApplicationKind::nameChange, "nameChange"},
    {ApplicationKind::correction, "correction"},
}};
static_assert(isComplete(kinds, ApplicationKind::correction));

constexpr auto sexes = EnumNames<Sex, 2>{{{Sex::male, "male"}, {Sex::female, "female"}}};

constexpr auto roles = EnumNames<Role, 3>{{
    {Role::clerk, "clerk"},
    {Role::supervisor, "supervisor"},
    {Role::administrator, "administrator"},
}};
static_assert(isComplete(roles, Role::administrator));

constexpr auto relations = EnumNames<Relation, 12>{{
    {Relation::father, "father"},
    {Relation::mother, "mother"},
    {Relation::stepFather, "stepFather"},
    {Relation::stepMother, "stepMother"},
    {Relation::paternalGrandfather, "paternalGrandfather"},
    {Relation::paternalGrandmother, "paternalGrandmother"},
    {Relation::maternalGrandfather, "maternalGrandfather"},
    {Relation::maternalGrandmother, "maternalGrandmother"},
    {Relation::elderBrother, "elderBrother"},
    {Relation::elderSister, "elderSister"},
    {Relation::otherKin, "otherKin"},
    {Relation::notRelated, "notRelated"},
}};

constexpr auto fingers = EnumNames<Finger, 10>{{
    {Finger::rightThumb, "rightThumb"},
    {Finger::rightIndex, "rightIndex"},
    {Finger::rightMiddle, "rightMiddle"},
    {Finger::rightRing, "rightRing"},
    {Finger::rightLittle, "rightLittle"},
    {Finger::leftThumb, "leftThumb"},
    {Finger::leftIndex, "leftIndex"},
    {Finger::leftMiddle, "leftMiddle"},
    {Finger::leftRing, "leftRing"},
    {Finger::leftLittle, "leftLittle"},
}};

constexpr auto results = EnumNames<FingerprintResult, 3>{{
    {FingerprintResult::registered, "registered"},
    {FingerprintResult::failed, "failed"},
    {FingerprintResult::notRegistered, "notRegistered"},
}};

constexpr auto documents = EnumNames<DocumentKind, 18>{{
    {DocumentKind::householdRegister, "householdRegister"},
    {DocumentKind::guardianCard, "guardianCard"},
    {DocumentKind::birthCertificate, "birthCertificate"},
    {DocumentKind::guardianProof, "guardianProof"},
    {DocumentKind::oldCard, "oldCard"},
    {DocumentKind::lossStatement, "lossStatement"},
    {DocumentKind::changeProof, "changeProof"},
    {DocumentKind::fingersEvidence, "fingersEvidence"},
    {DocumentKind::terminalSlip, "terminalSlip"},
    {DocumentKind::reliefProof, "reliefProof"},
    {DocumentKind::kinshipProof, "kinshipProof"},
    {DocumentKind::parentsProof, "parentsProof"},
    {DocumentKind::committeeConsent, "committeeConsent"},
    {DocumentKind::delegateCard, "delegateCard"},
    {DocumentKind::powerOfAttorney, "powerOfAttorney"},
    {DocumentKind::institutionCertificate, "institutionCertificate"},
    {DocumentKind::institutionLetter, "institutionLetter"},
    {DocumentKind::incomeProof, "incomeProof"},
}};
static_assert(isComplete(documents, DocumentKind::incomeProof));

constexpr auto guardianRoles = EnumNames<GuardianRole, 4>{{
    {GuardianRole::byLaw, "byLaw"},
    {GuardianRole::appointed, "appointed"},
    {GuardianRole::delegate, "delegate"},
    {GuardianRole::institution, "institution"},
}};
static_assert(isComplete(guardianRoles, GuardianRole::institution));

constexpr auto methods = EnumNames<DeliveryMethod, 3>{{
    {DeliveryMethod::pickUp, "pickUp"},
    {DeliveryMethod::proxy, "proxy"},
    {DeliveryMethod::post, "post"},
}};
static_assert(isComplete(methods, DeliveryMethod::post));

constexpr auto severities = EnumNames<Severity, 3>{{
    {Severity::missing, "missing"},
    {Severity::wrong, "wrong"},
    {Severity::warning, "warning"},
}};
static_assert(isComplete(severities, Severity::warning));

constexpr auto steps = EnumNames<Step, 10>{{
    {Step::category, "category"},
    {Step::applicant, "applicant"},
    {Step::guardian, "guardian"},
    {Step::documents, "documents"},
    {Step::photo, "photo"},
    {Step::fingerprints, "fingerprints"},
    {Step::delivery, "delivery"},
    {Step::confirmation, "confirmation"},
    {Step::payment, "payment"},
    {Step::voucher, "voucher"},
}};
static_assert(isComplete(steps, Step::voucher));

// clang-format off
constexpr const auto& namesOf(Category) { return categories; }
constexpr const auto& namesOf(ApplicationKind) { return kinds; }
constexpr const auto& namesOf(Sex) { return sexes; }
constexpr const auto& namesOf(Role) { return roles; }
constexpr const auto& namesOf(Relation) { return relations; }
constexpr const auto& namesOf(GuardianRole) { return guardianRoles; }
constexpr const auto& namesOf(Finger) { return fingers; }
constexpr const auto& namesOf(FingerprintResult) { return results; }
constexpr const auto& namesOf(DocumentKind) { return documents; }
constexpr const auto& namesOf(DeliveryMethod) { return methods; }
constexpr const auto& namesOf(Severity) { return severities; }
constexpr const auto& namesOf(Step) { return steps; }
// clang-format on

} // namespace

std::string_view nameOf(Category value)
{
    return nameIn(categories, value);
}

std::string_view nameOf(ApplicationKind value)
{
    return nameIn(kinds, value);
}

std::string_view nameOf(Sex value)
{
    return nameIn(sexes, value);
}

std::string_view nameOf(Role value)
{
    return nameIn(roles, value);
}

std::string_view nameOf(Relation value)
{
    return nameIn(relations, value);
}

std::string_view nameOf(GuardianRole value)
{
    return nameIn(guardianRoles, value);
}

std::string_view nameOf(Finger value)
{
    return nameIn(fingers, value);
}

std::string_view nameOf(FingerprintResult value)
{
    return nameIn(results, value);
}

std::string_view nameOf(DocumentKind value)
{
    return nameIn(documents, value);
}

std::string_view nameOf(DeliveryMethod value)
{
    return nameIn(methods, value);
}

std::string_view nameOf(Severity value)
{
    return nameIn(severities, value);
}

std::string_view nameOf(Step value)
{
    return nameIn(steps, value);
}

template <class Enum>
std::optional<Enum> fromName(std::string_view name)
{
    return valueIn(namesOf(Enum{}), name);
}

template std::optional<Category> fromName(std::string_view);
template std::optional<ApplicationKind> fromName(std::string_view);
template std::optional<Sex> fromName(std::string_view);
template std::optional<Role> fromName(std::string_view);
template std::optional<Relation> fromName(std::string_view);
template std::optional<GuardianRole> fromName(std::string_view);
template std::optional<Finger> fromName(std::string_view);
template std::optional<FingerprintResult> fromName(std::string_view);
template std::optional<DocumentKind> fromName(std::string_view);
template std::optional<DeliveryMethod> fromName(std::string_view);
template std::optional<Severity> fromName(std::string_view);
template std::optional<Step> fromName(std::string_view);

} // namespace guitai
