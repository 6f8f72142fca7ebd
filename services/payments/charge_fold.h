#pragma once

#include "services/journal/event.h"
#include "services/payments/charge_record.h"

#include <vector>

namespace guitai
{

/// Folds the events of one charge, oldest first. Throws ServiceFailure(damaged) for a path that the
/// state machine does not have.
ChargeRecord foldCharge(const std::vector<Event>& events);

} // namespace guitai
