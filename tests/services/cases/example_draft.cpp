#include "tests/services/cases/example_draft.h"

#include "services/rules/citizen_number.h"
#include "services/station_time.h"

using namespace std::chrono;

namespace guitai
{

namespace
{

constexpr auto haidian = "110108";

HandPrint registered(Finger finger)
{
    return {FingerprintResult::registered, finger, {}};
}

/// What all complete drafts share.
Draft commonDraft(const std::string& id)
{
    auto draft = Draft{};
    draft.id = std::string(32 - id.size(), '0') + id;
    draft.applicant.ethnicity = "01";
    draft.applicant.address = "北京市海淀区测试路1号2单元301室";
    draft.photo = Photo{
        {"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "image/jpeg", 15000},
        358,
        441};
    draft.rightHand = registered(Finger::rightThumb);
    draft.leftHand = registered(Finger::leftThumb);
    draft.delivery.method = DeliveryMethod::pickUp;
    draft.confirmation = {
        Signer::applicant,
        AttachmentRef{
            "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa", "image/png", 900},
        true};
    return draft;
}

Draft adultDraft(const std::string& id, const std::string& name, Date birthDate, int order)
{
    auto draft = commonDraft(id);
    draft.applicant.name = name;
    draft.applicant.citizenNumber = numberOf(haidian, birthDate, order);
    draft.applicant.phone = "13800001111";
    return draft;
}

} // namespace

std::string numberOf(const std::string& area, Date birthDate, int order)
{
    const auto digits = std::to_string(order);
    const auto first17 = area + digitDate(birthDate) + std::string(3 - digits.size(), '0') + digits;
    return first17 + checkCharacter(first17);
}

Draft childDraft()
{
    auto draft = commonDraft("c1");
    draft.declared = Category::under16;
    draft.kind = ApplicationKind::firstIssue;
    draft.applicant.name = "王小满";
    draft.applicant.citizenNumber = numberOf(haidian, 2019y / May / 21, 124);
    draft.applicant.heldCardBefore = false;
    draft.guardian = Guardian{numberOf(haidian, 1988y / February / 3, 226),
                              "李春梅",
                              Relation::mother,
                              "13800002222",
                              true};
    draft.documents = {DocumentKind::householdRegister, DocumentKind::guardianCard};
    draft.confirmation.signer = Signer::guardian;
    return draft;
}

Draft firstTimeDraft()
{
    auto draft = adultDraft("f1", "赵远", 2006y / March / 9, 317);
    draft.declared = Category::firstTime;
    draft.kind = ApplicationKind::firstIssue;
    draft.applicant.heldCardBefore = false;
    draft.documents = {DocumentKind::householdRegister};
    return draft;
}

Draft fingersDraft()
{
    auto draft = adultDraft("a1", "陈立山", 1961y / August / 30, 511);
    draft.declared = Category::fingersUnobtainable;
    draft.kind = ApplicationKind::expiry;
    draft.applicant.heldCardBefore = true;
    draft.applicant.oldCardExpiry = 2026y / December / 20;
    draft.documents = {
        DocumentKind::householdRegister, DocumentKind::oldCard, DocumentKind::fingersEvidence};
    draft.rightHand = {FingerprintResult::notRegistered, std::nullopt, "missingFingers"};
    draft.leftHand = {FingerprintResult::notRegistered, std::nullopt, "missingFingers"};
    return draft;
}

Draft terminalDraft()
{
    auto draft = adultDraft("e1", "孙雨晴", 1995y / December / 12, 742);
    draft.declared = Category::terminalFailed;
    draft.kind = ApplicationKind::loss;
    draft.applicant.heldCardBefore = true;
    draft.terminal = TerminalAttempt{"东升", 2026y / November / 20, "指纹特征提取失败"};
    draft.documents = {
        DocumentKind::householdRegister, DocumentKind::lossStatement, DocumentKind::terminalSlip};
    return draft;
}

Draft anyoneDraft()
{
    auto draft = adultDraft("b1", "周明", 1990y / January / 15, 633);
    draft.declared = Category::couldUseTerminal;
    draft.clerkReason = "附近的自助终端停用";
    draft.kind = ApplicationKind::damage;
    draft.applicant.heldCardBefore = true;
    draft.documents = {DocumentKind::oldCard};
    return draft;
}

} // namespace guitai
