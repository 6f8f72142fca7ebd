#pragma once

#include "services/payments/money_desk.h"

#include <wx/string.h>

namespace guitai::words
{

// Money that is not settled, in words.

/// What happened, in a few words.
wxString name(MoneyMatter value);
/// What is true and what to do next.
wxString nextStep(MoneyMatter value);
/// What the clerk says to a person whose telephone tells otherwise than the provider.
wxString forTheClaim(PaymentStage value, GatewayChannel channel);
/// What became of a refund.
wxString sentence(RefundStanding value);

} // namespace guitai::words
