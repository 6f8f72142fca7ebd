#include "services/payments/charge_lookup.h"

#include "services/cases/case_events.h"
#include "services/payments/charge_fold.h"

namespace guitai
{

std::optional<ChargeRecord> loadCharge(Journal& journal, std::string_view chargeId)
{
    const auto events = journal.eventsOf("charge/" + std::string{chargeId});
    if (events.empty())
        return std::nullopt;
    return foldCharge(events);
}

std::optional<Refusal> electronicFault(Journal& journal, std::string_view acceptanceNumber)
{
    using enum Refusal::Code;
    const auto own = loadCharge(journal, chargeIdOf(acceptanceNumber));
    if (!own)
        return std::nullopt;
    if (!own->lockedBy.empty())
        return Refusal{chargeLocked, "payment", {}};
    if (const auto* attempt = own->blocking())
        return Refusal{attempt->frozen ? paymentFrozen : paymentOpen, "payment", {}};
    return std::nullopt;
}

std::optional<ChargeRecord> payingCharge(Journal& journal, std::string_view acceptanceNumber)
{
    auto own = loadCharge(journal, chargeIdOf(acceptanceNumber));
    if (!own || own->settledBy.empty() || own->attempt(own->settledBy) != nullptr)
        return collectingCharge(journal, acceptanceNumber);
    const auto rows = journal.attempts({.orderNumber = own->settledBy});
    return rows.empty() ? std::move(own) : loadCharge(journal, rows.front().chargeId);
}

std::optional<ChargeRecord> collectingCharge(Journal& journal, std::string_view acceptanceNumber)
{
    auto own = loadCharge(journal, chargeIdOf(acceptanceNumber));
    if (own && !own->lockedBy.empty())
        return loadCharge(journal, own->lockedBy);
    return own;
}

} // namespace guitai
