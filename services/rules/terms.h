#pragma once

#include <optional>
#include <string_view>

namespace guitai
{

/// Why a person comes to the window (the self-service terminal cannot
/// serve them). Where two apply, the first in this order gives the case its category.
enum class Category {
    under16,             ///< 十六周岁以下
    firstTime,           ///< 首次申领, 16 or over
    fingersUnobtainable, ///< 不能按规定流程采集指纹
    terminalFailed,      ///< 自助采集指纹信息注册失败
    couldUseTerminal,    ///< anyone else; served when the clerk gives a reason
};

/// What is asked for (Identity Card Law art. 10 and 11). Wire names are the enumerators' names.
enum class ApplicationKind {
    firstIssue, ///< 首次申领
    expiry,     ///< 到期换领
    damage,     ///< 损坏换领
    loss,       ///< 丢失补领
    nameChange, ///< 变更换领: name changed
    correction, ///< 内容有误换发: an entry of the card is wrong
};

enum class Sex { male = 1, female = 2 };

enum class Role { clerk, supervisor, administrator };

/// GB/T 4761-2008 codes of a guardian as seen from the applicant.
enum class Relation {
    father = 51,
    mother = 52,
    stepFather = 57,
    stepMother = 58,
    paternalGrandfather = 61,
    paternalGrandmother = 62,
    maternalGrandfather = 63,
    maternalGrandmother = 64,
    elderBrother = 71,
    elderSister = 75,
    otherKin = 80,
    notRelated = 99,
};

/// How somebody stands at the window for a child.
enum class GuardianRole {
    byLaw,       ///< by relation (Civil Code art. 27)
    appointed,   ///< by a court, a committee or the civil affairs department (art. 31)
    delegate,    ///< by the guardian's power of attorney
    institution, ///< for an institution that is the guardian
};

/// Finger codes of GA/T 1012.
enum class Finger {
    rightThumb = 11,
    rightIndex,
    rightMiddle,
    rightRing,
    rightLittle,
    leftThumb = 16,
    leftIndex,
    leftMiddle,
    leftRing,
    leftLittle,
};

/// Result codes of GA/T 1012 as they are written to the card.
enum class FingerprintResult { registered = 1, failed = 2, notRegistered = 3 };

enum class DocumentKind {
    householdRegister,      ///< 户口簿
    guardianCard,           ///< 监护人居民身份证
    birthCertificate,       ///< 出生医学证明, when guardian and child are not on one register
    guardianProof,          ///< ruling or letter that appoints the guardian
    oldCard,                ///< 原居民身份证
    lossStatement,          ///< 丢失补领申请书
    changeProof,            ///< proof of the changed or wrong entry
    fingersEvidence,        ///< evidence that fingerprints cannot be taken
    terminalSlip,           ///< the terminal's slip of the failed attempt
    reliefProof,            ///< proof of the ground for fee relief
    kinshipProof,           ///< adoption or marriage certificate, or another proof of the relation
    parentsProof,           ///< that the parents are dead or cannot be guardians
    committeeConsent,       ///< of the residents' or villagers' committee or of civil affairs
    delegateCard,           ///< identity card of who stands at the window for somebody else
    powerOfAttorney,        ///< signed by the guardian
    institutionCertificate, ///< registration of the institution
    institutionLetter,      ///< the institution's letter that names who comes
    incomeProof,            ///< that a guardian under the age of majority lives on own income
};

enum class DeliveryMethod { pickUp, proxy, post };

enum class Severity { missing, wrong, warning };

/// The steps of a case, in the order of the rail.
enum class Step {
    category,
    applicant,
    guardian,
    documents,
    photo,
    fingerprints,
    delivery,
    confirmation,
    payment,
    voucher,
};

/// Wire names (JSON, index tables, --json): the enumerator's own spelling.
std::string_view nameOf(Category value);
std::string_view nameOf(ApplicationKind value);
std::string_view nameOf(Sex value);
std::string_view nameOf(Role value);
std::string_view nameOf(Relation value);
std::string_view nameOf(GuardianRole value);
std::string_view nameOf(Finger value);
std::string_view nameOf(FingerprintResult value);
std::string_view nameOf(DocumentKind value);
std::string_view nameOf(DeliveryMethod value);
std::string_view nameOf(Severity value);
std::string_view nameOf(Step value);

/// The value of that wire name, or none. Instantiated for every enumeration above.
template <class Enum>
std::optional<Enum> fromName(std::string_view name);

} // namespace guitai
