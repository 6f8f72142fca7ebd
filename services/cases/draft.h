#pragma once

#include "services/clock.h"
#include "services/rules/finger_rules.h"
#include "services/rules/photo_checks.h"
#include "services/rules/terms.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// A photo, a signature, a scan: kept once under its SHA-256 in the journal's attachment table.
struct AttachmentRef {
    std::string sha256;    ///< 64 lower-case hexadecimal digits
    std::string mediaType; ///< "image/jpeg", "image/png"
    std::int64_t size = 0; ///< bytes

    bool operator==(const AttachmentRef&) const = default;
};

/// What a card's chip said when the card lay on the reader. An entry that equals it counts as read
/// from the chip; what was typed over it does not.
struct ChipCopy {
    std::string number;             ///< of the card's holder
    std::string name;               ///< as far as the chip holds it
    std::string ethnicity;          ///< resident identity cards only
    std::string address;            ///< the one appended later, where there is one
    std::optional<Date> validUntil; ///< none: without end
    bool nameMayBeCut = false;      ///< it fills the chip's 15 units
    bool addressMayBeCut = false;
    bool nameIsWhole = false; ///< the clerk compared a name that may be cut with the register
    bool readOnce = false;    ///< the reader's module did not read it a second time
    /// As the chip holds it: compressed by a licensed method.
    std::optional<AttachmentRef> portrait = {};

    bool operator==(const ChipCopy&) const = default;
};

struct Applicant {
    std::string citizenNumber; ///< 18 characters once normalised; as typed until then
    std::string name;          ///< at most 50 code points
    std::string ethnicity;     ///< two digits, GB/T 3304
    std::string address;       ///< registered address, at most 100 code points
    std::string phone;         ///< digits, 11 for a mobile
    /// Whether the person ever held a second-generation card; decides "first issue".
    std::optional<bool> heldCardBefore;
    std::optional<Date> oldCardExpiry; ///< of the card held, when it is known
    std::optional<ChipCopy> chip = {}; ///< of the applicant's own card

    bool operator==(const Applicant&) const = default;
};

/// The guardian who signed a delegate's power of attorney.
struct Principal {
    std::string citizenNumber; ///< or the number of another document, as a guardian's
    std::string name;
    std::optional<Relation> relation;

    bool operator==(const Principal&) const = default;
};

/// An institution that is the guardian.
struct Institution {
    std::string name; ///< at most 50 code points
    std::string code; ///< unified social credit code, 18 characters

    bool operator==(const Institution&) const = default;
};

/// Who applies for a child and stands at the window: the guardian, or who acts for one.
struct Guardian {
    std::string citizenNumber;
    std::string name;
    std::optional<Relation> relation;
    std::string phone;
    /// On the same household register as the child (decides which documents prove it).
    std::optional<bool> sameRegister;
    std::optional<ChipCopy> chip = {};
    std::optional<GuardianRole> role = {}; ///< none: by law
    std::string ground = {};               ///< why no parent acts: code of guardians.json
    bool livesOnOwnIncome = false;         ///< of a guardian under the age of majority
    Principal principal = {};              ///< of a delegate
    Institution institution = {};

    bool operator==(const Guardian&) const = default;
};

/// A check of the photo that failed, and why the clerk takes the photo all the same.
struct PhotoFault {
    PhotoCheckKind check{};
    int score = 0;      ///< 0 to 59
    std::string reason; ///< at most 100 code points; empty: not overruled

    bool operator==(const PhotoFault&) const = default;
};

/// A page of a paper's copy, as `checkScanFile` takes it.
struct DocumentPage {
    AttachmentRef image;
    int width = 0;  ///< pixels, as kept
    int height = 0; ///< pixels, as kept
    int turns = 0;  ///< quarter turns clockwise that set it upright, 0 to 3

    bool operator==(const DocumentPage&) const = default;
};
using DocumentCopies = std::map<DocumentKind, std::vector<DocumentPage>>; ///< pages in order

struct Photo {
    AttachmentRef image;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    std::vector<PhotoFault> faults = {};

    bool operator==(const Photo&) const = default;
};

/// One hand's outcome. `finger` says which finger was registered or last tried.
struct HandPrint {
    std::optional<FingerprintResult> result;
    std::optional<Finger> finger;
    std::string reason; ///< why not registered: code of a fingerprint reason in city.json
    /// What the scanner made of each press, in their order; empty when the result was entered.
    std::vector<FingerTry> tries = {};
    /// The registered finger's template, encrypted in the store. An image is never kept.
    std::optional<AttachmentRef> features = {};

    bool operator==(const HandPrint&) const = default;
};

/// The failed attempt at a self-service terminal that brings the person here.
struct TerminalAttempt {
    std::string servicePoint; ///< name of a service point in city.json
    std::optional<Date> date;
    std::string reason; ///< as on the terminal's slip
    /// The hand-over file that this came from, by its number; empty when it was typed.
    std::string handover = {};
    std::vector<FingerTry> tries = {}; ///< at the terminal

    bool operator==(const TerminalAttempt&) const = default;
};

struct PostalAddress {
    std::string recipient;
    std::string phone;
    std::string district; ///< six-digit code of a district of the city
    std::string street;   ///< at most 100 code points

    bool operator==(const PostalAddress&) const = default;
};

struct Proxy {
    std::string name;
    std::string citizenNumber;
    std::string relation; ///< free text, at most 20 code points

    bool operator==(const Proxy&) const = default;
};

struct Delivery {
    std::optional<DeliveryMethod> method;
    PostalAddress postal;
    bool postalConsent = false; ///< the person asked for it and accepts freight collect
    /// The day postal delivery was asked for. None counts as the day of confirmation, which fills
    /// it in; a draft of yesterday carries its day and is refused today.
    std::optional<Date> requestedOn;
    Proxy proxy;

    bool operator==(const Delivery&) const = default;
};

enum class Signer { applicant, guardian };
std::string_view nameOf(Signer signer);
template <>
std::optional<Signer> fromName<Signer>(std::string_view name);

struct Confirmation {
    std::optional<Signer> signer;
    std::optional<AttachmentRef> signature; ///< PNG of the strokes
    bool read = false;                      ///< the person confirmed the shown entries

    bool operator==(const Confirmation&) const = default;
};

/// Everything that a case is made of before it is confirmed. Pages edit it; `checklist` judges it.
struct Draft {
    std::string id;                   ///< 32 hexadecimal digits, made once
    std::optional<Category> declared; ///< what the clerk chose on the first page
    std::string clerkReason;          ///< why a person who could use the terminal is served here
    std::optional<ApplicationKind> kind;
    Applicant applicant;
    std::optional<Guardian> guardian;
    std::set<DocumentKind> documents; ///< originals that were seen
    DocumentCopies copies = {};       ///< kept copies; a paper without one is not in it
    std::optional<Photo> photo;
    HandPrint rightHand;
    HandPrint leftHand;
    std::optional<TerminalAttempt> terminal;
    Delivery delivery;
    bool temporaryCard = false;
    bool oldCardHandedIn = false;    ///< when the new one was applied for
    std::set<std::string> otherFees; ///< codes of other charges in fees.json
    std::string reliefGround;        ///< code of a ground in fees.json, empty for none
    Confirmation confirmation;
    /// Acceptance number of an open case of the same person that the clerk has seen and will not
    /// join.
    std::string duplicateSeen;

    bool operator==(const Draft&) const = default;
};

} // namespace guitai
