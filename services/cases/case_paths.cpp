#include "services/cases/case_paths.h"

namespace guitai
{

bool mayFollow(CaseState state, EventKind kind)
{
    using enum CaseState;
    switch (kind) {
    case EventKind::approvalDecided:
    case EventKind::inquiryMade:
    case EventKind::inquiryAnswered:
        return state == awaitingApproval;
    case EventKind::chargeOpened:
        return state == awaitingApproval || state == awaitingPayment;
    case EventKind::chargeLocked:
    case EventKind::attemptPlanned:
        return state == awaitingPayment;
    case EventKind::chargeSettled:
    case EventKind::chargeExempted:
    case EventKind::caseAccepted:
        return state == awaitingPayment;
    case EventKind::caseWithdrawn:
        return state == awaitingApproval || state == awaitingPayment || state == accepted;
    case EventKind::chargeVoided:
        return state == rejected || state == withdrawn;
    case EventKind::chargeRefunded:
        return state == withdrawn;
    case EventKind::paperIntended:
        return state == accepted || state == ready;
    case EventKind::cardReady:
        return state == accepted;
    case EventKind::cardCollected:
    case EventKind::cardPosted:
        return state == ready;
    case EventKind::cardsReturned:
        return state == accepted || state == ready || state == posted || state == collected;
    case EventKind::templatesRemoved:
        return state == collected || state == posted || state == rejected || state == withdrawn;
    case EventKind::paperIssued:
    case EventKind::paperFailed:
    case EventKind::paperUnknown:
    case EventKind::personalDataViewed:
    case EventKind::chargeUnlocked:
    case EventKind::attemptMoved:
    case EventKind::attemptAnswered:
    case EventKind::refundPlanned:
    case EventKind::refundMoved:
    case EventKind::refundAnswered:
    case EventKind::refundHandedOver:
        return true; // an outcome may be told late; looking changes nothing
    case EventKind::windowInitialised:
    case EventKind::userAdded:
    case EventKind::userDisabled:
    case EventKind::userEnabled:
    case EventKind::passwordReset:
    case EventKind::signedIn:
    case EventKind::signInFailed:
    case EventKind::signedOut:
    case EventKind::shiftOpened:
    case EventKind::shiftClosed:
    case EventKind::cashMoved:
    case EventKind::chargesMerged: // of a subject of its own
    case EventKind::requestMade:
    case EventKind::requestQuestioned:
    case EventKind::requestAnswered:
    case EventKind::requestDecided:
    case EventKind::requestUsed:
    case EventKind::requestReturned:
    case EventKind::requestLapsed:
    case EventKind::deviceChanged:
    case EventKind::shiftCounted:
    case EventKind::shiftNumbered:
    case EventKind::drawerMoved:
    case EventKind::drawerOpened:
    case EventKind::noteIncident:
    case EventKind::reportIntended:
    case EventKind::reportIssued:
    case EventKind::reportFailed:
    case EventKind::reportUnknown:
    case EventKind::billCompared:
    case EventKind::differenceAssigned:
    case EventKind::differenceResolved:
    case EventKind::caseConfirmed: // only the first event
    case EventKind::caseCorrected: // of a later version
    case EventKind::backupMade:
    case EventKind::databaseRestored:
    case EventKind::indexRebuilt:
    case EventKind::journalExported:
        return false;
    }
    return false;
}

} // namespace guitai
