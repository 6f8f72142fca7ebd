#pragma once

#include "services/cases/case.h"
#include "services/clock.h"
#include "services/money.h"

#include <string>

namespace guitai
{

/// States of one electronic attempt (one merchant order number). The channels come with their
/// gateways; the journal, the charge and the shift rules already know the states.
enum class AttemptState {
    planned,
    creating,
    shown,
    charging,
    userPaying,
    closing,
    reversing,
    unknown,
    watch,
    closed,
    reversed,
    failed,
    paid,
    latePaid,
    voided,
};

/// Whether the citizen's money may still arrive (payments.md 5.1): only one such attempt may exist
/// per charge, and a shift does not close over one. `watch` counts as "no": its code was withdrawn
/// and the charge is free again.
bool moneyMayArrive(AttemptState state);
/// Whether the attempt's state is definite; only a provider's error makes a late payment of it.
bool isSettled(AttemptState state);

/// One attempt to collect a charge over a channel.
struct Attempt {
    std::string orderNumber; ///< 6 to 32 of [0-9A-Za-z_], the idempotency key
    std::string chargeId;
    Tender channel{};
    Money amount;
    AttemptState state = AttemptState::planned;
    std::string requestBody; ///< the exact bytes; a retry sends these
    Instant expiresAt{};
    std::string providerNumber;
};

} // namespace guitai
