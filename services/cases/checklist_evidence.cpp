#include "services/cases/checklist_steps.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"
#include "services/rules/photo_file.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

FingerNeed needOf(const JudgedDraft& judged)
{
    return judged.derived.age ? judged.rules.fingers.needAt(*judged.derived.age)
                              : FingerNeed::required;
}

void judgeReason(const JudgedDraft& judged,
                 const HandPrint& print,
                 const std::string& field,
                 Findings& findings)
{
    const auto waived =
        needOf(judged) != FingerNeed::required && print.result == FingerprintResult::notRegistered;
    const auto explains = [&](const FingerprintReason& reason) {
        return reason.code == print.reason && reason.result == print.result;
    };
    if (print.result == FingerprintResult::registered) {
        if (!print.reason.empty())
            findings.wrong(fingerprintNotAllowed, field);
    } else if (print.reason.empty()) {
        if (!waived)
            findings.missing(field, fingerprintReasonMissing);
    } else if (std::ranges::none_of(judged.rules.city.fingerprintReasons, explains)) {
        findings.wrong(fingerprintNotAllowed, field);
    }
}

void judgeHand(const JudgedDraft& judged,
               const HandPrint& print,
               Hand hand,
               const std::string& field,
               Findings& findings)
{
    if (!print.result) {
        if (needOf(judged) != FingerNeed::none)
            findings.missing(field + ".result", fingerprintMissing);
        return;
    }
    if (!fits(*print.result, print.tries, judged.rules.fingers))
        findings.wrong(fingerprintNotAllowed, field + ".result");
    if (print.finger && handOf(*print.finger) != hand)
        findings.wrong(fingerprintNotAllowed, field + ".finger");
    // Where nothing could be taken there is no finger to name.
    if (!print.finger && print.result != FingerprintResult::notRegistered)
        findings.missing(field + ".finger");
    judgeReason(judged, print, field + ".reason", findings);
}

/// Whether a street begins with the name of a province or municipality other than the city's.
bool namesAnotherProvince(const std::string& street, const RuleBook& rules)
{
    constexpr int firstProvince = 11, lastProvince = 82; // GB/T 2260
    for (auto province = firstProvince; province <= lastProvince; ++province) {
        const auto area = rules.areas.find(std::to_string(province) + "0000");
        if (area && area->name != rules.city.name && street.starts_with(area->name))
            return true;
    }
    return false;
}

void judgePost(const JudgedDraft& judged, Findings& findings)
{
    const auto& delivery = judged.draft.delivery;
    const auto& postal = delivery.postal;
    const auto& requested = delivery.requestedOn;
    if (judged.rules.city.postalEntryTemplate.empty())
        findings.wrong(deliveryNotPossible, "delivery.method");
    findings.accept(parseName(postal.recipient, "delivery.postal.recipient"));
    findings.accept(parsePhone(postal.phone, "delivery.postal.phone"));
    if (postal.district.empty())
        findings.missing("delivery.postal.district");
    else if (!judged.rules.city.district(postal.district))
        findings.wrong(outsideCity, "delivery.postal.district");
    findings.accept(parseText(postal.street, longestAddress, "delivery.postal.street"));
    if (namesAnotherProvince(postal.street, judged.rules))
        findings.wrong(outsideCity, "delivery.postal.street");
    if (!delivery.postalConsent)
        findings.missing("delivery.postalConsent", consentMissing);
    if (requested && *requested != judged.today)
        findings.wrong(deliveryOnlyToday, "delivery.requestedOn");
}

void judgeProxy(const JudgedDraft& judged, Findings& findings)
{
    const auto& proxy = judged.draft.delivery.proxy;
    const auto field = std::string{"delivery.proxy.citizenNumber"};
    findings.accept(parseName(proxy.name, "delivery.proxy.name"));
    const auto number =
        findings.accept(parseCitizenNumber(proxy.citizenNumber, judged.today, field));
    if (number && number->text == normalisedCitizenNumber(judged.draft.applicant.citizenNumber))
        findings.wrong(sameAsApplicant, field);
    else if (number && ageOn(number->birthDate, judged.today) < judged.rules.city.proxyMinimumAge)
        findings.wrong(proxyTooYoung, field, {std::to_string(judged.rules.city.proxyMinimumAge)});
    findings.accept(parseText(proxy.relation, longestProxyRelation, "delivery.proxy.relation"));
}

/// Which papers need a copy, and how many pages one may have: documents.json.
void judgeCopies(const JudgedDraft& judged, Findings& findings)
{
    const auto& rules = judged.rules.copies;
    for (const auto paper : judged.derived.documents)
        if (rules.needOf(paper) == CopyNeed::required && !judged.draft.copies.contains(paper))
            findings.missing("documents", copyMissing, {std::string{nameOf(paper)}});
    for (const auto& [paper, pages] : judged.draft.copies)
        if (pages.size() > rules.pagesPerPaper)
            findings.wrong(tooManyItems,
                           "documents." + std::string{nameOf(paper)},
                           {std::to_string(rules.pagesPerPaper)});
}

} // namespace

void judgeDocuments(const JudgedDraft& judged, Findings& findings)
{
    const auto& draft = judged.draft;
    if (!draft.reliefGround.empty()) {
        const auto* relief = judged.rules.fees.relief(draft.reliefGround);
        const auto fits = !judged.derived.kind ||
                          (relief && std::ranges::find(relief->kinds, *judged.derived.kind) !=
                                         relief->kinds.end());
        if (!relief || !fits)
            findings.wrong(malformed, "reliefGround");
    }
    const auto others = judged.rules.fees.othersOn(judged.today);
    for (const auto& code : draft.otherFees)
        if (std::ranges::find(others, code, &FeeLine::code) == others.end())
            findings.wrong(malformed, "otherFees");
    for (const auto document : judged.derived.documents)
        if (!draft.documents.contains(document))
            findings.missing("documents", documentMissing, {std::string{nameOf(document)}});
    judgeCopies(judged, findings);
}

void judgePhoto(const JudgedDraft& judged, Findings& findings)
{
    const auto& photo = judged.draft.photo;
    if (!photo)
        findings.missing("photo");
    else if (PhotoSize{photo->width, photo->height} != standardPhoto)
        findings.wrong(photoWrongSize, "photo");
    if (!photo)
        return;
    for (const auto& fault : photo->faults) {
        if (fault.reason.empty())
            findings.wrong(photoCheckFailed, "photo", {std::string{nameOf(fault.check)}});
        else
            findings.accept(parseText(fault.reason, longestReason, "photo"));
    }
}

void judgeFingerprints(const JudgedDraft& judged, Findings& findings)
{
    judgeHand(judged, judged.draft.rightHand, Hand::right, "rightHand", findings);
    judgeHand(judged, judged.draft.leftHand, Hand::left, "leftHand", findings);
}

void judgeDelivery(const JudgedDraft& judged, Findings& findings)
{
    const auto method = judged.draft.delivery.method;
    if (!method)
        findings.missing("delivery.method");
    else if (method == DeliveryMethod::post)
        judgePost(judged, findings);
    else if (method == DeliveryMethod::proxy)
        judgeProxy(judged, findings);
}

void judgeConfirmation(const JudgedDraft& judged, Findings& findings)
{
    const auto& confirmation = judged.draft.confirmation;
    const auto isKnown = judged.derived.age || judged.draft.declared;
    const auto signer = judged.isChild() ? Signer::guardian : Signer::applicant;
    if (!confirmation.read)
        findings.missing("confirmation.read", notConfirmed);
    if (!confirmation.signature)
        findings.missing("confirmation.signature", signatureMissing);
    if (!confirmation.signer && confirmation.signature)
        findings.missing("confirmation.signer");
    else if (confirmation.signer && isKnown && *confirmation.signer != signer)
        findings.wrong(wrongSigner, "confirmation.signer");
}

} // namespace guitai
