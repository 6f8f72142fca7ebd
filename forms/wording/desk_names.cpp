#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(Tender value)
{
    switch (value) {
    case Tender::cash:
        return _("Cash");
    case Tender::weChat:
        return _("WeChat Pay");
    case Tender::alipay:
        return _("Alipay");
    case Tender::exempt:
        return _("Exempt");
    }
    return {};
}

wxString name(EventKind value)
{
    switch (value) {
        using enum EventKind;
    case windowInitialised:
        return _("Window set up");
    case userAdded:
        return _("User added");
    case userDisabled:
        return _("User disabled");
    case userEnabled:
        return _("User enabled");
    case passwordReset:
        return _("Password set anew");
    case signedIn:
        return _("Signed in");
    case signInFailed:
        return _("Sign-in failed");
    case signedOut:
        return _("Signed out");
    case shiftOpened:
        return _("Shift opened");
    case shiftClosed:
        return _("Shift closed");
    case cashMoved:
        return _("Cash moved");
    case shiftCounted:
        return _("Drawer counted");
    case shiftNumbered:
        return _("Z report numbered");
    case drawerMoved:
        return _("Cash moved in or out");
    case drawerOpened:
        return _("Drawer opened without a sale");
    case noteIncident:
        return _("Bad note recorded");
    case caseConfirmed:
        return _("Case confirmed");
    case inquiryMade:
        return _("Supervisor asked back");
    case inquiryAnswered:
        return _("Question answered");
    case requestMade:
        return _("Asked the supervisor");
    case requestQuestioned:
        return _("Supervisor asked back about a request");
    case requestAnswered:
        return _("Question about a request answered");
    case requestDecided:
        return _("Request decided");
    case requestUsed:
        return _("Approved request used");
    case requestReturned:
        return _("Approved request may be used again");
    case requestLapsed:
        return _("Request without object");
    case approvalDecided:
        return _("Exception decided");
    case caseAccepted:
        return _("Case accepted");
    case caseWithdrawn:
        return _("Case withdrawn");
    case caseCorrected:
        return _("Case corrected");
    case chargeOpened:
        return _("Charge opened");
    case chargeSettled:
        return _("Charge paid");
    case chargeExempted:
        return _("Charge exempted");
    case chargeVoided:
        return _("Charge voided");
    case chargeRefunded:
        return _("Charge refunded");
    case chargesMerged:
        return _("Charges merged");
    case chargeLocked:
        return _("Charge joined to others");
    case chargeUnlocked:
        return _("Charge stands alone again");
    case attemptPlanned:
        return _("Electronic payment begun");
    case attemptMoved:
        return _("Electronic payment went on");
    case attemptAnswered:
        return _("Answer about a payment");
    case refundPlanned:
        return _("Refund begun");
    case refundMoved:
        return _("Refund went on");
    case refundAnswered:
        return _("Answer about a refund");
    case refundHandedOver:
        return _("Refund handed to the finance desk");
    case deviceChanged:
        return _("Other machine");
    case paperIntended:
        return _("Printing begun");
    case paperIssued:
        return _("Paper printed");
    case paperFailed:
        return _("Printing failed");
    case paperUnknown:
        return _("Outcome of printing unknown");
    case reportIntended:
        return _("Printing of a report begun");
    case reportIssued:
        return _("Report printed");
    case reportFailed:
        return _("Printing of a report failed");
    case reportUnknown:
        return _("Outcome of printing a report unknown");
    case billCompared:
        return _("Bill compared");
    case differenceAssigned:
        return _("Difference assigned");
    case differenceResolved:
        return _("Difference resolved");
    case cardReady:
        return _("Card arrived");
    case cardCollected:
        return _("Card handed over");
    case cardPosted:
        return _("Card posted");
    case cardsReturned:
        return _("Old card taken back");
    case templatesRemoved:
        return _("Fingerprint templates removed");
    case personalDataViewed:
        return _("Personal data viewed");
    case backupMade:
        return _("Backup made");
    case databaseRestored:
        return _("Backup restored");
    case indexRebuilt:
        return _("Index rebuilt");
    case journalExported:
        return _("Journal exported");
    }
    return {};
}

wxString name(Operation value)
{
    switch (value) {
        using enum Operation;
    case takeCase:
        return _("take a case");
    case collectCash:
        return _("take cash");
    case openShift:
        return _("open a shift");
    case closeShift:
        return _("close a shift");
    case moveCash:
        return _("move cash in or out");
    case openDrawer:
        return _("open the drawer without a sale");
    case recordIncident:
        return _("record a bad note");
    case witnessCash:
        return _("witness a count or a movement of cash");
    case approveClose:
        return _("agree to the close of a shift");
    case readReport:
        return _("read a shift report");
    case seeExpectedCash:
        return _("see what a drawer should hold before its count");
    case reconcile:
        return _("compare a bill with the records");
    case approveResolution:
        return _("agree to the end of a difference");
    case printVoucher:
        return _("print a voucher");
    case reprintVoucher:
        return _("reprint a voucher");
    case searchCases:
        return _("search cases");
    case decideException:
        return _("decide an exception");
    case approveReprint:
        return _("approve a reprint");
    case approveRefund:
        return _("approve a refund");
    case withdrawCase:
        return _("withdraw a case");
    case administerUsers:
        return _("administer users");
    case configure:
        return _("change settings");
    case exportJournal:
        return _("export the journal");
    case verifyJournal:
        return _("verify the journal");
    case rebuildIndex:
        return _("rebuild the index");
    case backUp:
        return _("make a backup");
    case restore:
        return _("restore a backup");
    }
    return {};
}

} // namespace guitai::words
