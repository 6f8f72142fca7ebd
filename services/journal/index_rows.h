#pragma once

#include "services/clock.h"
#include "services/money.h"

#include <cstdint>
#include <string>

namespace guitai
{

/// Rows of the index tables: for lists and search only. What a case is, its own events say.
struct CaseRow {
    std::string acceptanceNumber; ///< 22 digits
    std::string citizenNumber;
    std::string name;
    std::string phone;
    std::string guardianNumber;
    std::string category; ///< wire name of Category
    std::string kind;     ///< wire name of ApplicationKind
    std::string state;    ///< wire name of CaseState
    std::string delivery; ///< wire name of DeliveryMethod
    std::string clerk;    ///< user id
    Instant confirmedAt{};
    Instant changedAt{};
    Date day{}; ///< station day of confirmation
    Money due;
    Money collected;

    bool operator==(const CaseRow&) const = default;
};

struct UserRow {
    std::string id;       ///< sign-in name
    std::string personId; ///< same for two accounts of one person
    std::string displayName;
    std::string role;         ///< wire name of Role
    std::string passwordHash; ///< Argon2id, self-describing
    bool disabled = false;
    int failures = 0; ///< since the last sign-in that worked
    Instant lastFailure{};
    std::string failureBoot = {};        ///< Clock::bootId() at the last failure
    std::int64_t failureSinceBootMs = 0; ///< Clock::sinceBoot() at the last failure

    bool operator==(const UserRow&) const = default;
};

struct ShiftRow {
    std::string id;
    std::string clerk;
    Instant openedAt{};
    bool open = false;
    Money openingFloat;
    Money cashCollected = {}; ///< sum of due amounts, not of notes tendered
    std::int64_t cases = 0;

    bool operator==(const ShiftRow&) const = default;
};

struct PaperRow {
    std::string id; ///< of the print, made before it
    std::string acceptanceNumber;
    int copy = 0;       ///< 0: the original; 1 and up: marked reprints
    std::string state;  ///< intended, issued, failed, unknown
    std::string reason; ///< of a reprint
    std::string actor;
    Instant at{};

    bool operator==(const PaperRow&) const = default;
};

/// One electronic attempt to collect a charge: one merchant order number.
struct AttemptRow {
    std::string orderNumber;
    std::string chargeId;         ///< of one case, or of several merged ones
    std::string acceptanceNumber; ///< of the (first) case
    std::string channel;          ///< wire name of GatewayChannel
    std::string mode;             ///< "code" or "payment_code"
    Money amount;
    std::string state;               ///< wire name of AttemptState
    std::string providerNumber = {}; ///< empty until the provider tells one
    Instant createdAt{};
    Instant expiresAt{};
    Instant paidAt{}; ///< Instant{}: not paid
    std::string clerk;
    std::string shift;
    Money refunded = {}; ///< of the amount, what the provider confirmed as given back
    bool frozen = false; ///< an answer did not fit; a supervisor has to look

    bool operator==(const AttemptRow&) const = default;
};

struct RefundRow {
    std::string refundNumber;
    std::string orderNumber;
    std::string chargeId;
    std::string channel; ///< wire name of GatewayChannel
    Money amount;
    std::string state; ///< wire name of RefundStage
    std::string reason;
    Instant requestedAt{};
    Instant doneAt{}; ///< Instant{}: not done

    bool operator==(const RefundRow&) const = default;
};

/// A clerk's request that a supervisor decides.
struct RequestRow {
    std::string id;
    std::string kind;   ///< wire name of RequestKind
    std::string target; ///< what it is about; one open request of each kind
    std::string state;  ///< wire name of RequestState
    std::string requester;
    Instant askedAt{};

    bool operator==(const RequestRow&) const = default;
};

/// How far this device's order numbers went; a number is taken inside the transaction of the event
/// that uses it.
struct OrderCounter {
    char epoch = '1';
    std::int64_t last = 0;
    std::string machine = {}; ///< of the last deviceChanged

    bool operator==(const OrderCounter&) const = default;
};

} // namespace guitai
