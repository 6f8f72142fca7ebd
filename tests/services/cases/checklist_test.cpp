#include "services/cases/draft_json.h"
#include "tests/services/cases/listed.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace guitai;
using namespace std::chrono;

namespace
{

std::string repeated(const std::string& text, int times)
{
    auto all = std::string{};
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

void makePost(Draft& draft)
{
    draft.delivery.method = DeliveryMethod::post;
    draft.delivery.postal = {"李春梅", "13800002222", "110108", "测试路1号"};
    draft.delivery.postalConsent = true;
}

void makeProxy(Draft& draft)
{
    draft.delivery.method = DeliveryMethod::proxy;
    draft.delivery.proxy = {"李建国", numberOf("110101", 1960y / May / 1, 11), "外公"};
}

} // namespace

TEST_CASE("checklist of a complete draft")
{
    SUBCASE("is empty in every category")
    {
        CHECK(listed(childDraft()) == Lines{});
        CHECK(listed(firstTimeDraft()) == Lines{});
        CHECK(listed(fingersDraft()) == Lines{});
        CHECK(listed(terminalDraft()) == Lines{});
        CHECK(listed(anyoneDraft()) == Lines{});
    }
    SUBCASE("is empty for every kind")
    {
        for (const auto kind : {ApplicationKind::expiry,
                                ApplicationKind::damage,
                                ApplicationKind::loss,
                                ApplicationKind::nameChange,
                                ApplicationKind::correction}) {
            INFO(nameOf(kind));
            CHECK(after(anyoneDraft(), [&](Draft& draft) {
                      draft.kind = kind;
                      draft.applicant.oldCardExpiry = 2026y / December / 20;
                      draft.documents = {DocumentKind::oldCard,
                                         DocumentKind::lossStatement,
                                         DocumentKind::changeProof};
                  }) == Lines{});
        }
    }
}

TEST_CASE("checklist of a fresh draft")
{
    SUBCASE("lists each thing to do once, in the order of the steps")
    {
        CHECK(listed(Draft{}) == Lines{"missing declared missing",
                                       "missing kind missing",
                                       "missing applicant.citizenNumber missing",
                                       "missing applicant.name missing",
                                       "missing applicant.ethnicity missing",
                                       "missing applicant.address missing",
                                       "missing applicant.phone missing",
                                       "missing applicant.heldCardBefore missing",
                                       "missing photo missing",
                                       "missing rightHand.result fingerprintMissing",
                                       "missing leftHand.result fingerprintMissing",
                                       "missing delivery.method missing",
                                       "missing confirmation.read notConfirmed",
                                       "missing confirmation.signature signatureMissing"});
    }
    SUBCASE("asks for a guardian, and not for a child's phone, once the category says so")
    {
        auto draft = Draft{};
        draft.declared = Category::under16;
        const auto lines = listed(draft);
        CHECK(std::ranges::count(lines, "missing guardian guardianMissing") == 1);
        CHECK(std::ranges::count(lines, "missing applicant.phone missing") == 0);
    }
    SUBCASE("names the documents once category and kind are chosen")
    {
        auto draft = Draft{};
        draft.declared = Category::terminalFailed;
        draft.kind = ApplicationKind::loss;
        const auto lines = listed(draft);
        CHECK(std::ranges::count(lines, "missing terminal terminalAttemptMissing") == 1);
        CHECK(std::ranges::count(lines, "missing documents documentMissing lossStatement") == 1);
        CHECK(std::ranges::count(lines, "missing documents documentMissing terminalSlip") == 1);
    }
    SUBCASE("never throws, whatever single member is entered")
    {
        for (const auto& field : fieldsOf(childDraft())) {
            INFO(field.first);
            if (field.first.starts_with("/photo") ||
                field.first.starts_with("/confirmation/signature"))
                continue; // kept whole
            CHECK_FALSE(listed(draftFromFields({field})).empty());
        }
    }
    SUBCASE("keeps the order of the steps for every half-filled draft")
    {
        for (const auto& draft : {Draft{}, childDraft(), terminalDraft(), anyoneDraft()}) {
            auto emptied = draft;
            emptied.applicant = {};
            emptied.documents.clear();
            emptied.delivery = {};
            const auto items = checklist(emptied, exampleDay, exampleRules());
            CHECK(std::ranges::is_sorted(items, {}, &ChecklistItem::step));
        }
    }
}

TEST_CASE("checklist of the category")
{
    SUBCASE("refuses an applicant of 16 or over in the under-16 category")
    {
        CHECK(after(firstTimeDraft(), [](Draft& draft) { draft.declared = Category::under16; }) ==
              Lines{"wrong declared tooOldForCategory"});
    }
    SUBCASE("says which category the facts make")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.declared = Category::firstTime; }) ==
              Lines{"wrong declared wrongCategory firstTime under16"});
        CHECK(after(fingersDraft(), [](Draft& draft) {
                  draft.declared = Category::couldUseTerminal;
              }) == Lines{"wrong declared wrongCategory couldUseTerminal fingersUnobtainable"});
    }
    SUBCASE("turns from the day of the 16th birthday on")
    {
        auto draft = childDraft();
        draft.applicant.citizenNumber = numberOf("110108", 2010y / November / 24, 124);
        CHECK(listed(draft, 2026y / November / 23) == Lines{});
        CHECK(listed(draft, 2026y / November / 24) ==
              Lines{"wrong declared tooOldForCategory",
                    "missing applicant.phone missing",
                    "wrong guardian guardianNotAllowed",
                    "wrong confirmation.signer wrongSigner"});
    }
    SUBCASE("need not be chosen when the facts decide it")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.declared.reset(); }) == Lines{});
    }
    SUBCASE("needs the clerk's reason for somebody who could use a terminal")
    {
        CHECK(after(anyoneDraft(), [](Draft& draft) { draft.clerkReason.clear(); }) ==
              Lines{"missing clerkReason canUseTerminal"});
        CHECK(after(anyoneDraft(), [](Draft& draft) { draft.clerkReason = "\xEE\x80\x80"; }) ==
              Lines{"wrong clerkReason privateUseCharacter U+E000"});
    }
    SUBCASE("does not send somebody of another register to a terminal")
    {
        CHECK(after(anyoneDraft(), [](Draft& draft) {
                  draft.clerkReason.clear();
                  draft.applicant.address = "河北省廊坊市测试路1号";
              }) == Lines{"missing clerkReason reasonNeeded"});
    }
}

TEST_CASE("checklist of the kind of application")
{
    SUBCASE("refuses a first issue for a known earlier card")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.applicant.heldCardBefore = true; }) ==
              Lines{"wrong kind firstIssueButHeldCard"});
    }
    SUBCASE("refuses renewal and replacement without a card")
    {
        CHECK(after(firstTimeDraft(), [](Draft& draft) {
                  draft.kind = ApplicationKind::loss;
                  draft.documents.insert(DocumentKind::lossStatement);
              }) == Lines{"wrong kind renewalWithoutCard"});
    }
    SUBCASE("is a first issue by itself for somebody who never held a card")
    {
        CHECK(after(firstTimeDraft(), [](Draft& draft) { draft.kind.reset(); }) == Lines{});
    }
    SUBCASE("opens renewal on expiry three months before the last day")
    {
        const auto expiring = [](Date expiry) {
            return after(anyoneDraft(), [&](Draft& draft) {
                draft.kind = ApplicationKind::expiry;
                draft.applicant.oldCardExpiry = expiry;
            });
        };
        CHECK(expiring(2027y / February / 23) == Lines{});
        CHECK(expiring(2020y / January / 1) == Lines{});
        CHECK(expiring(2027y / February / 24) ==
              Lines{"wrong applicant.oldCardExpiry notYetExpiring 3"});
    }
}

TEST_CASE("checklist of the attempt at a terminal")
{
    SUBCASE("needs place, day and reason as on the slip")
    {
        CHECK(after(terminalDraft(), [](Draft& draft) { draft.terminal.reset(); }) ==
              Lines{"missing terminal terminalAttemptMissing"});
        CHECK(after(terminalDraft(), [](Draft& draft) { draft.terminal = TerminalAttempt{}; }) ==
              Lines{"missing terminal.servicePoint missing",
                    "missing terminal.date missing",
                    "missing terminal.reason missing"});
    }
    SUBCASE("knows the terminals that take applications")
    {
        CHECK(after(terminalDraft(), [](Draft& draft) { draft.terminal->servicePoint = "八角"; }) ==
              Lines{"wrong terminal.servicePoint malformed"});
    }
    SUBCASE("cannot lie in the future")
    {
        CHECK(after(terminalDraft(), [](Draft& draft) {
                  draft.terminal->date = 2026y / November / 24;
              }) == Lines{"wrong terminal.date malformed"});
    }
}

TEST_CASE("checklist of the applicant")
{
    const auto withNumber = [](const std::string& number) {
        return after(firstTimeDraft(),
                     [&](Draft& draft) { draft.applicant.citizenNumber = number; });
    };
    const auto withName = [](const std::string& name) {
        return after(firstTimeDraft(), [&](Draft& draft) { draft.applicant.name = name; });
    };

    SUBCASE("refuses a wrong check digit")
    {
        auto number = firstTimeDraft().applicant.citizenNumber;
        number.back() = number.back() == '1' ? '2' : '1';
        CHECK(withNumber(number) == Lines{"wrong applicant.citizenNumber badCheckDigit"});
    }
    SUBCASE("refuses a birth date that does not exist or is still to come")
    {
        auto impossible = numberOf("110108", 2006y / March / 9, 317);
        impossible.replace(10, 4, "0230");
        impossible = impossible.substr(0, 17);
        const auto noNumber = withNumber(impossible + "0");
        CHECK(noNumber.front().starts_with("wrong applicant.citizenNumber "));
        CHECK(withNumber(numberOf("110108", 2026y / November / 24, 317)) ==
              Lines{"wrong applicant.citizenNumber futureBirthDate"});
    }
    SUBCASE("warns of an unknown area and goes on")
    {
        const auto lines = withNumber(numberOf("119999", 2006y / March / 9, 317));
        CHECK(lines == Lines{"warning applicant.citizenNumber unknownArea"});
    }
    SUBCASE("refuses private-use characters, emoji and controls in a name, by code point")
    {
        CHECK(withName("赵\xEE\x86\x88") ==
              Lines{"wrong applicant.name privateUseCharacter U+E188"});
        CHECK(withName("赵😀") == Lines{"wrong applicant.name forbiddenCharacter U+1F600"});
        CHECK(withName("赵\x07远") == Lines{"wrong applicant.name forbiddenCharacter U+0007"});
    }
    SUBCASE("accepts a rare character, a minority name and 50 characters")
    {
        CHECK(withName("赵𬎆") == Lines{});
        CHECK(withName("阿依古丽·买买提") == Lines{});
        CHECK(withName(repeated("赵", 50)) == Lines{});
        CHECK(withName(repeated("赵", 51)) == Lines{"wrong applicant.name tooLong 50 51"});
    }
    SUBCASE("refuses an address of 200 characters and accepts one of 100")
    {
        const auto withAddress = [](int length) {
            return after(firstTimeDraft(),
                         [&](Draft& draft) { draft.applicant.address = repeated("北", length); });
        };
        CHECK(withAddress(200) == Lines{"wrong applicant.address tooLong 100 200"});
        CHECK(withAddress(100) == Lines{});
    }
    SUBCASE("refuses an ethnicity and a phone that do not exist")
    {
        CHECK(
            after(firstTimeDraft(), [](Draft& draft) {
                draft.applicant.ethnicity = "99";
                draft.applicant.phone = "12345";
            }) == Lines{"wrong applicant.ethnicity malformed", "wrong applicant.phone malformed"});
    }
}

TEST_CASE("checklist of photo and fingerprints")
{
    SUBCASE("needs a photo of 358 by 441 pixels")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.photo.reset(); }) ==
              Lines{"missing photo missing"});
        CHECK(after(childDraft(), [](Draft& draft) { draft.photo->width = 441; }) ==
              Lines{"wrong photo photoWrongSize"});
    }
    SUBCASE("holds a photo outside of the standard back until a reason is given")
    {
        const auto with = [](const std::string& reason) {
            return after(childDraft(), [&](Draft& draft) {
                draft.photo->faults = {{PhotoCheckKind::eyeLine, 41, reason}};
            });
        };
        CHECK(with({}) == Lines{"wrong photo photoCheckFailed eyeLine"});
        CHECK(with("坐轮椅，无法抬头").empty());
        CHECK(with(std::string(101, 'x')) == Lines{"wrong photo tooLong 100 101"});
    }
    SUBCASE("needs a finger of the right hand")
    {
        CHECK(after(firstTimeDraft(),
                    [](Draft& draft) {
                        draft.rightHand.finger = Finger::leftThumb;
                        draft.leftHand.finger.reset();
                    }) == Lines{"wrong rightHand.finger fingerprintNotAllowed",
                                "missing leftHand.finger missing"});
        CHECK(after(firstTimeDraft(), [](Draft& draft) {
                  draft.leftHand.finger = Finger::rightLittle;
              }) == Lines{"wrong leftHand.finger fingerprintNotAllowed"});
    }
    SUBCASE("needs a reason for a hand that failed or is not registered")
    {
        CHECK(after(terminalDraft(), [](Draft& draft) {
                  draft.rightHand.result = FingerprintResult::failed;
              }) == Lines{"missing rightHand.reason fingerprintReasonMissing"});
        CHECK(after(fingersDraft(), [](Draft& draft) { draft.leftHand.reason.clear(); }) ==
              Lines{"missing leftHand.reason fingerprintReasonMissing"});
    }
    SUBCASE("accepts only reasons that explain the result")
    {
        CHECK(after(fingersDraft(), [](Draft& draft) { draft.leftHand.reason = "noFeatures"; }) ==
              Lines{"wrong leftHand.reason fingerprintNotAllowed"});
        CHECK(after(firstTimeDraft(), [](Draft& draft) { draft.leftHand.reason = "worn"; }) ==
              Lines{"wrong leftHand.reason fingerprintNotAllowed"});
    }
    SUBCASE("lets young children stay unregistered where the city says so")
    {
        auto lenient = exampleRules();
        lenient.fingers.ages = {{0, FingerNeed::optional}, {8, FingerNeed::required}};
        auto draft = childDraft();
        draft.rightHand = {FingerprintResult::notRegistered, std::nullopt, {}};
        draft.leftHand = draft.rightHand;
        CHECK(listed(draft, exampleDay, lenient) == Lines{});
        CHECK(derive(draft, exampleDay, lenient).exceptions.empty());

        lenient.fingers.ages.back().fromAge = 7; // the child is seven
        CHECK(listed(draft, exampleDay, lenient) ==
              Lines{"missing documents documentMissing fingersEvidence",
                    "missing rightHand.reason fingerprintReasonMissing",
                    "missing leftHand.reason fingerprintReasonMissing"});
    }
}

TEST_CASE("checklist of the delivery")
{
    const auto posted = [](const std::function<void(Delivery&)>& change) {
        return after(childDraft(), [&](Draft& draft) {
            makePost(draft);
            change(draft.delivery);
        });
    };

    SUBCASE("accepts the post when it is asked for today")
    {
        CHECK(posted([](Delivery&) {}) == Lines{});
        CHECK(posted([](Delivery& delivery) { delivery.requestedOn = exampleDay; }) == Lines{});
    }
    SUBCASE("refuses the post when it was asked for on another day")
    {
        CHECK(posted([](Delivery& delivery) { delivery.requestedOn = 2026y / November / 22; }) ==
              Lines{"wrong delivery.requestedOn deliveryOnlyToday"});
        CHECK(posted([](Delivery& delivery) { delivery.requestedOn = 2026y / November / 24; }) ==
              Lines{"wrong delivery.requestedOn deliveryOnlyToday"});
    }
    SUBCASE("refuses an address outside the city")
    {
        CHECK(posted([](Delivery& delivery) { delivery.postal.district = "131002"; }) ==
              Lines{"wrong delivery.postal.district outsideCity"});
    }
    SUBCASE("needs consent and a whole address")
    {
        CHECK(posted([](Delivery& delivery) {
                  delivery.postal = {};
                  delivery.postalConsent = false;
              }) == Lines{"missing delivery.postal.recipient missing",
                          "missing delivery.postal.phone missing",
                          "missing delivery.postal.district missing",
                          "missing delivery.postal.street missing",
                          "missing delivery.postalConsent consentMissing"});
    }
    SUBCASE("needs a proxy who is somebody else")
    {
        CHECK(after(childDraft(), makeProxy) == Lines{});
        CHECK(after(childDraft(),
                    [](Draft& draft) {
                        makeProxy(draft);
                        draft.delivery.proxy.citizenNumber = draft.applicant.citizenNumber;
                        draft.delivery.proxy.name.clear();
                        draft.delivery.proxy.relation = repeated("远", 21);
                    }) == Lines{"missing delivery.proxy.name missing",
                                "wrong delivery.proxy.citizenNumber sameAsApplicant",
                                "wrong delivery.proxy.relation tooLong 20 21"});
    }
    SUBCASE("does not look at what another way of delivery would need")
    {
        CHECK(after(childDraft(), [](Draft& draft) {
                  draft.delivery.postal.district = "131002";
                  draft.delivery.proxy.name = "1";
              }) == Lines{});
    }
}

TEST_CASE("checklist of relief and confirmation")
{
    SUBCASE("needs the proof of a ground that fits the kind")
    {
        CHECK(after(fingersDraft(), [](Draft& draft) {
                  draft.reliefGround = "minimumAllowance";
              }) == Lines{"missing documents documentMissing reliefProof"});
        CHECK(after(anyoneDraft(), [](Draft& draft) {
                  draft.reliefGround = "minimumAllowance"; // not for a damaged card
                  draft.documents.insert(DocumentKind::reliefProof);
              }) == Lines{"wrong reliefGround malformed"});
        CHECK(after(anyoneDraft(), [](Draft& draft) {
                  draft.reliefGround = "friendship";
                  draft.documents.insert(DocumentKind::reliefProof);
              }) == Lines{"wrong reliefGround malformed"});
    }
    SUBCASE("refuses a postal street of another province")
    {
        const auto posted = [](const std::string& street) {
            return after(anyoneDraft(), [&](Draft& draft) {
                draft.delivery.method = DeliveryMethod::post;
                draft.delivery.postal = {"钱文", "13800000009", "110105", street};
                draft.delivery.postalConsent = true;
            });
        };
        CHECK(posted("上海市浦东新区测试路1号") ==
              Lines{"wrong delivery.postal.street outsideCity"});
        CHECK(posted("上海道1号") == Lines{});
    }
    SUBCASE("wants the old card's last day for a renewal on expiry")
    {
        CHECK(after(fingersDraft(), [](Draft& draft) { draft.applicant.oldCardExpiry.reset(); }) ==
              Lines{"missing applicant.oldCardExpiry missing"});
    }
    SUBCASE("refuses a charge that the city does not collect")
    {
        CHECK(after(anyoneDraft(), [](Draft& draft) { draft.otherFees = {"householdRegister"}; }) ==
              Lines{"wrong otherFees malformed"});
    }
    SUBCASE("lets the guardian sign for a child and the applicant from 16 on")
    {
        CHECK(after(childDraft(), [](Draft& draft) {
                  draft.confirmation.signer = Signer::applicant;
              }) == Lines{"wrong confirmation.signer wrongSigner"});
        CHECK(after(firstTimeDraft(), [](Draft& draft) {
                  draft.confirmation.signer = Signer::guardian;
              }) == Lines{"wrong confirmation.signer wrongSigner"});
        CHECK(after(firstTimeDraft(), [](Draft& draft) { draft.confirmation.signer.reset(); }) ==
              Lines{"missing confirmation.signer missing"});
    }
    SUBCASE("needs the entries read and signed")
    {
        CHECK(after(childDraft(), [](Draft& draft) { draft.confirmation = {}; }) ==
              Lines{"missing confirmation.read notConfirmed",
                    "missing confirmation.signature signatureMissing"});
    }
}

TEST_CASE("blockers")
{
    SUBCASE("are all items but the warnings")
    {
        auto draft = childDraft();
        draft.applicant.citizenNumber = numberOf("119999", 2019y / May / 21, 124);
        draft.photo.reset();
        const auto items = checklist(draft, exampleDay, exampleRules());
        CHECK(items.size() == 2);
        CHECK(blockers(items) == Refusals{{Refusal::Code::missing, "photo", {}}});
    }
}

TEST_CASE("stepOf")
{
    SUBCASE("sends every member of the case file to the page that edits it")
    {
        CHECK(stepOf("applicant.citizenNumber") == Step::applicant);
        CHECK(stepOf("declared") == Step::category);
        CHECK(stepOf("terminal.date") == Step::category);
        CHECK(stepOf("guardian") == Step::guardian);
        CHECK(stepOf("reliefGround") == Step::documents);
        CHECK(stepOf("photo") == Step::photo);
        CHECK(stepOf("leftHand.reason") == Step::fingerprints);
        CHECK(stepOf("delivery.postal.street") == Step::delivery);
        CHECK(stepOf("confirmation.signature") == Step::confirmation);
        CHECK(stepOf("tendered") == Step::payment);
        CHECK(stepOf("voucher") == Step::voucher);
    }
}
