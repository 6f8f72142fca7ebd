#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// A rule said no. `code` drives the wording; `field` names the input at fault by its path in the
/// case file ("applicant.citizenNumber"); `arguments` fill the wording (a code point, a limit) and
/// never hold a name, a number of a person or an address.
struct Refusal {
    enum class Code {
        // any field
        missing,       ///< nothing was entered
        malformed,     ///< not of the form the field asks for
        tooLong,       ///< arguments: limit, actual length
        unknownMember, ///< a case file has a member that the schema does not know
        wrongType,     ///< a case file has another JSON type; arguments: expected type
        badDate,       ///< no such day; expects YYYY-MM-DD
        tooManyItems,  ///< arguments: limit
        // citizen number (GB 11643)
        badCheckDigit, ///< arguments: none; the right digit is not told
        impossibleBirthDate,
        futureBirthDate,
        fifteenDigits, ///< old numbers find a person, they do not identify one
        unknownArea,   ///< a warning
        notACitizen,   ///< 81/82/83/9: residence permits, not a citizen number
        sameAsApplicant,
        // names
        privateUseCharacter, ///< arguments: "U+E188"
        forbiddenCharacter,  ///< controls, emoji, digits …; arguments: code point
        misplacedSeparator,  ///< U+00B7 at an end or doubled
        notDrawable,         ///< no font has it; arguments: code point
        badUtf8,
        // what the chip of a card says
        nameMayGoOn,     ///< it fills the chip's field: compare with the register
        addressMayGoOn,  ///< a warning: the same of an address
        differsFromChip, ///< a warning
        cardExpired,     ///< a warning
        cardOfNoCitizen, ///< its holder cannot apply for a resident identity card
        // category and kind
        wrongCategory,         ///< arguments: category claimed, category found
        tooOldForCategory,     ///< 16 or over in the under-16 category
        firstIssueButHeldCard, ///< an earlier card or an earlier case is known
        renewalWithoutCard,    ///< renewal or replacement by somebody who never held one
        notYetExpiring,        ///< arguments: months before expiry that are allowed
        canUseTerminal,        ///< arguments: none; needs the clerk's reason
        reasonNeeded,
        // guardian
        guardianMissing,
        guardianTooYoung,    ///< under 18 without an income of one's own; arguments: that age
        guardianNotOlder,    ///< not older than the child
        guardianNotAllowed,  ///< applicants of 16 or over sign for themselves
        relationSexMismatch, ///< a "mother" whose number says male
        sameAsDelegate,      ///< guardian and delegate have one number
        othersComeFirst,     ///< a warning: the order of guardians
        // documents, photo, fingerprints
        documentMissing, ///< arguments: document name as in the case file
        copyMissing,     ///< arguments: document name as in the case file
        scanTooSmall,    ///< arguments: width, height
        photoNotJpeg,
        photoTruncated,
        photoTooManyPixels,
        photoWrongSize,
        photoTooLarge,
        photoWrongExtension, ///< arguments: what it is, "PNG"
        photoCarriesOther,   ///< a document, a program or an archive hides in the file
        photoBeyondLimits,   ///< decoding it took more memory or time than any photo needs
        photoCheckFailed,    ///< arguments: the check's name
        fingerprintMissing,
        fingerprintReasonMissing,
        fingerprintNotAllowed,
        terminalAttemptMissing,
        // delivery
        outsideCity,
        deliveryOnlyToday,
        consentMissing,
        deliveryNotPossible,
        proxyTooYoung,      ///< arguments: the least age
        notTheReceiver,     ///< who takes the card does not fit how it is delivered
        proxyPapersNotSeen, ///< a proxy takes the card
        cardNotHandedIn,    ///< it is open what became of the old or the temporary card
        // confirmation
        signatureMissing,
        wrongSigner,
        notConfirmed,
        // case
        duplicateCase, ///< arguments: acceptance number of the open case
        noSuchCase,
        noSuchDraft,
        wrongState, ///< wrongState arguments: state it is in
        approvalPending,
        alreadyDecided,
        askedAlready, ///< a supervisor's question waits for its answer
        notAsked,
        ownWork,
        noSuchRequest,      ///< or it is about something else
        requestOpen,        ///< one about the same thing waits, or was approved and not used
        requestNotApproved, ///< arguments: state it is in
        requestUsed,
        requestStale, ///< what it was approved for has changed since
        noApprovalNeeded,
        numbersExhausted,
        alreadyPrinted,
        notPrinted, ///< a reprint of what was never printed
        unresolvedPrint,
        // money
        tenderedTooLittle, ///< arguments: missing amount, yuan text
        alreadySettled,
        notSettled,
        shiftNotOpen,
        shiftAlreadyOpen,
        notWholeYuan,
        nothingToPay,
        changeLooksWrong, ///< change of 100 yuan or more; arguments: change
        // electronic payment
        paymentOpen,        ///< an electronic payment may still arrive: give it up first
        paymentFrozen,      ///< an answer did not fit the order; a supervisor looks first
        chargeLocked,       ///< collected together with other cases
        channelUnavailable, ///< arguments: channel
        clockBlocksPayment, ///< the station's clock differs too much from the provider's
        notAPaymentCode,    ///< no payment code, or that of a page that receives money
        walletNotSupported, ///< a payment code of a wallet that has no contract here
        noSuchAttempt,
        refundTooMuch,    ///< arguments: most that can be given back
        refundRuns,       ///< the provider may still make it: not the finance desk's yet
        refundFirst,      ///< the way it came is open: not the finance desk's yet
        notMergeable,     ///< arguments: acceptance number
        floatDiffers,     ///< the last drawer held another float; arguments: what it held
        drawerCounted,    ///< the close has begun, no money moves any more
        notCounted,       ///< the drawer is counted first, then the shift closes
        witnessNeeded,    ///< a second person has to sign in
        supervisorNeeded, ///< arguments: difference, limit
        moreThanInDrawer,
        attemptsInFlight,   ///< arguments: how many
        attemptsUnknown,    ///< arguments: how many
        voucherNotReturned, ///< a printed voucher must be handed in before its money goes back
        noSuchShift,
        badBill, ///< arguments: fault, line
        noSuchDifference,
        // people
        wrongPassword,
        accountLocked, ///< accountLocked arguments: minutes left
        accountDisabled,
        notPermitted, ///< notPermitted arguments: operation
        weakPassword,
        nameTaken,
        noSuchUser,
        lastAdministrator,
        alreadyInitialised,
        notInitialised,
        // store
        wouldOverwrite,
        notABackup,
        dataStands, ///< the folder holds a database already
        fileTooLarge,
        tooDeep,
        notJson,
        fileUnreadable,
    };

    Code code{};
    std::string field = {};
    std::vector<std::string> arguments = {};

    bool operator==(const Refusal&) const = default;
};

/// The enumerator's own spelling, for --json output, logs and tests.
std::string_view nameOf(Refusal::Code code);

} // namespace guitai
