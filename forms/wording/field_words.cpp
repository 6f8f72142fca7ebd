#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

#include <array>

namespace guitai::words
{

namespace
{

struct FieldWords {
    std::string_view path;
    const char* label;
};

constexpr auto fields = std::to_array<FieldWords>({
    // the case file's members
    {"declared", wxTRANSLATE("Category")},
    {"category", wxTRANSLATE("Category")},
    {"clerkReason", wxTRANSLATE("Reason for serving at the window")},
    {"kind", wxTRANSLATE("Kind of application")},
    {"applicant", wxTRANSLATE("Applicant")},
    {"applicant.citizenNumber", wxTRANSLATE("Applicant's citizen number")},
    {"applicant.name", wxTRANSLATE("Name of the applicant")},
    {"applicant.ethnicity", wxTRANSLATE("Ethnicity")},
    {"applicant.address", wxTRANSLATE("Registered address")},
    {"applicant.phone", wxTRANSLATE("Telephone of the applicant")},
    {"applicant.heldCardBefore", wxTRANSLATE("Held a card before")},
    {"applicant.oldCardExpiry", wxTRANSLATE("Expiry of the old card")},
    {"guardian", wxTRANSLATE("Guardian")},
    {"guardian.citizenNumber", wxTRANSLATE("Guardian's citizen number")},
    {"guardian.name", wxTRANSLATE("Name of the guardian")},
    {"guardian.relation", wxTRANSLATE("Relation to the applicant")},
    {"guardian.phone", wxTRANSLATE("Telephone of the guardian")},
    {"guardian.sameRegister", wxTRANSLATE("On the same household register")},
    {"guardian.role", wxTRANSLATE("How the person acts for the child")},
    {"guardian.ground", wxTRANSLATE("Why no parent acts")},
    {"guardian.livesOnOwnIncome", wxTRANSLATE("Lives on an own income")},
    {"guardian.principal", wxTRANSLATE("Guardian behind the delegate")},
    {"guardian.principal.citizenNumber", wxTRANSLATE("Citizen number of that guardian")},
    {"guardian.principal.name", wxTRANSLATE("Name of that guardian")},
    {"guardian.principal.relation", wxTRANSLATE("Relation of that guardian to the child")},
    {"guardian.institution", wxTRANSLATE("Institution")},
    {"guardian.institution.name", wxTRANSLATE("Name of the institution")},
    {"guardian.institution.code", wxTRANSLATE("Social credit code of the institution")},
    {"documents", wxTRANSLATE("Documents")},
    {"photo", wxTRANSLATE("Photo")},
    {"copies", wxTRANSLATE("Copies")},
    {"rightHand", wxTRANSLATE("Right hand")},
    {"rightHand.result", wxTRANSLATE("Result of the right hand")},
    {"rightHand.finger", wxTRANSLATE("Finger of the right hand")},
    {"rightHand.reason", wxTRANSLATE("Reason of the right hand")},
    {"leftHand", wxTRANSLATE("Left hand")},
    {"leftHand.result", wxTRANSLATE("Result of the left hand")},
    {"leftHand.finger", wxTRANSLATE("Finger of the left hand")},
    {"leftHand.reason", wxTRANSLATE("Reason of the left hand")},
    {"terminal", wxTRANSLATE("Attempt at the terminal")},
    {"handover", wxTRANSLATE("Terminal's hand-over")},
    {"handover.id", wxTRANSLATE("Number of the hand-over")},
    {"handover.citizenNumber", wxTRANSLATE("Citizen number in the hand-over")},
    {"handover.date", wxTRANSLATE("Day in the hand-over")},
    {"handover.photo", wxTRANSLATE("Photo in the hand-over")},
    {"handover.tries", wxTRANSLATE("Attempts in the hand-over")},
    {"terminal.servicePoint", wxTRANSLATE("Service point of the attempt")},
    {"terminal.date", wxTRANSLATE("Day of the attempt")},
    {"terminal.reason", wxTRANSLATE("Reason on the terminal's slip")},
    {"delivery", wxTRANSLATE("Delivery")},
    {"delivery.method", wxTRANSLATE("How the card is collected")},
    {"delivery.postal", wxTRANSLATE("Postal address")},
    {"delivery.postal.recipient", wxTRANSLATE("Recipient")},
    {"delivery.postal.phone", wxTRANSLATE("Telephone of the recipient")},
    {"delivery.postal.district", wxTRANSLATE("District of the postal address")},
    {"delivery.postal.street", wxTRANSLATE("Street of the postal address")},
    {"delivery.postalConsent", wxTRANSLATE("Consent to postal delivery")},
    {"delivery.requestedOn", wxTRANSLATE("Day of the request for post")},
    {"delivery.proxy", wxTRANSLATE("Proxy")},
    {"delivery.proxy.name", wxTRANSLATE("Name of the proxy")},
    {"delivery.proxy.citizenNumber", wxTRANSLATE("Proxy's citizen number")},
    {"delivery.proxy.relation", wxTRANSLATE("Relation of the proxy")},
    {"temporaryCard", wxTRANSLATE("Temporary card")},
    {"temporaryCardBack", wxTRANSLATE("Temporary card")},
    {"oldCardHandedIn", wxTRANSLATE("Old card handed in")},
    {"oldCard", wxTRANSLATE("Old identity card")},
    {"papers", wxTRANSLATE("Papers of the proxy")},
    {"otherFees", wxTRANSLATE("Other charges")},
    {"reliefGround", wxTRANSLATE("Ground of fee relief")},
    {"confirmation", wxTRANSLATE("Confirmation")},
    {"confirmation.signer", wxTRANSLATE("Who signs")},
    {"confirmation.signature", wxTRANSLATE("Signature")},
    {"confirmation.read", wxTRANSLATE("Entries read and confirmed")},
    {"duplicateSeen", wxTRANSLATE("Open case of the same person")},
    // money
    {"payment", wxTRANSLATE("Payment")},
    {"payment.cash_fen", wxTRANSLATE("Amount tendered")},
    {"tendered", wxTRANSLATE("Amount tendered")},
    {"opening", wxTRANSLATE("Count at the opening")},
    {"counted", wxTRANSLATE("Count at the close")},
    {"reader", wxTRANSLATE("Address of the card reader")},
    {"shift", wxTRANSLATE("Shift")},
    {"second", wxTRANSLATE("Second person")},
    {"witness", wxTRANSLATE("Witness")},
    {"pieces", wxTRANSLATE("Notes and coins")},
    {"denomination", wxTRANSLATE("Denomination")},
    {"noticed", wxTRANSLATE("How it was noticed")},
    {"officer", wxTRANSLATE("Officer")},
    {"serialNumber", wxTRANSLATE("Number of the note")},
    {"taker", wxTRANSLATE("Who takes over")},
    {"bill", wxTRANSLATE("Bill")},
    {"difference", wxTRANSLATE("Difference")},
    {"owner", wxTRANSLATE("Owner")},
    {"due", wxTRANSLATE("Due")},
    {"resolution", wxTRANSLATE("Resolution")},
    {"day", wxTRANSLATE("Day")},
    {"channel", wxTRANSLATE("Channel")},
    {"copy", wxTRANSLATE("Copy")},
    // desk, people, console
    {"acceptanceNumber", wxTRANSLATE("Acceptance number")},
    {"exception", wxTRANSLATE("Exception")},
    {"request", wxTRANSLATE("Request")},
    {"voucher", wxTRANSLATE("Voucher")},
    {"paper", wxTRANSLATE("Paper")},
    {"reason", wxTRANSLATE("Reason")},
    {"receiver", wxTRANSLATE("Receiver")},
    {"clerk", wxTRANSLATE("Clerk")},
    {"supervisor", wxTRANSLATE("Supervisor")},
    {"actor", wxTRANSLATE("User")},
    {"user", wxTRANSLATE("User")},
    {"id", wxTRANSLATE("User name")},
    {"name", wxTRANSLATE("Name")},
    {"displayName", wxTRANSLATE("Displayed name")},
    {"personId", wxTRANSLATE("Person")},
    {"password", wxTRANSLATE("Password")},
    {"role", wxTRANSLATE("Role")},
    {"station", wxTRANSLATE("Name of the station")},
    {"agency", wxTRANSLATE("Agency code")},
    {"window", wxTRANSLATE("Number of the window")},
    {"data", wxTRANSLATE("Data folder")},
    {"file", wxTRANSLATE("File")},
    {"from", wxTRANSLATE("From day")},
    {"to", wxTRANSLATE("To day")},
    {"phone", wxTRANSLATE("Telephone")},
    {"citizenNumber", wxTRANSLATE("Citizen number")},
    {"state", wxTRANSLATE("State")},
});

} // namespace

wxString field(std::string_view path)
{
    for (const auto& entry : fields)
        if (entry.path == path)
            return wxGetTranslation(wxString::FromAscii(entry.label));

    constexpr auto documents = std::string_view{"documents."};
    if (path.starts_with(documents))
        if (const auto document = fromName<DocumentKind>(path.substr(documents.size())))
            return name(*document);

    // A part that has no label of its own belongs to the field around it: "photo.image".
    const auto parent = path.find_last_of("./[");
    if (parent != std::string_view::npos && parent > 0)
        return field(path.substr(0, parent));
    return toUi(path);
}

} // namespace guitai::words
