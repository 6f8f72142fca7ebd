#include "forms/wording/refusal_words.h"

#include <wx/translation.h>

namespace guitai::words
{

RefusalWords wordsOf(Refusal::Code code)
{
    switch (code) {
        using enum Refusal::Code;
    // any field
    case missing:
        return {wxTRANSLATE("missing"), wxTRANSLATE("{field} is missing. Enter it.")};
    case malformed:
        return {wxTRANSLATE("not of the right form"),
                wxTRANSLATE("{field}: the entry does not have the form that is asked for. Look "
                            "at it again and correct it.")};
    case tooLong:
        return {wxTRANSLATE("too long"),
                wxTRANSLATE("{field} is too long: at most {1} characters, {2} were entered. "
                            "Shorten it.")};
    case unknownMember:
        return {wxTRANSLATE("not known"),
                wxTRANSLATE("The case file has an entry \"{path}\" that is not known. Remove it "
                            "or correct its spelling.")};
    case wrongType:
        return {wxTRANSLATE("not of the right type"),
                wxTRANSLATE("\"{path}\" in the case file must be {1}. Correct the file.")};
    case badDate:
        return {wxTRANSLATE("no such day"),
                wxTRANSLATE("{field}: there is no such day. Write it as year-month-day, such as "
                            "2026-11-22.")};
    case tooManyItems:
        return {wxTRANSLATE("too many entries"),
                wxTRANSLATE("{field} has too many entries: at most {1}. Remove some.")};
    // citizen number
    case badCheckDigit:
        return {wxTRANSLATE("check digit wrong"),
                wxTRANSLATE("{field}: the check digit does not fit, so at least one digit is "
                            "wrong. Compare it with the document, digit by digit.")};
    case impossibleBirthDate:
        return {wxTRANSLATE("impossible birth date"),
                wxTRANSLATE("{field}: the birth date in it does not exist. Compare it with the "
                            "document.")};
    case futureBirthDate:
        return {wxTRANSLATE("birth date in the future"),
                wxTRANSLATE("{field}: the birth date in it lies in the future. Compare it with "
                            "the document.")};
    case fifteenDigits:
        return {wxTRANSLATE("15 digits"),
                wxTRANSLATE("{field}: an old number of 15 digits finds a person but does not "
                            "identify one. Enter the 18 characters of the household register.")};
    case unknownArea:
        return {wxTRANSLATE("area code not known"),
                wxTRANSLATE("{field}: the area code is not in the table. Compare it with the "
                            "document; the case can go on.")};
    case notACitizen:
        return {wxTRANSLATE("not a citizen number"),
                wxTRANSLATE("{field}: this is the number of a residence permit, not of a "
                            "citizen. Another window serves its holder.")};
    case sameAsApplicant:
        return {wxTRANSLATE("same as the applicant"),
                wxTRANSLATE("{field}: this is the applicant's own number. Enter the number of "
                            "the other person.")};
    // names
    case privateUseCharacter:
        return {wxTRANSLATE("character {1} not allowed"),
                wxTRANSLATE("{field}: the character {1} belongs to a private table and has no "
                            "meaning elsewhere. Look up the character in the household register "
                            "and enter it anew.")};
    case forbiddenCharacter:
        return {wxTRANSLATE("character {1} not allowed"),
                wxTRANSLATE("{field}: the character {1} cannot stand there. Remove it.")};
    case misplacedSeparator:
        return {wxTRANSLATE("misplaced dot"),
                wxTRANSLATE("{field}: a dot stands at an end or twice. It only separates two "
                            "parts of a name; correct it.")};
    case notDrawable:
        return {wxTRANSLATE("character {1} cannot be printed"),
                wxTRANSLATE("{field}: no font on this computer can print the character {1}. Ask "
                            "the administrator to install a font that has it.")};
    case badUtf8:
        return {wxTRANSLATE("not readable as text"),
                wxTRANSLATE("{field}: this is not text in UTF-8. Save the file in UTF-8 and try "
                            "again.")};
    // what the chip of a card says
    case nameMayGoOn:
        return {wxTRANSLATE("may be longer than the chip"),
                wxTRANSLATE("{field}: the name fills the chip's field and may go on. Compare it "
                            "with the household register: type the rest, or say that it is "
                            "whole.")};
    case addressMayGoOn:
        return {wxTRANSLATE("may be longer than the chip"),
                wxTRANSLATE("{field}: the address fills the chip's field and may go on. Compare "
                            "it with the household register.")};
    case differsFromChip:
        return {wxTRANSLATE("not as on the chip"),
                wxTRANSLATE("{field}: the card's chip says something else. Compare both with the "
                            "household register; the case can go on.")};
    case cardExpired:
        return {wxTRANSLATE("card expired"),
                wxTRANSLATE("{field}: the card that was read has expired. Ask for another "
                            "document; the case can go on.")};
    case cardOfNoCitizen:
        return {wxTRANSLATE("not a resident identity card"),
                wxTRANSLATE("This card is no resident identity card, and its holder cannot apply "
                            "for one here. As a guardian's document it can be used.")};
    // category and kind
    case wrongCategory:
        return {wxTRANSLATE("does not fit the facts"),
                wxTRANSLATE("The case was opened as \"{1}\", but the entries say \"{2}\". Choose "
                            "that category, or correct the entries.")};
    case tooOldForCategory:
        return {wxTRANSLATE("16 or over"),
                wxTRANSLATE("The applicant is 16 or over and is no case of the category \"Under "
                            "16\". Choose another category.")};
    case firstIssueButHeldCard:
        return {wxTRANSLATE("a card is known already"),
                wxTRANSLATE("A first issue is asked for, but an earlier card or case of this "
                            "person is known. Choose renewal or replacement.")};
    case renewalWithoutCard:
        return {wxTRANSLATE("no card was ever held"),
                wxTRANSLATE("Renewal or replacement is asked for, but the person never held a "
                            "card. Choose first issue.")};
    case notYetExpiring:
        return {wxTRANSLATE("not yet expiring"),
                wxTRANSLATE("The card can be renewed from {1} months before its expiry. It is "
                            "too early; ask whether another kind of application fits.")};
    case canUseTerminal:
        return {wxTRANSLATE("could use the terminal"),
                wxTRANSLATE("This person can use a self-service terminal. Name the service "
                            "points; to serve the person here, give a reason.")};
    case reasonNeeded:
        return {wxTRANSLATE("needs a reason"),
                wxTRANSLATE("A reason is needed for this step. Enter it.")};
    // guardian
    case guardianMissing:
        return {wxTRANSLATE("missing"),
                wxTRANSLATE("The applicant is under 16: a guardian must apply. Enter the "
                            "guardian.")};
    case guardianTooYoung:
        return {wxTRANSLATE("under 18"),
                wxTRANSLATE("This person is under 18 and cannot apply for a child. Enter another "
                            "one; who lives on an own income from 16 on may, with a proof.")};
    case guardianNotOlder:
        return {wxTRANSLATE("not older than the child"),
                wxTRANSLATE("The guardian is not older than the child. Compare both citizen "
                            "numbers with the documents.")};
    case guardianNotAllowed:
        return {wxTRANSLATE("not needed from 16 on"),
                wxTRANSLATE("The applicant is 16 or over and applies without a guardian. Remove "
                            "the guardian.")};
    case relationSexMismatch:
        return {wxTRANSLATE("sex does not fit the relation"),
                wxTRANSLATE("The sex in the guardian's citizen number does not fit the "
                            "relation. Correct the relation or the number.")};
    case sameAsDelegate:
        return {wxTRANSLATE("the delegate's own number"),
                wxTRANSLATE("This is the number of the person at the window. Enter the number of "
                            "the guardian who signed the power of attorney.")};
    case othersComeFirst:
        return {wxTRANSLATE("others come first"),
                wxTRANSLATE("Grandparents come before elder siblings, and both before others "
                            "(Civil Code, article 27). Look in the papers why they do not act.")};
    // delivery of the card
    case proxyTooYoung:
        return {wxTRANSLATE("under {1}"),
                wxTRANSLATE("Who collects the card for somebody else is {1} or over. Enter another "
                            "person.")};
    case notTheReceiver:
        return {wxTRANSLATE("not who takes the card"),
                wxTRANSLATE("This person does not fit how the card is delivered. Choose who takes "
                            "the card.")};
    case proxyPapersNotSeen:
        return {wxTRANSLATE("papers not seen"),
                wxTRANSLATE("A proxy takes the card only with all papers. Look at them and tick "
                            "the box.")};
    case cardNotHandedIn:
        return {wxTRANSLATE("open"),
                wxTRANSLATE("The card must come back before the new one is handed over. Say "
                            "whether it was handed in or is missing with a signed statement.")};
    // documents, photo, fingerprints
    case documentMissing:
        return {wxTRANSLATE("{1}"),
                wxTRANSLATE("The original of \"{1}\" has not been seen. Look at it and tick it.")};
    case copyMissing:
        return {wxTRANSLATE("copy of {1}"),
                wxTRANSLATE("No copy of \"{1}\" is kept. Scan it, or choose its picture.")};
    case scanTooSmall:
        return {wxTRANSLATE("too few pixels"),
                wxTRANSLATE("The picture has too few pixels ({1} x {2}) for a page that can be "
                            "read; each side needs 300. Take or choose a larger one.")};
    case photoNotJpeg:
        return {wxTRANSLATE("not a picture"),
                wxTRANSLATE("The file is neither a JPEG nor a PNG picture. Choose a picture.")};
    case photoTruncated:
        return {wxTRANSLATE("file incomplete"),
                wxTRANSLATE("The picture's file ends too early: it is incomplete. Copy it again "
                            "from its source.")};
    case photoTooManyPixels:
        return {wxTRANSLATE("far too many pixels"),
                wxTRANSLATE("The picture has far too many pixels ({1} x {2}) and was not opened. "
                            "Choose a picture of at most 40 million pixels.")};
    case photoWrongSize:
        return {wxTRANSLATE("too few pixels"),
                wxTRANSLATE("The photo has too few pixels; at least 358 by 441 are needed. Take or "
                            "choose a larger one.")};
    case photoTooLarge:
        return {wxTRANSLATE("file too large"),
                wxTRANSLATE("The picture's file is too large. Choose a smaller file; a camera's "
                            "picture has 2 to 6 MB.")};
    case photoWrongExtension:
        return {wxTRANSLATE("another kind of file"),
                wxTRANSLATE("The file's name and its content do not agree: it is {1}. Name it "
                            "rightly or choose another file.")};
    case photoCarriesOther:
        return {
            wxTRANSLATE("not only a picture"),
            wxTRANSLATE("Something else is hidden in the picture's file, and it was not opened. "
                        "Take it from the camera or its original.")};
    case photoBeyondLimits:
        return {
            wxTRANSLATE("cannot be opened"),
            wxTRANSLATE("The picture could not be opened within the limits of a picture. Choose "
                        "another file; nothing else was affected.")};
    case photoCheckFailed:
        return {wxTRANSLATE("{1}"),
                wxTRANSLATE("The photo fails the check \"{1}\". Take it anew, adjust the frame, or "
                            "overrule the check with a reason.")};
    case fingerprintMissing:
        return {wxTRANSLATE("missing"),
                wxTRANSLATE("{field}: there is no fingerprint result. Take the print or enter "
                            "why it cannot be taken.")};
    case fingerprintReasonMissing:
        return {wxTRANSLATE("reason missing"),
                wxTRANSLATE("{field}: the reason why no print was registered is missing. Choose "
                            "it.")};
    case fingerprintNotAllowed:
        return {wxTRANSLATE("does not fit"),
                wxTRANSLATE("{field}: the entry does not fit the result or the hand. Correct "
                            "it.")};
    case terminalAttemptMissing:
        return {wxTRANSLATE("missing"),
                wxTRANSLATE("The case says that registration failed at a terminal. Enter where, "
                            "when and why, as on the slip.")};
    // delivery
    case outsideCity:
        return {wxTRANSLATE("outside the city"),
                wxTRANSLATE("The card is posted within the city only, and this address lies "
                            "outside. Enter an address in the city, or let it be collected.")};
    case deliveryOnlyToday:
        return {wxTRANSLATE("only on the day of application"),
                wxTRANSLATE("Delivery by post can be asked for on the day of application only. "
                            "Let the card be collected.")};
    case consentMissing:
        return {wxTRANSLATE("consent missing"),
                wxTRANSLATE("Delivery by post needs the applicant's consent to pay the postage "
                            "on delivery. Ask and tick it.")};
    case deliveryNotPossible:
        return {wxTRANSLATE("not possible for this case"),
                wxTRANSLATE("This way of delivery is not possible for this case. Choose "
                            "another.")};
    // confirmation
    case signatureMissing:
        return {wxTRANSLATE("missing"),
                wxTRANSLATE("The signature is missing. Let the applicant or the guardian sign.")};
    case wrongSigner:
        return {wxTRANSLATE("wrong person signs"),
                wxTRANSLATE("From 16 on the applicant signs; for a child under 16 the guardian "
                            "signs. Choose the right person and sign again.")};
    case notConfirmed:
        return {wxTRANSLATE("not confirmed"),
                wxTRANSLATE("The person has not confirmed the entries yet. Show the page and "
                            "ask.")};
    // case
    case duplicateCase:
        return {wxTRANSLATE("open case {1}"),
                wxTRANSLATE("The same person has the open case {1}. Open that case; a second "
                            "one needs a supervisor's decision.")};
    case noSuchCase:
        return {wxTRANSLATE("no such case"),
                wxTRANSLATE("There is no case with this acceptance number. Look at the number "
                            "again.")};
    case noSuchDraft:
        return {wxTRANSLATE("no such draft"),
                wxTRANSLATE("This draft does not exist any more. It was confirmed or discarded.")};
    case wrongState:
        return {wxTRANSLATE("not possible now"),
                wxTRANSLATE("This is not possible now: the case is in the state \"{1}\". Look at "
                            "the case page for what comes next.")};
    case approvalPending:
        return {wxTRANSLATE("awaits a supervisor"),
                wxTRANSLATE("A supervisor must decide an exception of this case first. Ask the "
                            "supervisor.")};
    case alreadyDecided:
    case askedAlready:
    case notAsked:
    case noSuchRequest:
    case requestOpen:
    case requestNotApproved:
    case requestUsed:
    case requestStale:
    case noApprovalNeeded:
        return requestWordsOf(code);
    case ownWork:
        return {wxTRANSLATE("own work"),
                wxTRANSLATE("Nobody decides about their own work. Ask another supervisor.")};
    case numbersExhausted:
        return {wxTRANSLATE("no number left"),
                wxTRANSLATE("The window has no acceptance number left for today. Nothing was "
                            "filed; use another window and tell the administrator.")};
    case alreadyPrinted:
        return {wxTRANSLATE("already printed"),
                wxTRANSLATE("The voucher was printed already. Print a marked copy and give a "
                            "reason.")};
    case notPrinted:
        return {wxTRANSLATE("not printed yet"),
                wxTRANSLATE("The voucher was not printed yet: there is nothing to print again.")};
    case unresolvedPrint:
        return {wxTRANSLATE("outcome of printing unknown"),
                wxTRANSLATE("It is not known whether the last printing came out. Say on the "
                            "case page whether it did, then print again.")};
    // money
    case tenderedTooLittle:
    case alreadySettled:
    case notSettled:
    case shiftNotOpen:
    case shiftAlreadyOpen:
    case notWholeYuan:
    case nothingToPay:
    case changeLooksWrong:
    case paymentOpen:
    case paymentFrozen:
    case chargeLocked:
    case channelUnavailable:
    case clockBlocksPayment:
    case notAPaymentCode:
    case walletNotSupported:
    case noSuchAttempt:
    case refundTooMuch:
    case refundRuns:
    case refundFirst:
    case notMergeable:
    case floatDiffers:
    case drawerCounted:
    case notCounted:
    case witnessNeeded:
    case supervisorNeeded:
    case moreThanInDrawer:
    case attemptsInFlight:
    case attemptsUnknown:
    case voucherNotReturned:
    case noSuchShift:
    case badBill:
    case noSuchDifference:
        return moneyWordsOf(code);
    // people, store
    case wrongPassword:
    case accountLocked:
    case accountDisabled:
    case notPermitted:
    case weakPassword:
    case nameTaken:
    case noSuchUser:
    case lastAdministrator:
    case alreadyInitialised:
    case notInitialised:
    case wouldOverwrite:
    case notABackup:
    case dataStands:
    case fileTooLarge:
    case tooDeep:
    case notJson:
    case fileUnreadable:
        return stationWordsOf(code);
    }
    return {"", ""};
}

} // namespace guitai::words
