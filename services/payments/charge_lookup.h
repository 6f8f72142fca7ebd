#pragma once

#include "services/journal/journal.h"
#include "services/payments/charge_record.h"
#include "services/refusal.h"

#include <optional>
#include <string_view>

namespace guitai
{

/// No value: there is no such charge.
std::optional<ChargeRecord> loadCharge(Journal& journal, std::string_view chargeId);
/// Why no other money may be taken for the case now, and the case not withdrawn: paymentOpen,
/// paymentFrozen, chargeLocked.
std::optional<Refusal> electronicFault(Journal& journal, std::string_view acceptanceNumber);
/// The charge by which a case was paid, else the one that collects it: with what was tried and
/// given back.
std::optional<ChargeRecord> payingCharge(Journal& journal, std::string_view acceptanceNumber);
/// The charge that collects a case now: its own, or the merged one.
std::optional<ChargeRecord> collectingCharge(Journal& journal, std::string_view acceptanceNumber);

} // namespace guitai
