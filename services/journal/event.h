#pragma once

#include "services/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai
{

/// The closed list of what can happen. Stored by name; never rename one.
enum class EventKind {
    windowInitialised,
    userAdded,
    userDisabled,
    userEnabled,
    passwordReset,
    signedIn,
    signInFailed,
    signedOut,
    shiftOpened,
    shiftClosed,
    cashMoved,
    shiftCounted,
    shiftNumbered,
    drawerMoved,
    drawerOpened,
    noteIncident,
    caseConfirmed,
    approvalDecided,
    inquiryMade,
    inquiryAnswered,
    requestMade,
    requestQuestioned,
    requestAnswered,
    requestDecided,
    requestUsed,
    requestReturned,
    requestLapsed,
    caseAccepted,
    caseWithdrawn,
    caseCorrected,
    chargeOpened,
    chargeSettled,
    chargeExempted,
    chargeVoided,
    chargeRefunded,
    chargesMerged,
    chargeLocked,
    chargeUnlocked,
    attemptPlanned,
    attemptMoved,
    attemptAnswered,
    refundPlanned,
    refundMoved,
    refundAnswered,
    refundHandedOver,
    deviceChanged,
    paperIntended,
    paperIssued,
    paperFailed,
    paperUnknown,
    reportIntended,
    reportIssued,
    reportFailed,
    reportUnknown,
    billCompared,
    differenceAssigned,
    differenceResolved,
    cardReady,
    cardCollected,
    cardPosted,
    cardsReturned,
    templatesRemoved,
    personalDataViewed,
    backupMade,
    databaseRestored,
    indexRebuilt,
    journalExported,
};
std::string_view nameOf(EventKind kind);
std::optional<EventKind> eventKindFrom(std::string_view name);

/// What a service hands in. Subjects: "window", "user/NAME", "shift/ID", "case/NUMBER",
/// "charge/ID", "request/ID". The payload is a JSON object with a member "v", its version.
struct NewEvent {
    EventKind kind{};
    std::string subject;
    std::string actor;   ///< user id; "system" for the program itself
    std::string payload; ///< canonical JSON: members sorted, no blanks
};

struct Event {
    std::string window;
    std::int64_t sequence = 0; ///< from 1, without gaps
    Instant at{};
    EventKind kind{};
    std::string subject;
    std::string actor;
    std::string payload;
    std::string previousHash; ///< 64 zeros for the first
    std::string hash;         ///< SHA-256 over the canonical form
    std::string mac;          ///< HMAC-SHA-256 over the hash with the window's key

    bool operator==(const Event&) const = default;
};

} // namespace guitai
