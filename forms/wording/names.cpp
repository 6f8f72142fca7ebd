#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(Category value)
{
    switch (value) {
        using enum Category;
    case under16:
        return _("Under 16");
    case firstTime:
        return _("First-time applicant");
    case fingersUnobtainable:
        return _("Fingerprints cannot be taken");
    case terminalFailed:
        return _("Registration failed at the terminal");
    case couldUseTerminal:
        return _("Could use the terminal");
    }
    return {};
}

wxString name(ApplicationKind value)
{
    switch (value) {
        using enum ApplicationKind;
    case firstIssue:
        return _("First issue");
    case expiry:
        return _("Renewal on expiry");
    case damage:
        return _("Renewal of a damaged card");
    case loss:
        return _("Replacement of a lost card");
    case nameChange:
        return _("Renewal after a change of name");
    case correction:
        return _("Correction of a wrong entry");
    }
    return {};
}

wxString name(Sex value)
{
    switch (value) {
    case Sex::male:
        return _("Male");
    case Sex::female:
        return _("Female");
    }
    return {};
}

wxString name(Role value)
{
    switch (value) {
    case Role::clerk:
        return _("Clerk");
    case Role::supervisor:
        return _("Supervisor");
    case Role::administrator:
        return _("Administrator");
    }
    return {};
}

wxString name(Relation value)
{
    switch (value) {
        using enum Relation;
    case father:
        return _("Father");
    case mother:
        return _("Mother");
    case stepFather:
        return _("Step or adoptive father");
    case stepMother:
        return _("Step or adoptive mother");
    case paternalGrandfather:
        return _("Father's father");
    case paternalGrandmother:
        return _("Father's mother");
    case maternalGrandfather:
        return _("Mother's father");
    case maternalGrandmother:
        return _("Mother's mother");
    case elderBrother:
        return _("Elder brother");
    case elderSister:
        return _("Elder sister");
    case otherKin:
        return _("Other kin");
    case notRelated:
        return _("Not related");
    }
    return {};
}

wxString name(Finger value)
{
    switch (value) {
        using enum Finger;
    case rightThumb:
        return _("Right thumb");
    case rightIndex:
        return _("Right index finger");
    case rightMiddle:
        return _("Right middle finger");
    case rightRing:
        return _("Right ring finger");
    case rightLittle:
        return _("Right little finger");
    case leftThumb:
        return _("Left thumb");
    case leftIndex:
        return _("Left index finger");
    case leftMiddle:
        return _("Left middle finger");
    case leftRing:
        return _("Left ring finger");
    case leftLittle:
        return _("Left little finger");
    }
    return {};
}

wxString name(FingerprintResult value)
{
    switch (value) {
        using enum FingerprintResult;
    case registered:
        return _("Registered");
    case failed:
        return _("Registration failed");
    case notRegistered:
        return _("Not registered");
    }
    return {};
}

wxString name(DocumentKind value)
{
    switch (value) {
        using enum DocumentKind;
    case householdRegister:
        return _("Household register");
    case guardianCard:
        return _("Guardian's identity card");
    case birthCertificate:
        return _("Birth certificate");
    case guardianProof:
        return _("Proof of guardianship");
    case oldCard:
        return _("Old identity card");
    case lossStatement:
        return _("Signed statement of loss");
    case changeProof:
        return _("Proof of the changed entry");
    case fingersEvidence:
        return _("Evidence that fingerprints cannot be taken");
    case terminalSlip:
        return _("Terminal's slip of the failed attempt");
    case reliefProof:
        return _("Proof of the ground for fee relief");
    case kinshipProof:
        return _("Proof of the relation (adoption, marriage)");
    case parentsProof:
        return _("Proof that no parent can be guardian");
    case committeeConsent:
        return _("Consent of the committee or of civil affairs");
    case delegateCard:
        return _("Identity card of who acts");
    case powerOfAttorney:
        return _("Guardian's power of attorney");
    case institutionCertificate:
        return _("Registration of the institution");
    case institutionLetter:
        return _("Letter of the institution");
    case incomeProof:
        return _("Proof of an own income");
    }
    return {};
}

wxString name(GuardianRole value)
{
    switch (value) {
    case GuardianRole::byLaw:
        return _("Guardian by law");
    case GuardianRole::appointed:
        return _("Appointed guardian");
    case GuardianRole::delegate:
        return _("With a power of attorney");
    case GuardianRole::institution:
        return _("For an institution");
    }
    return {};
}

wxString name(Receiver value)
{
    switch (value) {
    case Receiver::holder:
        return _("The holder");
    case Receiver::guardian:
        return _("The guardian");
    case Receiver::proxy:
        return _("The named proxy");
    case Receiver::anotherProxy:
        return _("Another proxy");
    case Receiver::post:
        return _("The post");
    }
    return {};
}

wxString name(CardReturn value)
{
    switch (value) {
    case CardReturn::handedIn:
        return _("handed in");
    case CardReturn::missing:
        return _("missing, statement signed");
    }
    return {};
}

wxString name(DeliveryMethod value)
{
    switch (value) {
    case DeliveryMethod::pickUp:
        return _("Collected by the holder");
    case DeliveryMethod::proxy:
        return _("Collected by a proxy");
    case DeliveryMethod::post:
        return _("Delivered by post");
    }
    return {};
}

wxString name(Step value)
{
    switch (value) {
        using enum Step;
    case category:
        return _("Category");
    case applicant:
        return _("Applicant");
    case guardian:
        return _("Guardian");
    case documents:
        return _("Documents");
    case photo:
        return _("Photo");
    case fingerprints:
        return _("Fingerprints");
    case delivery:
        return _("Delivery");
    case confirmation:
        return _("Confirmation");
    case payment:
        return _("Payment");
    case voucher:
        return _("Voucher");
    }
    return {};
}

wxString name(CaseState value)
{
    switch (value) {
        using enum CaseState;
    case awaitingApproval:
        return _("Awaiting approval");
    case awaitingPayment:
        return _("Awaiting payment");
    case accepted:
        return _("Accepted");
    case ready:
        return _("Card ready");
    case collected:
        return _("Collected");
    case posted:
        return _("Posted");
    case rejected:
        return _("Rejected");
    case withdrawn:
        return _("Withdrawn");
    }
    return {};
}

wxString name(ExceptionKind value)
{
    switch (value) {
        using enum ExceptionKind;
    case fingersNotObtainable:
        return _("Fingerprints not obtainable");
    case registrationFailed:
        return _("Fingerprint registration failed");
    case nonParentGuardian:
        return _("Guardian is not a parent");
    case feeRelief:
        return _("Fee relief");
    case couldUseTerminal:
        return _("Served although the terminal could");
    case duplicate:
        return _("Second case of the same person");
    case photoCheckOverruled:
        return _("Photo outside of the standard");
    }
    return {};
}

wxString name(DecisionOutcome value)
{
    switch (value) {
    case DecisionOutcome::approved:
        return _("Approved");
    case DecisionOutcome::rejected:
        return _("Rejected");
    }
    return {};
}

} // namespace guitai::words
