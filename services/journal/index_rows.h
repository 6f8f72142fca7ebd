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

} // namespace guitai
